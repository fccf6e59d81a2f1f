import { expect, test } from 'vitest'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import { tableOf } from '../../budget/table.ts'

/** What is told of goals of these names, values and units. */
const toldOf = (...goals: readonly (readonly [string, string, string])[]): string[] => {
  const rows = [
    ['一级指标', '二级指标', '三级指标', '指标值', '计量单位'],
    ...goals.map(goal => ['产出指标', '数量指标', ...goal]),
  ]
  const dataset = readBudget([tableOf(rows, 1, { title: '项目支出绩效目标表' })], [])
  return checkDataset(dataset).findings.flatMap(({ code, message }) => (code === 'goal-unit-doubtful' ? [message.zh] : []))
}

test('a number of things or a length of time that is told in per cent is a doubt, once a document', () => {
  expect(toldOf(['信息录入条数', '≥100', '百分比'], ['周工作时长', '≤40', '%'])).toEqual([
    '绩效指标按名称是数量或时长，而单位是百分比：“信息录入条数 ≥100百分比”（第1页）、“周工作时长 ≤40%”（第1页）。',
  ])
})

test('rates, growths, what is done of a plan, and numbers in a unit of their own are none', () => {
  expect(toldOf(['信息录入条数', '≥100', '条'], ['培训覆盖率', '≥95', '%'], ['新增就业人数', '≥5', '%'])).toEqual([])
  expect(toldOf(['任务完成数量', '100', '%'], ['参训人数占比', '≥80', '%'])).toEqual([])
})
