import { moneyOf } from '../budget/amount.ts'
import type { BudgetTable, Dataset, FormAmount } from '../budget/dataset.ts'
import { plain } from '../budget/label.ts'
import type { Check, Term } from './check.ts'
import { cellTerm, compare, notEvaluable } from './draft.ts'
import { FORM_SUMS } from './form-sums.ts'
import { chosen } from './select.ts'

/** The part of a whole among figures of one label: below it in its column before the next whole, beside it, or the only one there is. */
function partOf(found: readonly FormAmount[], whole: FormAmount, wholes: readonly FormAmount[]): FormAmount | null {
  const next =
    wholes.find(other => other.amount.column === whole.amount.column && other.amount.row > whole.amount.row)?.amount.row ??
    Number.POSITIVE_INFINITY
  const below = found.find(
    ({ amount }) => amount.column === whole.amount.column && amount.row > whole.amount.row && amount.row < next,
  )
  const beside = found.find(({ amount }) => amount.row === whole.amount.row && amount.column > whole.amount.column)
  return (
    below ??
    (wholes.length === 1 ? beside : undefined) ??
    (found.length === 1 && wholes.length === 1 ? (found[0] ?? null) : null)
  )
}

/** Funds of forms against their parts and the grand total (B7a, X13), amounts in the overall goal against them (B7b). */
export function formChecks(dataset: Dataset, table: BudgetTable): Check[] {
  const amounts = table.formAmounts
  const find = (pattern: RegExp) => amounts.filter(({ label }) => pattern.test(label))
  const sums = FORM_SUMS.flatMap(({ whole, parts, rest }) => {
    const wholes = find(whole)
    return wholes.flatMap(total => {
      const members = parts.flatMap(part => partOf(find(part), total, wholes) ?? [])
      if (members.length === 0) return []
      const isComplete = members.length > 1 && members.some(({ label }) => rest?.test(label))
      const check = compare(
        { identity: isComplete ? 'B7c' : 'B7a', instance: `${table.table.id} ${total.label}` },
        { label: total.label, terms: [cellTerm(total.amount)] },
        { label: members.map(({ label }) => label).join('+'), terms: members.map(({ amount }) => cellTerm(amount)) },
        'sum',
      )
      return [check]
    })
  })
  const [funds, ...others] = find(/^资金总额$/)
  if (!funds || others.length > 0 || table.kind !== 'bud.perf_dept') return sums
  const grand = chosen(dataset, { kinds: ['bud.total'], line: 'grand', side: 'expense', column: 'main' })
  const total =
    typeof grand === 'string' || grand === null
      ? []
      : [
          compare(
            { identity: 'X13', instance: table.table.id },
            { label: funds.label, terms: [cellTerm(funds.amount)] },
            { label: '支出总计', terms: [cellTerm(grand)] },
            'same',
          ),
        ]
  return [...sums, ...total, ...goalAmounts(table, cellTerm(funds.amount))]
}

/** `共计使用…1215.75万元（其中：甲170.26万元、乙…）` in a cell: what is listed adds up to the funds. */
function goalAmounts(table: BudgetTable, funds: Term): Check[] {
  return table.table.cells.flatMap(cell => {
    const inside = /\((?:其中|包括)[::]?([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(plain(cell.text))?.[1]
    if (inside === undefined) return []
    const terms = [...inside.matchAll(/(\d[\d,]*(?:\.\d+)?)((?:万|亿)?元)/g)].flatMap((match): Term[] => {
      const money = moneyOf(match[1] ?? '', match[2] ?? '')
      return money
        ? [
            {
              ...funds,
              fen: money.fen,
              step: money.step,
              text: match[0],
              page: cell.page,
              box: cell.box,
              place: { table: table.table.id, row: cell.row, column: cell.column },
            },
          ]
        : []
    })
    if (terms.length < 3) return []
    const check = compare(
      { identity: 'B7b', instance: table.table.id },
      { label: '资金总额', terms: [funds] },
      { label: `Σ ${terms.length}`, terms },
      'sum',
    )
    return [check.outcome === 'broken' ? notEvaluable(check, 'the list may be partial') : check]
  })
}
