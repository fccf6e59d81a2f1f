import { expect, test } from 'vitest'
import { placesInDeeper } from '../../../src/table/joins/join-strip.ts'

test('the rows of a header stand where those of a deeper one do that is drawn beside it', () => {
  expect(placesInDeeper([0, 0.5, 1], [0, 0.25, 0.5, 1])).toEqual([0, 2, 3])
})

test('no row of it is lost where two of its borders are closest to one', () => {
  expect(placesInDeeper([0, 0.1, 1], [0, 0.4, 0.7, 1])).toEqual([0, 1, 3])
  expect(placesInDeeper([0, 0.9, 0.95, 1], [0, 0.3, 0.5, 0.7, 1])).toEqual([0, 2, 3, 4])
})
