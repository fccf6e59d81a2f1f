import type { BudgetTable, Dataset, FormAmount } from '../../../budget/dataset.ts'
import { plain } from '../../../budget/label.ts'
import type { Cell } from '../../../table/table.ts'
import type { Check } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { cellTerm, ifMostHold } from '../compare.ts'
import { formsOf } from './form-sum.ts'
import { percentIn } from './percent-columns.ts'
import { HUNDRED_PERCENT, ratioCheck } from './ratio.ts'

/** One per cent, in hundredths. */
const ONE = 100n

/** A rate against what was spent of one budget; null where that is nothing, the rate is cut off at a hundred, or it is none in per cent. */
function rateOf(id: string, table: BudgetTable, { cell, part, whole }: { cell: Cell; part: FormAmount; whole: FormAmount }) {
  const printed = percentIn(table, cell, `${part.label} 执行率`)
  const [spent, budget] = [part.amount.money, whole.amount.money]
  if (printed === null || spent === null || budget === null || budget.fen <= 0n) return null
  if (spent.fen > budget.fen && printed.term.fen === HUNDRED_PERCENT) return null
  // 0.9866 for 98.66%: nothing says in what it is told.
  if (!/[%％]/.test(cell.text) && printed.term.fen <= ONE) return null
  return ratioCheck({
    ...{ identity: id, printed, part: [cellTerm(part.amount)], whole: [cellTerm(whole.amount)] },
    slack: (spent.step + budget.step) / 2n,
  })
}

/** The rate of a cell below its head, by the first budget of its row that makes it, else by the first. */
function rateIn(table: BudgetTable, cell: Cell, { id, part, wholes }: Of<'form-rate'>): Check[] {
  const row = table.formAmounts.filter(({ amount }) => amount.row === cell.row && amount.column < cell.column)
  const told = (word: string): FormAmount[] => row.filter(({ key }) => key?.split('.').includes(word) === true)
  const [spent] = part.flatMap(told)
  if (spent === undefined) return []
  const found = wholes.flatMap(word => {
    const [whole] = told(word)
    return (whole && rateOf(id, table, { cell, part: spent, whole })) ?? []
  })
  return [found.find(({ outcome }) => outcome !== 'broken') ?? found[0] ?? []].flat()
}

/** Rates of spending in forms against what was spent of the budget. */
export const formRates = (dataset: Dataset, identity: Of<'form-rate'>): Check[] =>
  formsOf(dataset).flatMap(table => {
    const heads = table.table.cells.filter(({ text }) => identity.rate.test(plain(text)))
    const isBelow = (cell: Cell): boolean => heads.some(({ row, column }) => column === cell.column && row < cell.row)
    return ifMostHold(
      table.table.cells.filter(isBelow).flatMap(cell => rateIn(table, cell, identity)),
      'rates of another budget',
    )
  })
