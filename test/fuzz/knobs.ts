/** Ways in which tables are made and printed; the first value of each is the plain one. */
export const KNOBS = {
  // What the table is.
  labels: ['code-name', 'name', 'kkx-name', 'ordinal-name', 'unit-project'],
  depth: ['2', '1', '3'],
  columnNumbers: ['none', '栏次', '**'],
  total: ['first', 'last', 'none'],
  totalLabel: ['name', 'merged'],
  nil: ['-', '', '0.00', '0', '—'],
  negative: ['none', '-', '()', '（）', '–'],
  thousands: [',', ''],
  remark: ['none', 'text'],
  remarkWords: ['phrases', 'sentences'],
  blankRows: ['0', '2'],
  // What names it.
  number: ['表1', 'none', '附表1-2', '公开01表', '预算01表', '表一'],
  numberPlace: ['above left', 'in the title', 'in the title with a colon', 'above right'],
  title: ['one line', 'two lines', 'spaced', 'in the frame', 'foot of the page before'],
  unit: ['above right', 'in the title', 'in the header', 'below', 'none'],
  department: ['above left', 'none'],
  note: ['none', 'last page', 'each page'],
  // How it is broken over pages.
  pages: ['1', '2', '3'],
  continued: ['nothing', 'title', '（续）', '（续表）', '续表2-1', '（续一）', '（续上表）', '续表'],
  headerRepeat: ['all', 'none', 'last row'],
  lastPage: ['rows', 'total alone', 'total alone with a note'],
  cutRow: ['none', 'text', 'empty rest', 'digits'],
  cutMerge: ['none', 'first', 'repeat', 'second', 'middle'],
  carry: ['none', '过次页'],
  shift: ['none', 'columns', 'scale'],
  blankPage: ['no', 'yes'],
  headerInside: ['no', 'yes'],
  parts: ['1', '2', '3', '5'],
  partOrder: ['down then over', 'over then down'],
  repeatLabels: ['yes', 'no'],
  groupCut: ['none', 'repeat', 'middle', 'letters'],
  lastPart: ['even', 'one column'],
  partRows: ['even', 'own'],
  headings: ['short', 'long'],
  // Where it stands.
  flow: ['new page', 'same page', 'side by side'],
  paper: ['A4 landscape', 'A4', 'A3 landscape'],
  rotate: ['0', '90'],
  size: ['9', '7', '10.5'],
  pageNumber: ['none', '- 3 -', '第 3 页 共 9 页'],
  runningHead: ['no', 'yes'],
  prose: ['no', 'yes'],
  // How it is drawn.
  ruling: [
    'grid',
    'hairline',
    'rectangles',
    'no frame',
    'horizontal',
    'vertical',
    'header verticals',
    'header only',
    'three lines',
    'zebra',
    'white boxes',
    'none',
  ],
  headerFill: ['none', 'grey'],
  digits: ['same font', 'Helvetica'],
  padding: ['3', '1.5'],
  align: ['right', 'centre'],
} as const

export type Knob = keyof typeof KNOBS
export type Knobs = { readonly [K in Knob]: (typeof KNOBS)[K][number] }

export const KNOB_NAMES = Object.keys(KNOBS) as readonly Knob[]

/** Every knob at its first value. */
export const PLAIN = Object.fromEntries(KNOB_NAMES.map(name => [name, KNOBS[name][0]])) as Knobs

/** Rulings that draw no line between rows, or none between columns. */
const OPEN_ROWS: readonly Knobs['ruling'][] = ['vertical', 'header only', 'three lines', 'zebra', 'none']
const OPEN_COLUMNS: readonly Knobs['ruling'][] = [
  'horizontal',
  'header verticals',
  'header only',
  'three lines',
  'zebra',
  'none',
]

/** Whether a way of printing shows only where a table runs over a page. */
export const needsPages = (k: Knobs): boolean =>
  k.continued !== 'nothing' ||
  k.headerRepeat !== 'all' ||
  k.lastPage !== 'rows' ||
  k.cutRow !== 'none' ||
  k.cutMerge !== 'none' ||
  k.carry !== 'none' ||
  k.shift !== 'none'

/** What cannot be seen without a line between rows: where one ends, what of it was cut, how far a merged cell reaches. */
const withoutRowLines = (k: Knobs): Partial<Knobs> => ({
  cutRow: 'none',
  cutMerge: 'none',
  remark: 'none',
  blankRows: '0',
  ...(k.labels === 'unit-project' && { labels: 'ordinal-name' }),
})

const SMALL: Partial<Knobs> = {
  ...{ pages: '1', continued: 'nothing', headerRepeat: 'all', lastPage: 'rows', cutRow: 'none', cutMerge: 'none' },
  ...{ carry: 'none', shift: 'none', headerInside: 'no', parts: '1', labels: 'name', depth: '1', remark: 'none' },
  ...{ title: 'one line', numberPlace: 'above left', size: '7' },
}

/** Knobs as they can be printed together: what contradicts another gives way, what needs another brings it. */
export function settled(wanted: Knobs): Knobs {
  let k: Knobs = wanted
  const set = (when: boolean, changes: Partial<Knobs>): void => {
    if (when) k = { ...k, ...changes }
  }
  set(k.flow === 'side by side', SMALL)
  set(k.lastPage !== 'rows', { total: 'last' })
  set(k.lastPage === 'total alone with a note', { note: 'last page' })
  set(k.headerRepeat === 'last row' && k.columnNumbers === 'none', { columnNumbers: '栏次' })
  set(k.cutRow === 'text' || k.cutRow === 'empty rest', { remark: 'text' })
  set(k.cutMerge !== 'none', { labels: 'unit-project' })
  set(OPEN_ROWS.includes(k.ruling), withoutRowLines(k))
  set(OPEN_COLUMNS.includes(k.ruling), { totalLabel: 'name' })
  set(k.labels === 'name', { totalLabel: 'name' })
  set([...OPEN_COLUMNS, 'no frame'].includes(k.ruling) && k.title === 'in the frame', { title: 'one line' })
  set(k.parts !== '1', { cutRow: 'none', carry: 'none', headerInside: 'no', remark: 'none' })
  set(k.parts === '1', { groupCut: 'none', lastPart: 'even', partRows: 'even', headings: 'short' })
  set(k.groupCut !== 'none' && k.depth === '1', { depth: '2' })
  set(k.parts !== '1' && k.title === 'in the frame', { title: 'one line' })
  set(k.number === 'none', { numberPlace: 'above left' })
  set(k.title === 'in the frame' && k.unit === 'in the title', { unit: 'above right' })
  return k
}
