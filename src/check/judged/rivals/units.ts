import { isMoneyUnit, magnitude } from '../../../budget/money/amount.ts'
import { type Check, type Side, sumOf } from '../../check.ts'
import { inOtherUnit, TEN_THOUSAND } from '../../relations/sums/other-unit.ts'
import type { Rival } from './rival.ts'

/** Whether figures of one table are added up in two units: the unit of some of them is that of their column, of others that of the table. */
const hasTwoUnits = ({ left, right }: Check): boolean => {
  const printed = [...left.terms, ...right.terms].filter(({ place, step }) => place !== null && step > 0n)
  const tables = Map.groupBy(printed, ({ place }) => place?.table)
  return [...tables.values()].some(terms => new Set(terms.map(({ unit }) => unit)).size > 1)
}

/** Whether the same figure is printed twice in two units: 1.58元 beside 1.58万元. */
function isSameInOtherUnit({ left, right }: Check): boolean {
  const [one, other] = [left.terms[0], right.terms[0]]
  if (!one?.fen || !other?.fen || left.terms.length + right.terms.length > 2 || one.unit === other.unit) return false
  return one.fen === TEN_THOUSAND * other.fen || other.fen === TEN_THOUSAND * one.fen
}

const WORDS = {
  zh: '换一个单位则相符：元与万元之间可能印错或读错',
  en: 'it holds in another unit: 元 and 万元 may have been misprinted or misread',
}

/** One side is ten thousand times the other, as far as the places printed tell: or one sum is made in two units: a unit was read or printed wrong. */
export const tenThousand: Rival = {
  name: 'ten-thousand',
  code: 'unit-contradiction',
  ...WORDS,
  explains: check => {
    if (!isMoneyUnit(check.unit)) return false
    if (hasTwoUnits(check) || isSameInOtherUnit(check)) return true
    const sizeOf = (side: Side): bigint => magnitude(sumOf(side))
    const [small, large] = sizeOf(check.left) < sizeOf(check.right) ? [check.left, check.right] : [check.right, check.left]
    // A nought among figures with places is nothing, and not up to half a 万元.
    const places = small.terms.reduce((sum, { fen, step }) => (fen === 0n ? sum : sum + step), 0n)
    const slack = check.tolerance + places
    const off = magnitude(sizeOf(large) - TEN_THOUSAND * sizeOf(small))
    // What may as well be nothing, as 0.01 of figures of two places, is ten thousand times less than any amount.
    return sizeOf(small) > slack && off <= (slack + 1n) * TEN_THOUSAND
  },
}

/** One figure of a sum is ten thousand times what it should be, or as much less: 元 were printed among 万元. */
export const oneInOtherUnit: Rival = {
  name: 'one-in-other-unit',
  code: 'unit-contradiction',
  ...WORDS,
  outweighed: true,
  explains: check => inOtherUnit(check) !== undefined,
}
