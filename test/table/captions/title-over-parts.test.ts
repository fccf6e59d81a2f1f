import { expect, test } from 'vitest'
import type { Page } from '../../../src/page/page.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

const ROWS = ['公共', '教育', '卫生', '住房', '农林']
const part = (titles: string, from: number): string =>
  [titles, ...ROWS.map((label, row) => (from > 0 ? `${from + row}.25|${from + 2 * row}.50` : `${label}|${row + 1}.75`))].join(
    '\n',
  )

/** The titles of the tables that two pages give, one column of labels on the first; both grids stand from 50 to 170. */
const titlesOn = (...pages: readonly Page[]): (string | null)[] =>
  tablesOf(pages, [gridOf(part('科目|合计', 0)), gridOf(part('基本支出|项目支出', 20), { page: 2 })]).tables.map(
    ({ title }) => title,
  )

test('a title that the border between two parts of a wide table cuts is the title of both', () => {
  expect(titlesOn(pageOf(1, ['一般公共预算', 96, 90, 12]), pageOf(2, ['支出明细表', 52, 90, 12]))).toEqual([
    '一般公共预算支出明细表',
  ])
})

test('a letter that the border cuts through stands on both parts and counts once', () => {
  expect(titlesOn(pageOf(1, ['一般公共预算支', 86, 90, 12]), pageOf(2, ['支出明细表', 50, 90, 12]))).toEqual([
    '一般公共预算支出明细表',
  ])
})

test.each([
  ['stands at another height', ['支出明细表', 52, 70, 12]],
  ['is set in another size', ['支出明细表', 52, 90, 9]],
  ['begins far from any column', ['支出明细表', 80, 90, 12]],
] as const)('a line on the next page that %s is no rest of a title', (_, line) => {
  expect(titlesOn(pageOf(1, ['一般公共预算', 96, 90, 12]), pageOf(2, line))[0]).not.toBe('一般公共预算支出明细表')
})

test('two titles, each whole, are not put together', () => {
  expect(titlesOn(pageOf(1, ['支出总表', 120, 90, 12]), pageOf(2, ['支出明细表', 52, 90, 12]))[0]).toBe('支出总表')
})

test('the unit at the end of a line and the number of the next table at the beginning of its own are no title', () => {
  const pages = [pageOf(1, ['单位：万元', 110, 90, 12]), pageOf(2, ['公开03表', 52, 90, 12])]
  expect(titlesOn(...pages)[0]).toBeNull()
})
