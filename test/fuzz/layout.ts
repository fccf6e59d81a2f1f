import type { Names } from './caption.ts'
import type { ContentCell } from './content.ts'
import { type Knobs, settled } from './knobs.ts'
import { type Plan, planOf } from './plans.ts'
import { printed } from './print.ts'
import { pdfOfSheets } from './write-pdf.ts'

/** A table as a reader counts it: pages joined, repeated headers and carried sums left out. */
export interface TrueTable extends Names {
  readonly headerRows: number
  readonly rowCount: number
  readonly columnCount: number
  readonly cells: readonly ContentCell[]
}

/** A grid as it is drawn on one page, and how it belongs to those before it. */
export interface TruePiece {
  /** 1-based. */
  readonly page: number
  /** Left, top, right, bottom in points from the top left corner of the upright page. */
  readonly box: readonly [number, number, number, number]
  /** Index of its table. */
  readonly table: number
  /** It begins a table, or goes on with the piece `continues` downwards or to its right. */
  readonly relation: 'new' | 'down' | 'sideways'
  /** Index of that piece; null where a table begins. */
  readonly continues: number | null
  /** Rows at its top that are the header or repeat it, a title in the frame among them. */
  readonly headerRows: number
  /** Columns at its left that only repeat the labels of the part before. */
  readonly repeatedColumns: number
  /** Whether its first row below the header is the rest of a row that the page break cut. */
  readonly beginsInRow: boolean
  /** Lines of a caption just above it. */
  readonly captionLines: number
}

export interface Truth {
  readonly tables: readonly TrueTable[]
  /** In the order in which they are printed. */
  readonly pieces: readonly TruePiece[]
}

/** A document of the fuzzer with all that is known of it. */
export interface Layout {
  readonly plan: Plan
  /** The knobs as they were printed: what contradicts another has given way. */
  readonly knobs: Knobs
  readonly pdf: Uint8Array
  readonly truth: Truth
}

/** The document of a seed with its truth: what its tables are, and which grid goes on with which. */
export const layoutOf = (seed: number): Layout => layoutFrom(planOf(seed))

/** The document that a plan describes. */
export function layoutFrom(plan: Plan): Layout {
  const knobs = settled(plan.knobs)
  const { sheets, truth } = printed({ ...plan, knobs })
  return { plan, knobs, pdf: pdfOfSheets(sheets, knobs.rotate === '90'), truth }
}
