import { expect, test } from 'vitest'
import type { Box } from '../../src/geometry.ts'
import { gridsOf } from '../../src/grid/grids.ts'
import type { Glyph, Page, Ruling } from '../../src/page/page.ts'
import { across, centred, coverage, down, ending, page, shown, text } from './page.ts'

const BORDERS = [50, 100, 250, 330, 410]
const names: readonly Glyph[] = [
  ...centred(75, 114, '编码'),
  ...centred(175, 124, '科目名称'),
  ...centred(330, 114, '预算数'),
  ...centred(290, 134, '基本支出'),
  ...centred(370, 134, '项目支出'),
]
/** … in one line, each at the left end of its column. */
const leftNames = ['编码', '科目名称', '基本', '项目'].flatMap((name, index) => text((BORDERS[index] ?? 0) + 3, 124, name))
const ROWS = [
  ['201', '一般公共服务支出', '1,100.00', '20.00'],
  ['205', '教育支出', '15.50', '8.25'],
  ['208', '社会保障和就业支出', '9.00', '0.00'],
  ['210', '卫生健康支出', '2.75', '1,000.50'],
]
const body: readonly Glyph[] = ROWS.flatMap(([code = '', name = '', basic = '', project = ''], index) => {
  const y = 154 + 20 * index
  return [...text(53, y, code), ...text(103, y, name), ...ending(327, y, basic), ...ending(407, y, project)]
})
/** The header as cells: codes and names over two rows, a group over two columns. */
const HEADER: readonly Box[] = [
  [50, 100, 100, 140],
  [100, 100, 250, 140],
  [250, 100, 410, 120],
  [250, 120, 330, 140],
  [330, 120, 410, 140],
]
const framed = (boxes: readonly Box[]): Ruling[] =>
  boxes.flatMap(([left, top, right, bottom]) => [
    across(top, left, right),
    across(bottom, left, right),
    down(left, top, bottom),
    down(right, top, bottom),
  ])
/** A rule drawn cell by cell. */
const pieces = (y: number, borders: readonly number[] = BORDERS): Ruling[] =>
  borders.slice(1).map((right, index) => across(y, borders[index] ?? 0, right))
const rules = [160, 180, 200, 220]
const expected = [['编码 2x1', '科目名称 2x1', '预算数 1x2'], ['基本支出', '项目支出'], ...ROWS]
const shaded = (glyphs: readonly Glyph[], shades: readonly Box[], rulings: readonly Ruling[] = []): Page => ({
  ...page(glyphs, rulings),
  shades,
})
/** The cells of row `index` of the body. */
const cellsOfRow = (index: number): Box[] =>
  BORDERS.slice(1).map((right, column) => [BORDERS[column] ?? 0, 140 + 20 * index, right, 160 + 20 * index])
/** The cells of some columns of the body. */
const columns = (...own: readonly number[]): Box[] =>
  [0, 1, 2, 3].flatMap(row => cellsOfRow(row).filter((_, column) => own.includes(column)))

