import { expect, test } from 'vitest'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import { tableOf } from '../../budget/table.ts'

/** What is told of a form of a budget of 2026 with this goal, to be done by a day. */
function toldOf(goal: string, day = '2026年12月31日'): string[] {
  const rows = [
    ['项目名称', '城市营销', '', ''],
    ['年度目标', goal, '', ''],
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '时效指标', '完成时间', day],
  ]
  const dataset = readBudget([tableOf(rows, 1, { title: '项目支出绩效目标表' })], [])
  const metadata = { ...dataset.metadata, kind: 'budget', fiscalYear: 2026 } as const
  return checkDataset({ ...dataset, metadata }).findings.flatMap(({ code, message }) =>
    code === 'goal-year-doubtful' ? [message.zh] : [],
  )
}

test('a goal that plans for an earlier year than its form is told', () => {
  expect(toldOf('开展城市营销，2024年拟组织4个城市。')).toEqual([
    '2026年预算的绩效目标所说的是以前年度的打算，而同表另写2026年：“2024年拟…”（第1页）。',
  ])
  expect(toldOf('2025年，全市计划新筹集保障性租赁住房350套。')).toHaveLength(1)
})

test('what is planned for the year itself, was done before, is the name of a plan or goes on over years is none', () => {
  expect(toldOf('2026年拟组织4个城市。')).toEqual([])
  expect(toldOf('完成2025年老旧小区改造任务。')).toEqual([])
  expect(toldOf('编制2025年住房发展年度计划，落实2025年拟定的方案。')).toEqual([])
  expect(toldOf('2025年拟开展4个城市，2026年拟开展5个城市。')).toEqual([])
  expect(toldOf('2024年拟组织4个城市。', '年底前')).toEqual([])
})
