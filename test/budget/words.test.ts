import { expect, test } from 'vitest'
import { headAmong } from '../../src/budget/words.ts'

const namesOf = (...paths: readonly (readonly string[])[]) => {
  const columns = paths.map((path, index) => ({ index, list: 0, role: 'amount', path }))
  return columns.map(({ index }) => headAmong(columns, index))
}

test('a column is called by the head that tells it from those beside it, not by one that all have', () => {
  expect(namesOf(['本年支出合计', '决算数'], ['基本支出', '决算数'], ['项目支出', '决算数'])).toEqual([
    '本年支出合计',
    '基本支出',
    '项目支出',
  ])
  expect(namesOf(['小计', '9'], ['购置费', '10'], ['运行费', '11'])).toEqual(['小计', '购置费', '运行费'])
  expect(namesOf(['项目', '预算数'], ['项目', '决算数'])).toEqual(['预算数', '决算数'])
})

test('where others have the same lowest head those above it are said as well, and one that nothing tells apart keeps its own', () => {
  expect(namesOf(['公务接待费', '预算数'], ['公务接待费', '决算数'], ['合计', '决算数'])).toEqual([
    '预算数',
    '公务接待费·决算数',
    '合计·决算数',
  ])
  expect(namesOf(['金额'], ['金额'])).toEqual(['金额', '金额'])
  expect(namesOf(['决算数'])).toEqual(['决算数'])
})
