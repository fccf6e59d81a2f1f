import { expect, test } from 'vitest'
import { endsOf, itemAt } from '../src/geometry.ts'

test('a place that is missing is an error that names it, and no 0', () => {
  expect([itemAt([3, 0], 1), endsOf([4, 5, 6]), endsOf([7])]).toEqual([0, [4, 6], [7, 7]])
  for (const index of [-1, 2, 0.5, Number.NaN]) expect(() => itemAt([3, 0], index)).toThrow(`nothing at ${index} of 2`)
  expect(() => endsOf([])).toThrow(RangeError)
})