const PRINTS: Readonly<Record<string, Page>> = {
  'borders everywhere': page([...names, ...body], framed([...HEADER, ...[0, 1, 2, 3].flatMap(cellsOfRow)])),
  'two rows in the middle without any rule': page(
    [...names, ...body],
    framed([...HEADER, ...cellsOfRow(0), [50, 160, 410, 200], ...cellsOfRow(3)]),
  ),
  'a last row without vertical rules': page(
    [...names, ...body],
    framed([...HEADER, ...[0, 1, 2].flatMap(cellsOfRow), [50, 200, 410, 220]]),
  ),
  'no rule between a name and its figure': page(
    [...names, ...body],
    framed([...HEADER, ...[0, 2, 3].flatMap(cellsOfRow), [50, 160, 100, 180], [100, 160, 330, 180], [330, 160, 410, 180]]),
  ),
  'no rule between two figures below each other': page(
    [...names, ...body],
    framed([
      ...HEADER,
      ...[0, 3].flatMap(cellsOfRow),
      ...[1, 2].flatMap(row => cellsOfRow(row).filter((_, column) => column !== 2)),
      [250, 160, 330, 200],
    ]),
  ),
  'no rule between two rows': page(
    [...names, ...body],
    framed([
      ...HEADER,
      ...[0, 3].flatMap(cellsOfRow),
      ...BORDERS.slice(1).map((right, at): Box => [BORDERS[at] ?? 0, 160, right, 200]),
    ]),
  ),
  'vertical rules in the header only': page([...names, ...body], [...framed(HEADER), ...rules.map(y => across(y, 50, 410))]),
  'a ruled header above rows without any rule': page([...names, ...body], framed(HEADER)),
  'rules between rows only, drawn cell by cell': page(
    [...names, ...body],
    [...pieces(100), ...pieces(120, [250, 330, 410]), ...[140, ...rules].flatMap(y => pieces(y))],
  ),
  'a header of coloured cells above rows without any rule': shaded([...names, ...body], HEADER),
  'stripes below a coloured header': shaded([...names, ...body], [...HEADER, ...cellsOfRow(1), ...cellsOfRow(3)]),
  'stripes below a header without colour': shaded([...names, ...body], [...cellsOfRow(1), ...cellsOfRow(3)]),
  'stripes from the first row on, below a header without colour': shaded(
    [...names, ...body],
    [...cellsOfRow(0), ...cellsOfRow(2)],
  ),
  'rules between rows alone, below a header without any': page(
    [...names, ...body],
    [140, ...rules].map(y => across(y, 50, 410)),
  ),
  'rules around the header and at the end, and a single one between two columns': page(
    [...names, ...body],
    [...[100, 140, 220].map(y => across(y, 50, 410)), across(120, 250, 410), down(100, 100, 220)],
  ),
  'rows coloured as wholes, below a header without colour': shaded(
    [...names, ...body],
    [0, 1, 2, 3].map(row => [50, 140 + 20 * row, 410, 160 + 20 * row]),
  ),
  'columns of colour below a coloured header': shaded([...names, ...body], [...HEADER, ...columns(1, 3)]),
  'columns of colour that touch, below a coloured header': shaded([...names, ...body], [...HEADER, ...columns(2, 3)]),
  'a coloured header and a coloured first column': shaded([...names, ...body], [...HEADER, ...columns(0)]),
  'columns of colour below a header without any': shaded([...names, ...body], columns(0, 2)),
  'columns of colour from the header on': shaded(
    [...names, ...body],
    [...HEADER.filter(([left]) => left === 100 || left === 330), ...columns(1, 3)],
  ),
  'rules between rows below a coloured header, in a frame with white around the table': {
    ...page([...names, ...body], [...[100, 140, ...rules].map(y => across(y, 50, 410)), ...framed([[43, 80, 417, 238]])]),
    shades: HEADER,
  },
  'a header drawn apart from its rows': page(
    [...names, ...body],
    framed([
      ...HEADER.map(([left, top, right, bottom]): Box => [left, top, right, bottom === 140 ? 136 : bottom]),
      ...[0, 1, 2, 3].flatMap(cellsOfRow),
    ]),
  ),
  'coloured cells with white gaps': shaded(
    [...names, ...body],
    [...HEADER, ...[0, 1, 2, 3].flatMap(cellsOfRow)].map(([left, top, right, bottom]) => [
      left + 0.5,
      top + 0.5,
      right - 0.5,
      bottom - 0.5,
    ]),
  ),
  'coloured columns with white between them': shaded(
    [...names, ...body],
    [...HEADER, ...columns(0, 1, 2, 3)].map(([left, top, right, bottom]) => [left + 2, top, right - 2, bottom]),
  ),
}

for (const [print, printed] of Object.entries(PRINTS)) {
  test(`one table, whichever way it is printed: ${print}`, () => {
    const grids = gridsOf(printed)
    expect(grids.map(shown)).toEqual([expected])
    expect(grids.map(coverage)).toEqual([new Set([1])])
  })
}

