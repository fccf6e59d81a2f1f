import type { BudgetColumn, BudgetTable, Dataset } from '../budget/dataset.ts'
import type { AmountCell } from '../budget/money/amount.ts'
import { type Check, type Coverage, placeName } from './check.ts'
import { termsOf } from './judged/kin.ts'
import { cellTerm } from './relations/compare.ts'

/** A figure of a form by the label of its row, and the head of its column where it has one. */
const named = (label: string, head: string | null): string => [label, ...(head === null ? [] : [head])].join(' ')

/** Every printed amount of a standard table, those of forms too. */
export function printedFigures(table: BudgetTable): { readonly amount: AmountCell; readonly name: string }[] {
  if (table.kind === null) return []
  const columns = new Map<number, BudgetColumn>(table.columns.map(column => [column.index, column]))
  const lines = table.lines.flatMap(line =>
    [...line.amounts.values()].map(amount => {
      const column = columns.get(amount.column)
      return { amount, name: column?.key ?? column?.path.at(-1) ?? '' }
    }),
  )
  const all = [...lines, ...table.formAmounts.map(({ amount, label, head }) => ({ amount, name: named(label, head) }))]
  return all.filter(({ amount }) => amount.state === 'value')
}

/** Whether a relation would have told of a wrong figure: it could be judged, and where it fails it is known whose fault that is. */
const guards = ({ outcome, verdict }: Check): boolean => outcome !== 'not-evaluable' && verdict !== 'unexplained'

/** Count the figures of a document and those that an identity guards. */
export function coverageOf(dataset: Dataset, checks: readonly Check[]): Coverage {
  const guarded = new Set(checks.filter(guards).flatMap(check => termsOf(check).map(placeName)))
  const figures = dataset.tables.flatMap(printedFigures)
  const unguarded = figures.filter(({ amount }) => !guarded.has(placeName(cellTerm(amount))))
  return {
    figures: figures.length,
    guarded: figures.length - unguarded.length,
    unguarded: unguarded.map(({ amount, name }) => ({
      table: amount.table,
      row: amount.row,
      column: amount.column,
      text: amount.cell.text,
      page: amount.cell.page,
      name,
    })),
  }
}
