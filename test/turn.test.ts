import { expect, test } from 'vitest'
import { turnedBox, turnedSize, turnOf } from '../src/turn.ts'

test('a box and the page that it lies on turn clockwise', () => {
  expect(turnedSize(90, 3, 2)).toEqual([2, 3])
  expect(turnedBox([0, 0, 1, 1], 90, 3, 2)).toEqual([1, 0, 2, 1])
  expect(turnedBox([0, 0, 1, 1], 180, 3, 2)).toEqual([2, 1, 3, 2])
  expect(turnedBox([0, 0, 1, 1], 270, 3, 2)).toEqual([0, 2, 1, 3])
})

test('what is turned back is turned on around', () => {
  expect([turnOf(90 - 180), turnOf(270 + 180), turnOf(360), turnOf(-90)]).toEqual([270, 90, 0, 270])
})