test('digits that full figures leave to a second line are no row of their own', () => {
  const xs = [50, 100, 200, 250, 300, 350]
  const ys = [100, 120, 140, 166, 186, 206, 226]
  const row = (y: number, code: string, name: string, ...amounts: readonly string[]) => [
    ...[...text(53, y, code), ...text(103, y, name)],
    ...amounts.flatMap((amount, at) => ending((xs[at + 3] ?? 0) - 3, y, amount)),
  ]
  const glyphs = [
    ...row(114, '编码', '科目名称', '合计', '基本', '项目'),
    ...row(134, '201', '公共服务', '100.00', '80.00', '20.00'),
    ...[
      ...row(151, '', '政府办公厅室及相', '1,494.5', '1,382.7', ''),
      ...row(157, '205', '', '', '', '0.00'),
      ...row(163, '', '关机构', '2', '8', ''),
    ],
    ...row(180, '208', '卫生支出', '9.00', '9.00', '0.00'),
    ...row(200, '213', '农林支出', '7.00', '5.00', '2.00'),
    ...row(220, '221', '住房支出', '6.00', '6.00', '0.00'),
  ]
  const [grid] = gridsOf(page(glyphs, [...ys.map(y => across(y, 50, 350)), ...xs.map(x => down(x, 100, 226))]))
  expect(shown(grid).slice(1, 4)).toEqual([
    ['201', '公共服务', '100.00', '80.00', '20.00'],
    ['205', '政府办公厅室及相关机构', '1,494.52', '1,382.78', '0.00'],
    ['208', '卫生支出', '9.00', '9.00', '0.00'],
  ])
})

test('a cell over all columns that tells of figures in sentences is whole', () => {
  const notes = ['注：合计 1,100.00 万元 其中 20.00 万元', '另有 15.50 万元 结转 8.25 万元 到下年'].flatMap((words, at) =>
    text(53, 234 + 20 * at, words),
  )
  const [grid] = gridsOf(
    page([...names, ...body, ...notes], framed([...HEADER, ...[0, 1, 2, 3].flatMap(cellsOfRow), [50, 220, 410, 260]])),
  )
  expect(shown(grid).at(-1)).toHaveLength(1)
})

test('stripes on a page without a header are the rows of one table, the uncoloured one above them too', () => {
  const grids = gridsOf(shaded(body, [...cellsOfRow(1), ...cellsOfRow(3)]))
  expect(grids.map(shown)).toEqual([ROWS])
})

test('two tables of one width below each other, every other row coloured from the header on, are both whole', () => {
  const by = 160
  const lower = [...names, ...body].map(glyph => {
    const [left, top, right, bottom] = glyph.box
    return { ...glyph, baseline: glyph.baseline + by, box: [left, top + by, right, bottom + by] as const }
  })
  const shades = [...HEADER, ...cellsOfRow(0), ...cellsOfRow(2)]
  const below = shades.map(([left, top, right, bottom]): Box => [left, top + by, right, bottom + by])
  const grids = gridsOf(shaded([...names, ...body, ...centred(250, 248, '支出情况表'), ...lower], [...shades, ...below]))
  expect(grids.map(shown)).toEqual([expected, expected])
})

test('two tables of one width below each other, every other row coloured below names without colour, are both whole', () => {
  const by = 160
  const lower = [...names, ...body].map(glyph => {
    const [left, top, right, bottom] = glyph.box
    return { ...glyph, baseline: glyph.baseline + by, box: [left, top + by, right, bottom + by] as const }
  })
  for (const coloured of [
    [0, 2],
    [1, 3],
  ]) {
    const shades = coloured.flatMap(cellsOfRow)
    const below = shades.map(([left, top, right, bottom]): Box => [left, top + by, right, bottom + by])
    const glyphs = [...names, ...body, ...text(53, 248, '（二）支出情况'), ...lower]
    expect(gridsOf(shaded(glyphs, [...shades, ...below])).map(shown)).toEqual([expected, expected])
    const underNames = [140.4, 140.4 + by].map(y => across(y, 50, 410))
    expect(gridsOf(shaded(glyphs, [...shades, ...below], underNames)).map(shown)).toEqual([expected, expected])
  }
})

test('two ruled tables with the same borders, one close below the other, stay two', () => {
  const by = 140
  const lower = [...names, ...body].map(glyph => {
    const [left, top, right, bottom] = glyph.box
    return { ...glyph, baseline: glyph.baseline + by, box: [left, top + by, right, bottom + by] as const }
  })
  const boxes = [...HEADER, ...[0, 1, 2, 3].flatMap(cellsOfRow)]
  const below = boxes.map(([left, top, right, bottom]): Box => [left, top + by, right, bottom + by])
  const grids = gridsOf(page([...names, ...body, ...lower], framed([...boxes, ...below])))
  expect(grids.map(shown)).toEqual([expected, expected])
})

