import type { AmountCell, BudgetTable, Dataset, Line } from '../budget/dataset.ts'
import type { Check, Term } from './check.ts'
import { cellTerm, compare, isTrivial, notEvaluable } from './draft.ts'
import type { ByCode, Choice, Equal } from './identity.ts'
import { ifMostHold } from './row-sum.ts'
import { chosen, columnOf, lineOf, type Missing, tableOf } from './select.ts'

const NOTHING: Check = {
  identity: '',
  instance: 'document',
  outcome: 'not-evaluable',
  verdict: 'not-evaluable',
  left: { label: '', terms: [] },
  right: { label: '', terms: [] },
  difference: null,
  tolerance: 0n,
  unit: '万元',
  tables: [],
  note: null,
}

function termsOf(dataset: Dataset, choices: readonly Choice[]): readonly Term[] | Missing {
  const terms: Term[] = []
  for (const choice of choices) {
    const amount = chosen(dataset, choice)
    if (typeof amount === 'string') return amount
    if (amount !== null) terms.push(cellTerm(amount))
  }
  return terms
}

const isZero = (amount: AmountCell | null): boolean => amount === null || amount.money === null || amount.money.fen === 0n

/** Try an identity between single figures. */
export function equalCheck(dataset: Dataset, identity: Equal): Check[] {
  const bare = { ...NOTHING, identity: identity.id }
  for (const { choice, is } of identity.only ?? []) {
    const amount = chosen(dataset, choice)
    if (amount === 'no table' || (typeof amount === 'string' && is === 'nonzero'))
      return [notEvaluable(bare, `precondition: ${amount}`)]
    if (typeof amount !== 'string' && isZero(amount) !== (is === 'zero'))
      return [notEvaluable(bare, 'precondition does not hold')]
  }
  const money = identity.when === undefined ? 'fiscal' : moneyOf(dataset)
  if (money === 'other' || money === 'unknown' || (money === 'carry' && identity.when === 'only-fiscal-and-no-carry'))
    return [notEvaluable(bare, money === 'unknown' ? 'sources of income not known' : 'there is other money than 财政拨款')]
  const left = termsOf(dataset, identity.left)
  const right = termsOf(dataset, identity.right)
  if (typeof left === 'string' || typeof right === 'string')
    return [notEvaluable(bare, typeof left === 'string' ? left : String(right))]
  const check = compare(
    { identity: identity.id, instance: 'document' },
    { label: sideLabel(dataset, identity.left), terms: left },
    { label: sideLabel(dataset, identity.right), terms: right },
    left.length === 1 && right.length === 1 ? 'same' : identity.comparison,
  )
  // Money carried over may belong to any of the funds.
  if (check.outcome === 'broken' && money === 'carry' && identity.when !== undefined)
    return [notEvaluable(check, 'money carried over may be of any fund')]
  if (check.outcome === 'broken' && identity.unlessCarry && hasCarry(dataset))
    return [notEvaluable(check, 'money carried over may be left out of a table')]
  return [isTrivial(check) ? notEvaluable(check, 'nothing printed') : check]
}

/** Whether any ledger or the income table shows money carried over. */
const hasCarry = (dataset: Dataset): boolean =>
  dataset.tables.some(table => {
    if (table.kind !== null && /^(?:bud\.(?:total|fiscal_total)|fin\.0[14])$/.test(table.kind))
      return table.lines.some(line => line.key === 'carry' && [...line.amounts.values()].some(amount => !isZero(amount)))
    const columns = table.kind === 'bud.income' ? table.columns.filter(column => column.key?.split('.')[0] === 'carry') : []
    const line = columns.length > 0 ? lineOf(table, { line: 'total' }) : null
    return line !== null && columns.some(column => !isZero(line.amounts.get(column.index) ?? null))
  })

const FISCAL_WORDS = new Set(['fiscal', 'gpb', 'fund', 'soe'])
const GROUP_WORDS = new Set(['total', 'income', 'current'])

