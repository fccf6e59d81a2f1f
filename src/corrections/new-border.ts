import { type Box, contains, widthOf } from '../geometry.ts'
import { middleOf } from '../grid/fill.ts'
import { linesOf } from '../lines.ts'
import type { Glyph, Page } from '../page/page.ts'
import { isTotal } from '../table/words.ts'
import type { CellJson, DocumentJson } from '../write/document.ts'
import { borderSaid, saidBorder, textIn } from './border-text.ts'
import { characters, reviewedCell, withColumns } from './cells.ts'
import { borderWithin, cellsOfColumn } from './column-border.ts'
import type { Found } from './place.ts'

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
    const inked = line.filter(({ text }) => text !== ' ')
    const at = inked.findIndex(glyph => middleOf(glyph)[0] >= x)
    const [before, after] = [inked[at - 1], inked[at]]
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
