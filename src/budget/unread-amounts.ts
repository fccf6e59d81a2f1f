import { type Finding, findingFrom } from '../finding.ts'
import type { Cell } from '../table/table.ts'
import { isUnreadMark } from './amount.ts'
import type { BudgetTable } from './dataset.ts'
import { NO_MONEY_ROW } from './words.ts'

/** Cells of amount columns that hold neither a figure nor a nothing: digits with something else in a standard table, marks in any. */
export const unreadAmounts = (tables: readonly BudgetTable[]): Finding[] => tables.flatMap(unreadIn)

function unreadIn(table: BudgetTable): Finding[] {
  const isStandard = table.kind !== null && !table.kind.includes('perf')
  const columns = new Set(table.columns.filter(column => column.role === 'amount').map(column => column.index))
  const read = new Set(table.lines.flatMap(line => [...line.amounts.values()].map(amount => `${amount.row},${amount.column}`)))
  const rows = new Set(table.lines.filter(({ label }) => !NO_MONEY_ROW.test(label)).map(({ row }) => row))
  return table.table.cells
    .filter(
      cell =>
        columns.has(cell.column) &&
        rows.has(cell.row) &&
        cell.columnSpan === 1 &&
        cell.rowSpan === 1 &&
        ((isStandard && /\d/.test(cell.text)) || isUnreadMark(cell.text)) &&
        !read.has(`${cell.row},${cell.column}`),
    )
    .map(cell => findingOf(table, cell))
}

function findingOf({ table }: BudgetTable, cell: Cell): Finding {
  const name = table.title ?? table.id
  return findingFrom({
    ...{ code: 'amount-unreadable', severity: 'warning', verdict: 'structure' },
    ...{ table: table.id, cells: [{ table: table.id, row: cell.row, column: cell.column }] },
    ...{ page: cell.page, box: cell.box, actual: cell.text },
    message: {
      zh: `金额列中有不能识别的内容：${name}（${cell.text}）`,
      en: `an amount column holds what is no amount: ${name} (${cell.text})`,
    },
  })
}
