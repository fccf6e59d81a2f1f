import { expect, test } from 'vitest'
import { searchOf } from '../../../src/review/front/search.ts'

test('a line is found by every word of it, in any order, in capitals or not, and by nothing that it has not', () => {
  const line = ['教育局', '青溪县', 'Budget-2025.pdf', 2025, null] as const
  const found = (typed: string): boolean => searchOf(typed)(...line)
  expect(['', '青溪县', 'budget 教育局', '2025 青溪'].map(found)).toEqual([true, true, true, true])
  expect(['民政局', '教育局 2024', 'null'].map(found)).toEqual([false, false, false])
})
