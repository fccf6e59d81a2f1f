import type { CellJson, TableJson } from '../write/document/document.ts'

/** A column beside a border that is moved or new keeps at least this width, in points: less holds no character. */
const NARROWEST = 2

/** The border on the right of a cell on the page of the cell. */
export interface ColumnBorder {
  /** The cells that end and those that begin at it. */
  readonly left: readonly CellJson[]
  readonly right: readonly CellJson[]
  /** Where it may stand, in points. */
  readonly least: number
  readonly most: number
}

/** The cells that stand in one column and no other, from top to bottom over all pages. */
export const cellsOfColumn = ({ cells }: TableJson, own: number): CellJson[] =>
  cells.filter(({ column, columnSpan }) => column === own && columnSpan === 1).sort((a, b) => a.row - b.row)

/** Where a border may be put into the column of a cell, in points of its page; null where the cell spans several columns or has no room. */
export function borderWithin({ box, columnSpan }: CellJson): Pick<ColumnBorder, 'least' | 'most'> | null {
  const [least, most] = [box[0] + NARROWEST, box[2] - NARROWEST]
  return columnSpan === 1 && least < most ? { least, most } : null
}

/** The border on the right of a cell; null at the right edge of the table. */
export function columnBorder({ cells }: TableJson, cell: CellJson): ColumnBorder | null {
  const border = cell.column + cell.columnSpan
  const own = cells.filter(({ page }) => page === cell.page)
  const left = own.filter(({ column, columnSpan }) => column + columnSpan === border)
  const right = own.filter(({ column }) => column === border)
  if (right.length === 0) return null
  const least = Math.max(...left.map(({ box }) => box[0])) + NARROWEST
  const most = Math.min(...right.map(({ box }) => box[2])) - NARROWEST
  return { left, right, least, most }
}
