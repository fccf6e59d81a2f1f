import { magnitude } from '../../../budget/amount.ts'
import { type Check, type Side, sumOf } from '../../check.ts'
import type { Rival } from './rival.ts'

/** 元 for 万元, and the other way round. */
const TEN_THOUSAND = 10_000n

/** Whether figures of one table are added up in two units: the unit of some of them is that of their column, of others that of the table. */
const hasTwoUnits = ({ left, right }: Check): boolean => {
  const printed = [...left.terms, ...right.terms].filter(({ place, step }) => place !== null && step > 0n)
  const tables = Map.groupBy(printed, ({ place }) => place?.table)
  return [...tables.values()].some(terms => new Set(terms.map(({ unit }) => unit)).size > 1)
}

/** One side is ten thousand times the other, as far as the places printed tell: or one sum is made in two units: a unit was read or printed wrong. */
export const tenThousand: Rival = {
  name: 'ten-thousand',
  words: { zh: '单位存疑', en: 'the unit is in doubt' },
  verdict: 'extraction-suspect',
  outweighed: false,
  explains: check => {
    if (!check.unit.endsWith('元')) return false
    if (hasTwoUnits(check)) return true
    const sizeOf = (side: Side): bigint => magnitude(sumOf(side))
    const [small, large] = sizeOf(check.left) < sizeOf(check.right) ? [check.left, check.right] : [check.right, check.left]
    const places = small.terms.reduce((sum, { step }) => sum + step, 0n)
    const off = magnitude(sizeOf(large) - TEN_THOUSAND * sizeOf(small))
    return sizeOf(small) > 0n && off <= (check.tolerance + places + 1n) * TEN_THOUSAND
  },
}
