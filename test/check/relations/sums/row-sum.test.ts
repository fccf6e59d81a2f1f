import { expect, test } from 'vitest'
import { tableOf } from '../../../budget/table.ts'
import { checkedTables } from '../../checked.ts'

/** What sums across the rows of a table say, as `whole = parts: outcomes` of its rows. */
function across(rows: readonly (readonly string[])[], headerRows: number, title: string | null): string[] {
  const { checks } = checkedTables(tableOf(rows, headerRows, { title }))
  const sums = checks.filter(({ right, left, tables, unit }) => {
    const places = [...left.terms, ...right.terms].map(({ place }) => place?.row)
    return tables.length === 1 && unit !== '%' && places.length > 2 && new Set(places).size === 1
  })
  const named = Map.groupBy(sums, ({ left, right }) => `${left.label} = ${right.label}`)
  return [...named].map(([name, some]) => `${name}: ${some.map(({ outcome }) => outcome).join(' ')}`)
}

test('the total is the sum of the columns beside it, as their heads say', () => {
  const rows = (project: string) => [
    ['科目名称', '合计', '基本支出', '项目支出'],
    ['行政运行', '812.35', '769.80', '42.55'],
    ['机关服务', '312.45', '11.40', project],
  ]
  expect(across(rows('301.05'), 1, '部门支出总表')).toEqual(['合计 = 基本支出+项目支出: holds holds'])
  expect(across(rows('310.05'), 1, '部门支出总表')).toEqual(['合计 = 基本支出+项目支出: holds broken'])
})

test('a sum names what its columns are, and no head that all of them share', () => {
  const measured = [
    ['科目名称', '本年支出合计', '基本支出', '项目支出'],
    ['^', '决算数', '决算数', '决算数'],
    ['行政运行', '812.35', '769.80', '42.55'],
  ]
  expect(across(measured, 2, '支出决算表')).toEqual(['本年支出合计>决算数 = 基本支出+项目支出: holds'])
  const grouped = [
    ['三公经费', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<', '<'],
    ['合计', '<', '因公出国（境）费', '<', '公务用车购置及运行维护费', '<', '<', '<', '<', '<', '公务接待费', '<'],
    ['^', '<', '^', '<', '小计', '<', '公务用车购置费', '<', '公务用车运行维护费', '<', '^', '<'],
    Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? '预算数' : '决算数')),
    ['31.50', '19.80', '', '', '31.00', '19.50', '', '', '31.00', '19.50', '0.50', '0.30'],
  ]
  const parts = '因公出国（境）费+公务用车购置及运行维护费+公务接待费'
  expect(across(grouped, 4, '“三公”经费支出决算表').map(told => told.replace(/^.*= |:.*$/g, ''))).toEqual([
    parts,
    '公务用车购置费+公务用车运行维护费',
    parts,
    '公务用车购置费+公务用车运行维护费',
  ])
})

test('a sum is not claimed to fail where another of its whole has its columns and more, and holds', () => {
  const row = (name: string, ...figures: readonly string[]): string[] => [name, ...figures]
  const rows = [
    ['科目名称', '总计', '上年结转', '本年财政拨款收入', '<', '事业收入', '其他收入'],
    ['^', '^', '^', '一般公共预算拨款收入', '政府性基金预算拨款收入', '^', '^'],
    row('合计', '156.48', '10.01', '100.02', '20.03', '15.71', '10.71'),
    row('教育支出', '8.78', '0.38', '8.40', '', '', ''),
    row('科学技术支出', '120.35', '9.63', '84.30', '', '15.71', '10.71'),
    row('住房保障支出', '27.35', '', '7.32', '20.03', '', ''),
  ]
  expect(across(rows, 2, '收入总体情况表').filter(told => told.includes('broken'))).toEqual([])
})

test('a group adds up the columns below it, and the total the groups', () => {
  const rows = [
    ['项目', '合计', '因公出国（境）费', '公务用车购置及运行费', '<', '<', '公务接待费'],
    ['^', '^', '^', '小计', '购置费', '运行费', '^'],
    ['合计', '96.35', '12.40', '73.15', '50.80', '22.35', '10.80'],
  ]
  expect(across(rows, 2, '一般公共预算“三公”经费支出表').map(told => told.replace(/.*: /, ''))).toEqual(['holds', 'holds'])
})

test('columns that no head puts together are a sum where many rows show it, and are none where few do', () => {
  const row = (name: string, first: number, second: number): string[] => [
    name,
    (first + second).toFixed(2),
    first.toFixed(2),
    second.toFixed(2),
  ]
  const rows = [
    row('东片', 812.35, 120.71),
    row('西片', 431.06, 95.32),
    row('南片', 277.84, 310.55),
    row('北片', 158.13, 64.92),
  ]
  const table = (some: readonly (readonly string[])[]) => [['片区', '全年', '甲线', '乙线'], ...some]
  expect(across(table(rows), 1, '线路资金安排情况表（万元）').join()).toContain('holds holds holds holds')
  expect(across(table(rows.slice(0, 1)), 1, '线路资金安排情况表（万元）')).toEqual([])
})