test('the unit over the right end of names without colour is none of them', () => {
  const unit = ending(407, 108, '单位：元', 8)
  const grids = gridsOf(shaded([...unit, ...leftNames, ...body], [...cellsOfRow(0), ...cellsOfRow(2)]))
  expect(grids.map(shown)).toEqual([[['编码', '科目名称', '基本', '项目'], ...ROWS]])
})

test('a title over the next table ends the rows below a coloured header, though they keep to its columns', () => {
  const by = 160
  const lower = [...names, ...body].map(glyph => {
    const [left, top, right, bottom] = glyph.box
    return { ...glyph, baseline: glyph.baseline + by, box: [left, top + by, right, bottom + by] as const }
  })
  const below = HEADER.map(([left, top, right, bottom]): Box => [left, top + by, right, bottom + by])
  const title = centred(230, 246, '支出情况表', 14)
  const grids = gridsOf(shaded([...names, ...body, ...title, ...lower], [...HEADER, ...below]))
  expect(grids.map(shown)).toEqual([expected, expected])
})

test('coloured rows that touch go on below a header as single ones do', () => {
  const last = [
    ...text(53, 234, '221'),
    ...text(103, 234, '住房保障支出'),
    ...ending(327, 234, '3.00'),
    ...ending(407, 234, '0.00'),
  ]
  const grids = gridsOf(shaded([...names, ...body, ...last], [...HEADER, ...[0, 2, 3].flatMap(cellsOfRow)]))
  expect(grids.map(shown)).toEqual([[...expected, ['221', '住房保障支出', '3.00', '0.00']]])
})

test('rows coloured cell by cell that print a name alone, or nothing, are rows between the others', () => {
  const isKept = ({ box }: Glyph): boolean => box[1] > 200 || box[3] < 180 || (box[0] > 100 && box[2] < 250)
  const later = ['210', '215', '220', '221'].flatMap((code, row) => [
    ...text(53, 234 + 20 * row, code),
    ...ending(327, 234 + 20 * row, row === 1 ? '' : '3.00'),
  ])
  const isBlank = ({ box }: Glyph): boolean => box[1] > 260 && box[3] < 280
  const glyphs = [...names, ...[...body, ...later].filter(glyph => isKept(glyph) && !isBlank(glyph))]
  const grids = gridsOf(shaded(glyphs, [...HEADER, ...[0, 2, 4, 6].flatMap(cellsOfRow)]))
  expect(grids.map(grid => shown(grid).slice(4))).toEqual([
    [
      ['', '社会保障和就业支出', '', ''],
      ['210', '卫生健康支出', '2.75', '1,000.50'],
      ['210', '', '3.00', ''],
      ['215', '', '', ''],
      ['', '', '', ''],
      ['221', '', '3.00', ''],
    ],
  ])
})

test('stripes of a wide table on a page without a header are its rows though most of their cells are empty', () => {
  const wide = [...BORDERS, 440, 470, 500, 530, 560]
  const stripes = [0, 2, 4].flatMap(row =>
    wide.slice(1).map((right, column): Box => [wide[column] ?? 0, 140 + 20 * row, right, 160 + 20 * row]),
  )
  const last = [...text(53, 234, '221'), ...text(103, 234, '住房保障支出'), ...ending(327, 234, '3.00')]
  const basic = [...body, ...last].filter(({ box }) => box[2] < 330)
  const grids = gridsOf(shaded(basic, stripes))
  expect(grids.map(shown)).toEqual([
    [...ROWS.map(row => row.slice(0, 3)), ['221', '住房保障支出', '3.00']].map(row => [...row, '', '', '', '', '', '']),
  ])
})

