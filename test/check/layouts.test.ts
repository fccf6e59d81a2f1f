import { expect, test } from 'vitest'
import type { Check } from '../../src/check/check.ts'
import { tableOf } from '../budget/table.ts'
import { checkedTables } from './checked.ts'

const checksOf = (rows: string[][], headerRows: number, title: string): readonly Check[] =>
  checkedTables(tableOf(rows, headerRows, { title })).checks.filter(check => check.outcome !== 'not-evaluable')
const summary = (checks: readonly Check[]): string[] =>
  checks.map(check => `${check.identity} ${check.outcome} ${check.right.terms.length}`)

test('three lists of codes side by side: the 款 of a 类 go on in the next list, 公用经费合计 sums over two of them', () => {
  const rows = [
    ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
    ['301', '工资福利支出', '7.00', '302', '商品和服务支出', '6.00', '30228', '工会经费', '2.00'],
    ['30101', '基本工资', '3.00', '30201', '办公费', '3.00', '310', '资本性支出', '1.00'],
    ['30102', '津贴补贴', '4.00', '30202', '印刷费', '1.00', '31002', '办公设备购置', '1.00'],
    ['人员经费合计', '<', '7.00', '公用经费合计', '<', '<', '<', '<', '7.00'],
  ]
  expect(summary(checksOf(rows, 1, '一般公共预算财政拨款基本支出决算表'))).toEqual([
    'F6 holds 2',
    'F6 holds 3',
    'F6 holds 1',
    'F6p holds 1',
    'F6q holds 2',
  ])
})

test('a column for each economic subject: 小计 sums its group, 合计 the 小计', () => {
  const rows = [
    ['科目编码', '科目名称', '合计', '工资福利支出', '<', '<', '对个人和家庭的补助', '<', '<'],
    ['^', '^', '^', '小计', '基本工资', '奖金', '小计', '生活补助', '奖励金'],
    ['', '合计', '21.00', '12.00', '7.00', '5.00', '9.00', '5.00', '4.00'],
    ['2010301', '行政运行', '10.00', '6.00', '4.00', '2.00', '4.00', '3.00', '1.00'],
    ['2010302', '一般行政管理事务', '11.00', '6.00', '3.00', '3.00', '5.00', '2.00', '3.00'],
  ]
  const checks = checksOf(rows, 2, '一般公共预算财政拨款支出决算明细表')
  expect(checks.filter(({ identity }) => identity === 'F5').map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 9 }, () => 'holds'),
  )
  expect(checks.every(({ outcome }) => outcome === 'holds')).toBe(true)
})

test('income of unknown words is not taken for nothing', () => {
  const rows = [
    ['单位名称', '合计', '财政拨款收入', '事业收入', '捐赠收入'],
    ['合计', '10.00', '5.00', '2.00', '3.00'],
  ]
  expect(checksOf(rows, 1, '部门收入总表')).toEqual([])
})

test('units with the department above them are not counted twice', () => {
  const rows = [
    ['部门代码', '部门名称', '合计', '一般公共预算', '事业收入'],
    ['', '合计', '9.00', '6.00', '3.00'],
    ['024', '某局', '9.00', '6.00', '3.00'],
    ['024001', '某局本级', '5.00', '5.00', ''],
    ['024002', '某中心', '4.00', '1.00', '3.00'],
  ]
  const checks = checksOf(rows, 1, '部门收入总表')
  expect(checks.filter(({ outcome }) => outcome !== 'holds')).toEqual([])
  expect(checks.filter(({ identity }) => identity === 'B11b')).toHaveLength(6)
})

test('三公 printed downwards', () => {
  const rows = [
    ['项目', '预算数'],
    ['合计', '430.87'],
    ['1、因公出国（境）费用', '0.00'],
    ['2、公务接待费', '4.12'],
    ['3、公务用车购置及运行费', '426.75'],
    ['其中：（1）公务用车购置费', '200.00'],
    ['（2）公务用车运行费', '226.75'],
  ]
  const checks = checksOf(rows, 1, '一般公共预算“三公”经费支出预算表')
  expect(summary(checks)).toEqual(['B33d holds 3', 'B33d holds 2'])
})

test('会议费 and 培训费 beside 三公 are not part of its total', () => {
  const rows = [
    ['合计', '因公出国（境）费', '公务用车购置及运行费', '公务接待费', '会议费', '培训费'],
    ['6.00', '1.00', '2.00', '3.00', '4.00', '5.00'],
  ]
  expect(summary(checksOf(rows, 1, '一般公共预算“三公”经费、会议费、培训费支出表'))).toEqual(['B33 holds 3'])
})

