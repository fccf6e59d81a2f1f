import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import type { Check } from '../../src/check/check.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { tableOf } from '../budget/table.ts'
import { narrated } from './checked.ts'
import { BELOW_OTHERS } from './expense-rows.ts'

type Rows = readonly (readonly string[])[]
interface Printed {
  readonly id: string
  readonly title: string
  readonly header: number
  readonly rows: Rows
}

const brokenOf = (...tables: readonly Printed[]): readonly Check[] =>
  checkDataset(
    readBudget(
      tables.map(({ id, title, header, rows }) => tableOf(rows, header, { id, title })),
      [],
      { file: '', pageCount: 1 },
    ),
  ).checks.filter(({ outcome }) => outcome === 'broken')
const verdictsOf = (checks: readonly Check[]): string[] => [...new Set(checks.map(({ verdict }) => verdict))].sort()
const without = (rows: Rows, ...lost: readonly number[]): Rows => rows.filter((_, at) => !lost.includes(at))

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']
const EXPENSE: Rows = [
  HEAD,
  ['', '合计', '2,099.52', '1,500.77', '598.75'],
  ['201', '一般公共服务支出', '1,124.80', '781.20', '343.60'],
  ['20103', '政府办公厅（室）及相关机构事务', '1,124.80', '781.20', '343.60'],
  ['2010301', '行政运行', '812.35', '769.80', '42.55'],
  ['2010302', '一般行政管理事务', '312.45', '11.40', '301.05'],
  ...BELOW_OTHERS,
  ['2210201', '住房公积金', '414.14', '256.62', '157.52'],
]
const expense = (rows: Rows): Printed => ({ id: '3', title: '部门支出总表', header: 1, rows })
const publicExpense: Printed = { id: '5', title: '一般公共预算支出表', header: 1, rows: EXPENSE }

test('rows of subjects that another table has may have been lost, one of them or all', () => {
  const one = without(EXPENSE, 10, 11, 12)
  expect(verdictsOf(brokenOf(expense(one), publicExpense))).toEqual(['unexplained'])
  const two = without(EXPENSE, 10, 11, 12, 13, 14, 15)
  expect(verdictsOf(brokenOf(expense(two), publicExpense))).toEqual(['unexplained'])
})

test('a row that changed places with the total above it is no wrong total', () => {
  const exchanged = EXPENSE.map((row, at) => {
    const from = EXPENSE[at === 1 ? 2 : at === 2 ? 1 : at] as readonly string[]
    return [row[0], row[1], ...from.slice(2)] as string[]
  })
  expect(verdictsOf(brokenOf(expense(exchanged), publicExpense))).not.toContain('published-inconsistency')
})

const LEDGER: Rows = [
  ['收入', '<', '支出', '<'],
  ['项目', '预算数', '项目', '预算数'],
  ['一、一般公共预算拨款收入', '2,099.52', '一、一般公共服务支出', '1,124.80'],
  ['二、事业收入', '', '二、教育支出', '100.02'],
  ['三、其他收入', '', '三、社会保障和就业支出', '257.54'],
  ['', '', '四、卫生健康支出', '203.02'],
  ['', '', '五、住房保障支出', '414.14'],
  ['收入总计', '2,099.52', '支出总计', '2,099.52'],
]

test('a row of a ledger that is left out blames nobody', () => {
  const ledger = (rows: Rows) => verdictsOf(brokenOf({ id: '1', title: '部门收支总表', header: 2, rows }))
  expect(ledger(LEDGER)).toEqual([])
  expect(ledger(without(LEDGER, 5))).not.toContain('published-inconsistency')
})

test('a head without any figure is a heading and says nothing of its parts', () => {
  const headless = EXPENSE.map((row, at) => ([6, 7].includes(at) ? [row[0], row[1], '', '', ''] : row) as string[])
  expect(brokenOf(expense(headless))).toEqual([])
})

test('a unit that is the only one of its kind, and prints other money, is no copy of the total', () => {
  const rows = [
    ['单位名称', '合计', '一般公共预算', '事业收入'],
    ['合计', '3,840.58', '3,595.00', '245.58'],
    ['某学院本部', '3,000.58', '2,835.00', '165.58'],
    ['某学院附属中学', '840.00', '760.00', '80.00'],
  ]
  expect(brokenOf({ id: '2', title: '部门收入总表', header: 1, rows })).toEqual([])
})

