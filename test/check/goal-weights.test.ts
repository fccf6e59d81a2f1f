import { expect, test } from 'vitest'
import type { Table } from '../../src/table/table.ts'
import { tableOf } from '../budget/table.ts'
import { checkedTables } from './checked.ts'

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
