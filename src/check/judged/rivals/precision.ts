import type { Check, Term } from '../../check.ts'
import { roundedTerms } from '../../relations/compare.ts'
import { percentStep } from '../culprit.ts'
import { identityOf, termsOf } from '../kin.ts'
import { gapOf, type Rival } from './rival.ts'

const stepsOf = (terms: readonly Term[]): bigint => terms.reduce((sum, { step }) => sum + step, 0n)

/** The parts of a sum that may be cut. */
const roundedRight = (check: Check): readonly Term[] => {
  const rounded = new Set(roundedTerms(termsOf(check)))
  return check.right.terms.filter(term => rounded.has(term))
}

/** Each figure may be off by half a step of the places it is printed to: whole 元 beside 分, 0.1 beside 0.01. */
export const displayPrecision: Rival = {
  name: 'display-precision',
  words: { zh: '差额不超过所印小数位的误差', en: 'within the places the figures are printed to' },
  verdict: 'rounding',
  outweighed: false,
  explains: check =>
    check.difference !== null &&
    check.unit.endsWith('元') &&
    check.difference !== 0n &&
    2n * gapOf(check) <= stepsOf(roundedTerms(termsOf(check))),
}

/** Parts that were cut instead of rounded sum to less than the whole, by up to a step each; a percentage by up to one. */
export const cutNotRounded: Rival = {
  name: 'cut-not-rounded',
  words: { zh: '尾数截去而非四舍五入', en: 'cut, not rounded' },
  verdict: 'rounding',
  outweighed: true,
  explains: check => {
    if (check.difference === null || check.difference === 0n) return false
    if (check.unit === '%') return identityOf(check).id !== 'X14s' && gapOf(check) <= percentStep(check)
    return check.unit.endsWith('元') && check.difference > 0n && check.difference < stepsOf(roundedRight(check))
  },
}
