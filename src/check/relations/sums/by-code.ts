import { type BudgetTable, type Dataset, nameOf } from '../../../budget/dataset.ts'
import type { AmountCell } from '../../../budget/money/amount.ts'
import type { Check } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { cellTerm, compare, ifMostHold, isTrivial, nothing, unproven } from '../compare.ts'
import { amountIn } from '../said/facts.ts'
import { columnOf, lineOf, tableOf } from '../select.ts'

/** Figures by code: what a table prints for a code, else the sum of what it prints below it. */
function byCode(table: BudgetTable, { side, column }: Of<'by-code'>['left']): ReadonlyMap<string, readonly AmountCell[]> {
  const found = new Map<string, AmountCell[]>()
  for (const line of table.lines) {
    if (line.code === null || line.role === 'project' || (side !== undefined && table.sides[line.list] !== side)) continue
    const amount = amountIn(table, line, column)
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

/** The total of a side in 分; null where the table has no total or no such column, undefined where what it prints there is no amount. */
function totalOf(table: BudgetTable, { side, column }: Of<'by-code'>['left']): bigint | null | undefined {
  const lines = ['current', 'total'].flatMap(line => lineOf(table, { line, ...(side && { side }) }) ?? [])
  const amount = lines[0] && amountIn(table, lines[0], column)
  const hasColumn = lines[0] && columnOf(table, lines[0].list, column) !== null
  if (!hasColumn) return null
  return amount && (amount.money?.fen ?? 0n)
}

/** Try an identity code by code. */
export function byCodeChecks(dataset: Dataset, identity: Of<'by-code'>): Check[] {
  const left = tableOf(dataset, identity.left.kinds)
  const right = tableOf(dataset, identity.right.kinds)
  if (!left || !right) return [nothing(identity.id, 'no table')]
  const lefts = byCode(left, identity.left)
  const rights = byCode(right, identity.right)
  if (lefts.size === 0 || rights.size === 0) return [nothing(identity.id, 'no codes')]
  const [total, other] = [totalOf(left, identity.left), totalOf(right, identity.right)]
  if (total === null || other === null) return [nothing(identity.id, 'no total')]
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
      { label: `${nameOf(left)} ${code}`, terms: ones.map(amount => cellTerm(amount)) },
      { label: `${nameOf(right)} ${code}`, terms: others.map(amount => cellTerm(amount)) },
      ones.length === 1 && others.length === 1 ? 'same' : 'sum',
    )
    return isTrivial(check) ? [] : [check]
  })
  const isOneMoney = total !== undefined && total === other
  // Of two that add up to the same total neither can differ alone.
  const known = ifMostHold(checks, 'most codes differ: not the same money', isOneMoney ? 2 : 1)
  if (isOneMoney) return known
  return known.map(check => unproven(check, 'totals differ: may not be the same money'))
}
