import { expect, test } from 'vitest'
import { columnsOf } from '../../../src/budget/columns/columns.ts'
import { keyOfParts } from '../../../src/budget/columns/money-parts.ts'
import { labelKeys } from '../../../src/budget/rows/rows.ts'
import { tableOf } from '../table.ts'

test.each([
  ['一般公共预算拨款安排支出', 'gpb'],
  ['公共财政预算拨款', 'gpb'],
  ['纳入专户管理的行政事业性收费', 'special'],
  ['教育收费(财政专户)', 'special'],
  ['单位自有资金收入', 'own'],
  ['事业单位经营性收入', 'operatingIncome'],
  ['附属单位上交收入', 'affiliated'],
  ['上级单位补助', 'superior'],
  ['提前下达专项转移支付', 'advance'],
  ['人员经费支出预算数', 'personnel'],
  ['公务用车运维费', 'running'],
  ['单位预留机动经费', 'reserve'],
  ['本级财政资金总额', 'fiscal'],
  ['以前年度结余', 'carry'],
  ['年终结转和结余', 'carryOut'],
  ['事业收入(不含财政专户管理资金)', 'business'],
])('%s is understood by its parts: %s', (head, key) => {
  expect(keyOfParts(head)).toBe(key)
})

test.each([
  ['一般公共预算上年结转', 'carry.gpb'],
  ['上年结转政府性基金预算拨款', 'carry.fund'],
  ['项目支出(上年结转)', 'carry.project'],
  ['一般公共预算基本支出决算数', 'gpb.basic.final'],
  ['上年完成', 'previous'],
  ['本年预计执行', 'current.executed'],
])('%s says two things, named in a fixed order whatever the order in print', (head, key) => {
  expect(keyOfParts(head)).toBe(key)
})

test.each(['一般公共预算财政拨款', '本年一般公共预算', '一般公共预算收入预算数'])('in %s all words but one give way', head => {
  expect(keyOfParts(head)).toBe('gpb')
})

test.each([
  ['a word that nobody knows', '非财政拨款'],
  ['a word that nobody knows', '债务利息及费用支出'],
  ['two funds', '一般公共预算和政府性基金'],
  ['two kinds of expenditure', '基本支出项目支出'],
  ['what is left over of nobody knows when', '财政拨款结转'],
  ['nothing but how it is counted', '收入合计'],
  ['a limit of debt', '提前下达债务限额'],
])('%s leaves a head unknown: %s', (_, head) => {
  expect(keyOfParts(head)).toBeNull()
})

test('columns and rows are called by the same words', () => {
  const heads = ['纳入财政专户管理的非税收入', '单位自筹资金', '上年一般公共预算结转']
  const keys = ['special', 'own', 'carry.gpb']
  const table = tableOf(
    [
      ['科目', '合计', ...heads],
      ['教育支出', '6.00', '1.00', '2.00', '3.00'],
    ],
    1,
  )
  expect(columnsOf(table, true).map(({ key }) => key)).toEqual(['name', 'total', ...keys])
  expect(labelKeys(tableOf([['项目', '预算数'], ...heads.map(head => [head, '1.00'])], 1))).toEqual(keys)
})

const keysOf = (heads: readonly (readonly string[])[]) => {
  const figures = (heads[0] ?? []).map((_, at) => (at === 0 ? '教育支出' : `${at}.00`))
  return columnsOf(tableOf([...heads, figures], heads.length), true).map(({ key }) => key)
}

test('under a head that is not known, what a known one beside it says as well is not known either', () => {
  const under = (head: string) =>
    keysOf([
      ['科目', '本年财政拨款', '<', head, '<'],
      ['^', '一般公共预算', '政府性基金预算', '一般公共预算', '政府性基金预算'],
    ])
  expect(under('财政拨款结转')).toEqual(['name', 'current.gpb', 'current.fund', null, null])
  expect(under('上年结转')).toEqual(['name', 'current.gpb', 'current.fund', 'carry.gpb', 'carry.fund'])
})

test('编制预算 is money of this year, and 本年预算 beside it what both come to', () => {
  expect(keysOf([['科目', '本年预算', '编制预算', '上年结转']])).toEqual(['name', 'total', 'current', 'carry'])
  expect(keysOf([['科目', '本年预算', '上年结转']])).toEqual(['name', 'current', 'carry'])
})

test('figures with the sign of money are amounts, whatever stands over them', () => {
  const roleUnder = (figure: string) =>
    columnsOf(
      tableOf(
        [
          ['科目名称', '合计', '业收'],
          ['教育支出', '71.20', figure],
        ],
        1,
      ),
      true,
    ).map(({ role }) => role)
  expect(roleUnder('¥65.2')).toEqual(['name', 'amount', 'amount'])
  expect(roleUnder('65.2')).toEqual(['name', 'amount', 'text'])
})
