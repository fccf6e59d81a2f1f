import { overlap, widthOf } from '../geometry.ts'
import { columnCount, type Grid, rowCount } from '../grid/grid.ts'
import { squash } from './header.ts'
import type { Piece } from './piece.ts'

/** Columns of one table stand at the same share of its width on each page, but for this. */
const SAME_SHARE = 0.012
/** Columns without rulings are the same when they share this much of the narrower one. */
const COVERED = 0.6

/** Column borders as shares of the width of the grid. */
export const shares = (grid: Grid): number[] => grid.columnEdges.map(edge => (edge - grid.box[0]) / widthOf(grid.box))

/** Whether two grids have the same columns, by their number and place. */
export function sameColumns(a: Grid, b: Grid): boolean {
  if (columnCount(a) !== columnCount(b)) return false
  if (a.kind === 'borderless' || b.kind === 'borderless') return overlappingColumns(a, b)
  const other = shares(b)
  return shares(a).every((share, index) => Math.abs(share - (other[index] ?? 0)) <= SAME_SHARE)
}

/** Without rulings the borders lie somewhere in the gaps of the text, so columns are the same that cover each other mostly. */
const overlappingColumns = (a: Grid, b: Grid): boolean =>
  a.columnEdges.slice(1).every((right, index) => {
    const [left = 0, otherLeft = 0, otherRight = 0] = [a.columnEdges[index], b.columnEdges[index], b.columnEdges[index + 1]]
    return overlap(left, right, otherLeft, otherRight) >= COVERED * Math.min(right - left, otherRight - otherLeft)
  })

/** Whether each column border of one grid is also one of the other: parts of one form, with fewer columns on some page. */
export function nestedColumns(a: Grid, b: Grid): boolean {
  const [few, many] = columnCount(a) <= columnCount(b) ? [a, b] : [b, a]
  return isWithin(shares(few), shares(many)) || isWithin(sharesOf(few, many), shares(many))
}

const isWithin = (few: readonly number[], many: readonly number[]): boolean =>
  few.every(share => many.some(other => Math.abs(share - other) <= SAME_SHARE))

/** Column borders of a grid as shares of the width of another one, by their place on the page. */
const sharesOf = (grid: Grid, frame: Grid): number[] => grid.columnEdges.map(edge => (edge - frame.box[0]) / widthOf(frame.box))

/**
 * Column borders of a page of a form as shares of the frame of its first page: a page on which the label at the left is not
 * drawn again is narrower, but its borders stand where they stood.
 */
export function sharesInForm(grid: Grid, first: Grid): number[] {
  const placed = sharesOf(grid, first)
  return !isWithin(shares(grid), shares(first)) && isWithin(placed, shares(first)) ? placed : shares(grid)
}

/** Whether two frames begin and end at the same places across the page. */
export const sameFrame = (a: Grid, b: Grid): boolean =>
  Math.abs(a.box[0] - b.box[0]) <= SAME_SHARE * widthOf(a.box) && Math.abs(a.box[2] - b.box[2]) <= SAME_SHARE * widthOf(a.box)

/** How many rows at the top of `grid` repeat the last of the `depth` header rows of `header`, cell by cell. */
export function repeatedHeader(header: Grid, depth: number, grid: Grid): number {
  for (let skipped = 0; skipped < depth; skipped++) {
    const rows = depth - skipped
    if (rows > rowCount(grid)) continue
    const wanted = rowsText(header, skipped, depth)
    if (wanted !== '' && rowsText(grid, 0, rows) === wanted) return rows
  }
  return 0
}

/** The cells that begin in rows `from`…`to`, with spans and text, as one comparable string; '' when they hold no text. */
function rowsText(grid: Grid, from: number, to: number): string {
  const cells = grid.cells.filter(cell => cell.row >= from && cell.row < to)
  if (cells.every(cell => cell.text === '')) return ''
  return cells
    .map(
      cell =>
        `${cell.row - from},${cell.column},${Math.min(cell.rowSpan, to - cell.row)},${cell.columnSpan}:${squash(cell.text)}`,
    )
    .join('|')
}

/** The text of the first cell below the header that is not empty: the label with which a table or form begins. */
export function firstLabel({ grid }: Piece, headerRows: number): string {
  return squash(grid.cells.find(cell => cell.row >= headerRows && cell.text !== '')?.text ?? '')
}
