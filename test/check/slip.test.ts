import { expect, test } from 'vitest'
import { compare } from '../../src/check/relations/compare.ts'
import { SLIP_TOLD, slipDigits } from '../../src/check/slip.ts'
import { side } from './terms.ts'

const digits = (whole: string, ...parts: readonly string[]): number =>
  slipDigits(compare({ identity: 'B32', instance: '' }, side('万元', whole), side('万元', ...parts), 'sum'))

test('a digit that is wrong shows in a sum that is rounded, too, and says less there', () => {
  expect(digits('3,022.69', '1,282.10', '1,780.59')).toBeGreaterThan(SLIP_TOLD)
  expect(digits('3,062.70', '1,282.10', '1,740.59')).toBeGreaterThan(SLIP_TOLD)
  expect(digits('3,062.70', '1,282.10', '1,740.59')).toBeLessThan(digits('3,062.69', '1,282.10', '1,740.59'))
  expect(digits('3,062.70', '1,282.10', '1,741.23')).toBe(0)
})
