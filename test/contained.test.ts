import { expect, test } from 'vitest'
import { contained, containedEach, containedLater, containedTogether } from '../src/contained.ts'
import { BudgetError } from '../src/errors.ts'

const half = (n: number): number => {
  if (n % 2 === 1) throw new Error(`${n} is\n  odd`)
  return n / 2
}

test('a step that works has no faults, one that fails gives what stands for it and says where and why', () => {
  expect(contained({ stage: 'half' }, () => half(4), 0)).toEqual({ value: 2, faults: [] })
  const { value, faults } = contained({ stage: 'grid', page: 7 }, () => half(3), 0)
  expect(value).toBe(0)
  expect(faults).toMatchObject([
    {
      ...{ code: 'internal-fault', severity: 'error', verdict: 'extraction-suspect', page: 7, table: null, tables: [] },
      message: {
        en: 'our mistake: grid of page 7 was not done: 3 is odd',
        zh: '程序内部错误，第7页的“grid”步骤未完成：3 is odd',
      },
    },
  ])
  expect(contained({ stage: 'budget', table: '1-2' }, () => half(3), 0).faults).toMatchObject([
    { table: '1-2', tables: ['1-2'] },
  ])
})

test('a step that takes its time is contained as well', async () => {
  expect(await containedLater({ stage: 'page', page: 1 }, async () => half(4), 0)).toEqual({ value: 2, faults: [] })
  const { value, faults } = await containedLater({ stage: 'page', page: 1 }, async () => half(5), 0)
  expect([value, faults.map(({ page }) => page)]).toEqual([0, [1]])
})

test('what is wrong with the whole file or with the call passes', () => {
  const fail = (): never => {
    throw new BudgetError('corrupt', 'the file is damaged')
  }
  expect(() => contained({ stage: 'page' }, fail, 0)).toThrow('the file is damaged')
})

test('of many items those that fail give nothing', () => {
  const { value, faults } = containedEach(
    [2, 3, 8, 5],
    page => ({ stage: 'half', page }),
    n => [half(n)],
  )
  expect(value).toEqual([1, 4])
  expect(faults.map(({ page }) => page)).toEqual([3, 5])
})

test('of items that belong together those that make the step fail are found and left out', () => {
  const sum = (all: readonly number[]): number => all.reduce((total, n) => total + half(n), 0)
  const at = (page: number) => ({ stage: 'sum', page })
  expect(containedTogether([2, 4, 6], at, sum)).toEqual({ value: 6, faults: [] })
  expect(containedTogether([], at, sum)).toEqual({ value: 0, faults: [] })
  for (const items of [[3], [3, 2, 5, 4, 6, 7], [2, 4, 9], [2, 9, 4, 6, 8, 10, 12]]) {
    const { value, faults } = containedTogether(items, at, sum)
    expect(value).toBe(sum(items.filter(n => n % 2 === 0)))
    expect(faults.map(({ page }) => page)).toEqual(items.filter(n => n % 2 === 1))
  }
})
