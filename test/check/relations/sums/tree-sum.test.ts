import { expect, test } from 'vitest'
import { readBudget } from '../../../../src/budget/read-budget.ts'
import { tableOf } from '../../../budget/table.ts'
import { checkedTables, checksOf } from '../../checked.ts'

/** Checks of a form down the columns of a table, as `whole outcome`. */
const down = (identity: string, title: string, rows: readonly (readonly string[])[]): string[] =>
  checkedTables(tableOf(rows, 1, { title }))
    .checks.filter(check => check.identity === identity)
    .map(({ left, outcome }) => `${left.label} ${outcome}`)

const HEAD = ['科目编码', '科目名称', '合计']
const SUBJECTS = [
  HEAD,
  ['', '合计', '692.55'],
  ['205', '教育支出', '480.15'],
  ['20502', '普通教育', '480.15'],
  ['2050203', '初中教育', '251.70'],
  ['2050204', '高中教育', '228.45'],
  ['208', '社会保障和就业支出', '212.40'],
  ['20805', '行政事业单位养老支出', '212.40'],
  ['2080505', '机关事业单位基本养老保险缴费支出', '141.60'],
  ['2080506', '机关事业单位职业年金缴费支出', '70.80'],
]
const changed = (row: number, text: string): string[][] =>
  SUBJECTS.map((texts, at) => [...texts.slice(0, 2), at === row ? text : (texts[2] ?? '')])

test('each head of a tree, and its total, is the sum of what stands right below it', () => {
  expect(down('B12b', '部门支出总表', SUBJECTS)).toEqual([
    '教育支出 holds',
    '普通教育 holds',
    '社会保障和就业支出 holds',
    '行政事业单位养老支出 holds',
    '合计 holds',
  ])
})

test('a figure printed wrong breaks the sum it is a part of and no other', () => {
  expect(down('B12b', '部门支出总表', changed(4, '257.10')).filter(told => !told.endsWith('holds'))).toEqual([
    '普通教育 broken',
  ])
})

test('a head without any figure is a heading, and parts that are all blank are only not broken down', () => {
  expect(down('B12b', '部门支出总表', changed(3, '')).filter(told => told.endsWith('broken'))).toEqual([])
  const undivided = SUBJECTS.map((texts, at) => (at === 8 || at === 9 ? [...texts.slice(0, 2), ''] : texts))
  expect(down('B12b', '部门支出总表', undivided).filter(told => told.endsWith('broken'))).toEqual([])
})

test('the only unit of a list repeats the total; of two units neither does', () => {
  const units = (...rows: readonly (readonly string[])[]): string[] => {
    const table = tableOf([['单位名称', '合计', '财政拨款收入'], ['合计', '3,840.58', '3,840.58'], ...rows], 1, {
      title: '部门收入总表',
    })
    return checksOf('copies', readBudget([table], [])).map(({ outcome }) => outcome)
  }
  expect(units(['某县第一中学', '3,840.58', '3,840.58'])).toEqual(['holds', 'holds'])
  expect(units(['某县第一中学', '3,840.58', '3,480.58'])).toEqual(['holds', 'broken'])
  expect(units(['某县第一中学', '3,000.58', '3,000.58'], ['某县第二中学', '840.00', '840.00'])).toEqual([])
})

test('a list in two columns has its last items beside: its total is not held against those above it alone', () => {
  const rows = (reception: string) => [
    ['项目', '预算数', '项目', '预算数'],
    ['出国（境）费', '13.13', '接待费', reception],
    ['公车购置及运行费', '53.86', '其中：公车购置费', '35.17'],
    ['合计', '72.04', '公车运行费', '18.69'],
  ]
  const brokenIn = (reception: string) =>
    checkedTables(tableOf(rows(reception), 1, { title: '2023年“三公”经费预算表' })).checks.filter(
      ({ outcome, left }) => outcome === 'broken' && left.label === '合计',
    ).length
  expect(brokenIn('5.05')).toBe(0)
  expect(brokenIn('5.50')).toBeGreaterThan(0)
})

test('most heads that do not add up show that the rows are no sums; where printed codes say of what each is a part that is told and nobody accused', () => {
  const rows = [
    ['301', '工资福利支出', '911.21'],
    ['30101', '基本工资', '607.48'],
    ['30103', '奖金', '313.48'],
    ['302', '商品和服务支出', '211.00'],
    ['30201', '办公费', '167.29'],
    ['30239', '其他交通费用', '54.08'],
    ['303', '对个人和家庭的补助', '86.00'],
    ['30302', '退休费', '78.88'],
    ['30307', '医疗费补助', '7.12'],
  ]
  const checked = (codeOf: (code: string) => string) =>
    checkedTables(
      tableOf(
        [
          [...HEAD, '当年预算', '上年结转'],
          ['', '合计', '1208.21', '1208.21', '0.00'],
          ...rows.map(([code = '', name = '', amount = '']) => [codeOf(code), name, amount, amount, '0.00']),
        ],
        1,
        { title: '一般公共预算基本支出表' },
      ),
    )
  const broken = (codeOf: (code: string) => string): string[] =>
    checked(codeOf).checks.flatMap(({ identity, left, outcome, verdict }) =>
      identity === 'B31c' && outcome === 'broken' ? [`${left.label} ${verdict}`] : [],
    )
  const [staff, office] = ['工资福利支出 unexplained', '商品和服务支出 unexplained']
  expect(broken(code => code)).toEqual([staff, staff, office, office])
  const messages = checked(code => code).findings.map(({ message }) => message.zh)
  expect(messages.filter(message => message.includes('该表多数上级科目与其下各项之和不符'))).toHaveLength(2)
  // Without their codes the rows may nest otherwise.
  expect(broken(code => (code.length === 3 ? code : ''))).toEqual([])
})
