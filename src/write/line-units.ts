import { plain } from '../budget/label.ts'
import type { CellJson, TableJson } from './document.ts'

/** Heads of columns that say whose a row is. */
const OF_UNITS = /^(?:[一二三]级|预算|主管|实施|所属|编制|基层|项目)*(?:单位|部门)(?:名称)?$/
/** Rows that are no unit's own, whatever stands in such a column. */
const SUMS: ReadonlySet<string> = new Set(['total', 'blank-total', 'subtotal'])

/** The rows that a cell stands in. */
export const rowsOf = ({ row, rowSpan }: CellJson): number[] => Array.from({ length: rowSpan }, (_, below) => row + below)

/** What is printed in the columns of units, by row; a cell over several rows says it of each. */
function printedUnits({ columns, cells }: TableJson): ReadonlyMap<number, string> {
  const heads = columns.filter(({ role, path }) => role === 'name' && OF_UNITS.test(plain(path.at(-1) ?? '')))
  const indices = new Set(heads.map(({ index }) => index))
  const printed = cells.filter(({ column, text }) => indices.has(column) && plain(text) !== '')
  return new Map(printed.flatMap(cell => rowsOf(cell).map((row): [number, string] => [row, plain(cell.text)])))
}

/** The unit that each line of a table is of, as the table names it: in a column of its own, or in a row of a unit that the line is a part of; null where nothing says so. */
export function unitsOf(table: TableJson): readonly (string | null)[] {
  const printed = printedUnits(table)
  const ownOf = ({ role, name, row }: TableJson['lines'][number]): string | null =>
    SUMS.has(role) ? null : role === 'unit' ? name : (printed.get(row) ?? null)
  return table.lines.map(line => {
    let at: TableJson['lines'][number] | undefined = line
    while (at !== undefined && ownOf(at) === null) at = at.parent === null ? undefined : table.lines[at.parent]
    return at === undefined ? null : ownOf(at)
  })
}
