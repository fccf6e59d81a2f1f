import { expect, test } from 'vitest'
import { accusationsOf, fateOf } from './consistent.ts'
import { COUNTED } from './counted.ts'
import { COUNTED_B } from './counted-b.ts'
import { LOOKED_A } from './looked-a.ts'
import { LOOKED_B } from './looked-b.ts'
import { LOOKED_C } from './looked-c.ts'
import { LOOKED_D } from './looked-d.ts'
import { LOOKED_E } from './looked-e.ts'

const HOUSES = [...LOOKED_A, ...LOOKED_B, ...LOOKED_C, ...LOOKED_D, ...LOOKED_E, ...COUNTED, ...COUNTED_B]

test.each(HOUSES)('nothing is said against a document that is right: $name', house => {
  expect(accusationsOf(house)).toEqual([])
})

test.each(HOUSES)('a figure printed wrong is $planted: $name', house => {
  expect(fateOf(house)).toBe(house.planted)
})
