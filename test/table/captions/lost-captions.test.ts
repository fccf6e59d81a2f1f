import { expect, test } from 'vitest'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

const grid = gridOf('编码|名称|合计\n201|公共|9.00')

const named: Parameters<typeof pageOf>[1][] = [
  ['支出总表', 100, 70, 12],
  ['单位：万元', 280, 90],
]

/** What is said of tables that are missing, with these lines below the table of the first page. */
const missing = (...lines: Parameters<typeof pageOf>[1][]) =>
  tablesOf([pageOf(1, ...named, ...lines)], [grid]).findings.filter(({ code }) => code === 'listed-table-missing')

test('a caption with its unit over figures that were read into no table is told', () => {
  const lines = missing(
    ['“三公”经费支出表', 100, 270, 12],
    ['单位：万元', 280, 290],
    ['公务接待费', 50, 310],
    ['12.50', 280, 310],
  )
  expect(lines).toMatchObject([{ severity: 'warning', page: 1, expected: '“三公”经费支出表' }])
})

test('a caption over nothing, as over an empty table, is information', () => {
  expect(missing(['政府性基金支出表', 100, 270, 12], ['单位：万元', 280, 290])).toMatchObject([
    { severity: 'info', expected: '政府性基金支出表' },
  ])
})

test('the caption of a table, and one that is printed again where its table ended, are none that lost theirs', () => {
  expect(missing()).toEqual([])
  expect(missing(['支出总表', 100, 270, 12], ['单位：万元', 280, 290])).toEqual([])
  const below = pageOf(1, ['支出总表', 100, 770, 12], ['单位：万元', 280, 790])
  const { findings } = tablesOf([below, pageOf(2)], [gridOf('编码|名称|合计\n201|公共|9.00', { page: 2 })])
  expect(findings.filter(({ code }) => code === 'listed-table-missing')).toEqual([])
})

test('a sentence that speaks of a table and its unit is no caption', () => {
  expect(missing(['本单位2024年没有政府性基金支出，详见下表', 50, 270], ['金额单位：万元', 280, 290])).toEqual([])
})
