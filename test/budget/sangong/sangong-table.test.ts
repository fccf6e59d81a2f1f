import { expect, test } from 'vitest'
import { unreadSangong } from '../../../src/budget/money/unread.ts'
import { readTable } from '../../../src/budget/read-table.ts'
import { tableOf } from '../table.ts'

const TITLE = { title: '财政拨款“三公”经费支出表' }
const texts = (parts: object) => Object.entries(parts).map(([part, amount]) => `${part} ${amount.cell?.text ?? amount}`)

const printed = (rows: readonly (readonly string[])[], headerRows: number) =>
  readTable(tableOf(rows, headerRows, TITLE), null).sangong.map(({ fund, parts }) => [fund, ...texts(parts)])

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

test('units in rows: the figures of all are those of the total, where it is the last row too', () => {
  const rows = [
    ['单位', '因公出国(境)费', '公务用车购置及运行维护费', '<', '<', '公务接待费', '合计'],
    ['^', '^', '公务用车购置费', '公务用车运行费', '小计', '^', '^'],
    ['某局本级', '0.00', '0.00', '23.94', '23.94', '3.79', '27.73'],
    ['某局幼儿园', '0.00', '35.90', '19.75', '55.65', '8.78', '64.43'],
    ['合计', '0.00', '35.90', '43.69', '79.59', '12.57', '92.16'],
  ]
  const parts = ['total 92.16', 'abroad 0.00', 'vehicles 79.59', 'purchase 35.90', 'running 43.69', 'reception 12.57']
  expect(printed(rows, 2)).toEqual([[null, ...parts]])
  const [head = [], below = [], ...units] = rows
  expect(printed([head, below, ...units.slice(-1), ...units.slice(0, -1)], 2)).toEqual([[null, ...parts]])
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
  expect(printed(rows, 1)).toEqual([[null, 'total 11.50', 'abroad 0.00', 'vehicles 9.00', 'reception 2.50', 'meeting 8.00']])
})

test.each([
  ['出国（境）费用', '公车购置及运维费', '公车购置费', '公车运维费', '公务招待费'],
  ['因公临时出国（境）费', '公务用车运行及购置费', '车辆购置费', '车辆运行维护费', '接待费'],
  ['因公出国（境）经费', '车辆购置和日常运行费用', '购置费', '运行费', '公务接待经费'],
])('items are known whatever a car and its running are called: %s, %s, %s, %s, %s', (...items) => {
  const figures = ['1.00', '9.00', '5.00', '4.00', '2.00']
  const rows = [['项目', '预算数'], ['“三公”经费合计', '12.00'], ...items.map((item, at) => [item, figures[at] ?? ''])]
  const parts = ['total 12.00', 'abroad 1.00', 'vehicles 9.00', 'purchase 5.00', 'running 4.00', 'reception 2.00']
  expect(printed(rows, 1)).toEqual([[null, ...parts]])
})

test('parties that went abroad are none of the cost of going there', () => {
  const rows = [
    ['项目', '预算数'],
    ['“三公”经费合计', '1.00'],
    ['因公出国（境）费', '1.00'],
    ['出国（境）团组', '3'],
  ]
  expect(printed(rows, 1)).toEqual([[null, 'total 1.00', 'abroad 1.00']])
})

test('the year before, the difference and the growth stand beside, in columns or in rows', () => {
  const across = [
    ['项目', '2025年预算数', '2026年预算数', '增减额', '增减率（%）'],
    ['“三公”经费合计', '9.00', '11.50', '2.50', '27.78'],
    ['因公出国(境)费', '0.00', '0.00', '0.00', '—'],
    ['公务接待费', '2.00', '2.50', '0.50', '25.00%'],
    ['公务用车购置及运行费', '7.00', '9.00', '2.00', '28.57%'],
  ]
  const down = [
    ['年度', '合计', '因公出国(境)费', '公务接待费', '公务用车购置及运行费'],
    ['上年预算数', '9.00', '0.00', '2.00', '7.00'],
    ['本年预算数', '11.50', '0.00', '2.50', '9.00'],
    ['增、减额', '2.50', '0.00', '0.50', '2.00'],
  ]
  for (const rows of [across, down]) {
    const [row, ...more] = readTable(tableOf(rows, 1, TITLE), null).sangong
    expect(more).toEqual([])
    expect(texts(row?.parts ?? {})).toEqual(['total 11.50', 'abroad 0.00', 'vehicles 9.00', 'reception 2.50'])
    expect(texts(row?.previous ?? {})).toEqual(['total 9.00', 'abroad 0.00', 'vehicles 7.00', 'reception 2.00'])
    expect(texts(row?.change ?? {})).toEqual(['total 2.50', 'abroad 0.00', 'vehicles 2.00', 'reception 0.50'])
    expect(row?.growth).toEqual(rows === across ? { total: '27.78', reception: '25.00', vehicles: '28.57' } : {})
  }
})

