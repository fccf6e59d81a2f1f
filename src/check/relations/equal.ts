import { type BudgetTable, type Dataset, type Line, nameOf } from '../../budget/dataset.ts'
import type { AmountCell } from '../../budget/money/amount.ts'
import { headAmong } from '../../budget/words.ts'
import type { Check, Term } from '../check.ts'
import type { Choice, Of } from '../declared/identity.ts'
import { cellTerm, compare, isTrivial, notEvaluable, nothing } from './compare.ts'
import { chosen, columnOf, lineOf, type Missing, tableOf } from './select.ts'

function chosenTerms(dataset: Dataset, choices: readonly Choice[]): readonly Term[] | Missing {
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
export function equalCheck(dataset: Dataset, identity: Of<'equal'>): Check[] {
  for (const choice of identity.only ?? []) {
    const amount = chosen(dataset, choice)
    if (amount === 'no table') return [nothing(identity.id, `precondition: ${amount}`)]
    if (typeof amount !== 'string' && !isZero(amount)) return [nothing(identity.id, 'precondition does not hold')]
  }
  const money = identity.when === undefined ? 'fiscal' : moneyOf(dataset)
  if (money === 'other' || money === 'unknown' || (money === 'carry' && identity.when === 'only-fiscal-and-no-carry'))
    return [nothing(identity.id, money === 'unknown' ? 'sources of income not known' : 'there is other money than 财政拨款')]
  const check = compared(dataset, identity, identity.right)
  if (check.outcome === 'not-evaluable') return [check]
  if (check.outcome !== 'broken') return [isTrivial(check) ? notEvaluable(check, 'nothing printed') : check]
  if (identity.isPart && (check.difference ?? 0n) > 0n) return [notEvaluable(check, 'more than its part')]
  // Money carried over may belong to any of the funds.
  if (money === 'carry' && identity.when !== undefined) return [notEvaluable(check, 'money carried over may be of any fund')]
  if (!hasCarry(dataset)) return [check]
  if (identity.unlessCarry) return [notEvaluable(check, 'money carried over may be left out of a table')]
  const other = identity.withoutCarry && compared(dataset, identity, identity.withoutCarry)
  return [other?.outcome === 'holds' ? other : check]
}

function compared(dataset: Dataset, { id, left: first, comparison }: Of<'equal'>, second: readonly Choice[]): Check {
  const [left, right] = [chosenTerms(dataset, first), chosenTerms(dataset, second)]
  if (typeof left === 'string' || typeof right === 'string') return nothing(id, typeof left === 'string' ? left : `${right}`)
  return compare(
    { identity: id, instance: 'document' },
    { label: sideLabel(dataset, first), terms: left },
    { label: sideLabel(dataset, second), terms: right },
    left.length === 1 && right.length === 1 ? 'same' : comparison,
  )
}

/** Whether a row prints figures that are read as no amount, such as two in one cell. */
const hasUnread = ({ table, columns }: BudgetTable, { row, list, amounts }: Line): boolean =>
  columns.some(
    ({ index, role, list: own }) =>
      own === list &&
      (role === 'amount' || role === 'text') &&
      !amounts.has(index) &&
      table.cells.some(cell => cell.row === row && cell.column === index && /\d/.test(cell.text)),
  )

/** Whether any ledger or the income table shows money carried over. */
const hasCarry = (dataset: Dataset): boolean =>
  dataset.tables.some(table => {
    if (table.kind !== null && /^(?:bud\.(?:total|fiscal_total)|fin\.0[14])$/.test(table.kind))
      return table.lines.some(
        line => line.key === 'carry' && (hasUnread(table, line) || [...line.amounts.values()].some(amount => !isZero(amount))),
      )
    const columns = table.kind === 'bud.income' ? table.columns.filter(column => column.key?.split('.')[0] === 'carry') : []
    const line = columns.length > 0 ? lineOf(table, { line: 'total' }) : null
    return line !== null && columns.some(column => !isZero(line.amounts.get(column.index) ?? null))
  })

const FISCAL_WORDS = new Set(['fiscal', 'gpb', 'fund', 'soe'])
const GROUP_WORDS = new Set(['total', 'income', 'current'])

/** The sources that the rows with figures tell, of an income table without columns of them, each by its own name or by that of what holds it; null for one that is not known. */
function sourcesInRows({ lines }: BudgetTable): (string | null)[] {
  const sourceOf = ({ key, parent }: Line): string | null => key ?? (parent === null ? null : sourceOf(lines[parent] as Line))
  const isSource = ({ key, role, amounts }: Line): boolean =>
    role !== 'total' && role !== 'memo' && !GROUP_WORDS.has(key ?? '') && [...amounts.values()].some(amount => !isZero(amount))
  return lines.filter(isSource).map(sourceOf)
}

/** What the income table says the money is, by the columns of its total row or by its rows: 财政拨款 alone, with carried-over money of unknown source, or other money too. */
function moneyOf(dataset: Dataset): 'fiscal' | 'carry' | 'other' | 'unknown' {
  const table = tableOf(dataset, ['bud.income', 'fin.02'])
  const line = table && lineOf(table, { line: 'total' })
  if (!table || !line) return 'unknown'
  const used = table.columns.filter(column => !isZero(line.amounts.get(column.index) ?? null))
  const keys = used.filter(column => column.role === 'amount').map(column => column.key)
  if (keys.some(key => key === null) || hasUnread(table, line)) return 'unknown'
  const ofColumns = keys.flatMap(key => (key === null || GROUP_WORDS.has(key) ? [] : [key]))
  const sources = ofColumns.length > 0 ? ofColumns : sourcesInRows(table)
  if (sources.length === 0 || sources.includes(null)) return 'unknown'
  const words = sources.flatMap(key => (key === null ? [] : [key.split('.')]))
  if (words.some(path => path[0] !== 'carry' && !path.some(word => FISCAL_WORDS.has(word)))) return 'other'
  if (words.some(path => path[0] === 'carry' && path.length > 1 && !path.some(word => FISCAL_WORDS.has(word)))) return 'other'
  return words.some(path => path[0] === 'carry') ? 'carry' : 'fiscal'
}

const sideLabel = (dataset: Dataset, choices: readonly Choice[]): string =>
  choices
    .flatMap(choice => {
      const table = tableOf(dataset, choice.kinds)
      const line = table && lineOf(table, choice)
      if (!table || !line) return []
      const column = columnOf(table, line.list, choice.column)
      return [nameOf(table), line.label || '合计', column && headAmong(table.columns, column.index)].filter(Boolean).join('·')
    })
    .join(' + ')
