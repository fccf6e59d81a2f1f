import { isOfFinalAccounts } from '../../budget/catalog/catalog.ts'
import { CONTAINERS } from '../../budget/catalog/families.ts'
import type { BudgetColumn, BudgetTable, Dataset, Line } from '../../budget/dataset.ts'
import type { AmountCell } from '../../budget/money/amount.ts'
import type { Choice } from '../declared/identity.ts'

/** Why figures could not be chosen. */
export type Missing = 'no table' | 'no line' | 'no column' | 'no figure'

/** The table of one of some kinds when there is exactly one. */
export function tableOf(dataset: Dataset, kinds: readonly string[]): BudgetTable | null {
  const found = dataset.tables.filter(table => table.kind !== null && kinds.includes(table.kind))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Keys that mean the one figure of a list that has a single amount, or its total. */
const MAIN = ['total', 'budget', 'final']

/** Groups that a column may stand under without meaning another thing, each with what it holds where that is not everything. */
const HOLDERS: Readonly<Record<string, readonly string[] | 'all'>> = { vehicles: CONTAINERS['vehicles'] ?? [], sangong: 'all' }

/** The words of a key; a total beside others is that of what they say. */
function wordsOf(key: string): readonly string[] {
  const words = key.split('.')
  const telling = words.filter(word => word !== 'total')
  return telling.length > 0 ? telling : words
}

/** Whether a word of a key says nothing that is not wanted: it is wanted itself, or is a group that holds what is. */
const addsNothing = (word: string, wanted: readonly string[]): boolean => {
  const held = HOLDERS[word] ?? []
  return wanted.includes(word) || held === 'all' || held.some(one => wanted.includes(one))
}

/** Whether a column holds what changed, or the year before: never the figure itself. */
const isBeside = (column: BudgetColumn | undefined): boolean => /^(?:change|previous)(?:\.|$)/.test(column?.key ?? '')

/** The column of a key in one list; `main` is the total, or the only amount; `final.running` also finds `vehicles.running.final`. */
export function columnOf(table: BudgetTable, list: number, key: string): BudgetColumn | null {
  const amounts = table.columns.filter(column => column.list === list && column.role === 'amount')
  if (key === 'main' || key === 'total') {
    const main = amounts.filter(column => column.key !== null && MAIN.includes(column.key))
    // Final accounts that print the budget beside what was spent are about what was spent.
    const own = main.length > 1 && isOfFinalAccounts(table.kind) ? main.filter(column => column.key === 'final') : main
    if (own.length === 1) return own[0] ?? null
    return key === 'main' && amounts.length === 1 && !isBeside(amounts[0]) ? (amounts[0] ?? null) : null
  }
  const exact = amounts.filter(column => column.key === key)
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null
  const wanted = wordsOf(key)
  const found = amounts.filter(column => {
    const words = wordsOf(column.key ?? '')
    return wanted.every(word => words.includes(word)) && words.every(word => addsNothing(word, wanted))
  })
  if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null
  // Where nothing is planned, no head need say that what stands below it was spent.
  const isSpent = key.includes('.') && wanted.includes('final') && isOfFinalAccounts(table.kind) && !amounts.some(isMeasured)
  return isSpent ? columnOf(table, list, wanted.filter(word => word !== 'final').join('.') || 'total') : null
}

/** Whether the key of a column says whether its figures were planned or spent. */
const isMeasured = ({ key }: BudgetColumn): boolean => /(?:^|\.)(?:budget|final|adjusted|executed)(?:\.|$)/.test(key ?? '')

/** Whether a line is the one of the name: a role, a key of the label, or a code. */
function isLine(line: Line, name: string): boolean {
  if (/^\d+$/.test(name)) return line.code === name && line.role !== 'project'
  return name === 'total' || name === 'grand' ? line.role === 'total' : line.key === name
}

/** The line of a choice in a table; null when there is none or more than one. */
export function lineOf(
  table: BudgetTable,
  choice: { readonly line: string; readonly side?: 'income' | 'expense' },
): Line | null {
  const lists = table.sides.flatMap((side, list) => (choice.side === undefined || side === choice.side ? [list] : []))
  const lines = table.lines.filter(line => lists.includes(line.list))
  const found = lines.filter(line => isLine(line, choice.line))
  if (found.length === 1) return found[0] ?? null
  // 公开07 and its kin have one row of figures and no label.
  if (choice.line === 'total' && found.length === 0) {
    const rows = lines.filter(line => line.role !== 'blank' && line.role !== 'text' && line.amounts.size > 0)
    const bare = rows.length === 1 && rows[0]?.label === '' ? rows[0] : undefined
    // The only office of a list is all of it, whatever stands below its row.
    const tops = rows.filter(({ parent }) => parent === null)
    const unit = tops.length === 1 && tops[0]?.role === 'unit' ? tops[0] : undefined
    return bare ?? unit ?? null
  }
  return null
}

/** The figure of a choice: the cell, `null` for an optional one that is not printed, or why it is missing. */
export function chosen(dataset: Dataset, choice: Choice): AmountCell | null | Missing {
  const table = tableOf(dataset, choice.kinds)
  if (!table) return 'no table'
  const line = lineOf(table, choice)
  if (!line) return choice.optional ? null : 'no line'
  const column = columnOf(table, line.list, choice.column)
  if (!column) return choice.optional ? null : 'no column'
  const amount = line.amounts.get(column.index)
  return amount ?? 'no figure'
}
