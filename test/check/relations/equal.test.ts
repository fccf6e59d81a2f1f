import { expect, test } from 'vitest'
import type { Table } from '../../../src/table/table.ts'
import { tableOf } from '../../budget/table.ts'
import { checkedTables } from '../checked.ts'

const ledger = (total: string, carried = ''): Table =>
  tableOf(
    [
      ['收入', '<', '支出', '<'],
      ['项目', '预算数', '项目', '预算数'],
      ['一、一般公共预算拨款收入', '120.00', '一、教育支出', total],
      ['本年收入合计', '120.00', '本年支出合计', total],
      ['上年结转', carried, '结转下年', ''],
      ['收入总计', total, '支出总计', total],
    ],
    2,
    { id: '1', title: '部门收支总表' },
  )
const income = (total: string): Table =>
  tableOf(
    [
      ['科目编码', '科目名称', '合计', '一般公共预算拨款收入', '事业收入'],
      ['', '合计', total, total, ''],
      ['205', '教育支出', total, total, ''],
    ],
    1,
    { id: '2', title: '部门收入总表' },
  )
/** How the identity of two tables comes out. */
const outcome = (identity: string, ...tables: readonly Table[]) => {
  const found = checkedTables(...tables).checks.find(check => check.identity === identity)
  return [found?.outcome, found?.note]
}

test('the total of one table is that of another, to the last digit', () => {
  expect(outcome('X1', ledger('120.00'), income('120.00'))[0]).toBe('holds')
  expect(outcome('X1', ledger('120.00'), income('120.10'))[0]).toBe('broken')
})

test('a table that leaves out what is carried over repeats the money of the year', () => {
  const carrying = ledger('150.00', '30.00')
  expect(outcome('X1', carrying, income('150.00'))[0]).toBe('holds')
  expect(outcome('X1', carrying, income('120.00'))[0]).toBe('holds')
  expect(outcome('X1', carrying, income('130.00'))[0]).toBe('broken')
})

test('a source that differs beside money carried over proves nothing', () => {
  const [told, note] = outcome('X1.gpb', ledger('150.00', '30.00'), income('150.00'))
  expect([told, note]).toEqual(['not-evaluable', 'money carried over may be left out of a table'])
  expect(outcome('X1.gpb', ledger('120.00'), income('150.00'))[0]).toBe('broken')
})

test('where a table is missing, or nothing is printed, nothing is said', () => {
  expect(outcome('X1', ledger('120.00'))).toEqual(['not-evaluable', 'no table'])
  expect(outcome('B1b', ledger(''))).toEqual(['not-evaluable', 'nothing printed'])
})

test('that there is only fiscal money is not known where the total of a source was not read', () => {
  const fiscal = tableOf(
    [
      ['收入', '<', '支出', '<'],
      ['项目', '预算数', '项目', '预算数'],
      ['一、一般公共预算拨款', '90.00', '一、教育支出', '90.00'],
      ['收入总计', '90.00', '支出总计', '90.00'],
    ],
    2,
    { id: '3', title: '财政拨款收支总表' },
  )
  const sources = (other: string): Table =>
    tableOf(
      [
        ['科目编码', '科目名称', '合计', '一般公共预算拨款收入', '事业收入'],
        ['', '合计', '120.00', '120.00', other],
        ['205', '教育支出', '120.00', '120.00', other],
        ['20502', '普通教育', '120.00', '120.00', ''],
      ],
      1,
      { id: '2', title: '部门收入总表' },
    )
  expect(outcome('X3t', ledger('120.00'), sources(''), fiscal)[0]).toBe('broken')
  const unread = outcome('X3t', ledger('120.00'), sources('30.00/28.00'), fiscal)
  expect(unread).toEqual(['not-evaluable', 'sources of income not known'])
})

test('an income table of one column tells its sources in its rows', () => {
  const fiscal = tableOf(
    [
      ['收入', '<', '支出', '<'],
      ['项目', '金额', '项目', '金额'],
      ['一、一般公共预算', '105.00', '一、教育支出', '105.00'],
      ['收入合计', '105.00', '支出合计', '105.00'],
    ],
    2,
    { id: '3', title: '财政拨款收支预算总表' },
  )
  const inRows = (...rows: readonly (readonly [string, string, string])[]) =>
    outcome(
      'X3t',
      ledger('120.00'),
      fiscal,
      tableOf([['项目名称', '<', '金额'], ['收入总计', '<', '120.00'], ...rows], 1, { id: '2', title: '收入预算总表' }),
    )
  const given = ['一般公共预算资金', '小计', '105.00'] as const
  expect(inRows(given, ['其他资金', '小计', '15.00'])[1]).toBe('there is other money than 财政拨款')
  expect(inRows(given, ['银行贷款', '小计', '15.00'])[1]).toBe('sources of income not known')
  expect(inRows(given, ['其他资金', '小计', ''])[0]).toBe('broken')
})

test('money carried over that was not read may be left out of a table', () => {
  const [told, note] = outcome('X1.gpb', ledger('150.00', '30.00/28.00'), income('150.00'))
  expect([told, note]).toEqual(['not-evaluable', 'money carried over may be left out of a table'])
})

test('三公 is paid from projects too, but is no less than what basic expenditure pays of it', () => {
  const sangong = tableOf(
    [
      ['合计', '因公出国（境）费', '公务用车购置及运行维护费', '<', '<', '公务接待费'],
      ['^', '^', '小计', '购置费', '运行维护费', '^'],
      ['12.40', '0.00', '10.20', '0.00', '10.20', '2.20'],
    ],
    2,
    { id: '4', title: '一般公共预算“三公”经费支出表' },
  )
  const basic = (running: string): Table =>
    tableOf(
      [
        ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
        ['', '合计', '130.00', '100.00', '30.00'],
        ['301', '工资福利支出', '100.00', '100.00', ''],
        ['30101', '基本工资', '100.00', '100.00', ''],
        ['302', '商品和服务支出', '30.00', '', '30.00'],
        ['30231', '公务用车运行维护费', running, '', running],
      ],
      1,
      { id: '5', title: '一般公共预算基本支出表' },
    )
  expect(outcome('X10b.running', sangong, basic('10.20'))[0]).toBe('holds')
  expect(outcome('X10b.running', sangong, basic('8.00'))).toEqual(['not-evaluable', 'more than its part'])
  expect(outcome('X10b.running', sangong, basic('13.50'))[0]).toBe('broken')
})
