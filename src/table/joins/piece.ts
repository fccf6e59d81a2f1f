import { columnCount, type Grid, type GridCell } from '../../grid/grid.ts'
import type { Caption } from '../captions/caption.ts'
import { type Tally, tallyOf } from '../doubts/tally.ts'
import type { HeaderReading } from '../headers/header.ts'
import { columnsSeen } from './same-columns.ts'

/** One grid on its page with what is printed around it: what tables are put together from. */
export interface Piece {
  readonly grid: Grid
  /** Row by row, the cell that covers each column. */
  readonly rows: readonly (readonly (GridCell | undefined)[])[]
  readonly caption: Caption
  /** The heading of the section that it stands under, where one is its alone. */
  readonly heading: string | null
  /** The ways to read its top. */
  readonly headerReadings: readonly HeaderReading[]
  /** Header rows as this grid alone suggests; a continuation may have none, or body rows that look like some. */
  readonly headerRows: number
  /** Sums of its rows below the header. */
  readonly tally: Tally
  /** Whether the document prints its header, or its labels, over several grids of one page. */
  readonly isOfSeries: boolean
  /** Whether the grid is the first, and the last, on its page. */
  readonly opensPage: boolean
  readonly closesPage: boolean
  /** Lines of text above it that belong to no caption, and lines below it. */
  readonly linesBefore: number
  readonly linesAfter: number
  /** Printed pages between the piece before and this one: 0 on the same page, 1 on the next; blank pages do not count. */
  readonly pagesOn: number
  /** Free height below the grid down to the lowest ink of the pages of its size, as a share of their height. */
  readonly freeBelow: number
}

/** Whether anything names the piece. */
export const isNamed = ({ caption }: Piece): boolean => caption.title !== null || caption.number !== null

/** The sums of a piece by the columns of a grid that has more or fewer: without rulings a row that fills few columns shows no more than these, and a total set off from the names makes one too many. */
export function tallyIn(grid: Grid, piece: Piece): Tally {
  const columns = columnCount(piece.grid) !== columnCount(grid) ? columnsSeen(piece.grid, grid) : null
  if (columns === null) return piece.tally
  const moved = new Map(piece.grid.cells.map(cell => [cell, { ...cell, column: columns[cell.column] ?? cell.column }]))
  return tallyOf(piece.rows.slice(piece.headerRows).map(row => row.map(cell => cell && moved.get(cell))))
}
