import { expect, test } from 'vitest'
import { COUNTED_A } from './counted-a.ts'
import { COUNTED_B } from './counted-b.ts'
import { COUNTED_FAMILIES, FAMILIES } from './families.ts'
import { FINALS } from './finals.ts'
import { GOVERNMENTS } from './governments.ts'
import { faultsOf } from './house.ts'
import { INSTITUTIONS } from './institutions.ts'
import { COUNTED_PLACES, PLACES } from './places.ts'
import { PROVINCES_A } from './provinces-a.ts'
import { PROVINCES_B } from './provinces-b.ts'
import { SANGONG } from './sangong.ts'

test.each([
  ...PROVINCES_A,
  ...PROVINCES_B,
  ...INSTITUTIONS,
  ...FINALS,
  ...GOVERNMENTS,
  ...SANGONG,
  ...PLACES,
  ...FAMILIES,
  ...COUNTED_A,
  ...COUNTED_B,
  ...COUNTED_PLACES,
  ...COUNTED_FAMILIES,
])('$name', house => {
  expect(faultsOf(house)).toEqual([])
})
