import { type BudgetTable, unnamedRows } from '../../budget/dataset.ts'
import { isUnder } from '../../budget/subjects/code.ts'
import { type Decision, DOUBTFUL } from '../../evidence.ts'
import { type Check, placeName, type Term } from '../check.ts'
import { directionOf, identityOf, termsOf, vouches } from './kin.ts'
import type { Scene } from './rivals/rival.ts'
import { tablesOf } from './scene.ts'

/** What is known of a document beside a relation that fails. */
export interface Proven {
  readonly scene: Scene
  /** Whether the change of one figure is proven. */
  readonly proven: boolean
  /** Whether a total is nearly the sum of its parts: all but one of them, or but for a digit. */
  readonly nearly: boolean
}

/** Whether a decision was clear. */
export const isSure = ({ margin }: Pick<Decision, 'margin'>): boolean => margin >= DOUBTFUL

/** Something that must be certain of a table before a relation through it accuses anybody. */
type Need = (check: Check, table: BudgetTable, known: Proven) => boolean

const isInside = (check: Check): boolean => ['across', 'down'].includes(directionOf(check))

/** Whether the figures of a table that are compared with something outside it are sums that hold inside it: then its pages and columns are put together rightly. */
const isWhole: Need = (check, { table: { id } }, { scene: { through } }) =>
  !isInside(check) &&
  termsOf(check)
    .filter(({ place }) => place?.table === id)
    .every(term => (through.get(placeName(term)) ?? []).some(other => isInside(other) && vouches(other)))

/** How it was put together was clear, or does not matter. */
const isMade: Need = (check, budget, known) =>
  known.proven || budget.table.decisions.every(isSure) || isWhole(check, budget, known)

/** What kind of table it is was clear, or nothing depends on it, or other relations that do depend on it hold. */
const isNamed: Need = (check, { table: { id }, kindDecision }, { scene, proven }) =>
  proven ||
  isSure(kindDecision) ||
  isInside(check) ||
  scene.held(id).some(other => other !== check && !isInside(other) && vouches(other))

/** Its unit was clear, or is the same on both sides. */
const isInUnit: Need = (check, { unitReading }) => isInside(check) || unitReading === null || isSure(unitReading.decision)

/** No piece of it that the check needs stands beside it. */
const isOnePiece: Need = (check, { table: { id } }, { scene: { pieces } }) =>
  !(directionOf(check) === 'across' ? pieces.columns : pieces.rows).has(id)

/** Each place of it belongs to one cell: where pages were put together wrongly, some belong to none or to two. */
const isCovered: Need = (_, { table: { cells, rowCount, columns } }) => {
  const area = cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0)
  return area === rowCount * columns.length
}

/** A side with more figures of one table than this is a sum over rows, and no figure with its carry-over. */
const MOST_PRINTED = 3

/** Between tables a side that the document does not print, but rows picked by their codes give, is known only where the sums prove the tree of those rows. */
const isSumKnown: Need = (check, { table, trees }) => {
  if (directionOf(check) !== 'between') return true
  const isPicked = [check.left, check.right].some(
    ({ terms }) => terms.filter(({ place, fen }) => place?.table === table.id && fen !== 0n).length > MOST_PRINTED,
  )
  return !isPicked || (trees.length > 0 && trees.every(({ proof }) => proof === 'sums'))
}

/** Whether the parts of a sum print codes under that of their whole. */
export const isByCode = ({ left, right }: Check, { lines }: BudgetTable): boolean => {
  const codeAt = ({ place }: Term): string | null =>
    lines.find(({ row, amounts }) => row === place?.row && amounts.has(place.column))?.code ?? null
  const whole = left.terms[0] ? codeAt(left.terms[0]) : null
  return whole !== null && right.terms.map(codeAt).every(code => code !== null && isUnder(code, whole))
}

/** Which rows are parts of which is proven, or their codes say it, or the figure is. */
const isTreeProven: Need = (check, table, { proven, nearly }) =>
  proven ||
  nearly ||
  identityOf(check).form !== 'tree-sum' ||
  table.trees.every(({ proof }) => proof !== null) ||
  isByCode(check, table)

/** No rows of it are figures that nothing names, which may be the rests of those above. */
const isEachNamed: Need = (_, table, { proven }) => proven || unnamedRows(table).length === 0

const NEEDS: readonly Need[] = [isMade, isNamed, isInUnit, isOnePiece, isCovered, isSumKnown, isTreeProven, isEachNamed]

/** Whether the rows or columns a check needs are all there, and every choice that made its tables was clear or is outweighed by a proof. */
export const isClear = (check: Check, known: Proven): boolean =>
  tablesOf(check, known.scene).every(table => NEEDS.every(need => need(check, table, known)))