test('figures in the middle of their columns between empty ones keep to their columns, below a coloured header', () => {
  const figures = ['1,100.00', '15.50', '9.00', '2.75'].flatMap((figure, row) => centred(370, 154 + 20 * row, figure))
  const labels = body.filter(({ box }) => box[2] < 250)
  const [grid] = gridsOf(
    shaded([...names, ...centred(450, 124, '备注'), ...labels, ...figures], [...HEADER, [410, 100, 490, 140]]),
  )
  expect(shown(grid).slice(2)).toEqual(
    ['1,100.00', '15.50', '9.00', '2.75'].map((figure, row) => [ROWS[row]?.[0], ROWS[row]?.[1], '', figure, '']),
  )
})

test('a single row of figures below a coloured header is a table though half of its columns are empty', () => {
  const eight = Array.from({ length: 9 }, (_, at) => 50 + 60 * at)
  const cells = eight.slice(1).map((right, at): Box => [eight[at] ?? 0, 100, right, 120])
  const heads = cells.flatMap(([left, , right], at) => centred((left + right) / 2, 114, `项目${'甲乙丙丁戊己庚辛'[at]}`))
  const row = [0, 2, 4].flatMap(at => centred(80 + 60 * at, 134, '7.64'))
  const [grid] = gridsOf(shaded([...heads, ...row], cells))
  expect(shown(grid)[1]).toEqual(['7.64', '', '7.64', '', '7.64', '', '', ''])
})

test('a coloured row that prints its code and its name alone is a row of its own', () => {
  const isLeft = ({ box }: Glyph): boolean => box[1] > 200 || box[3] < 180 || box[2] < 250
  const stripes = [0, 2, 4].flatMap(cellsOfRow)
  const last = [...text(103, 234, '住房保障支出'), ...ending(327, 234, '3.00'), ...ending(407, 234, '0.00')]
  const grids = gridsOf(shaded([...names, ...[...body, ...last].filter(isLeft)], stripes))
  expect(grids.map(shown)).toEqual([
    [...expected.with(4, ['208', '社会保障和就业支出', '', '']), ['', '住房保障支出', '3.00', '0.00']],
  ])
})

test('a total between the columns stays in the cell of its label', () => {
  const total = [...centred(175, 154, '合计'), ...ending(327, 154, '1,127.25'), ...ending(407, 154, '1,028.75')]
  const below = body.map(glyph => ({
    ...glyph,
    baseline: glyph.baseline + 20,
    box: [glyph.box[0], glyph.box[1] + 20, glyph.box[2], glyph.box[3] + 20] as const,
  }))
  const lines = [...pieces(100), ...pieces(120, [250, 330, 410]), ...[140, ...rules, 240].flatMap(y => pieces(y))]
  expect(gridsOf(page([...names, ...total, ...below], lines)).map(shown)).toEqual([
    [...expected.slice(0, 2), ['', '合计', '1,127.25', '1,028.75'], ...ROWS],
  ])
})

test('bars of a chart are no cells', () => {
  const bars = [0, 1, 2, 3].map((_, index): Box => [100 + 40 * index, 300 - 30 * index, 140 + 40 * index, 400])
  expect(gridsOf(shaded(text(100, 420, '图一 收入情况'), bars))).toEqual([])
})

test('the rules of a header do not run on into what follows it', () => {
  const after = text(60, 154, '注：本表按照财政部门批复的年初预算数填列，不含上年结转和结余的资金。')
  expect(gridsOf(page([...names, ...after], framed(HEADER))).map(shown)).toEqual([expected.slice(0, 2)])
})

/** Two units with their projects, rules between rows only: those within a unit begin after its name. */
const unit = (label: readonly Glyph[], short: readonly number[]): Page => {
  const heads = [...centred(90, 114, '单位'), ...centred(205, 114, '项目'), ...centred(330, 114, '金额')]
  const projects = ['堤防加固', '泵站改造', '河道清淤', '水文监测', '农村饮水'].flatMap((name, index) => [
    ...text(153, 134 + 20 * index, name),
    ...ending(367, 134 + 20 * index, `${index + 1},250.50`),
  ])
  const full = [100, 120, 180, 220].map(y => across(y, 50, 370))
  return page([...heads, ...label, ...projects], [...full, ...short.map(y => across(y, 150, 370))])
}

