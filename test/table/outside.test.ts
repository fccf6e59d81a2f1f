import { expect, test } from 'vitest'
import { tablesOf } from '../../src/table/tables.ts'
import { gridOf, pageOf } from './grids.ts'

const grid = gridOf('编码|名称|合计\n201|公共|9.00')

test('a row of amounts under a table is told, with the table it may belong to', () => {
  const page = pageOf(1, ['支出总表', 100, 90, 12], ['农林水支出', 100, 160], ['43,664.50', 200, 160], ['32.17', 320, 160])
  const { findings, tables } = tablesOf([page], [grid])
  expect(findings).toMatchObject([{ code: 'amounts-outside-tables', page: 1, table: tables[0]?.id, actual: '2' }])
})

test('a sum in a sentence is no lost row, nor are years and page numbers', () => {
  const prose = pageOf(
    1,
    ['支出总表', 100, 90, 12],
    ['支出合计12.50万元，比上年增加3.20万元。', 100, 160],
    ['2025 2026', 100, 180],
  )
  expect(tablesOf([prose], [grid]).findings).toEqual([])
})