const CLASSES: Rows = [
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ['', '合计', '6,628.31', '548.58', '6,079.73'],
  ['201', '一般公共服务支出', '30.50', '19.50', '11.00'],
  ['20106', '财政事务', '30.50', '19.50', '11.00'],
  ['2010604', '预算改革业务', '19.50', '19.50', ''],
  ['2010606', '财政监察', '11.00', '', '11.00'],
  ['207', '文化旅游体育与传媒支出', '6,460.62', '391.89', '6,068.73'],
  ['20701', '文化和旅游', '6,460.62', '391.89', '6,068.73'],
  ['2070101', '行政运行', '391.89', '391.89', ''],
  ['2070104', '图书馆', '6,068.73', '', '6,068.73'],
  ['208', '社会保障和就业支出', '63.14', '63.14', ''],
  ['20805', '行政事业单位养老支出', '63.14', '63.14', ''],
  ['2080505', '机关事业单位基本养老保险缴费支出', '63.14', '63.14', ''],
  ['210', '卫生健康支出', '34.65', '34.65', ''],
  ['21011', '行政事业单位医疗', '34.65', '34.65', ''],
  ['2101101', '行政单位医疗', '34.65', '34.65', ''],
  ['221', '住房保障支出', '39.40', '39.40', ''],
  ['22102', '住房改革支出', '39.40', '39.40', ''],
  ['2210201', '住房公积金', '39.40', '39.40', ''],
]

test('the last classes, lost, make one difference in two columns; that another table prints them blames nobody', () => {
  const lost = without(CLASSES, 13, 14, 15, 16, 17, 18)
  const basic = CLASSES.map((row, at) => (at === 0 ? row : row.with(2, row[3] ?? '').with(4, '')))
  const verdicts = (rows: Rows, beside: Rows): string[] =>
    verdictsOf(
      brokenOf(
        { ...expense(rows), title: '支出决算表' },
        { ...publicExpense, title: '一般公共预算财政拨款支出决算表', rows: beside },
      ),
    )
  expect(verdicts(CLASSES, basic)).toEqual([])
  expect(verdicts(lost, basic)).toEqual(['unexplained'])
  expect(verdicts(lost, lost)).toEqual(['published-inconsistency'])
})

test('a total above its rows is no contradiction in a document that says that it leaves out secrets', () => {
  const rows: Rows = [
    HEAD,
    ['', '合计', '1,717.85', '1,192.85', '525.00'],
    ['201', '一般公共服务支出', '1,378.84', '854.84', '524.00'],
    ['20140', '信访事务', '1,378.84', '854.84', '524.00'],
    ['2014001', '行政运行', '507.97', '507.97', ''],
    ['2014050', '事业运行', '346.87', '346.87', ''],
    ['205', '教育支出', '1.00', '', '1.00'],
    ['20508', '进修及培训', '1.00', '', '1.00'],
    ['2050803', '培训支出', '1.00', '', '1.00'],
    ['208', '社会保障和就业支出', '338.01', '338.01', ''],
    ['20805', '行政事业单位养老支出', '338.01', '338.01', ''],
    ['2080505', '机关事业单位基本养老保险缴费支出', '238.37', '238.37', ''],
    ['2080506', '机关事业单位职业年金缴费支出', '99.64', '99.64', ''],
  ]
  const tables = [tableOf(rows, 1, { title: '一般公共预算支出表' })]
  const verdicts = (...said: string[]): string[] =>
    verdictsOf(checkDataset(narrated(said, tables)).checks.filter(({ outcome }) => outcome === 'broken'))
  expect(verdicts('部门预算按规定予以公开。')).toContain('published-inconsistency')
  expect(verdicts('根据国家保密法律法规的规定，部分涉密项目在预算公开时予以剔除。')).toEqual(['unexplained'])
  // What is secret there is no money.
  expect(verdicts('从预算单位构成看，本部门具体编制和机构设置属涉密内容，按照国家保密相关规定，不予对外公开。')).toContain(
    'published-inconsistency',
  )
})
