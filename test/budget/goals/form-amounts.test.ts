import { expect, test } from 'vitest'
import { readTable } from '../../../src/budget/read-table.ts'
import { tableOf } from '../table.ts'

/** The money of a form: labels, heads, figure and unit. */
const moneyIn = (rows: readonly (readonly string[])[]): string[] =>
  readTable(tableOf(rows, 0, { title: '项目支出绩效目标表' }), null).formAmounts.map(({ label, head, amount }) =>
    [label, ...(head === null ? [] : [head]), `${amount.money?.value}${amount.unit}`].join(' '),
  )

test('a figure with its unit behind it is money whatever its label is called; a goal that stands before it is no label', () => {
  expect(
    moneyIn([
      ['项目总投资', '1,260.00万元', '完成比例', '50%'],
      ['二级指标', '三级指标', '指标值', '实际完成值'],
      ['经济成本指标', '总成本', '600万元', '580万元'],
      ['经济成本指标', '总成本', '≤486.5万元', '480万元'],
    ]),
  ).toEqual(['项目总投资 1260.00万元'])
})

test('tasks print their money under the parts of a head that names it', () => {
  expect(
    moneyIn([
      ['年度主要任务', '任务名称', '主要内容', '预算金额（万元）', '<', '<'],
      ['^', '^', '^', '总额', '财政拨款', '其他资金'],
      ['^', '保障基本生活', '按月发放救助资金，全年救助600人次。', '1,286.40', '1,286.40', '0.00'],
      ['^', '推进养老服务', '新增床位', '418.25', '380.25', '38.00'],
      ['^', '基本支出', '人员工资，日常运转', '600.00', '590.00', '10.00'],
      ['^', '金额合计', '<', '1,704.65', '1,666.65', '38.00'],
    ]),
  ).toEqual([
    ...['保障基本生活 总额 1286.40万元', '保障基本生活 财政拨款 1286.40万元', '保障基本生活 其他资金 0.00万元'],
    ...['推进养老服务 总额 418.25万元', '推进养老服务 财政拨款 380.25万元', '推进养老服务 其他资金 38.00万元'],
    ...['基本支出 总额 600.00万元', '基本支出 财政拨款 590.00万元', '基本支出 其他资金 10.00万元'],
    ...['金额合计 总额 1704.65万元', '金额合计 财政拨款 1666.65万元', '金额合计 其他资金 38.00万元'],
  ])
})

test('planned and spent funds have the label of their row and the head of their column', () => {
  expect(
    moneyIn([
      ['项目资金（万元）', '全年预算数', '全年执行数', '分值', '执行率'],
      ['年度资金总额', '486.50', '480.00', '10', '98.66%'],
    ]),
  ).toEqual(['年度资金总额 全年预算数 486.50万元', '年度资金总额 全年执行数 480.00万元'])
})

test('what a government above adds is money of a form', () => {
  expect(
    moneyIn([
      ['资金情况（万元）', '年度金额：', '86,420.00'],
      ['^', '其中：中央补助：', '61,500.00'],
      ['^', '地方资金', '24,920.00'],
    ]),
  ).toEqual(['年度金额 86420.00万元', '中央补助 61500.00万元', '地方资金 24920.00万元'])
})

test('parts under a head of their own are of that head, where the label of the row names the heads too', () => {
  expect(
    moneyIn([
      ['总体资金情况（万元）', '预算支出总额', '财政拨款', '<', '其他资金', '<'],
      ['^', '^', '合计', '基本支出', '合计', '基本支出'],
      ['^', '693.17', '683.10', '455.37', '10.07', '4.43'],
    ]),
  ).toEqual([
    ...['预算支出总额 693.17万元', '财政拨款 合计 683.10万元', '财政拨款 基本支出 455.37万元'],
    ...['其他资金 合计 10.07万元', '其他资金 基本支出 4.43万元'],
  ])
})

test('a head that tells planned from spent, however it is called, stands beside the label of each row', () => {
  expect(
    moneyIn([
      ['部门预算资金（万元）', '项目年初预算数', '预算调整数', '调整后预算数', '预算执行数', '执行率'],
      ['合计', '1,338.54', '177.97', '1,516.51', '1,509.38', '99.53%'],
      ['基本支出', '761.19', '88.86', '850.05', '846.08', '99.53%'],
    ]),
  ).toEqual([
    '合计 项目年初预算数 1338.54万元',
    '合计 预算调整数 177.97万元',
    '合计 调整后预算数 1516.51万元',
    '合计 预算执行数 1509.38万元',
    '基本支出 项目年初预算数 761.19万元',
    '基本支出 预算调整数 88.86万元',
    '基本支出 调整后预算数 850.05万元',
    '基本支出 预算执行数 846.08万元',
  ])
  expect(
    moneyIn([
      ['部门预算执行情况（万元）', '年初预算数', '全年（调整）预算数', '全年执行数（B）', '执行率（%）'],
      ['^', '682.16', '999.71', '942.97', '94.32'],
    ]),
  ).toEqual([
    '部门预算执行情况 年初预算数 682.16万元',
    '部门预算执行情况 全年(调整)预算数 999.71万元',
    '部门预算执行情况 全年执行数(B) 942.97万元',
  ])
})

test('parts that a form prints of two totals are each of its own', () => {
  expect(
    moneyIn([
      ['资金金额（万元）', '实施期资金总额：', '601.09', '年度资金总额：', '122.87'],
      ['^', '其中：财政拨款', '438.29', '其中：财政拨款', '24.48'],
      ['^', '其他资金', '162.80', '其他资金', '98.39'],
    ]),
  ).toEqual([
    ...['实施期资金总额 601.09万元', '年度资金总额 122.87万元'],
    ...['财政拨款 实施期资金总额 438.29万元', '财政拨款 年度资金总额 24.48万元'],
    ...['其他资金 实施期资金总额 162.80万元', '其他资金 年度资金总额 98.39万元'],
  ])
})

test('a label that names a unit of money is one of money', () => {
  expect(moneyIn([['项目名称', '非遗展演', '预算规模（万元）', '86.62']])).toEqual(['预算规模 86.62万元'])
  expect(
    moneyIn([
      ['指标名称', '计量单位', '权重'],
      ['招商引资', '亿元', '5'],
    ]),
  ).toEqual([])
  expect(
    moneyIn([
      ['二级指标', '三级指标', '指标值'],
      ['经济成本', '印刷文件资料（万元）', '15'],
    ]),
  ).toEqual([])
})

test('a form whose first rows were read as its header tells its money as one without', () => {
  const rows = [
    ['部门名称', '柳岸街道办事处', '<', '<'],
    ['部门预算资金（万元）', '年初预算数', '执行数', '执行率'],
    ['合计', '1,402.63', '1,367.98', '97.53%'],
  ]
  const { kind, formAmounts } = readTable(tableOf(rows, 2, { title: '部门整体支出绩效自评表' }), null)
  expect(kind).toBe('fin.perf_dept')
  expect(formAmounts.map(({ label, head, amount }) => `${label} ${head} ${amount.money?.value}${amount.unit}`)).toEqual([
    '合计 年初预算数 1402.63万元',
    '合计 执行数 1367.98万元',
  ])
})
