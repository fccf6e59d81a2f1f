import { isOfFinalAccounts } from '../budget/catalog.ts'
import type { TableJson } from './document.ts'

const FUNDS = new Set(['gpb', 'fund', 'soe', 'insurance'])
const SOURCES = new Set([
  'fiscal',
  'special',
  'own',
  'business',
  'operatingIncome',
  'superior',
  'affiliated',
  'otherLevels',
  'other',
  'balance',
])
const EXPENSES = [
  'personnel',
  'public',
  'basic',
  'project',
  'upward',
  'operating',
  'subsidy',
  'abroad',
  'purchase',
  'running',
  'vehicles',
  'reception',
  'operations',
  'meeting',
  'training',
]
const PERIODS = new Set(['current', 'carry', 'advance', 'previous', 'carryOut'])

/** The fund a whole table is about, by the words of its kind. */
const TABLE_FUND: readonly (readonly [RegExp, string])[] = [
  [/^bud\.gpb|^bud\.sangong|^fin\.0[567]|^fin\.gpb/, 'gpb'],
  [/^bud\.fund|^fin\.08/, 'fund'],
  [/^bud\.soe|^fin\.09/, 'soe'],
]

const wordsOf = (key: string | null): readonly string[] => key?.split('.') ?? []
const first = (words: readonly string[], known: ReadonlySet<string>): string | null =>
  words.find(word => known.has(word)) ?? null

/** What the key of a column and the key of a line say about an amount. */
export function dimensions(table: TableJson, columnKey: string | null, lineKey: string | null) {
  const words = [...wordsOf(columnKey), ...wordsOf(lineKey)]
  const fund = first(words, FUNDS) ?? TABLE_FUND.find(([pattern]) => pattern.test(table.kind ?? ''))?.[1] ?? null
  return {
    fund,
    source: first(words, SOURCES),
    expense_type: EXPENSES.find(word => words.includes(word)) ?? null,
    period: first(words, PERIODS),
    measure: words.includes('final') || (isOfFinalAccounts(table.kind) && !words.includes('budget')) ? 'final' : 'budget',
  }
}

/** Tables of income, and those of both sides or of neither; all others of an office are of expenditure. */
const OF_INCOME = /^(?:bud\.(?:income|non_tax)|fin\.02)$/
const OF_EXPENSE = /^(?:bud|fin)\.(?!\w*total|0[14]|assets)/

/** 收入 or 支出 by the header of the list a column belongs to; in a table of expenditure 财政拨款收入 says what money is spent. */
export function sideOf({ path, key }: TableJson['columns'][number], kind: string | null): string | null {
  const words = path.join('')
  if (OF_INCOME.test(kind ?? '')) return 'income'
  const isOfExpense = OF_EXPENSE.test(kind ?? '')
  const isSpent = isOfExpense && wordsOf(key).some(word => SOURCES.has(word) || FUNDS.has(word))
  if (!isSpent && words.includes('收') !== words.includes('支')) return words.includes('收') ? 'income' : 'expense'
  return isOfExpense ? 'expense' : null
}