/** What the total row of the income table says the money is: 财政拨款 alone, with carried-over money of unknown source, or other money too. */
function moneyOf(dataset: Dataset): 'fiscal' | 'carry' | 'other' | 'unknown' {
  const table = tableOf(dataset, ['bud.income', 'fin.02'])
  const line = table && lineOf(table, { line: 'total' })
  if (!table || !line) return 'unknown'
  const used = table.columns.filter(column => !isZero(line.amounts.get(column.index) ?? null))
  const keys = used.filter(column => column.role === 'amount').map(column => column.key)
  if (keys.some(key => key === null)) return 'unknown'
  const words = keys.flatMap(key => (key === null || GROUP_WORDS.has(key) ? [] : [key.split('.')]))
  if (words.some(path => path[0] !== 'carry' && !path.some(word => FISCAL_WORDS.has(word)))) return 'other'
  if (words.some(path => path[0] === 'carry' && path.length > 1 && !path.some(word => FISCAL_WORDS.has(word)))) return 'other'
  return words.some(path => path[0] === 'carry') ? 'carry' : 'fiscal'
}

const sideLabel = (dataset: Dataset, choices: readonly Choice[]): string =>
  choices
    .flatMap(choice => {
      const table = tableOf(dataset, choice.kinds)
      const line = table && lineOf(table, choice)
      const column = table && line && columnOf(table, line.list, choice.column)?.path.at(-1)
      return table && line
        ? [[table.table.title ?? table.table.id, line.label || '合计', column].filter(Boolean).join('·')]
        : []
    })
    .join(' + ')

/** Figures by code: what a table prints for a code, else the sum of what it prints below it. */
function byCode(
  table: BudgetTable,
  side: 'income' | 'expense' | undefined,
  key: string,
): ReadonlyMap<string, readonly AmountCell[]> {
  const found = new Map<string, AmountCell[]>()
  for (const line of table.lines) {
    if (line.code === null || line.role === 'project' || (side !== undefined && table.sides[line.list] !== side)) continue
    const column = columnOf(table, line.list, key)
    const amount = column && line.amounts.get(column.index)
    if (amount) found.set(line.code, [...(found.get(line.code) ?? []), amount])
  }
  return found
}

function below(figures: ReadonlyMap<string, readonly AmountCell[]>, code: string): AmountCell[] {
  const own = figures.get(code)
  if (own) return [...own]
  const codes = [...figures.keys()].filter(other => other.startsWith(code))
  const leaves = codes.filter(other => !codes.some(longer => longer !== other && longer.startsWith(other)))
  return leaves.flatMap(leaf => figures.get(leaf) ?? [])
}

function totalsAgree(left: BudgetTable, right: BudgetTable, identity: ByCode): boolean {
  const figure = (table: BudgetTable, side: ByCode['left']): bigint | null => {
    const names = ['current', 'total']
    const line = names
      .map(name => lineOf(table, { line: name, ...(side.side && { side: side.side }) }))
      .find((found): found is Line => found !== null)
    const column = line && columnOf(table, line.list, side.column)
    return line && column ? (line.amounts.get(column.index)?.money?.fen ?? 0n) : null
  }
  const [a, b] = [figure(left, identity.left), figure(right, identity.right)]
  return a !== null && a === b
}

/** Try an identity code by code. */
export function byCodeChecks(dataset: Dataset, identity: ByCode): Check[] {
  const bare = { ...NOTHING, identity: identity.id }
  const left = tableOf(dataset, identity.left.kinds)
  const right = tableOf(dataset, identity.right.kinds)
  if (!left || !right) return [notEvaluable(bare, 'no table')]
  const lefts = byCode(left, identity.left.side, identity.left.column)
  const rights = byCode(right, identity.right.side, identity.right.column)
  if (lefts.size === 0 || rights.size === 0) return [notEvaluable(bare, 'no codes')]
  if (identity.totalsAgree && !totalsAgree(left, right, identity))
    return [notEvaluable(bare, 'totals differ: not the same money')]
  const wanted =
    identity.codes === 'class'
      ? [...rights.keys()].filter(code => code.length === 3)
      : [...lefts.keys()].filter(code => rights.has(code))
  const checks = wanted.flatMap(code => {
    const ones = below(lefts, code)
    const others = below(rights, code)
    if (ones.length === 0 || others.length === 0) return []
    const check = compare(
      { identity: identity.id, instance: code },
      { label: `${left.table.title ?? left.table.id} ${code}`, terms: ones.map(amount => cellTerm(amount)) },
      { label: `${right.table.title ?? right.table.id} ${code}`, terms: others.map(amount => cellTerm(amount)) },
      ones.length === 1 && others.length === 1 ? 'same' : 'sum',
    )
    return isTrivial(check) ? [] : [check]
  })
  return ifMostHold(checks, 'most codes differ: not the same money')
}
