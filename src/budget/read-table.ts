import type { Table } from '../table/table.ts'
import { entryOf } from './catalog/catalog.ts'
import { type Identification, identify } from './catalog/identify.ts'
import { columnsOf } from './columns/columns.ts'
import type { BudgetColumn, BudgetTable, UnitReading } from './dataset.ts'
import { formAmounts } from './goals/form-amounts.ts'
import { type UnitUse, unitOf } from './money/unit.ts'
import { printedRows } from './rows/rows.ts'
import { linesOf } from './rows/tree.ts'
import type { PrintedSangong } from './sangong/sangong.ts'
import { printedSangong } from './sangong/sangong-table.ts'

/** Tables of 三公 with the measures they print. */
const SANGONG_KINDS: Readonly<Record<string, readonly PrintedSangong['measure'][]>> = {
  'bud.sangong': ['budget'],
  'bud.fund_sangong': ['budget'],
  'fin.07': ['budget', 'final'],
}

/** What the document decides about a table; what is left out the table tells by itself. */
interface Decided {
  readonly kind?: Identification | undefined
  readonly unit?: UnitReading | null
  /** Its columns, read with this unit. */
  readonly columns?: readonly BudgetColumn[]
}

/** One table with its kind, columns, unit and lines; `use` is how many tables of the document name each unit. */
export function readTable(table: Table, use: UnitUse | null, decided: Decided = {}): BudgetTable {
  const unit = decided.unit === undefined ? unitOf(table, use ?? new Map()) : decided.unit
  const found = unit?.chosen ?? null
  const columns = decided.columns ?? columnsOf(table, found !== null)
  const { kind, because, decision } = decided.kind ?? identify(table, columns)
  const isForm = table.headerRows === 0 || entryOf(kind)?.form === 'form'
  const { lines, trees } = isForm ? { lines: [], trees: [] } : linesOf(printedRows(table, columns, found), columns)
  const lists = [...new Set(columns.map(column => column.list))]
  const measures = SANGONG_KINDS[kind ?? ''] ?? []
  return {
    table,
    kind,
    kindEvidence: because,
    kindDecision: decision,
    unit: found?.unit ?? null,
    unitReading: unit,
    columns,
    lines,
    trees,
    // What was spent is what a table of final accounts tells, unless a head says that it was planned.
    sangong: measures.flatMap(measure => printedSangong({ table, columns, lines }, measure, measures.at(-1))),
    formAmounts: isForm ? formAmounts(table, found) : [],
    sides: lists.map(list =>
      sideOf(
        columns.filter(column => column.list === list).flatMap(column => column.path),
        list,
        lists.length,
      ),
    ),
  }
}

/** Whether a list is of 收入 or 支出: its header says so. */
function sideOf(path: readonly string[], list: number, lists: number): 'income' | 'expense' | null {
  const words = path.join('')
  if (lists === 1) return null
  if (words.includes('收') && !words.includes('支')) return 'income'
  if (words.includes('支') && !words.includes('收')) return 'expense'
  return list === 0 ? 'income' : 'expense'
}