test('a table of 三公 with figures that nothing names is told', () => {
  const table = (head: readonly string[]) => readTable(tableOf([head, ['某局', '11.50', '9.00']], 1, TITLE), null)
  expect(unreadSangong([table(['单位', '甲', '乙'])]).map(({ code }) => code)).toEqual(['sangong-unread'])
  expect(unreadSangong([table(['单位', '“三公”经费合计', '公务接待费'])])).toEqual([])
  expect(unreadSangong([table(['单位', '金额', '备注'])])).toHaveLength(1)
  expect(unreadSangong([table(['单位', '公务用车运行维护费', '公务接待费'])])).toEqual([])
})

test('counts of trips, vehicles and guests below the money are none of it', () => {
  const rows = [
    ['项目', '2017年预算数'],
    ['一、支出合计', '11.50'],
    ['1、因公出国（境）费用', ''],
    ['2、公务接待费', '7.50'],
    ['3、公务用车费', '4.00'],
    ['其中：（1）公务用车运行维护费', '4.00'],
    ['（2）公务用车购置', ''],
    ['二、相关统计数', ''],
    ['1.因公出国（境）团组数（个）', '2'],
    ['2.因公出国（境）人数（人）', '3'],
    ['3.公务用车购置数（辆）', '1'],
    ['4.公务用车保有量（辆）', '1'],
    ['5.公务接待批次（批）', '150'],
  ]
  expect(printed(rows, 1)).toEqual([[null, 'total 11.50', 'vehicles 4.00', 'running 4.00', 'reception 7.50']])
})

test('what is left of earlier years is not what those years spent, and with what this year adds makes up the whole', () => {
  const head = [
    ['“三公”经费合计', '当年预算', '<', '<', '<', '上年结转结余', '<', '<', '<'],
    ['^', ...Array.from({ length: 2 }, () => ['小计', '因公出国（境）费', '公务用车购置及运行费', '公务接待费']).flat()],
  ]
  const sangongOf = (row: readonly string[]) => readTable(tableOf([...head, row], 2, TITLE), null).sangong
  const [none] = sangongOf(['7.61', '7.61', '0.00', '6.75', '0.86', '0.00', '0.00', '0.00', '0.00'])
  expect([texts(none?.parts ?? {}), none?.previous]).toEqual([
    ['total 7.61', 'abroad 0.00', 'vehicles 6.75', 'reception 0.86'],
    {},
  ])
  const [some] = sangongOf(['8.61', '7.61', '0.00', '6.75', '0.86', '1.00', '0.00', '0.00', '1.00'])
  expect([texts(some?.parts ?? {}), some?.previous]).toEqual([['total 8.61'], {}])
})

test('a percentage beside a nought says nothing of it, and how much less was spent has no sign to be given with', () => {
  const rows = [
    ['经费项目', '2020年度支出（万元）', '支出减少情况（万元）', '支出减少率'],
    ['因公出国（境）费', '0', '0', '0%'],
    ['公务接待费', '71.53', '-', '-'],
    ['公务用车购置及运行维护费', '1857.23', '-', '-'],
    ['总“三公”经费支出', '1928.76', '12.00', '0.62%'],
  ]
  const [row] = readTable(tableOf(rows, 1, { title: '2020年度“三公”经费决算情况', unit: null }), null).sangong
  expect(texts(row?.parts ?? {})).toEqual(['total 1928.76', 'abroad 0', 'vehicles 1857.23', 'reception 71.53'])
  expect([row?.change, row?.growth]).toEqual([{}, {}])
})
