import type { Decision } from '../../evidence.ts'
import { itemAt } from '../../geometry.ts'
import { columnCount, type Grid, type GridCell, rowCount } from '../../grid/grid.ts'
import type { Tally } from '../doubts/tally.ts'
import type { Header } from '../headers/header.ts'
import { squash } from '../words.ts'
import type { Piece } from './piece.ts'

/** Pieces with the same columns that follow each other downwards: one table, or one part of a wide one. */
export interface Strip {
  readonly pieces: readonly Piece[]
  /** For each piece, how many of its rows only repeat the header (for the first: its header rows). */
  readonly repeated: readonly number[]
  /** How the top of its first piece is read. */
  readonly header: Header
  /** Header rows of its first piece; a right part may draw fewer lines in its header than the left one. */
  readonly headerRows: number
  /** How many rows it has so far below its headers. */
  readonly rows: number
  /** Sums of its rows so far. */
  readonly tally: Tally
}

/** Pages below each other with how many rows at the top of each are header. */
export type Part = Pick<Strip, 'pieces' | 'repeated'>

/** A row below the header of a page. */
export interface BodyRow {
  readonly piece: Piece
  /** Its number on the page. */
  readonly at: number
}

/** `count` rows of a part below its headers, behind the first `from` of them: what stands beside as many rows of another part, wherever either is broken. Fewer where it ends. */
export function rowsFrom({ pieces, repeated }: Part, from = 0, count = Number.POSITIVE_INFINITY): BodyRow[] {
  const rows: BodyRow[] = []
  let skipped = 0
  pieces.some((piece, index) => {
    const header = itemAt(repeated, index)
    const own = rowCount(piece.grid) - header
    const first = Math.min(own, Math.max(0, from - skipped))
    skipped += own
    for (let row = first; row < own && rows.length < count; row++) rows.push({ piece, at: header + row })
    return rows.length >= count
  })
  return rows
}

/** Whether a row is the last of its page. */
export const endsPage = ({ piece, at }: BodyRow): boolean => at === rowCount(piece.grid) - 1

/** A table as it is printed: strips beside each other from left to right, with equal rows. Most have one. */
export interface Sheet {
  readonly strips: readonly Strip[]
  /** The strip that its last page belongs to. */
  readonly last: number
  /** Whether its parts are printed over, then down: a second band of pages has begun below the first. */
  readonly isBanded: boolean
  /** Header rows of its first page; 0 for a form. */
  readonly headerRows: number
  /** How each piece came to it. */
  readonly decisions: readonly Decision[]
}

/** A grid of a sheet, and whether its part begins with it. */
interface OnSheet {
  readonly sheet: Sheet
  readonly grid: Grid
  readonly isFirst: boolean
}

/** The texts of some cells of all sheets. */
const textsOf = (sheets: readonly Sheet[], isWanted: (cell: GridCell, on: OnSheet) => boolean): Set<string> =>
  new Set(
    sheets.flatMap(sheet =>
      sheet.strips.flatMap(({ pieces }) =>
        pieces.flatMap(({ grid }, index) =>
          grid.cells.filter(cell => isWanted(cell, { sheet, grid, isFirst: index === 0 })).map(({ text }) => squash(text)),
        ),
      ),
    ),
  )

/** Texts of cells that touch neither the head nor the foot of their grid, where the page break may cut them. */
export const wholeTexts = (sheets: readonly Sheet[]): Set<string> =>
  textsOf(sheets, ({ row, rowSpan }, { sheet, grid }) => row > sheet.headerRows && row + rowSpan < rowCount(grid))

/** Texts of header cells that the border between two parts of a wide table cannot cut: all of a table of one part, else those that do not touch it. */
export const wholeTitles = (sheets: readonly Sheet[]): Set<string> =>
  textsOf(sheets, ({ row, column, columnSpan }, { sheet, grid, isFirst }) => {
    const isWhole = sheet.strips.length === 1 || (column > 0 && column + columnSpan < columnCount(grid))
    return isFirst && row < sheet.headerRows && isWhole
  })
