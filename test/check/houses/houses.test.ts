import { expect, test } from 'vitest'
import { accusationsOf, fateOf } from './consistent.ts'
import { COUNTED } from './counted.ts'
import { LOOKED_A } from './looked-a.ts'
import { LOOKED_B } from './looked-b.ts'

const HOUSES = [...LOOKED_A, ...LOOKED_B, ...COUNTED]

test.each(HOUSES)('nothing is said against a document that is right: $name', house => {
  expect(accusationsOf(house)).toEqual([])
})

test.each(HOUSES)('a figure printed wrong is $planted: $name', house => {
  expect(fateOf(house)).toBe(house.planted)
})
