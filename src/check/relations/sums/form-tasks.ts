import type { BudgetTable, Dataset, FormAmount } from '../../../budget/dataset.ts'
import type { Check } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { cellTerm, compare } from '../compare.ts'
import { formsOf } from './form-sum.ts'

/** A task, or all of them together, with its whole money and the parts of it. */
interface Task {
  readonly whole: FormAmount
  readonly parts: readonly FormAmount[]
}

const isUnder =
  (words: RegExp) =>
  ({ head }: FormAmount): boolean =>
    head !== null && words.test(head)

/** The first amount under each of some heads. */
const underEach = (amounts: readonly FormAmount[], heads: readonly RegExp[]): FormAmount[] =>
  heads.flatMap(words => amounts.find(isUnder(words)) ?? [])

/** The tasks of a form: rows whose whole stands under its head, with their parts beside it under theirs; a blank among these is nothing. */
function tasksOf({ table, formAmounts }: BudgetTable, { whole, parts }: Of<'form-task' | 'form-tasks'>): Task[] {
  const columns = underEach(formAmounts, parts).map(({ amount }) => amount.column)
  if (columns.length < parts.length) return []
  const isBlank = (row: number, column: number): boolean =>
    table.cells.every(cell => cell.row !== row || cell.column !== column || cell.text === '')
  return [...Map.groupBy(formAmounts, ({ amount }) => amount.row)].flatMap(([row, amounts]) => {
    const found = amounts.find(isUnder(whole))
    const own = underEach(amounts, parts)
    const left = columns.filter(column => own.every(({ amount }) => amount.column !== column))
    return found && left.every(column => isBlank(row, column)) ? [{ whole: found, parts: own }] : []
  })
}

/** The money of each task is that of its parts. */
export const taskParts = (dataset: Dataset, identity: Of<'form-task'>): Check[] =>
  formsOf(dataset).flatMap(table =>
    tasksOf(table, identity).map(({ whole, parts }) =>
      compare(
        { identity: identity.id, instance: `${table.table.id} ${whole.amount.row} ${whole.label}` },
        { label: `${whole.label} ${whole.head}`, terms: [cellTerm(whole.amount)] },
        { label: parts.map(({ head }) => head).join('+'), terms: parts.map(({ amount }) => cellTerm(amount)) },
        'sum',
      ),
    ),
  )

/** The money of all tasks is that of the tasks above their only total, head by head; of one that cannot be read whole nothing follows. */
export const taskTotals = (dataset: Dataset, identity: Of<'form-tasks'>): Check[] =>
  formsOf(dataset).flatMap(table => {
    const tasks = tasksOf(table, identity)
    const [total, ...more] = tasks.filter(({ whole }) => identity.total.test(whole.label))
    const isAbove = ({ amount }: FormAmount): boolean => total !== undefined && amount.row < total.whole.amount.row
    const above = tasks.filter(({ whole }) => isAbove(whole))
    const printed = table.formAmounts.filter(isUnder(identity.whole)).filter(isAbove)
    if (total === undefined || more.length > 0 || above.length === 0 || printed.length > above.length) return []
    return [total.whole, ...total.parts].map(sum => {
      const own = above.flatMap(({ whole, parts }) => [whole, ...parts].filter(({ head }) => head === sum.head))
      return compare(
        { identity: identity.id, instance: `${table.table.id} ${sum.label} ${sum.head}` },
        { label: `${sum.label} ${sum.head}`, terms: [cellTerm(sum.amount)] },
        { label: `Σ ${own.length}`, terms: own.map(({ amount }) => cellTerm(amount)) },
        'sum',
      )
    })
  })
