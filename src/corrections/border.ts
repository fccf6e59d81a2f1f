import { type Box, contains, round, runsOf, widthOf } from '../geometry.ts'
import { middleOf, textOf } from '../grid/cells/fill.ts'
import { joinLines } from '../join-lines.ts'
import { inked, linesOf } from '../lines.ts'
import type { Glyph, Page } from '../page/page.ts'
import { isTotal } from '../table/words.ts'
import type { CellJson, DocumentJson } from '../write/document/document.ts'
import { cellsAsOne, characters, reviewedCell, withCells, withColumns, withTable } from './cells.ts'
import { borderWithin, type ColumnBorder, cellsOfColumn, columnBorder } from './column-border.ts'
import type { Found } from './place.ts'

interface Said {
  /** Points from the left of the page. */
  readonly x: number
  /** What the cells of each row hold on both sides, parted by a tab; none where the texts stay. */
  readonly lines: readonly string[]
}

/** What a border says as it stands in a patch file: its place, and below it a line a row. */
const borderSaid = ({ x, lines }: Said): string => [`${round(x)}`, ...lines].join('\n')

/** The same read again; null where it says no place, or one where the border may not stand. */
function saidBorder(text: string, { least, most }: Pick<ColumnBorder, 'least' | 'most'>): Said | null {
  const [place = '', ...lines] = text.split('\n')
  const x = Number(place)
  return place.trim() !== '' && x >= least && x <= most ? { x, lines } : null
}

/** What a cell with this box would hold, as the glyphs of its page lie. */
const textIn = (box: Box, glyphs: readonly Glyph[]): string =>
  textOf(glyphs.filter(glyph => contains(box, ...middleOf(glyph)))).text

/** Glyphs nearer to each other than this (in sizes) are one word: print set wide apart has half a size and more between its characters. */
const ONE_WORD = 0.3

const HAN = /^\p{Script=Han}$/u

/** Where the border stands in a cell: at the same place on the page that it was put on, at the same share of the column on others. */
function placeIn({ page, box: [x0, , x1] }: CellJson, { cell }: Found, x: number): number {
  if (page === cell.page) return Math.max(x0, Math.min(x1, x))
  return x0 + ((x - cell.box[0]) / widthOf(cell.box)) * (x1 - x0)
}

/** A cell as its two sides. */
const sidesOf = ({ box: [x0, top, x1, bottom] }: CellJson, x: number): readonly [left: Box, right: Box] => [
  [x0, top, x, bottom],
  [x, top, x1, bottom],
]

/** Whether a word stands on the border, as that of a header over both columns does; between a code and its name goes a border even where they touch. */
const isCrossed = (glyphs: readonly Glyph[], x: number, isHeader: boolean): boolean =>
  linesOf(glyphs).some(line => {
    const print = inked(line)
    const at = print.findIndex(glyph => middleOf(glyph)[0] >= x)
    const [before, after] = [print[at - 1], print[at]]
    if (!before || !after || after.box[0] - before.box[2] >= ONE_WORD * after.size) return false
    return isHeader || (HAN.test(before.text) && HAN.test(after.text))
  })

/**
 * What a new border says in a patch file: where it stands on the page of the cell, and below it what each cell of the column holds
 * on its left and right, parted by a tab, as the glyphs lie; a cell that stays one over both columns has no tab: a header over
 * both (its word stands on the border, or one side has none), a word or a spaced total. Where the glyphs are not the texts of
 * the cells, as on a scan, only the place is said.
 */
export function newBorderText(found: Found, x: number, pages: readonly Pick<Page, 'page' | 'glyphs'>[]): string {
  const { table, cell } = found
  const lines = cellsOfColumn(table, cell.column).map(one => {
    const glyphs = pages.find(({ page }) => page === one.page)?.glyphs ?? []
    const own = glyphs.filter(glyph => contains(one.box, ...middleOf(glyph)))
    const at = placeIn(one, found, x)
    const sides = sidesOf(one, at).map(box => textIn(box, own))
    const isHeader = one.row < table.headerRows
    const isOne = sides.includes('') ? isHeader : isTotal(one.text) || isCrossed(own, at, isHeader)
    return characters(sides) !== characters([one.text]) ? null : isOne ? one.text : sides.join('\t')
  })
  return borderSaid({ x, lines: lines.every(line => line !== null) ? lines : [] })
}

/** A cell of the column as the border leaves it; without `line` its text stays on the left and is in doubt. */
function parts(one: CellJson, x: number, line: string | undefined): CellJson[] {
  if (line !== undefined && !line.includes('\t')) return [{ ...one, columnSpan: 2 }]
  const texts = line?.split('\t') ?? [one.text, '']
  return sidesOf(one, x).map((box, side): CellJson => {
    const text = texts[side] ?? ''
    const stands = { ...one, column: one.column + side, box }
    if (line === undefined && one.text !== '') return { ...stands, text, lines: text === '' ? [] : one.lines, confidence: 0 }
    return text === one.text ? stands : reviewedCell(stands, text)
  })
}

/**
 * A column as two, in all rows of its table, as `newBorderText` says it; null where a column would have no room, where the cell
 * spans several columns, or where the texts are not those of the rows.
 */
