import type { BudgetTable, Dataset, FormAmount } from '../../../budget/dataset.ts'
import { plain } from '../../../budget/label.ts'
import { moneyOf, stateOf } from '../../../budget/money/amount.ts'
import type { Check, Term } from '../../check.ts'
import type { LabelSum, Of } from '../../declared/identity.ts'
import { cellTerm, compare, unproven } from '../compare.ts'
import { chosen } from '../select.ts'

/** Forms of performance goals and of what became of them: tables without header. */
export const formsOf = ({ tables }: Dataset): BudgetTable[] =>
  tables.filter(({ kind, table }) => /^(?:bud|fin)\.perf_/.test(kind ?? '') && table.headerRows === 0)

/** The part of a whole among figures of one label: below it in its column before the next whole, beside it, or the only one there is. */
function partOf(found: readonly FormAmount[], whole: FormAmount, wholes: readonly FormAmount[]): FormAmount | null {
  const next =
    wholes.find(other => other.amount.column === whole.amount.column && other.amount.row > whole.amount.row)?.amount.row ??
    Number.POSITIVE_INFINITY
  const below = found.find(
    ({ amount }) => amount.column === whole.amount.column && amount.row > whole.amount.row && amount.row < next,
  )
  if (below || wholes.length > 1) return below ?? null
  const beside = found.find(({ amount }) => amount.row === whole.amount.row && amount.column > whole.amount.column)
  return beside ?? (found.length === 1 ? (found[0] ?? null) : null)
}

const labelled = ({ formAmounts }: BudgetTable, pattern: RegExp): FormAmount[] =>
  formAmounts.filter(({ label }) => pattern.test(label))

const isFigure = (text: string): boolean => stateOf(text) === 'value'

/** Whether figures of another name stand among the parts below a whole: then the parts are not all. */
function hasOthers({ table }: BudgetTable, { amount }: FormAmount, parts: readonly FormAmount[]): boolean {
  const below = parts.map(part => part.amount).filter(({ column }) => column === amount.column)
  const last = Math.max(amount.row, ...below.map(({ row }) => row))
  return table.cells.some(
    ({ row, column, text }) =>
      column === amount.column && row > amount.row && row < last && isFigure(text) && !below.some(part => part.row === row),
  )
}

function labelSums(
  id: string,
  table: BudgetTable,
  { sum, isComplete }: { readonly sum: LabelSum; readonly isComplete: boolean },
) {
  const wholes = labelled(table, sum.whole)
  return wholes.flatMap((total): Check[] => {
    const members = sum.parts.flatMap(part => partOf(labelled(table, part), total, wholes) ?? [])
    if (sum.needsAll && members.length < sum.parts.length) return []
    const hasRest = members.length > 1 && members.some(({ label }) => sum.rest?.test(label))
    // What is left beside parts that are not named is no whole.
    if (members.every(({ label }) => sum.rest?.test(label)) || (hasRest && !hasOthers(table, total, members)) !== isComplete)
      return []
    const label = total.head === null ? total.label : `${total.label} ${total.head}`
    return [
      compare(
        { identity: id, instance: `${table.table.id} ${label}` },
        { label, terms: [cellTerm(total.amount)] },
        { label: members.map(({ label }) => label).join('+'), terms: members.map(({ amount }) => cellTerm(amount)) },
        'sum',
      ),
    ]
  })
}

/** Funds of forms against their parts. */
export const formSums = (dataset: Dataset, { id, sums, isComplete }: Of<'form-sum'>): Check[] =>
  formsOf(dataset).flatMap(table => sums.flatMap(sum => labelSums(id, table, { sum, isComplete })))

/** The funds of the department's form, where it prints them once. */
function fundsOf(table: BudgetTable): FormAmount | null {
  const [funds, ...others] = table.kind === 'bud.perf_dept' ? labelled(table, /^资金总额$/) : []
  return others.length === 0 ? (funds ?? null) : null
}

/** The funds of the department against the total of another table. */
export function formTotals(dataset: Dataset, { id, right }: Of<'form-total'>): Check[] {
  const grand = chosen(dataset, right)
  return formsOf(dataset).flatMap(table => {
    const funds = fundsOf(table)
    if (!funds || typeof grand === 'string' || grand === null) return []
    return [
      compare(
        { identity: id, instance: table.table.id },
        { label: funds.label, terms: [cellTerm(funds.amount)] },
        { label: '支出总计', terms: [cellTerm(grand)] },
        'same',
      ),
    ]
  })
}

/** Fewer amounts in a cell are no list. */
const A_LIST = 3

/** `共计使用…1215.75万元（其中：甲170.26万元、乙…）` in a cell: what is listed adds up to the funds. */
export function formLists(dataset: Dataset, { id }: Of<'form-list'>): Check[] {
  return formsOf(dataset).flatMap(table => {
    const funds = fundsOf(table)
    return funds ? table.table.cells.flatMap(cell => listIn(id, cell, cellTerm(funds.amount))) : []
  })
}

function listIn(id: string, cell: BudgetTable['table']['cells'][number], funds: Term): Check[] {
  const table = funds.place?.table ?? ''
  const inside = /\((?:其中|包括)[::]?([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(plain(cell.text))?.[1] ?? ''
  const { page, box, row, column } = cell
  const terms = [...inside.matchAll(/(\d[\d,]*(?:\.\d+)?)((?:万|亿)?元)/g)].flatMap((match): Term[] => {
    const money = moneyOf(match[1] ?? '', match[2] ?? '')
    const { fen, step } = money ?? { fen: 0n, step: 0n }
    return money ? [{ ...funds, fen, step, text: match[0], page, box, place: { table, row, column } }] : []
  })
  if (terms.length < A_LIST) return []
  const [left, right] = [
    { label: '资金总额', terms: [funds] },
    { label: `Σ ${terms.length}`, terms },
  ]
  return [unproven(compare({ identity: id, instance: table }, left, right, 'sum'), 'the list may be partial')]
}
