import { expect, test } from 'vitest'
import { accusationsOf, fateOf } from './consistent.ts'
import { COUNTED } from './counted.ts'
import { LOOKED } from './looked.ts'

const HOUSES = [...LOOKED, ...COUNTED]

test.each(HOUSES)('nothing is said against a document that is right: $name', house => {
  expect(accusationsOf(house)).toEqual([])
})

test.each(HOUSES)('a figure printed wrong is $planted: $name', house => {
  expect(fateOf(house)).toBe(house.planted)
})