export function withNewBorder(document: DocumentJson, found: Found, said: string): DocumentJson | null {
  const { table, cell } = found
  const range = borderWithin(cell)
  const told = range && saidBorder(said, range)
  if (told === null) return null
  const { x, lines } = told
  const own = cellsOfColumn(table, cell.column)
  if (lines.length > 0 && lines.length !== own.length) return null
  const fits = (line: string, at: number): boolean =>
    line.split('\t').length <= 2 && characters([line]) === characters([own[at]?.text ?? ''])
  if (!lines.every(fits)) return null
  const cells = table.cells.flatMap((one): CellJson[] => {
    const at = own.indexOf(one)
    if (at >= 0) return parts(one, placeIn(one, found, x), lines[at])
    if (one.column > cell.column) return [{ ...one, column: one.column + 1 }]
    return [one.column + one.columnSpan > cell.column ? { ...one, columnSpan: one.columnSpan + 1 } : one]
  })
  const columns = table.columns.flatMap(column => (column.index === cell.column ? [column, column] : [column]))
  return withColumns(document, table.id, columns, cells)
}

/** Cells on both sides of a border in bands of rows that no cell among them leaves, from top to bottom. */
const bandsOf = (cells: readonly CellJson[]): CellJson[][] =>
  runsOf(
    cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    (cell, _, band) => band.some(({ row, rowSpan }) => row + rowSpan > cell.row),
  )

/** The cells of a band as one, a column less wide; null where together they are no rectangle or stand on two pages. */
function asOne(band: readonly CellJson[]): CellJson | null {
  if (band.some(({ page }) => page !== band[0]?.page)) return null
  const one = cellsAsOne(band, joinLines(band.map(cell => cell.text).filter(own => own !== '')))
  return one && { ...one, columnSpan: one.columnSpan - 1 }
}

/** The columns on both sides of the border on the right of a cell as one, in all rows of the table; null where the rows do not allow it. */
export function withoutBorder(document: DocumentJson, { table, cell }: Found): DocumentJson | null {
  const border = cell.column + cell.columnSpan
  if (border >= table.columns.length) return null
  const isBeside = ({ column, columnSpan }: CellJson): boolean => column === border || column + columnSpan === border
  const whole = new Map<CellJson, CellJson | null>()
  for (const band of bandsOf(table.cells.filter(isBeside))) {
    const isOneSided = new Set(band.map(({ column }) => column === border)).size === 1
    if (isOneSided) continue
    const one = asOne(band)
    if (one === null) return null
    for (const [at, part] of band.entries()) whole.set(part, at === 0 ? one : null)
  }
  const cells = table.cells.flatMap((one): CellJson[] => {
    const joined = whole.get(one)
    if (joined !== undefined) return joined === null ? [] : [joined]
    if (one.column >= border) return [{ ...one, column: one.column - 1 }]
    return [one.column + one.columnSpan > border ? { ...one, columnSpan: one.columnSpan - 1 } : one]
  })
  const columns = table.columns.filter(({ index }) => index !== border)
  return withColumns(document, table.id, columns, cells)
}

/** Two cells of one row with the border between them. */
type Pair = readonly [left: CellJson, right: CellJson]

/** The cells on both sides of a border that stand in the same rows, from top to bottom. */
const pairsOf = ({ left, right }: ColumnBorder): Pair[] =>
  left
    .flatMap((one): Pair[] => {
      const other = right.find(({ row, rowSpan }) => row === one.row && rowSpan === one.rowSpan)
      return other ? [[one, other]] : []
    })
    .sort(([a], [b]) => a.row - b.row)

/** A cell as it stands when the border is at `x`. */
function atBorder({ left, right }: ColumnBorder, cell: CellJson, x: number): CellJson {
  const [x0, top, x1, bottom] = cell.box
  if (left.includes(cell)) return { ...cell, box: [x0, top, x, bottom] }
  return right.includes(cell) ? { ...cell, box: [x, top, x1, bottom] } : cell
}

/**
 * What a border says in a patch file: where it stands, and below it what the cells of each row hold on its left and right,
 * parted by a tab, as the glyphs of the page lie. Where they do not lie in these cells, as on a scan, the texts stay and
 * only the place is said.
 */
export function borderText({ table, cell }: Found, x: number, { glyphs }: Pick<Page, 'glyphs'>): string {
  const border = columnBorder(table, cell)
  if (border === null) return borderSaid({ x, lines: [] })
  const pairs = pairsOf(border)
  const lines = pairs.map(pair => pair.map(one => textIn(atBorder(border, one, x).box, glyphs)))
  const isWhole = pairs.every((pair, at) => characters(pair.map(({ text }) => text)) === characters(lines[at] ?? []))
  return borderSaid({ x, lines: isWhole ? lines.map(line => line.join('\t')) : [] })
}

/**
 * The border on the right of a cell at another place of its page, as `borderText` says it; null where a column would vanish,
 * where no column follows, or where the texts are not those of the rows.
 */
export function withBorder(document: DocumentJson, { table, cell }: Found, said: string): DocumentJson | null {
  const border = columnBorder(table, cell)
  const told = border && saidBorder(said, border)
  if (border === null || told === null) return null
  const { x, lines } = told
  const pairs = pairsOf(border)
  if (lines.length > 0 && lines.length !== pairs.length) return null
  const texts = new Map<CellJson, string>()
  for (const [at, line] of lines.entries()) {
    const pair = pairs[at]
    const parts = line.split('\t')
    if (!pair || parts.length !== pair.length || characters(parts) !== characters(pair.map(({ text }) => text))) return null
    for (const [side, one] of pair.entries()) texts.set(one, parts[side] ?? '')
  }
  const cells = table.cells.map(one => {
    const text = texts.get(one) ?? one.text
    const stands = atBorder(border, one, x)
    return text === one.text ? stands : reviewedCell(stands, text)
  })
  return withTable(document, table.id, own => withCells(own, cells))
}
