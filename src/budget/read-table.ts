import type { Table } from '../table/table.ts'
import { entryOf } from './catalog.ts'
import { columnsOf } from './columns.ts'
import type { BudgetTable } from './dataset.ts'
import { formAmounts } from './form-amounts.ts'
import { type Identification, identify } from './identify.ts'
import { printedRows } from './rows.ts'
import type { Sangong } from './sangong.ts'
import { printedSangong } from './sangong-table.ts'
import { linesOf } from './tree.ts'
import { unitOf } from './unit.ts'

/** Tables of 三公 with the measures they print. */
const SANGONG_KINDS: Readonly<Record<string, readonly Sangong['measure'][]>> = {
  'bud.sangong': ['budget'],
  'bud.fund_sangong': ['budget'],
  'fin.07': ['budget', 'final'],
}

/** One table with its kind, columns, unit and lines; `majority` is the unit most tables of the document name, `known` its kind where the document decides it. */
export function readTable(table: Table, majority: string | null, known?: Identification): BudgetTable {
  const found = unitOf(table, majority)
  const columns = columnsOf(table, found !== null)
  const { kind, because, decision } = known ?? identify(table, columns)
  const form = entryOf(kind)?.form
  const { lines, trees } =
    form === 'form' || table.headerRows === 0 ? { lines: [], trees: [] } : linesOf(printedRows(table, columns, found), columns)
  const lists = [...new Set(columns.map(column => column.list))]
  return {
    table,
    kind,
    kindEvidence: because,
    kindDecision: decision,
    unit: found?.unit ?? null,
    unitSource: found?.source ?? null,
    columns,
    lines,
    trees,
    sangong: (SANGONG_KINDS[kind ?? ''] ?? []).flatMap(measure => printedSangong({ table, columns, lines }, measure)),
    formAmounts: formAmounts(table, found),
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
