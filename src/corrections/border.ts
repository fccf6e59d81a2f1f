import { contains } from '../geometry.ts'
import { middleOf, textOf } from '../grid/fill.ts'
import type { Page } from '../page/page.ts'
import type { CellJson, DocumentJson, TableJson } from '../write/document.ts'
import { withCells, withTable } from './cells.ts'
import type { Found } from './place.ts'

/** A column that a border is moved across keeps at least this width, in points: less holds no character. */
const NARROWEST = 2

/** Two cells of one row with the border between them. */
type Pair = readonly [left: CellJson, right: CellJson]

/** The cells of a page on both sides of the border on the right of a cell, and those of one row as pairs from top to bottom. */
function beside({ cells }: TableJson, cell: CellJson) {
  const border = cell.column + cell.columnSpan
  const own = cells.filter(({ page }) => page === cell.page)
  const left = own.filter(({ column, columnSpan }) => column + columnSpan === border)
  const right = own.filter(({ column }) => column === border)
  const pairs = left
    .flatMap((one): Pair[] => {
      const other = right.find(({ row, rowSpan }) => row === one.row && rowSpan === one.rowSpan)
      return other ? [[one, other]] : []
    })
    .sort(([a], [b]) => a.row - b.row)
  return { left, right, pairs }
}

const moved = ([left, right]: Pair, x: number): Pair => [
  { ...left, box: [left.box[0], left.box[1], x, left.box[3]] },
  { ...right, box: [x, right.box[1], right.box[2], right.box[3]] },
]

/** The characters of two cells whatever their order: a word that goes over the border is neither lost nor doubled. */
const characters = (texts: readonly string[]): string => [...texts.join('').replaceAll(/\s/g, '')].sort().join('')

/**
 * What a border says in a patch file: where it stands, and below it what the cells of each row hold on its left and right,
 * parted by a tab, as the glyphs of the page lie. Where they do not lie in these cells, as on a scan, the texts stay and
 * only the place is said.
 */
export function borderText({ table, cell }: Found, x: number, { glyphs }: Pick<Page, 'glyphs'>): string {
  const { pairs } = beside(table, cell)
  const lines = pairs.map(pair =>
    moved(pair, x).map(({ box }) => textOf(glyphs.filter(glyph => contains(box, ...middleOf(glyph)))).text),
  )
  const isWhole = pairs.every((pair, at) => characters(pair.map(({ text }) => text)) === characters(lines[at] ?? []))
  return [`${Math.round(x * 100) / 100}`, ...(isWhole ? lines.map(line => line.join('\t')) : [])].join('\n')
}

/** A cell at its new border, with what it holds there. */
const rewritten = (cell: CellJson, text: string): CellJson =>
  text === cell.text
    ? cell
    : {
        ...cell,
        ...{ text, lines: text === '' ? [] : [text], source: 'reviewed', confidence: 1 },
        firstReading: cell.firstReading ?? cell.text,
      }

/**
 * The border on the right of a cell at another place of its page, as `borderText` says it; null where a column would vanish,
 * where no column follows, or where the texts are not those of the rows.
 */
export function withBorder(document: DocumentJson, { table, cell }: Found, said: string): DocumentJson | null {
  const [place = '', ...lines] = said.split('\n')
  const x = Number(place)
  const { left, right, pairs } = beside(table, cell)
  const fits =
    place.trim() !== '' &&
    right.length > 0 &&
    left.every(({ box }) => x >= box[0] + NARROWEST) &&
    right.every(({ box }) => x <= box[2] - NARROWEST)
  if (!fits || (lines.length > 0 && lines.length !== pairs.length)) return null
  const texts = new Map<CellJson, string>()
  for (const [at, line] of lines.entries()) {
    const pair = pairs[at]
    const parts = line.split('\t')
    if (!pair || characters(parts) !== characters(pair.map(({ text }) => text))) return null
    for (const [side, one] of pair.entries()) texts.set(one, parts[side] ?? '')
  }
  const atBorder = (one: CellJson): CellJson => {
    const [x0, top, x1, bottom] = one.box
    if (left.includes(one)) return { ...one, box: [x0, top, x, bottom] }
    return right.includes(one) ? { ...one, box: [x, top, x1, bottom] } : one
  }
  const cells = table.cells.map(one => rewritten(atBorder(one), texts.get(one) ?? one.text))
  return withTable(document, table.id, own => withCells(own, cells))
}
