import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { tableOf } from '../budget/table.ts'

const HEAD = ['项目名称', '预算数', '一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位']
const project = (name: string, budget: string, limit: string): string[] => [
  ...[name, budget, '成本指标', '经济成本指标'],
  ...['成本预算控制数', '≤', limit, '万元'],
]

/** How the cost goals of projects stand against their budgets. */
function costOutcomes(rows: readonly string[][]): string[] {
  const table = tableOf([HEAD, ...rows], 1, { title: '部门预算项目绩效目标表', unit: '万元' })
  const { checks } = checkDataset(readBudget([table], []))
  return checks.filter(({ identity }) => identity === 'B6b').map(({ outcome }) => outcome)
}

test('a cost goal that misses its budget is told where the others meet theirs', () => {
  const rows = [project('甲项目', '10.00', '10'), project('乙项目', '20.00', '20'), project('丙项目', '30.00', '31')]
  expect(costOutcomes(rows)).toEqual(['holds', 'holds', 'broken'])
})

test('where cost goals limit something else than the budget, none is held against it', () => {
  const rows = [project('甲项目', '10.00', '4'), project('乙项目', '20.00', '20'), project('丙项目', '30.00', '7')]
  expect(costOutcomes(rows)).toEqual(['not-evaluable', 'holds', 'not-evaluable'])
})

/** How the funds of a form stand against the parts it names. */
function fundsOf(parts: readonly (readonly [label: string, amount: string])[]) {
  const rows = [['项目名称', '甲项目'], ['年度资金总额', '16.08'], ...parts.map(part => [...part]), ['年度目标', '完成建设']]
  const table = tableOf(rows, 0, { title: '项目支出绩效目标表', unit: '万元' })
  const { checks } = checkDataset(readBudget([table], []))
  return checks.filter(({ identity }) => identity.startsWith('B7')).map(({ outcome, verdict }) => [outcome, verdict])
}

test('funds are what all their parts make by definition; one part alone proves nothing', () => {
  const other = ['其他资金', '0'] as const
  expect(fundsOf([['财政拨款', '16.08'], other])).toEqual([['holds', 'holds']])
  expect(fundsOf([['财政拨款', '16.18'], other])).toEqual([['broken', 'published-inconsistency']])
  expect(fundsOf([['财政拨款', '16.18']])).toEqual([['broken', 'unexplained']])
})

/** How a satisfaction goal of the department stands against that of its only project that has it. */
function satisfaction(department: string, project: string): string[] {
  const head = ['一级指标', '二级指标', '三级指标', '指标值']
  const goal = (value: string): string[] => ['满意度指标', '服务对象满意度指标', '各部门对财政工作的满意度（%）', value]
  const own = tableOf(
    [
      ['项目名称', ...head],
      ['甲项目', ...goal(project)],
    ],
    1,
    { title: '部门预算项目绩效目标表' },
  )
  const whole = tableOf([head, goal(department)], 1, { title: '部门整体支出绩效目标表' })
  const { checks } = checkDataset(readBudget([own, { ...whole, id: 'whole' }], []))
  return checks.filter(({ identity }) => identity === 'X14s').map(({ outcome }) => outcome)
}

test('a department that promises no more than its project does contradicts nothing: it may speak of other projects too', () => {
  expect(satisfaction('≥90%', '≥90%')).toEqual(['holds'])
  expect(satisfaction('≥95%', '≥90%')).toEqual(['broken'])
  expect(satisfaction('≥85%', '≥90%')).toEqual(['not-evaluable'])
  expect(satisfaction('≤5%', '≤3%')).toEqual(['not-evaluable'])
  expect(satisfaction('90%', '95%')).toEqual(['broken'])
})
