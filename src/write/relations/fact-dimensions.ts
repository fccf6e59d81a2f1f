import { isOfFinalAccounts } from '../../budget/catalog/catalog.ts'
import { accountIn } from '../../budget/document/title-words.ts'
import type { DocumentJson, TableJson } from '../document/document.ts'
import { isOfLastYear } from './fact-year.ts'

type Column = TableJson['columns'][number]

const FUNDS = new Set(['gpb', 'fund', 'soe', 'insurance'])
/** What is of several sources behind those that it is made of: 事业收入 under 单位资金 is 事业收入. */
const SOURCES = [
  'business',
  'operatingIncome',
  'superior',
  'affiliated',
  'otherLevels',
  'balance',
  'special',
  'other',
  'own',
  'fiscal',
]
const EXPENSES = [
  'personnel',
  'public',
  'basic',
  'project',
  'reserve',
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

/** What a whole table is about, by the words of its kind: a fund, money of 财政拨款, basic expenditure or projects. */
const TABLE_FUND: readonly (readonly [RegExp, string])[] = [
  [/^bud\.gpb|^bud\.sangong|^fin\.0[567]|^fin\.gpb/, 'gpb'],
  [/^bud\.fund|^fin\.08/, 'fund'],
  [/^bud\.soe|^fin\.09/, 'soe'],
]
/** The funds as titles of tables of no known kind call them. */
const FUND_NAMES: readonly (readonly [RegExp, string])[] = [
  [/一般公共预算/, 'gpb'],
  [/政府性基金/, 'fund'],
  [/国有资本经营/, 'soe'],
  [/社会保险基金/, 'insurance'],
]
const TABLE_SOURCE = [[/^(?:bud|fin)\.fiscal_|^fin\.04/, 'fiscal']] as const
const TABLE_EXPENSE = [
  [/^bud\.(?:\w+_)?basic|^fin\.06/, 'basic'],
  [/^(?:bud|fin)\.(?:gpb_)?project/, 'project'],
] as const

const wordsOf = (key: string | null): readonly string[] => key?.split('.') ?? []
const first = (words: readonly string[], known: ReadonlySet<string>): string | null =>
  words.find(word => known.has(word)) ?? null

/** Heads of what was received or spent by a day, before the accounts are closed, and of what is planned beside it. */
const EXECUTED =
  /(?:执行|完成|快报)(?:数|金?额|[(（]|$)|(?:实际|已|累计|截[至止].*)(?:执行|支出|支付|使用|采购|完成|发放|征收|拨付)|实[发付支绩]|实际(?:数|金?额)?$|^(?:上年|去年).*(?:征收|完成|支出)数/
const PLANNED = /计划(?:采购|征收|支出)?(?:数|金?额)/

/** Whether an amount is planned, planned anew in the year, spent, spent so far, or the difference of two years, by its heads and words. */
function measureOf(heads: readonly string[], words: readonly string[], isOfAccounts: boolean): string {
  if (words.includes('change')) return 'change'
  for (const word of ['final', 'adjusted']) if (words.includes(word)) return word
  if (heads.some(head => EXECUTED.test(head))) return 'executed'
  const said = heads.map(head => (PLANNED.test(head) ? 'budget' : accountIn(head)))
  if (words.includes('budget') || said.includes('budget')) return 'budget'
  return isOfAccounts || said.includes('final-accounts') ? 'final' : 'budget'
}

/** A text in a row that says whether its figures are planned or spent: 年初预算数 | 决算数 below 类别. */
const ROW_MEASURE = /^(?:20\d\d年度?|上年|本年|年初|全年|调整后?)*(预算|决算|执行)数?$/
const MEASURES: ReadonlyMap<string, string> = new Map([
  ['预算', 'budget'],
  ['决算', 'final'],
  ['执行', 'executed'],
])

/** The measure of a row by what stands before its figures, where no head of theirs says one; null where nothing does. */
export function measureOfRow(texts: readonly string[], { path }: Pick<Column, 'path'>): string | null {
  if (path.some(head => accountIn(head) !== null || EXECUTED.test(head))) return null
  const said = texts.flatMap(text => {
    const word = MEASURES.get(ROW_MEASURE.exec(text)?.[1] ?? '')
    return word === undefined ? [] : [word === 'budget' && /全年|调整/.test(text) ? 'adjusted' : word]
  })
  return said[0] ?? null
}

/** The year a document is of, and whether it is a budget or a final account. */
export type Account = Pick<DocumentJson['document'], 'fiscalYear' | 'kind'>

/** Whether what a table tells was spent where none of its heads says so: by its kind, its title, else by its document. */
function isOfAccounts({ kind: ofTable, title }: TableJson, { kind }: Account): boolean {
  return isOfFinalAccounts(ofTable) || (accountIn(title ?? '') ?? kind) === 'final-accounts'
}

const fundOf = (key: string | null): string | null => first(wordsOf(key), FUNDS)

/** Whether a column is a total beside columns of funds or of 财政拨款, or a row one beside rows of several funds, and so not of the fund that the table usually has. */
function isOfAll({ columns, lines }: TableJson, key: string | null, lineKey: string | null): boolean {
  const isTotal = wordsOf(key).includes('total')
  if (isTotal && columns.some(other => wordsOf(other.key).includes('fiscal') || fundOf(other.key) !== null)) return true
  return lineKey === 'total' && new Set(lines.flatMap(line => fundOf(line.key) ?? [])).size > 1
}

/** The fund that a table is of by its kind; of no known kind the one that its title names. */
function fundOfTable({ kind, title }: TableJson): string | null {
  if (kind !== null) return TABLE_FUND.find(([pattern]) => pattern.test(kind))?.[1] ?? null
  const named = FUND_NAMES.filter(([words]) => words.test(title ?? ''))
  return named.length === 1 ? (named[0]?.[1] ?? null) : null
}

/** What says of which year an amount is: the key of its line, and the year that is named for it, null where none is. */
export interface Told {
  readonly lineKey: string | null
  readonly year: number | null
}

/** Of which year an amount is beside that of its document: what its column says, but that it is this year's, then the year that is named for it, then its line. */
function periodOf(
  { key, path }: Pick<Column, 'key' | 'path'>,
  { lineKey, year }: Told,
  fiscalYear: number | null,
): string | null {
  const own = first(wordsOf(key), PERIODS)
  if (own !== null && own !== 'current') return own
  if (year !== null && fiscalYear !== null && year !== fiscalYear) return year < fiscalYear ? 'previous' : 'next'
  if (year === null && isOfLastYear(path)) return 'previous'
  return own ?? first(wordsOf(lineKey), PERIODS)
}

/** What the column and the key of a line say about an amount, and the year named for it, else the kind of its table. */
export function dimensions(table: TableJson, column: Pick<Column, 'key' | 'path'>, told: Told, account: Account) {
  const { key, path } = column
  const { lineKey, year } = told
  const words = [...wordsOf(key), ...wordsOf(lineKey)]
  const heads = path.map(head => head.replaceAll(/\s/g, ''))
  const ofTable = (kinds: readonly (readonly [RegExp, string])[]): string | null =>
    kinds.find(([pattern]) => pattern.test(table.kind ?? ''))?.[1] ?? null
  const source = SOURCES.find(word => words.includes(word)) ?? ofTable(TABLE_SOURCE)
  const isOther = isOfAll(table, key, lineKey) || (source !== null && source !== 'fiscal')
  return {
    fund: first(words, FUNDS) ?? (isOther ? null : fundOfTable(table)),
    source,
    expense_type: EXPENSES.find(word => words.includes(word)) ?? ofTable(TABLE_EXPENSE),
    period: periodOf(column, told, account.fiscalYear),
    year,
    measure: measureOf(heads, words, isOfAccounts(table, account)),
  }
}

/** Tables of income, and those of both sides or of neither; all others of an office are of expenditure. */
const OF_INCOME = /^(?:bud\.(?:income|non_tax)|fin\.02)$/
const OF_EXPENSE = /^(?:bud|fin)\.(?!\w*total|0[14]|assets)/

/** 收入 or 支出 by the header of the list a column belongs to; in a table of expenditure 财政拨款收入 says what money is spent. */
export function sideOf({ path, key }: Column, kind: string | null): string | null {
  const words = path.join('')
  if (OF_INCOME.test(kind ?? '')) return 'income'
  const isOfExpense = OF_EXPENSE.test(kind ?? '')
  const isSpent = isOfExpense && wordsOf(key).some(word => SOURCES.includes(word) || FUNDS.has(word))
  if (!isSpent && words.includes('收') !== words.includes('支')) return words.includes('收') ? 'income' : 'expense'
  return isOfExpense ? 'expense' : null
}
