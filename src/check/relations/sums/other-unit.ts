import { isMoneyUnit, magnitude } from '../../../budget/money/amount.ts'
import type { Check, Term } from '../../check.ts'
import { termsOf } from '../../judged/kin.ts'

/** 元 for 万元, and the other way round. */
export const TEN_THOUSAND = 10_000n
/** A figure of fewer digits fits a sum in another unit by chance. */
const TELLING = 100n

/** The one figure of a sum that is printed in another unit than the rest, as far as the sum tells; undefined where it is none or several. */
export function inOtherUnit(check: Check): Term | undefined {
  if (!isMoneyUnit(check.unit) || termsOf(check).length < 3) return undefined
  const gap = check.difference ?? 0n
  const fitting = termsOf(check).filter(term => {
    const side = check.left.terms.includes(term) ? term.sign : -term.sign
    const holds = (fen: bigint, slack: bigint): boolean =>
      magnitude(fen) >= TELLING * (slack || 1n) && magnitude(gap - side * (term.fen - fen)) <= slack
    return holds(term.fen / TEN_THOUSAND, check.tolerance) || holds(term.fen * TEN_THOUSAND, check.tolerance)
  })
  return fitting.length === 1 ? fitting[0] : undefined
}
