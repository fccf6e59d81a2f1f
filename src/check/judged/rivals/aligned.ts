import type { BudgetTable } from '../../../budget/dataset.ts'
import { type AmountCell, isMoneyUnit, magnitude } from '../../../budget/money/amount.ts'
import type { Check, Term } from '../../check.ts'
import { slipsOf } from '../../slip.ts'
import { directionOf, isOfNamedParts, termsOf } from '../kin.ts'
import { tablesOf } from '../scene.ts'
import { oneRowOver, SURPRISING } from './displaced.ts'
import { gapOf, type Rival, type Scene } from './rival.ts'

/** Of figures of two digits one stands above or below another by chance less than one time in twenty. */
const TWO_DIGITS = 10n
/** A misprint is one figure: a sum that holds with several read from beside their places was no misprint. */
const SEVERAL = 2

/** A figure of a check in a table, and what stands beside it in one direction; undefined where nothing does. */
interface Moved {
  readonly term: Term
  readonly beside: AmountCell | undefined
}

const fenOf = ({ beside }: Moved): bigint => beside?.money?.fen ?? 0n

/** Whether one of two rows is part of the other: a head prints the figures of its only part. */
function isNested({ lines }: BudgetTable, one: number, other: number): boolean {
  const wholes = (row: number): number[] => {
    const found: number[] = []
    for (let at = lines.findLast(line => line.row === row)?.parent ?? null; at !== null; at = lines[at]?.parent ?? null)
      found.push(lines[at]?.row ?? -1)
    return found
  }
  return wholes(one).includes(other) || wholes(other).includes(one)
}

/** The figures of a check in a table, from the last row to the first, each with what stands so many rows or columns of amounts over. */
function movedIn(check: Check, budget: BudgetTable, scene: Scene, [down, over]: readonly [number, number]): Moved[] {
  const amounts = scene.amounts(budget.table.id)
  const columns = budget.columns.filter(({ role }) => role === 'amount').map(({ index }) => index)
  const placed = termsOf(check).flatMap(term => (term.place?.table === budget.table.id ? { term, place: term.place } : []))
  return placed
    .sort((a, b) => b.place.row - a.place.row)
    .map(({ term, place: { row, column } }) => {
      const next = over === 0 ? column : columns[columns.indexOf(column) + over]
      return { term, beside: amounts.get(`${row + down} ${next}`) }
    })
}

/** Whether a relation holds with one figure of the row above or below in place of its own, which is no part or whole of it. */
const isOneOver = (check: Check, scene: Scene): boolean =>
  oneRowOver(check, scene, isOfNamedParts(check) ? SURPRISING : TWO_DIGITS).some(({ term, beside: { table, row } }) => {
    const budget = scene.table(table)
    return term.fen !== 0n && budget !== undefined && !isNested(budget, term.place?.row ?? -1, row)
  })

/** Whether a sum holds when its figures from some row on are read over, several of them others then. */
function isFromRowOn(check: Check, moved: readonly Moved[]): boolean {
  let [difference, changed] = [check.difference ?? 0n, 0]
  return moved.some(one => {
    const { term } = one
    const by = (fenOf(one) - term.fen) * term.sign
    difference += check.left.terms.includes(term) ? by : -by
    if (by !== 0n && fenOf(one) !== 0n) changed += 1
    return changed >= SEVERAL && magnitude(difference) <= check.tolerance
  })
}

/** Whether a sum holds when rows from some on, or the columns of later pages, are read one over. */
function isAligned(check: Check, budget: BudgetTable, scene: Scene): boolean {
  const first = Math.min(...termsOf(check).map(({ page }) => page))
  const rows = [-1, 1].map(by => movedIn(check, budget, scene, [by, 0]))
  const columns = [-1, 1].map(by => movedIn(check, budget, scene, [0, by]).filter(({ term }) => term.page > first))
  return [...rows, ...columns].some(moved => isFromRowOn(check, moved))
}

/** A relation holds in another alignment of the table: labels, a column or two rows read one row over, or a page one column over. A gap that a slip of the pen makes is one. */
export const otherAlignment: Rival = {
  name: 'other-alignment',
  against: ['down', 'between', 'words'],
  zh: '错开一行或一列读则相等：可能整体错位',
  en: 'it holds when read one row or column over: figures may be displaced together',
  moves: true,
  explains: (check, scene) => {
    const gap = gapOf(check)
    if (check.difference === null || !isMoneyUnit(check.unit) || slipsOf(check).includes(gap)) return false
    const isDown = directionOf(check) === 'down'
    if ((!isDown || isOfNamedParts(check)) && isOneOver(check, scene)) return true
    return isDown && gap >= SURPRISING && tablesOf(check, scene).some(table => isAligned(check, table, scene))
  },
}
