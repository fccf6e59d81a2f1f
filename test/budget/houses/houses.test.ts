import { expect, test } from 'vitest'
import { COUNTED_A } from './counted-a.ts'
import { COUNTED_B } from './counted-b.ts'
import { COUNTED_STRANGERS } from './counted-strangers.ts'
import { COUNTED_FAMILIES, FAMILIES } from './families.ts'
import { FINALS } from './finals.ts'
import { GOVERNMENTS } from './governments.ts'
import { faultsOf } from './house.ts'
import { INSTITUTIONS } from './institutions.ts'
import { COUNTED_PLACES, PLACES } from './places.ts'
import { PROVINCES_A } from './provinces-a.ts'
import { PROVINCES_B } from './provinces-b.ts'
import { SANGONG } from './sangong.ts'
import { STRANGERS_GOALS } from './strangers-goals.ts'
import { STRANGERS_OFFICES } from './strangers-offices.ts'
import { STRANGERS_PLACES } from './strangers-places.ts'

test.each([
  ...PROVINCES_A,
  ...PROVINCES_B,
  ...INSTITUTIONS,
  ...FINALS,
  ...GOVERNMENTS,
  ...SANGONG,
  ...PLACES,
  ...FAMILIES,
  ...STRANGERS_GOALS,
  ...STRANGERS_OFFICES,
  ...STRANGERS_PLACES,
  ...COUNTED_A,
  ...COUNTED_B,
  ...COUNTED_PLACES,
  ...COUNTED_FAMILIES,
  ...COUNTED_STRANGERS,
])('$name', house => {
  expect(faultsOf(house)).toEqual([])
})
