import { expect, test } from 'vitest'
import { FINALS } from './finals.ts'
import { GOVERNMENTS } from './governments.ts'
import { faultsOf } from './house.ts'
import { INSTITUTIONS } from './institutions.ts'
import { PROVINCES } from './provinces.ts'
import { SANGONG } from './sangong.ts'

test.each([...PROVINCES, ...INSTITUTIONS, ...FINALS, ...GOVERNMENTS, ...SANGONG])('$name', house => {
  expect(faultsOf(house)).toEqual([])
})