test('a rule that begins after a label beside its rows leaves the label whole', () => {
  const labels = [...text(53, 154, '市水利局本级'), ...text(53, 204, '水文站')]
  expect(gridsOf(unit(labels, [140, 160, 200])).map(shown)).toEqual([
    [
      ['单位', '项目', '金额'],
      ['市水利局本级 3x1', '堤防加固', '1,250.50'],
      ['泵站改造', '2,250.50'],
      ['河道清淤', '3,250.50'],
      ['水文站 2x1', '水文监测', '4,250.50'],
      ['农村饮水', '5,250.50'],
    ],
  ])
})

test('rules after labels of their own rows merge nothing', () => {
  const labels = ['甲站', '乙站', '丙站', '丁站', '戊站'].flatMap((name, index) => text(53, 134 + 20 * index, name))
  const [grid] = gridsOf(unit(labels, [140, 160, 200]))
  expect(shown(grid).slice(1)).toEqual([
    ['甲站', '堤防加固', '1,250.50'],
    ['乙站', '泵站改造', '2,250.50'],
    ['丙站', '河道清淤', '3,250.50'],
    ['丁站', '水文监测', '4,250.50'],
    ['戊站', '农村饮水', '5,250.50'],
  ])
})

test('a single row between rules is one row, its text wrapped above and below the amount', () => {
  const heads = [...centred(90, 114, '项目'), ...centred(190, 114, '金额'), ...centred(300, 114, '备注')]
  const row = [...text(53, 150, '堤防加固'), ...ending(217, 150, '1,250.50')]
  const remark = ['按照年度任务清单安排', '用于设施日常维护', '和更新改造'].flatMap((line, at) =>
    text(233, 138 + 12 * at, line),
  )
  const printed = page(
    [...heads, ...row, ...remark],
    [100, 120, 170].map(y => across(y, 50, 370)),
  )
  expect(gridsOf(printed).map(shown)).toEqual([
    [
      ['项目', '金额', '备注'],
      ['堤防加固', '1,250.50', '按照年度任务清单安排用于设施日常维护和更新改造'],
    ],
  ])
})

test('a page that begins with the rest of a row beside the label of its group has no header', () => {
  const ends = [250, 330, 410]
  const figures = [180, 200, 220, 240].flatMap((y, row) => [
    ...text(130, y - 6, `第${row}项`),
    ...ends.flatMap((end, column) => ending(end, y - 6, `1,23${row}.5${column}`)),
  ])
  const groups = [...text(53, 164, '市水利局'), ...text(53, 204, '市水文站'), ...text(53, 234, '灌溉站')]
  const rulings = [140, 180, 220, 240].map(y => across(y, 50, 412)).concat([160, 200].map(y => across(y, 125, 412)))
  const [grid] = gridsOf(page([...groups, ...ending(250, 154, '8'), ...figures], rulings))
  expect(shown(grid).slice(0, 2)).toEqual([
    ['市水利局 2x1', '', '8', '', ''],
    ['第0项', '1,230.50', '1,230.51', '1,230.52'],
  ])
})

test('a heading between rules of one extent, with a header below it, begins another table', () => {
  const rows = (top: number, names: readonly string[], figure: string): Glyph[] =>
    [names, ['培训', figure, '20.00'], ['维修', '1,000.25', '8.50']].flatMap(([label = '', left = '', right = ''], row) => [
      ...text(53, top + 14 + 20 * row, label),
      ...ending(290, top + 14 + 20 * row, left),
      ...ending(405, top + 14 + 20 * row, right),
    ])
  const rules = [100, 120, 140, 160, 200, 220, 240, 260].map(y => across(y, 50, 410))
  const glyphs = [
    ...rows(100, ['项目', '上年', '本年'], '1,250.75'),
    ...text(50, 190, '（二）乙单位'),
    ...rows(200, ['内容', '数量', '金额'], '2,420.25'),
  ]
  expect(gridsOf(page(glyphs, rules)).map(grid => grid.cells.map(({ text: words }) => words)[0])).toEqual(['项目', '内容'])
})

