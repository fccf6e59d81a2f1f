import { isMoneyUnit, magnitude } from '../../../budget/money/amount.ts'
import { addedUp, type Check, LAST_PLACE, sumOf, type Term } from '../../check.ts'
import { roundedTerms, stepsOf } from '../../relations/compare.ts'
import { HUNDRED_PERCENT } from '../../relations/sums/ratio.ts'
import { percentStep } from '../culprit.ts'
import { identityOf, termsOf } from '../kin.ts'
import { gapOf, lineOfTerm, type Rival, type Scene } from './rival.ts'

/** By how much less the left or the right side may be for its figures were cut; a whole is cut only where its parts are printed finer. */
function mostCut(check: Check, side: 'left' | 'right'): bigint {
  const rounded = roundedTerms(termsOf(check))
  const coarse = side === 'right' ? () => true : ({ step }: Term) => rounded.some(other => other.step < step)
  return stepsOf(check[side].terms.filter(term => rounded.includes(term) && coarse(term)))
}

/** Whether a percentage is less than a step of its last place from what its figures make it, each of them off by half of its own step. */
function isWithinStep(check: Check, steps: (terms: readonly Term[]) => bigint): boolean {
  const [step, printed] = [percentStep(check), sumOf(check.left)]
  if (!check.from) return gapOf(check) <= step
  const { part, whole } = check.from
  const off = magnitude(printed * addedUp(whole) - HUNDRED_PERCENT * addedUp(part))
  return 2n * off < 2n * step * addedUp(whole) + HUNDRED_PERCENT * steps(part) + printed * steps(whole)
}

/** Each figure may be off by half a step of the places it is printed to: whole 元 beside 分, 0.1 beside 0.01. */
export const displayPrecision: Rival = {
  name: 'display-precision',
  ...{ zh: '差额不超过所印小数位的误差', en: 'within the places the figures are printed to' },
  verdict: 'rounding',
  explains: check =>
    check.difference !== null && isMoneyUnit(check.unit) && 2n * gapOf(check) <= stepsOf(roundedTerms(termsOf(check))),
}

/** Whether a figure is one of a row that others are parts of: it may have been added up from rounded ones. */
function isSum(term: Term, scene: Scene): boolean {
  const line = lineOfTerm(term, scene)
  const lines = scene.table(term.place?.table ?? '')?.lines ?? []
  return line !== undefined && (line.role === 'total' || lines.some(({ parent }) => parent !== null && lines[parent] === line))
}

/** Whether figures may differ so for each was rounded by itself: not one printed twice to one place, unless it is a sum, nor what was cut. */
export function isOfRounding(check: Check, rival: Rival | null, scene: Scene): boolean {
  const [first, second, ...more] = termsOf(check)
  const isTwice = more.length === 0 && first?.step === second?.step
  return rival === displayPrecision && (!isTwice || termsOf(check).some(term => isSum(term, scene)))
}

/** Whether a percentage is no more than its figures make it. */
function isBelow(check: Check): boolean {
  const { part = [], whole = [] } = check.from ?? {}
  return check.from ? sumOf(check.left) * addedUp(whole) <= HUNDRED_PERCENT * addedUp(part) : (check.difference ?? 0n) <= 0n
}

const isNearPercentage = (check: Check): boolean =>
  check.difference !== null && check.unit === '%' && identityOf(check).id !== 'X14s' && isWithinStep(check, stepsOf)

/** Figures that were cut instead of rounded sum to less, by up to a step each; a percentage is off by up to one. */
export const cutNotRounded: Rival = {
  name: 'cut-not-rounded',
  ...{ zh: '尾数截去而非四舍五入', en: 'cut, not rounded' },
  verdict: 'rounding',
  outweighed: true,
  explains: check => {
    if (check.difference === null) return false
    if (check.unit === '%') return isNearPercentage(check) && isBelow(check)
    return isMoneyUnit(check.unit) && gapOf(check) < mostCut(check, check.difference > 0n ? 'right' : 'left')
  },
}

/** A percentage that was rounded up whatever its figures make it. */
export const roundedUp: Rival = {
  name: 'rounded-up',
  ...{ zh: '尾数进位而非四舍五入', en: 'rounded up, whatever follows' },
  verdict: 'rounding',
  outweighed: true,
  explains: check => isNearPercentage(check) && !isBelow(check),
}

/** The steps to which figures are printed themselves, whatever their sentence tells beside them; 0 is nothing. */
const printedSteps =
  ({ fact }: Scene) =>
  (terms: readonly Term[]): bigint =>
    terms.reduce((sum, term) => sum + (term.fen === 0n ? 0n : (fact(term)?.step ?? term.step)), 0n)

/** A percentage a step off, or three beside others that do not hold to their last place either, or 35万元 beside 2.28万元 that may be rounded after all: as good as what rounding leaves, and no proof of it. */
export const nearlyRounded: Rival = {
  name: 'nearly-rounded',
  ...{ zh: '差额接近四舍五入的误差', en: 'nearly what rounding may leave' },
  outweighed: true,
  explains: (check, scene) => {
    if (check.difference === null || identityOf(check).id === 'X14s') return false
    if (check.note === LAST_PLACE && !scene.isExact) return true
    const steps = printedSteps(scene)
    if (check.unit === '%') return gapOf(check) <= percentStep(check) || isWithinStep(check, steps)
    return isMoneyUnit(check.unit) && 2n * gapOf(check) <= steps(roundedTerms(termsOf(check)))
  },
}
