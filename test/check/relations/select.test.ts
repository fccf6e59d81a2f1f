import { expect, test } from 'vitest'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { chosen, columnOf, lineOf, tableOf as onlyTable } from '../../../src/check/relations/select.ts'
import type { Table } from '../../../src/table/table.ts'
import { tableOf } from '../../budget/table.ts'
import { outcomesOf } from '../checked.ts'

const ledger = (id = '1'): Table =>
  tableOf(
    [
      ['收入', '<', '支出', '<'],
      ['项目', '预算数', '项目', '预算数'],
      ['一、一般公共预算拨款收入', '120.00', '一、教育支出', '118.00'],
      ['本年收入合计', '120.00', '本年支出合计', '118.00'],
      ['上年结转', '', '结转下年', '2.00'],
      ['收入总计', '120.00', '支出总计', '120.00'],
    ],
    2,
    { id, title: '部门收支总表' },
  )
const expense = tableOf(
  [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', '118.00', '100.00', '18.00'],
    ['205', '教育支出', '118.00', '100.00', '18.00'],
    ['20502', '普通教育', '118.00', '100.00', '18.00'],
  ],
  1,
  { id: '2', title: '部门支出总表' },
)
const dataset = readBudget([ledger(), expense], [])
const kinds = ['bud.total']
const textOf = (choice: Parameters<typeof chosen>[1]): string | null => {
  const found = chosen(dataset, choice)
  return found === null || typeof found === 'string' ? found : found.cell.text
}

test('the total of a side of a ledger, a line by its key and a subject by its code', () => {
  expect(textOf({ kinds, line: 'grand', side: 'expense', column: 'main' })).toBe('120.00')
  expect(textOf({ kinds, line: 'current', side: 'expense', column: 'main' })).toBe('118.00')
  expect(textOf({ kinds: ['bud.expense'], line: '20502', column: 'basic' })).toBe('100.00')
})

test('what is missing says what it is; only an optional line counts as nothing', () => {
  expect(textOf({ kinds: ['bud.income'], line: 'total', column: 'total' })).toBe('no table')
  expect(textOf({ kinds, line: 'special', side: 'income', column: 'main' })).toBe('no line')
  expect(textOf({ kinds: ['bud.expense'], line: 'total', column: 'carry' })).toBe('no column')
  expect(textOf({ kinds, line: 'special', side: 'income', column: 'main', optional: true })).toBeNull()
})

test('of two tables of one kind none is the one that is meant, nor of two lines', () => {
  const twice = readBudget([ledger('1'), ledger('3')], [])
  expect(onlyTable(twice, kinds)).toBeNull()
  const [table] = dataset.tables
  expect(table && lineOf(table, { line: 'grand' })).toBeNull()
})

test('the only column of amounts is the main one, the one called so where there are several', () => {
  const [first, second] = dataset.tables
  expect(first && columnOf(first, 0, 'main')?.index).toBe(1)
  expect(second && columnOf(second, 0, 'main')?.index).toBe(2)
  expect(second && columnOf(second, 0, 'project')?.index).toBe(4)
})

/** The keys of a table of 三公 under these heads, and the place of the column that each of some choices finds. */
function foundIn(heads: readonly (readonly string[])[], keys: readonly string[]): (number | undefined)[] {
  const figures = (heads[0] ?? []).map((_, at) => `${at}.00`)
  const [table] = readBudget([tableOf([...heads, figures], heads.length, { title: '“三公”经费支出决算表' })], []).tables
  return keys.map(key => (table ? columnOf(table, 0, key)?.index : undefined))
}

test('a choice finds its column whether 预算数 and 决算数 stand above or below what they are of', () => {
  const below = [
    ['三公经费', '<', '<', '<', '<', '<', '<', '<'],
    ['合计', '<', '公务用车购置及运行维护费', '<', '<', '<', '公务接待费', '<'],
    ['^', '<', '小计', '<', '公务用车运行维护费', '<', '^', '<'],
    ['预算数', '决算数', '预算数', '决算数', '预算数', '决算数', '预算数', '决算数'],
  ]
  const above = [
    ['预算数', '<', '<', '<', '决算数', '<', '<', '<'],
    ['合计', '公务用车购置及运行费', '<', '公务接待费', '合计', '公务用车购置及运行费', '<', '公务接待费'],
    ['^', '小计', '公务用车运行费', '^', '^', '小计', '公务用车运行费', '^'],
  ]
  const keys = ['final.running', 'running.final', 'vehicles.running.final', 'budget.running', 'final.vehicles', 'total.final']
  expect(foundIn(below, keys)).toEqual([5, 5, 5, 4, 3, 1])
  expect(foundIn(above, keys)).toEqual([6, 6, 6, 2, 5, 4])
})

test('a table of final accounts that prints no budget has only what was spent', () => {
  const heads = (measure: string) => [
    ['合计', '公务用车运行维护费', '公务接待费'],
    [measure, measure, measure],
  ]
  expect(foundIn(heads('决算数'), ['final.running', 'total.final', 'budget.running'])).toEqual([1, 0, undefined])
  expect(foundIn(heads('预算数'), ['final.running', 'total.final', 'budget.running'])).toEqual([undefined, undefined, 1])
})

test('a list of one office has no other total than the row of that office', () => {
  const rows = [
    ['预算单位', '科目编码', '科目名称', '支出总计', '基本支出', '项目支出', '政府采购项目'],
    ['青川县财政局', '', '', '118.00', '100.00', '18.00', '5.00'],
    ['', '201', '一般公共服务支出', '118.00', '100.00', '18.00', '5.00'],
    ['', '20106', '财政事务', '118.00', '100.00', '18.00', '5.00'],
  ]
  const said = (amount: string) =>
    outcomesOf(
      'said',
      [`青川县财政局纳入2026年部门预算的政府采购项目共有${amount}万元。`],
      [tableOf(rows, 1, { title: '支出总表' })],
    )
  expect([said('5.00'), said('6.00')]).toEqual([['holds'], ['broken']])
})
