import { numbersFrom } from '../geometry.ts'
import { type Grid, type GridCell, rowCount } from '../grid/grid.ts'
import { repeatedInside } from './headers/repeated-header.ts'
import type { Piece } from './joins/piece.ts'
import { amountOf, isCarry, isPageCount, isTotal, squash } from './words.ts'

/** The rows of a page that belong to the body of the joined table, and what was left out. */
export interface Body {
  /** Cells with rows counted anew from 0. */
  readonly cells: readonly GridCell[]
  readonly rowCount: number
  /** Rows of the grid that only carry a sum over the page break, or print the total again. */
  readonly carried: readonly number[]
}

/** A carry line stands among this many rows at the foot or the head of a page. */
const CARRY_ROWS = 2

/** So many figures that are not 0 are the total of a whole table; one alone, 合计 100, may be that of another form. */
const TOTAL_FIGURES = 2

/**
 * What a page gives to its table: all rows but the header printed again, at the top or inside, the lines that carry a sum
 * over the break, and the foot of the page. `repeated` rows at the top are left out unless the page `isFirst`; `header` is the first page,
 * `last` the one at whose foot the total stands that earlier pages print as well.
 */
export function bodyOf(
  piece: Piece,
  header: Grid,
  { repeated, headerRows, isFirst, last }: { repeated: number; headerRows: number; isFirst: boolean; last: Piece },
): Body {
  const { grid } = piece
  const top = isFirst ? 0 : repeated
  const inside = repeatedInside(header, headerRows, grid, isFirst ? headerRows : repeated)
  const carried = [...new Set([...carriedRows(piece, top), ...totalAgain(piece, last)])]
  const foot = pageFoot(grid)
  const dropped = new Set([...numbersFrom(0, top), ...inside, ...carried, ...foot])
  return { cells: without(grid.cells, dropped), rowCount: rowCount(grid) - dropped.size, carried }
}

const carriedRows = ({ rows }: Piece, top: number): number[] =>
  rows.flatMap((row, index) => {
    const isEdge = index < top + CARRY_ROWS || index >= rows.length - CARRY_ROWS
    return isEdge && row.some(cell => cell !== undefined && cell.rowSpan === 1 && isCarry(cell.text)) ? [index] : []
  })

/** The last row of a page where it is the total with which the last page ends, figure by figure: the foot of a table that is printed on each page. */
function totalAgain(piece: Piece, last: Piece): number[] {
  const [own, foot] = [piece, last].map(({ rows }) => rows.at(-1)?.map(cell => squash(cell?.text ?? '')) ?? [])
  const figures = foot?.filter(text => amountOf(text)) ?? []
  const isAgain = piece !== last && own?.join('|') === foot?.join('|') && own?.some(isTotal) === true
  return isAgain && figures.length >= TOTAL_FIGURES ? [piece.rows.length - 1] : []
}

/** The last row where it counts the page, 第3页 共4页, over all columns: the foot of the page, drawn in the frame. */
function pageFoot(grid: Grid): number[] {
  const last = rowCount(grid) - 1
  const [cell, ...more] = grid.cells.filter(({ row, rowSpan }) => row + rowSpan > last)
  return cell !== undefined && more.length === 0 && cell.rowSpan === 1 && isPageCount(cell.text) ? [last] : []
}

/** Cells without some rows: those that lie in them alone are gone, taller ones are shorter. */
function without(cells: readonly GridCell[], dropped: ReadonlySet<number>): GridCell[] {
  if (dropped.size === 0) return [...cells]
  const before = (row: number): number => [...dropped].filter(gone => gone < row).length
  return cells.flatMap(cell => {
    const end = cell.row + cell.rowSpan
    const row = cell.row - before(cell.row)
    const rowSpan = end - before(end) - row
    return rowSpan === 0 ? [] : [{ ...cell, row, rowSpan }]
  })
}
