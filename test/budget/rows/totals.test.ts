import { expect, test } from 'vitest'
import { totalsOf } from '../../../src/budget/rows/totals.ts'
import type { Agreement } from '../../../src/sums.ts'

/** Figures by row; a total agrees with parts that add up to it. */
const totalsIn = (figures: readonly number[], totals: readonly number[]) => {
  const agree = (whole: number, parts: readonly number[]): Agreement => {
    const isSum = parts.reduce((sum, part) => sum + (figures[part] ?? 0), 0) === figures[whole]
    return { weight: isSum ? 5 : -5, held: isSum ? 1 : 0, broken: isSum ? 0 : 1, isCopy: false }
  }
  const tops = figures.map((_, row) => ({ row, isTotal: totals.includes(row) }))
  return totalsOf(tops, agree).map(({ whole, parts }) => [whole, ...parts])
}

test('a total adds up what is open above it, or what follows it, as the figures say', () => {
  expect(totalsIn([30, 12, 42], [2])).toEqual([[2, 0, 1]])
  expect(totalsIn([42, 30, 12], [0])).toEqual([[0, 1, 2]])
})

test('subtotals add up what came since the last one, and the total at the end all of them', () => {
  expect(totalsIn([30, 12, 42, 7, 8, 15, 57], [2, 5, 6])).toEqual([
    [2, 0, 1],
    [5, 3, 4],
    [6, 2, 5],
  ])
})

test('a total that repeats the one before it is that one again', () => {
  expect(totalsIn([30, 12, 42, 42], [2, 3])).toEqual([
    [2, 0, 1],
    [3, 2],
  ])
})

test('a total that nothing adds up to takes what is open above it', () => {
  expect(totalsIn([30, 12, 43], [2])).toEqual([[2, 0, 1]])
})

test('a total at the head that nothing beside it makes up is a part of the next total', () => {
  expect(totalsIn([90, 12, 7, 109], [0, 3])).toEqual([[3, 0, 1, 2]])
})

test('a total right below another begins a second list: a part of the total after it, and no repetition of the one above', () => {
  expect(totalsIn([90, 12, 102, 80, 15, 7, 102], [0, 2, 3, 6])).toEqual([
    [2, 0, 1],
    [6, 3, 4, 5],
  ])
})

test('a total right below another is compared with it where nothing follows, and else with nothing it does not add up', () => {
  expect(totalsIn([30, 12, 42, 33], [2, 3])).toEqual([
    [2, 0, 1],
    [3, 2],
  ])
  expect(totalsIn([30, 12, 42, 33, 9], [2, 3])).toEqual([[2, 0, 1]])
})