/** A header that calls the whole and a part by each other's name, or a part by a word nobody knows; the rows add up. */
const exchanged = (second: string, third: string) => [
  ['项目名称', second, third, '政府性基金预算'],
  ['合计', '1,482.36', '1,041.13', '441.23'],
  ['设备购置', '812.35', '769.80', '42.55'],
  ['房屋修缮', '312.45', '11.40', '301.05'],
  ['信息系统运行维护', '357.56', '259.93', '97.63'],
]

test.each([
  ['exchanged', exchanged('一般公共预算', '合计')],
  ['unknown', exchanged('合计', '某某资金').map(row => [...row, row[0] === '项目名称' ? '其他资金' : '0.00'])],
])('columns whose headers are %s are what the rows prove, and a misprint among them is found', (_, rows) => {
  const across = (texts: string[][]) =>
    checksOf(texts, 1, '项目支出表').flatMap(({ identity, outcome, verdict }) =>
      identity === 'B32r' ? [outcome === 'broken' ? verdict : outcome] : [],
    )
  expect(across(rows)).toEqual(['holds', 'holds', 'holds', 'holds'])
  const misprinted = rows.map((row, at) => (at === 2 ? row.map(text => text.replace('769.80', '759.80')) : row))
  expect(across(misprinted)).toEqual(['holds', 'published-inconsistency', 'holds', 'holds'])
})

test('of two columns of one name the rows tell which is the total', () => {
  const rows = [
    ['科目名称', '合计', '基本支出', '项目支出', '政府采购', '<'],
    ['^', '^', '^', '^', '合计', '其他'],
    ['合计', '375.71', '112.31', '263.40', '37.90', '5.37'],
    ['行政运行', '206.85', '64.87', '141.98', '10.20', '1.71'],
    ['培训支出', '30.06', '15.10', '14.96', '15.58', '3.66'],
    ['住房改革支出', '138.80', '32.34', '106.46', '12.12', '0.00'],
  ]
  const checks = checksOf(rows, 2, '部门支出总表').filter(({ identity }) => identity === 'B12a')
  expect(summary(checks)).toEqual(['B12a holds 2', 'B12a holds 2', 'B12a holds 2', 'B12a holds 2'])
})

test('the money of each fund of the 三公 adds up by itself', () => {
  const rows = [
    ['单位名称', '合计', '<', '因公出国（境）费', '<', '公务接待费', '<', '公务用车购置及运行维护费', '<'],
    ['^', ...Array.from({ length: 4 }, () => ['一般公共预算', '政府性基金']).flat()],
    ['合计', '382.64', '1.20', '5.20', '1.20', '14.07', '0.00', '363.37', '0.00'],
    ['某局', '143.50', '1.20', '71.20', '1.20', '14.07', '0.00', '58.23', '0.00'],
    ['某中心', '239.14', '0.00', '-66.00', '0.00', '0.00', '0.00', '305.14', '0.00'],
    ['某站', '47.35', '0.00', '5.20', '0.00', '21.55', '0.00', '20.60', '0.00'],
  ]
  const checks = checksOf(rows, 2, '“三公”经费支出表').filter(({ identity }) => identity === 'B33')
  expect(new Set(summary(checks))).toEqual(new Set(['B33 holds 3']))
})

test('an income table that leaves out what is carried over has the total of the year, not that of all money', () => {
  const ledger = tableOf(
    [
      ['收入', '<', '支出', '<'],
      ['项目', '预算数', '项目', '预算数'],
      ['一、一般公共预算拨款收入', '2,422.83', '一、一般公共服务支出', '2,532.99'],
      ['本年收入合计', '2,422.83', '本年支出合计', '2,532.99'],
      ['上年结转', '110.16', '结转下年', ''],
      ['收入总计', '2,532.99', '支出总计', '2,532.99'],
    ],
    2,
    { id: 'a', title: '部门收支总表' },
  )
  const income = (total: string) =>
    tableOf(
      [
        ['科目编码', '科目名称', '合计', '一般公共预算拨款收入'],
        ['', '合计', total, total],
      ],
      1,
      { id: 'b', title: '部门收入总表' },
    )
  const outcome = (total: string) =>
    checkedTables(ledger, income(total)).checks.find(({ identity }) => identity === 'X1')?.outcome
  expect([outcome('2,422.83'), outcome('2,532.99'), outcome('2,522.83')]).toEqual(['holds', 'holds', 'broken'])
})