test('the upper level of a header between full rules is kept where its table goes on over the page without a rule', () => {
  const glyphs = [
    ...[...text(53, 114, '支出经济分类科目'), ...text(253, 114, '本年基本支出')],
    ...[...text(53, 138, '编码'), ...text(103, 138, '科目名称'), ...text(253, 138, '人员经费'), ...text(333, 138, '公用经费')],
    ...ROWS.flatMap(([code = '', name = '', basic = '', project = ''], index) => {
      const y = 164 + 20 * index
      return [...text(53, y, code), ...text(103, y, name), ...ending(327, y, basic), ...ending(407, y, project)]
    }),
  ]
  const [grid] = gridsOf(page(glyphs, [across(98, 50, 410), across(122, 50, 410), across(146, 50, 410)]))
  expect(grid?.cells.filter(({ row }) => row === 0).map(({ text: words }) => words)).toEqual([
    '支出经济分类科目',
    '本年基本支出',
  ])
})

test('a larger text over the names of a further table ends the rows of the one above, wherever on the line it stands', () => {
  const moved = (glyphs: readonly Glyph[], by: number): Glyph[] =>
    glyphs.map(glyph => {
      const [left, top, right, bottom] = glyph.box
      return { ...glyph, baseline: glyph.baseline + by, box: [left, top + by, right, bottom + by] }
    })
  const title = text(50, 234, '附件2：部门收入总表', 12)
  const full = (by: number) => [100, 140, ...rules].map(y => across(y + by, 50, 410))
  const cells = (by: number) => framed(HEADER.map(([left, top, right, bottom]): Box => [left, top + by, right, bottom + by]))
  const all = [...names, ...body]
  const staggered = [
    ...centred(75, 252, '编码'),
    ...centred(175, 262, '科目名称'),
    ...centred(290, 272, '基本'),
    ...centred(370, 272, '项目'),
  ]
  const grids = gridsOf(page([...all, ...title, ...staggered, ...moved(body, 140)], [...full(0), ...cells(0), ...full(140)]))
  expect(shown(grids[0])).toEqual(expected)
})

const NEXT = ['序号', '项目名称', '财政拨款', '自有资金']
const headsAt = (y: number, words: readonly string[]): Glyph[] =>
  words.flatMap((word, index) => centred([75, 175, 290, 370][index] ?? 0, y, word))
const rowsAt = (y: number): Glyph[] =>
  ROWS.flatMap(([, name = '', basic = '', project = ''], index) => [
    ...centred(75, y + 20 * index, `${index + 1}`),
    ...text(103, y + 20 * index, name),
    ...ending(327, y + 20 * index, basic),
    ...ending(407, y + 20 * index, project),
  ])
const ruledAt = (...at: readonly number[]): Ruling[] => at.map(y => across(y, 50, 410))

test('names over an empty row are a table of their own when a heading and other names follow', () => {
  const glyphs = [
    ...headsAt(114, ['科目编码', '科目名称', '基本支出', '项目支出']),
    ...text(50, 140, '附件9：部门项目支出汇总表'),
    ...headsAt(160, NEXT),
    ...rowsAt(180),
  ]
  const grids = gridsOf(page(glyphs, ruledAt(100, 120, 125, 146, 166, 186, 206, 226, 246)))
  expect(grids.map(grid => shown(grid)[0])).toContainEqual(NEXT)
  expect(grids.flatMap(grid => shown(grid)).filter(row => row.includes('一般公共服务支出'))).toHaveLength(1)
  expect(grids.some(grid => shown(grid).flat().includes('基本支出') && shown(grid).flat().includes('自有资金'))).toBe(false)
})

test('names at many heights below a heading are those of a further table', () => {
  const staggered = [
    ...[...centred(75, 214, '功能分类'), ...centred(330, 217, '其中'), ...centred(175, 220, '科目名称')],
    ...[...centred(75, 226, '科目'), ...centred(290, 230, '一般公共'), ...centred(370, 233, '事业')],
    ...[...centred(75, 238, '编码'), ...centred(290, 242, '预算'), ...centred(370, 245, '收入')],
  ]
  const first = [...headsAt(114, ['编码', '科目名称', '基本', '项目']), ...rowsAt(134).filter(({ baseline }) => baseline < 180)]
  const glyphs = [...first, ...text(50, 198, '表2：部门收入来源汇总表'), ...staggered, ...rowsAt(264)]
  const grids = gridsOf(page(glyphs, ruledAt(100, 120, 140, 160, 180, 203, 250, 270, 290, 310, 330)))
  expect(grids).toHaveLength(2)
  expect(shown(grids[0])).toHaveLength(4)
})
