import type { Decision, Observation } from '../evidence.ts'
import { type AxisLine, type Box, numbersFrom } from '../geometry.ts'
import type { Source } from '../page/page.ts'

/** Text of a cell or a line, with what vouches for it. */
export interface Text {
  /** Wrapped lines joined by the rule for Chinese text; `''` for an empty cell. */
  readonly text: string
  /** The lines as printed, top to bottom. */
  readonly lines: readonly string[]
  /** Left edge of the first glyph of the first line, in points; null for an empty cell. Tells the indent. */
  readonly textLeft: number | null
  /** Right edge of the last glyph of the first line, in points; absent where it is not known. */
  readonly textRight?: number
  readonly source: Source
  /** The least confidence of its glyphs, lowered where the place of the text is in doubt. */
  readonly confidence: number
}

/** The rows and columns that a cell covers: its first ones, 0-based, and how many, at least 1. */
export interface Covered {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Whether a cell covers a row. */
export const coversRow = ({ row, rowSpan }: Pick<Covered, 'row' | 'rowSpan'>, at: number): boolean =>
  row <= at && at < row + rowSpan

/** Whether a cell covers a column. */
export const coversColumn = ({ column, columnSpan }: Pick<Covered, 'column' | 'columnSpan'>, at: number): boolean =>
  column <= at && at < column + columnSpan

/** Whether a cell covers a position. */
export const covers = (cell: Covered, row: number, column: number): boolean =>
  coversRow(cell, row) && coversColumn(cell, column)

/** Row by row, the cell that covers each column; of several the last. */
export function cellsByPlace<Cell extends Covered>(cells: readonly Cell[], rows: number, columns: number) {
  const places = Array.from({ length: rows }, () => new Array<Cell | undefined>(columns).fill(undefined))
  for (const cell of cells)
    for (const row of places.slice(cell.row, cell.row + cell.rowSpan))
      row.fill(cell, cell.column, cell.column + cell.columnSpan)
  return places
}

/** The rows that a cell covers. */
export const rowsOfCell = ({ row, rowSpan }: Pick<Covered, 'row' | 'rowSpan'>): number[] => numbersFrom(row, row + rowSpan)

/** A drawn cell of a grid. */
export interface GridCell extends Text, Covered {
  readonly box: Box
  /** Set where the text, or a line of it, is struck out on the page. */
  readonly struck?: true
}

/** A table as drawn on one page: every place is covered by exactly one cell. */
export interface Grid {
  readonly page: number
  readonly box: Box
  /** Column borders from left to right: one more than there are columns. */
  readonly columnEdges: readonly number[]
  /** Row borders from top to bottom: one more than there are rows. */
  readonly rowEdges: readonly number[]
  readonly cells: readonly GridCell[]
  /** `lattice`: cells by rulings; `borderless`: cells by the alignment of glyphs. */
  readonly kind: 'lattice' | 'borderless'
}

/** A part of a page that looked like a grid and is none. */
export interface RejectedArea {
  readonly box: Box
  /** In a few words that a reader can follow on the page. */
  readonly because: string
}

/** A part of a page that no lattice encloses, with the decision whether it is a table. */
export interface DecidedArea {
  readonly box: Box
  readonly isTable: boolean
  readonly decision: Decision
  readonly seen: AreaEvidence
  /** Columns of the table, 0-based, of which its texts do not tell surely where they part or which names stand over them. */
  readonly vague: readonly number[]
}

/** What is seen of an area that speaks for its being a table, and what speaks against it. */
export interface AreaEvidence {
  readonly table: readonly Observation[]
  readonly none: readonly Observation[]
}

/**
 * What tells an edge: a drawn line, the side of a coloured box, a column border that
 * ends in the open, a header that is printed again, a header's border that goes on below it, the white between texts.
 */
export type EdgeSource = 'ruling' | 'fill' | 'loose-end' | 'again' | 'continued' | 'text'

/** A border between cells, or what looked like one, with what tells it. */
export interface GridEdge extends AxisLine {
  readonly source: EdgeSource
  /** How sure a reader is that it is a border, 0 to 1: 1 for a drawn line, 0 where it was rejected. */
  readonly strength: number
  /** Why it is no border; absent where it is one. */
  readonly rejected?: string
}

/** How the grids of a page came to be: its edges, the lattices that were rejected, and what was decided of the areas without one. */
export interface GridEvidence {
  readonly page: number
  readonly edges: readonly GridEdge[]
  readonly rejected: readonly RejectedArea[]
  readonly decided: readonly DecidedArea[]
  /** Whether the sheet shows one page or two; null where nothing speaks of two. */
  readonly sheet: Decision | null
}

/** How many rows a grid has. */
export const rowCount = (grid: Grid): number => grid.rowEdges.length - 1

/** How many columns a grid has. */
export const columnCount = (grid: Grid): number => grid.columnEdges.length - 1
