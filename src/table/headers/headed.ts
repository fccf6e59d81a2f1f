import type { Observation } from '../../evidence.ts'
import { cellsByPlace, columnCount, type Grid, type GridCell, rowCount } from '../../grid/grid.ts'
import { onceEach } from '../../once.ts'

/** A grid whose first `depth` rows are taken for its header, the `start` rows of a caption in its frame among them. */
export interface Headed {
  readonly grid: Grid
  /** Its cells that begin no lower than the row below the deepest header: all depths are looked at, and of a page most cells are below. */
  readonly top: readonly GridCell[]
  /** Row by row, the cell that covers each column. */
  readonly rows: readonly (readonly (GridCell | undefined)[])[]
  /** The same without the cells that stand across columns. */
  readonly single: Headed['rows']
  /** What kind of cell covers each column of each row, as numbers to compare. */
  readonly looks: readonly (readonly number[])[]
  readonly start: number
  readonly depth: number
  /** The cells of the header, those of the caption left out. */
  readonly own: readonly GridCell[]
}

/** One kind of evidence about the depth of a header. */
export type HeaderEvidence = (headed: Headed) => Observation | null

/** Column headers are labels of a few words; what is longer is content. */
export const LONGEST_LABEL = 40

/** Row by row, the cell that covers each column of a grid: what is counted of them is kept with them. */
export const rowsOf = onceEach((grid: Grid): Headed['rows'] => cellsByPlace(grid.cells, rowCount(grid), columnCount(grid)))

/** The cells with which the header ends: one for each column, but for a stray border. */
export const leavesOf = ({ top, depth }: Headed): GridCell[] =>
  top.filter(cell => cell.row < depth && cell.row + cell.rowSpan === depth)
