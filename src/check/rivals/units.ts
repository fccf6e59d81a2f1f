import { magnitude } from '../../budget/amount.ts'
import { type Side, sumOf } from '../check.ts'
import type { Rival } from './rival.ts'

/** 元 for 万元, and the other way round. */
const TEN_THOUSAND = 10_000n

/** One side is ten thousand times the other, as far as the places printed tell: the unit was read or printed wrong. */
export const tenThousand: Rival = {
  name: 'ten-thousand',
  words: { zh: '两边相差一万倍，单位存疑', en: 'one side is 10,000 times the other: the unit is in doubt' },
  verdict: 'extraction-suspect',
  outweighed: false,
  explains: check => {
    if (!check.unit.endsWith('元')) return false
    const sizeOf = (side: Side): bigint => magnitude(sumOf(side))
    const [small, large] = sizeOf(check.left) < sizeOf(check.right) ? [check.left, check.right] : [check.right, check.left]
    const places = small.terms.reduce((sum, { step }) => sum + step, 0n)
    const off = magnitude(sizeOf(large) - TEN_THOUSAND * sizeOf(small))
    return sizeOf(small) > 0n && off <= (check.tolerance + places + 1n) * TEN_THOUSAND
  },
}
