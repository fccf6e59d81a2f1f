import type { Decision } from '../evidence.ts'
import { columnCount, rowCount } from '../grid/grid.ts'
import type { Header } from './header.ts'
import type { Piece } from './piece.ts'
import type { Tally } from './tally.ts'
import { squash } from './words.ts'

/** Pieces with the same columns that follow each other downwards: one table, or one part of a wide one. */
export interface Strip {
  readonly pieces: readonly Piece[]
  /** For each piece, how many of its rows only repeat the header (for the first: its header rows). */
  readonly repeated: readonly number[]
  /** How the top of its first piece is read. */
  readonly header: Header
  /** Header rows of its first piece; a right part may draw fewer lines in its header than the left one. */
  readonly headerRows: number
  /** Sums of its rows so far. */
  readonly tally: Tally
}

/** Pages below each other with how many rows at the top of each are header. */
export type Part = Pick<Strip, 'pieces' | 'repeated'>

/** How many rows below its header a page has. */
const rowsOf = ({ pieces, repeated }: Part, index: number): number => {
  const piece = pieces[index]
  return piece === undefined ? 0 : rowCount(piece.grid) - (repeated[index] ?? 0)
}

/** How many rows below their headers pages have. */
export const bodyRows = (part: Part): number => part.pieces.reduce((rows, _, index) => rows + rowsOf(part, index), 0)

/**
 * The pages of a left part that `rows` rows of a right part stand beside, behind the `done` that it already has: parts may
 * be broken at different rows. Where no pages have so many rows, the page that follows as many as the right part has.
 */
export function pagesBeside(left: Part, right: Part, rows: number): Part {
  let sum = 0
  const ends = left.pieces.map((_, index) => {
    sum += rowsOf(left, index)
    return sum
  })
  const done = bodyRows(right)
  const from = done === 0 ? 0 : ends.indexOf(done) + 1
  const to = ends.indexOf(done + rows, from) + 1
  return (done > 0 && from === 0) || to === 0
    ? slice(left, right.pieces.length, right.pieces.length + 1)
    : slice(left, from, to)
}

const slice = ({ pieces, repeated }: Part, from: number, to: number): Part => ({
  pieces: pieces.slice(from, to),
  repeated: repeated.slice(from, to),
})

/** How the parts of a wide table follow each other in the document; null while it has one part or one page a part. */
export type Order = 'down-over' | 'over-down' | null

/** A table as it is printed: strips beside each other from left to right, with equal rows. Most have one. */
export interface Sheet {
  readonly strips: readonly Strip[]
  readonly order: Order
  /** Header rows of its first page; 0 for a form. */
  readonly headerRows: number
  /** How each piece came to it. */
  readonly decisions: readonly Decision[]
}

/** Texts of cells that touch neither the head nor the foot of their grid, where the page break may cut them. */
export const wholeTexts = (sheets: readonly Sheet[]): Set<string> =>
  new Set(
    sheets.flatMap(({ strips, headerRows }) =>
      strips.flatMap(({ pieces }) =>
        pieces.flatMap(({ grid }) =>
          grid.cells
            .filter(({ row, rowSpan }) => row > headerRows && row + rowSpan < rowCount(grid))
            .map(({ text }) => squash(text)),
        ),
      ),
    ),
  )

/** Texts of header cells that the border between two parts of a wide table cannot cut: all of a table of one part, else those that do not touch it. */
export const wholeTitles = (sheets: readonly Sheet[]): Set<string> =>
  new Set(
    sheets.flatMap(({ strips, headerRows }) =>
      strips.flatMap(({ pieces }) =>
        pieces.slice(0, 1).flatMap(({ grid }) =>
          grid.cells
            .filter(({ row }) => row < headerRows)
            .filter(({ column, columnSpan }) => strips.length === 1 || (column > 0 && column + columnSpan < columnCount(grid)))
            .map(({ text }) => squash(text)),
        ),
      ),
    ),
  )
