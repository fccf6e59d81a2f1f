import type { CellObject, Cell as SheetCell } from 'write-excel-file/node'
import { widthOf } from '../../../full-width.ts'
import { sum } from '../../../geometry.ts'

/** Height of a line of print, in points: 11 pt and what spreadsheets put around Chinese of that size. */
const LINE = 16

/** Rows are no taller in a spreadsheet, in points. */
const TALLEST = 409

/** Characters of a column that its edges take. */
const EDGES = 1

const isObject = (cell: SheetCell | undefined): cell is CellObject =>
  typeof cell === 'object' && cell !== null && !(cell instanceof Date)

interface Wrapped {
  readonly row: number
  readonly column: number
  readonly cell: CellObject
}

/** Lines that a text takes in so many columns. */
function lineCount({ column, cell }: Wrapped, widths: readonly number[]): number {
  const room = sum(widths.slice(column, column + (cell.columnSpan ?? 1))) - EDGES
  const lines = String(cell.value ?? '').split('\n')
  return sum(lines.map(line => Math.max(1, Math.ceil(widthOf(line) / Math.max(2, room)))))
}

/**
 * Rows tall enough for the texts that wrap in them: spreadsheets do not measure merged cells, and some no others. What cells over
 * several rows need beyond those is shared out among them.
 */
export function withHeights(rows: readonly SheetCell[][], columns: readonly { readonly width: number }[]): SheetCell[][] {
  const widths = columns.map(({ width }) => width)
  const wrapped = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): Wrapped[] => (isObject(cell) && cell.wrap === true ? [{ row, column, cell }] : [])),
  )
  const lines = rows.map(() => 1)
  const spanOf = ({ cell }: Wrapped): number => cell.rowSpan ?? 1
  for (const one of wrapped.sort((a, b) => spanOf(a) - spanOf(b))) {
    const own = lines.slice(one.row, one.row + spanOf(one))
    const more = (lineCount(one, widths) - sum(own)) / own.length
    if (more > 0) for (const [at, count] of own.entries()) lines[one.row + at] = count + more
  }
  return rows.map((cells, row) => {
    const height = Math.min(TALLEST, Math.ceil((lines[row] ?? 1) * LINE))
    const at = cells.findIndex(isObject)
    return cells.map((cell, column) => (column === at && isObject(cell) ? { ...cell, height } : cell))
  })
}
