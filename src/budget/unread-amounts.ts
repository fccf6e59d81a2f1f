import { type Finding, findingFrom } from '../finding.ts'
import type { Cell } from '../table/table.ts'
import { isUnreadMark, printedAmount } from './amount.ts'
import type { BudgetTable, Line } from './dataset.ts'
import { lookupOf, unitOfRow } from './rows.ts'
import { NO_MONEY_ROW } from './words.ts'

/** Cells of amount columns that hold neither a figure nor a nothing: digits with something else in a standard table, marks in any; and tables of figures whose unit is not known. */
export const unreadAmounts = (tables: readonly BudgetTable[]): Finding[] =>
  tables.flatMap(table => {
    const cells = unreadIn(table)
    const plainFigures = table.unit === null ? cells.filter(({ text }) => printedAmount(text) !== null) : []
    const others = cells.filter(cell => !plainFigures.includes(cell)).map(cell => findingOf(table, cell))
    return plainFigures.length === 0 ? others : [...others, withoutUnit(table, plainFigures)]
  })

function unreadIn(table: BudgetTable): Cell[] {
  const isStandard = table.kind !== null && !table.kind.includes('perf')
  const columns = new Set(table.columns.filter(column => column.role === 'amount').map(column => column.index))
  const lookup = lookupOf(table.table)
  const lists = Map.groupBy(table.columns, ({ list }) => list)
  const read = new Set(table.lines.flatMap(line => [...line.amounts.values()].map(amount => `${amount.row},${amount.column}`)))
  const holdsMoney = ({ label, list, row }: Line): boolean =>
    !NO_MONEY_ROW.test(label) && unitOfRow({ columns: lists.get(list) ?? [], lookup }, row) !== null
  const rows = new Set(table.lines.filter(holdsMoney).map(({ row }) => row))
  return table.table.cells.filter(
    cell =>
      columns.has(cell.column) &&
      rows.has(cell.row) &&
      cell.columnSpan === 1 &&
      cell.rowSpan === 1 &&
      ((isStandard && /\d/.test(cell.text)) || isUnreadMark(cell.text)) &&
      !read.has(`${cell.row},${cell.column}`),
  )
}

/** Figures that are read as no money, because nothing says in which unit they are. */
function withoutUnit({ table }: BudgetTable, cells: readonly Cell[]): Finding {
  const name = table.title ?? table.id
  return findingFrom({
    ...{ code: 'amount-unreadable', severity: 'warning', verdict: 'structure' },
    ...{ table: table.id, cells: cells.map(({ row, column }) => ({ table: table.id, row, column })) },
    ...{ page: cells[0]?.page ?? null, box: table.regions[0]?.box ?? null, actual: `${cells.length}` },
    message: {
      zh: `没有找到金额单位，${cells.length}个数没有读成金额：${name}`,
      en: `no unit of money was found, and ${cells.length} figures are read as none: ${name}`,
    },
  })
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
