import { isMoneyUnit } from '../../../budget/amount.ts'
import type { Check, Term } from '../../check.ts'
import { roundedTerms } from '../../relations/compare.ts'
import { percentStep } from '../culprit.ts'
import { identityOf, termsOf } from '../kin.ts'
import { gapOf, type Rival } from './rival.ts'

const stepsOf = (terms: readonly Term[]): bigint => terms.reduce((sum, { step }) => sum + step, 0n)

/** By how much less the left or the right side may be for its figures were cut; a whole is cut only where its parts are printed finer. */
function mostCut(check: Check, side: 'left' | 'right'): bigint {
  const rounded = roundedTerms(termsOf(check))
  const coarse = side === 'right' ? () => true : ({ step }: Term) => rounded.some(other => other.step < step)
  return stepsOf(check[side].terms.filter(term => rounded.includes(term) && coarse(term)))
}

/** Each figure may be off by half a step of the places it is printed to: whole 元 beside 分, 0.1 beside 0.01. */
export const displayPrecision: Rival = {
  name: 'display-precision',
  words: { zh: '差额不超过所印小数位的误差', en: 'within the places the figures are printed to' },
  verdict: 'rounding',
  explains: check =>
    check.difference !== null &&
    isMoneyUnit(check.unit) &&
    check.difference !== 0n &&
    2n * gapOf(check) <= stepsOf(roundedTerms(termsOf(check))),
}

/** Figures that were cut instead of rounded sum to less, by up to a step each; a percentage is off by up to one. */
export const cutNotRounded: Rival = {
  name: 'cut-not-rounded',
  words: { zh: '尾数截去而非四舍五入', en: 'cut, not rounded' },
  verdict: 'rounding',
  outweighed: true,
  explains: check => {
    if (check.difference === null || check.difference === 0n) return false
    if (check.unit === '%') return identityOf(check).id !== 'X14s' && gapOf(check) <= percentStep(check)
    return isMoneyUnit(check.unit) && gapOf(check) < mostCut(check, check.difference > 0n ? 'right' : 'left')
  },
}
