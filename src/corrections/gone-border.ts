import { runsOf } from '../geometry.ts'
import { joinLines } from '../join-lines.ts'
import type { CellJson, DocumentJson } from '../write/document.ts'
import { cellsAsOne, withColumns } from './cells.ts'
import type { Found } from './place.ts'

/** Cells on both sides of a border in bands of rows that no cell among them leaves, from top to bottom. */
const bandsOf = (cells: readonly CellJson[]): CellJson[][] =>
  runsOf(
    cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    (cell, _, band) => band.some(({ row, rowSpan }) => row + rowSpan > cell.row),
  )

/** The cells of a band as one, a column less wide; null where together they are no rectangle or stand on two pages. */
function asOne(band: readonly CellJson[]): CellJson | null {
  if (band.some(({ page }) => page !== band[0]?.page)) return null
  const one = cellsAsOne(band, joinLines(band.map(cell => cell.text).filter(own => own !== '')))
  return one && { ...one, columnSpan: one.columnSpan - 1 }
}

/** The columns on both sides of the border on the right of a cell as one, in all rows of the table; null where the rows do not allow it. */
export function withoutBorder(document: DocumentJson, { table, cell }: Found): DocumentJson | null {
  const border = cell.column + cell.columnSpan
  if (border >= table.columns.length) return null
  const isBeside = ({ column, columnSpan }: CellJson): boolean => column === border || column + columnSpan === border
  const whole = new Map<CellJson, CellJson | null>()
  for (const band of bandsOf(table.cells.filter(isBeside))) {
    const isOneSided = new Set(band.map(({ column }) => column === border)).size === 1
    if (isOneSided) continue
    const one = asOne(band)
    if (one === null) return null
    for (const [at, part] of band.entries()) whole.set(part, at === 0 ? one : null)
  }
  const cells = table.cells.flatMap((one): CellJson[] => {
    const joined = whole.get(one)
    if (joined !== undefined) return joined === null ? [] : [joined]
    if (one.column >= border) return [{ ...one, column: one.column - 1 }]
    return [one.column + one.columnSpan > border ? { ...one, columnSpan: one.columnSpan - 1 } : one]
  })
  const columns = table.columns.filter(({ index }) => index !== border)
  return withColumns(document, table.id, columns, cells)
}
