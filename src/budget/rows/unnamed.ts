import { type Finding, findingFrom } from '../../finding.ts'
import { type BudgetTable, isUnnamed, type Line, nameOf, unnamedRows } from '../dataset.ts'
import type { AmountCell } from '../money/amount.ts'

/** A warning about each list with several rows of figures that neither a text nor a code names; it names the cells of their figures, and of those above them, which may go on in them. */
export const unnamedFindings = (tables: readonly BudgetTable[]): Finding[] =>
  tables.flatMap(table => unnamedRows(table).map(rows => told(table, rows)))

function told(table: BudgetTable, rows: readonly Line[]): Finding {
  const amounts = rows.flatMap(row => [...row.amounts.values()].filter(({ money }) => money !== null))
  const [first] = amounts
  return findingFrom({
    ...{ code: 'rows-unnamed', table: table.table.id, actual: `${rows.length}` },
    cells: [...amounts, ...rows.flatMap(row => above(table, row))].map(({ table: id, row, column }) => ({
      table: id,
      row,
      column,
    })),
    ...{ page: first?.cell.page ?? null, box: first?.cell.box ?? null },
    zh: `有${rows.length}行金额没有读到名称，不知各是什么：${nameOf(table)}`,
    en: `${rows.length} rows of amounts have no name that was read, and nothing tells what they are: ${nameOf(table)}`,
  })
}

/** The amounts right above those of a row: a cell may have wrapped a figure in two. */
const above = ({ lines }: BudgetTable, { row, list, amounts }: Line): AmountCell[] =>
  lines
    .filter(line => line.row === row - 1 && line.list === list && !isUnnamed(line))
    .flatMap(line => [...line.amounts.values()].filter(({ column, money }) => money !== null && amounts.get(column)?.money))
