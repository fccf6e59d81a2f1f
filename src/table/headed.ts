import type { Observation } from '../evidence.ts'
import type { Grid, GridCell } from '../grid/grid.ts'

/** A grid whose first `depth` rows are taken for its header, the `start` rows of a caption in its frame among them. */
export interface Headed {
  readonly grid: Grid
  /** Row by row, the cell that covers each column. */
  readonly rows: readonly (readonly (GridCell | undefined)[])[]
  /** The same without the cells that stand across columns. */
  readonly single: Headed['rows']
  /** What kind of cell covers each column of each row, as numbers to compare. */
  readonly looks: readonly (readonly number[])[]
  readonly start: number
  readonly depth: number
}

/** One kind of evidence about the depth of a header. */
export type HeaderEvidence = (headed: Headed) => Observation | null

/** Column headers are labels of a few words; what is longer is content. */
export const LONGEST_LABEL = 40

/** The cells of the header, those of the caption left out. */
export const inHeader = ({ grid, start, depth }: Headed): GridCell[] =>
  grid.cells.filter(({ row }) => row >= start && row < depth)

/** The cells with which the header ends: one for each column, but for a stray border. */
export const leavesOf = ({ grid, depth }: Headed): GridCell[] =>
  grid.cells.filter(cell => cell.row < depth && cell.row + cell.rowSpan === depth)
