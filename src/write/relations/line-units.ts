import { isFigure, plain } from '../../budget/label.ts'
import { headOf, OF_UNITS } from '../../budget/words.ts'
import { rowsOfCell } from '../../grid/grid.ts'
import type { TableJson } from '../document/document.ts'

/** Rows that are no unit's own, whatever stands in such a column. */
const SUMS: ReadonlySet<string> = new Set(['total', 'blank-total', 'subtotal'])

/** What is printed in the columns of units, by list and row; no code of a subject that strayed into one; a cell over several rows says it of each, and what stands in one list is of that list alone where the other has names. */
function printedUnits({ columns, cells }: TableJson): (list: number, row: number) => string | null {
  const heads = columns.filter(column => column.role === 'name' && OF_UNITS.test(headOf(column)))
  const lists = new Map(heads.map(({ index, list }) => [index, list]))
  const printed = cells.filter(({ column, text }) => lists.has(column) && plain(text) !== '' && !isFigure(text))
  const units = new Map(
    printed.flatMap(cell =>
      rowsOfCell(cell).map((row): [string, string] => [`${lists.get(cell.column)},${row}`, plain(cell.text)]),
    ),
  )
  const named = new Set(columns.filter(({ role }) => role === 'name').map(({ list }) => list))
  return (list, row) => {
    const from = named.has(list) ? [list] : [...named]
    return from.flatMap(one => units.get(`${one},${row}`) ?? []).at(-1) ?? null
  }
}

/** The unit that each line of a table is of, as the table names it: in a column of its own, or in a row of a unit that the line is a part of; null where nothing says so. */
export function unitsOf(table: TableJson): readonly (string | null)[] {
  const printed = printedUnits(table)
  const ownOf = ({ role, name, list, row }: TableJson['lines'][number]): string | null =>
    SUMS.has(role) ? null : role === 'unit' ? name : printed(list, row)
  return table.lines.map(line => {
    let at: TableJson['lines'][number] | undefined = line
    while (at !== undefined && ownOf(at) === null) at = at.parent === null ? undefined : table.lines[at.parent]
    return at === undefined ? null : ownOf(at)
  })
}
