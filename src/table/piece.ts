import type { Grid } from '../grid/grid.ts'
import type { Caption } from './caption.ts'

/** One grid on its page with what names it: what tables are joined from. */
export interface Piece {
  readonly grid: Grid
  readonly caption: Caption
  /** Header rows as this grid alone suggests; a continuation may have none, or body rows that look like some. */
  readonly headerRows: number
  /** Whether the grid is the first or the last on its page, with no text but captions before or after it. */
  readonly opensPage: boolean
  readonly closesPage: boolean
}

/** Whether anything names the piece. */
export const isNamed = ({ caption }: Piece): boolean => caption.title !== null || caption.number !== null
