import { expect, test } from 'vitest'
import type { Table } from '../../../src/table/table.ts'
import { tableOf } from '../../budget/table.ts'
import { checkedTables } from '../checked.ts'

/** How the identities of this id come out on a document of these tables. */
const outcomes = (id: string, ...tables: readonly Table[]): string[] =>
  checkedTables(...tables).checks.flatMap(({ identity, outcome }) => (identity === id ? [outcome] : []))

const HEAD = ['项目名称', '一级指标', '二级指标', '三级指标', '指标值', '权重']

/** Goals of projects with these weights. */
const weights = (...projects: readonly (readonly string[])[]) =>
  tableOf(
    [
      HEAD,
      ...projects.flatMap((own, at) =>
        own.map((weight, row) => [`项目${at + 1}`, '产出指标', '数量指标', `第${row + 1}项`, '≥3', weight]),
      ),
    ],
    1,
    { title: '部门预算项目绩效目标表' },
  )

test('the weights of a project add up to what those of the other projects do', () => {
  const fine = ['40', '30', '20']
  expect(outcomes('B6a', weights(fine, fine, ['50', '40']))).toEqual(['holds', 'holds', 'holds'])
  expect(outcomes('B6a', weights(fine, fine, ['50', '30']))).toEqual(['holds', 'holds', 'broken'])
})

test('a project with the other usual sum is none that is wrong, and weights far from a hundred are no points of it', () => {
  const fine = ['40', '30', '20']
  expect(outcomes('B6a', weights(fine, fine, ['60', '40']))).toEqual(['holds', 'holds', 'not-evaluable'])
  expect(outcomes('B6a', weights(fine, fine, ['5', '5']))).toEqual(['holds', 'holds', 'not-evaluable'])
})

test('of a project of which one weight was not read nothing is said', () => {
  expect(outcomes('B6a', weights(['40', '30', '20'], ['50', '四十']))).toEqual(['holds'])
})

/** The cost that the department promises for a project beside the budget of that. */
function limits(limit: string, project = '甲项目'): string[] {
  const head = ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位']
  const own = tableOf(
    [
      ['项目名称', '预算数', ...head],
      ['甲项目', '12.50', '产出指标', '数量指标', '建成处数', '≥', '3', '处'],
    ],
    1,
    { title: '部门预算项目绩效目标表', unit: '万元' },
  )
  const cost = ['成本指标', '经济成本指标', `${project}预算控制数`, '≤', limit, '万元']
  const whole = tableOf([head, cost], 1, { id: 'whole', title: '部门整体支出绩效目标表', unit: '万元' })
  return outcomes('X13c', own, whole)
}

test('the cost that the department promises for a project is the budget of the project of that name', () => {
  expect(limits('12.5')).toEqual(['holds'])
  expect(limits('15.2')).toEqual(['broken'])
  expect(limits('15.2', '乙项目')).toEqual([])
})

/** The quantities that the department promises beside those of its projects. */
function quantities(whole: string, ...own: readonly string[]): string[] {
  const head = ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位']
  const goal = (value: string): string[] => ['产出指标', '数量指标', '开展培训次数', '＝', value, '次']
  const projects = tableOf([['项目名称', ...head], ...own.map((value, at) => [`项目${at + 1}`, ...goal(value)])], 1, {
    title: '部门预算项目绩效目标表',
  })
  return outcomes('X14', projects, tableOf([head, goal(whole)], 1, { id: 'whole', title: '部门整体支出绩效目标表' }))
}

test('a quantity of the department is what its projects promise together; of one project alone nothing follows', () => {
  expect(quantities('12', '5', '7')).toEqual(['holds'])
  expect(quantities('14', '5', '7')).toEqual(['broken'])
  expect(quantities('14', '5')).toEqual(['not-evaluable'])
})

test('projects that each promise what the department does serve the same: they add up to nothing', () => {
  expect(quantities('75000', '75000', '75000')).toEqual(['not-evaluable'])
  expect(quantities('7', '7', '0')).toEqual(['holds'])
})

/** The projects of the grid of goals beside those of the project table. */
function projects(...listed: readonly (readonly [name: string, amount: string])[]): string[] {
  const head = ['项目名称', '预算数', '一级指标', '二级指标', '三级指标', '指标值']
  const goal = ['产出指标', '数量指标', '建成处数', '≥3']
  const grid = tableOf([head, ['甲项目', '12.50', ...goal], ['乙项目', '7.25', ...goal]], 1, {
    ...{ title: '部门预算项目绩效目标表', unit: '万元' },
  })
  const total = listed.reduce((sum, [, amount]) => sum + Number(amount), 0).toFixed(2)
  const rows = [
    ['', '合计', total],
    ['201', '一般公共服务支出', total],
    ['2010101', '行政运行', total],
    ...listed.map(([name, amount]) => ['', name, amount]),
  ]
  const table = tableOf([['科目编码', '项目名称', '金额'], ...rows], 1, {
    ...{ id: 'projects', title: '一般公共预算项目支出预算表', unit: '万元' },
  })
  return outcomes('X12', grid, table)
}

test('the projects of the goals are those of the project table; one that it does not list proves nothing', () => {
  expect(projects(['甲项目', '12.50'], ['乙项目', '7.25'])).toEqual(['holds', 'holds'])
  expect(projects(['甲项目', '12.50'], ['乙项目', '7.52'])).toEqual(['holds', 'broken'])
  expect(projects(['甲项目', '12.50'], ['丙项目', '7.25'])).toEqual(['holds', 'not-evaluable'])
})
