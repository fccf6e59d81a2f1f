import { expect, test } from 'vitest'
import { readTable } from '../../src/budget/read-table.ts'
import { tableOf } from './table.ts'

const printed = (rows: readonly (readonly string[])[], headerRows: number) =>
  readTable(tableOf(rows, headerRows, { title: '财政拨款“三公”经费支出表' }), null).sangong.map(({ fund, parts }) => [
    fund,
    ...Object.entries(parts).map(([part, amount]) => `${part} ${amount.cell.text}`),
  ])

test('years in rows and funds in columns: the latest year by fund', () => {
  const rows = [
    ['预算单位', '年度', '总计', '<', '因公出国(境)费', '<', '公务接待费', '<', '公务用车购置及运行维护费', '<'],
    [
      '^',
      '^',
      '一般公共预算',
      '政府性基金预算',
      '一般公共预算',
      '政府性基金预算',
      '一般公共预算',
      '政府性基金预算',
      '一般公共预算',
      '政府性基金预算',
    ],
    ['某局', '2025年', '32.44', '0.00', '0.80', '0.00', '1.44', '0.00', '30.20', '0.00'],
    ['^', '2026年', '66.04', '0.00', '34.40', '0.00', '1.44', '0.00', '30.20', '0.00'],
    ['^', '增减变化金额', '33.60', '0.00', '33.60', '0.00', '0.00', '0.00', '0.00', '0.00'],
  ]
  expect(printed(rows, 2)).toEqual([
    ['general', 'total 66.04', 'abroad 34.40', 'vehicles 30.20', 'reception 1.44'],
    ['government-fund', 'total 0.00', 'abroad 0.00', 'vehicles 0.00', 'reception 0.00'],
  ])
})

test('items downwards, 上年 and 增减 beside: the total is the sum of the three', () => {
  const rows = [
    ['项目', '上年预算数', '本年预算数', '增减'],
    ['合计', '12.00', '19.50', '7.50'],
    ['“三公”经费小计', '9.00', '11.50', '2.50'],
    ['1.因公出国(境)费', '0.00', '0.00', '0.00'],
    ['2.公务接待费', '2.00', '2.50', '0.50'],
    ['3.公务用车购置及运行费', '7.00', '9.00', '2.00'],
    ['会议费', '3.00', '8.00', '5.00'],
  ]
  expect(printed(rows, 1)).toEqual([[null, 'total 11.50', 'abroad 0.00', 'vehicles 9.00', 'reception 2.50']])
})
