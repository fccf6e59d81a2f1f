import type { Grid } from '../grid/grid.ts'
import type { Caption } from './caption.ts'

/** One grid on its page with what names it: what tables are joined from. */
export interface Piece {
  readonly grid: Grid
  readonly caption: Caption
  /** Header rows as this grid alone suggests; a continuation may have none, or body rows that look like some. */
  readonly headerRows: number
  /** Whether the grid is the first, and the last, on its page. */
  readonly opensPage: boolean
  readonly closesPage: boolean
  /** Lines of text above it that belong to no caption, and lines below it. */
  readonly linesBefore: number
  readonly linesAfter: number
}

/** Whether anything names the piece. */
export const isNamed = ({ caption }: Piece): boolean => caption.title !== null || caption.number !== null
