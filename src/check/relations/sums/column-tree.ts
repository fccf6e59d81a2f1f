import type { BudgetColumn, Line } from '../../../budget/dataset.ts'
import { figuresFrom } from '../../../budget/money/amount.ts'
import { forestOf, type Rows, SILENT } from '../../../forest.ts'
import { type Figures, stepsOf } from '../../../sums.ts'
import { MANY_ROWS, type Partition } from './columns.ts'

/** A column as a row of the search for trees: the figures of the lines of its table, in their order. */
const figuresOf = ({ index }: BudgetColumn, lines: readonly Line[]): Figures =>
  figuresFrom(lines.map(line => line.amounts.get(index)?.money))

/** Columns that hold those behind them, as the figures of all lines say; no head is asked. */
function nested(columns: readonly BudgetColumn[], lines: readonly Line[]): Partition[] {
  const figures = columns.map(column => figuresOf(column, lines))
  const search: Rows = {
    figures,
    isMemo: columns.map(() => false),
    section: columns.map(() => 0),
    steps: stepsOf(figures),
  }
  const forest = forestOf(search, { likeness: SILENT, sums: true, copies: 0 })
  return columns.flatMap((whole, at): Partition[] => {
    const parts = columns.filter((_, part) => forest[part] === at)
    return parts.length > 1 ? [{ whole, parts }] : []
  })
}

/** More columns are not tried two by two. */
const MOST_COLUMNS = 12

/** Columns that are two others together in some rows, wherever they stand: what is there now is what was there and what came to it. */
function pairs(columns: readonly BudgetColumn[], lines: readonly Line[]): Partition[] {
  if (columns.length > MOST_COLUMNS) return []
  const all = columns.map(column => ({ column, fen: figuresOf(column, lines).fen }))
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap(other => {
      const rows = one.fen.flatMap((fen, row) =>
        fen !== 0 && other.fen[row] !== 0 ? [{ row, sum: fen + (other.fen[row] ?? 0) }] : [],
      )
      const isHeld = (whole: (typeof all)[number]): boolean =>
        rows.filter(({ row, sum }) => whole.fen[row] === sum).length >= MANY_ROWS
      const wholes = all.filter(whole => whole !== one && whole !== other && isHeld(whole))
      return wholes.map(({ column }) => ({ whole: column, parts: [one.column, other.column] }))
    }),
  )
}

/** What is left at the end of a year is what was there at its beginning and came in, less what was spent. */
function leftOver(columns: readonly BudgetColumn[]): Partition[] {
  const of = (key: string): BudgetColumn[] => columns.filter(column => column.key === key)
  const [whole, carry, income, spent] = ['carryOut', 'carry', 'income', 'expense'].map(key => of(key)[0])
  return whole && carry && income && spent ? [{ whole, parts: [carry, income], less: [spent] }] : []
}

/** Sums of columns that may be there by the figures alone: a whole before its parts or behind them, or two columns anywhere. */
export function figured(columns: readonly BudgetColumn[], lines: readonly Line[]): Partition[] {
  const amounts = columns.filter(({ role }) => role === 'amount')
  return [...leftOver(amounts), ...nested(amounts, lines), ...nested(amounts.toReversed(), lines), ...pairs(amounts, lines)]
}
