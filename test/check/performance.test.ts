import { expect, test } from 'vitest'
import { tableOf } from '../budget/table.ts'
import { checkedTables } from './checked.ts'

const HEAD = ['项目名称', '预算数', '一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位']
const project = (name: string, budget: string, limit: string, goal = '成本预算控制数'): string[] => [
  ...[name, budget, '成本指标', '经济成本指标'],
  ...[goal, '≤', limit, '万元'],
]

/** How the cost goals of projects stand against their budgets. */
function costOutcomes(rows: readonly string[][]): string[] {
  const table = tableOf([HEAD, ...rows], 1, { title: '部门预算项目绩效目标表', unit: '万元' })
  const { checks } = checkedTables(table)
  return checks.filter(({ identity }) => identity === 'B6b').map(({ outcome }) => outcome)
}

test('a cost goal that misses its budget is told where the others meet theirs', () => {
  const rows = [project('甲项目', '10.00', '10'), project('乙项目', '20.00', '20'), project('丙项目', '30.00', '31')]
  expect(costOutcomes(rows)).toEqual(['holds', 'holds', 'broken'])
  const within = rows.map(([name = '', budget = '', , , , , limit = '']) =>
    project(name, budget, limit, '项目成本控制在预算范围内'),
  )
  expect(costOutcomes(within)).toEqual(['holds', 'holds', 'broken'])
})

test('where cost goals limit something else than the budget, none is held against it', () => {
  const rows = [project('甲项目', '10.00', '4'), project('乙项目', '20.00', '20'), project('丙项目', '30.00', '7')]
  expect(costOutcomes(rows)).toEqual(['not-evaluable', 'holds', 'not-evaluable'])
})

/** How the funds of a form stand against the parts it names. */
function fundsOf(parts: readonly (readonly [label: string, amount: string])[]) {
  const rows = [['项目名称', '甲项目'], ['年度资金总额', '16.08'], ...parts.map(part => [...part]), ['年度目标', '完成建设']]
  const table = tableOf(rows, 0, { title: '项目支出绩效目标表', unit: '万元' })
  const { checks } = checkedTables(table)
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
  const { checks } = checkedTables(own, { ...whole, id: 'whole' })
  return checks.filter(({ identity }) => identity === 'X14s').map(({ outcome }) => outcome)
}

test('a department that promises no more than its project does contradicts nothing: it may speak of other projects too', () => {
  expect(satisfaction('≥90%', '≥90%')).toEqual(['holds'])
  expect(satisfaction('≥95%', '≥90%')).toEqual(['broken'])
  expect(satisfaction('≥85%', '≥90%')).toEqual(['not-evaluable'])
  expect(satisfaction('≤5%', '≤3%')).toEqual(['not-evaluable'])
  expect(satisfaction('90%', '95%')).toEqual(['broken'])
})

/** A self-evaluation whose budget, spending and rate of spending are printed over three columns. */
function evaluationForm(rows: readonly (readonly string[])[]) {
  const head = ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率']
  return tableOf([['项目名称', '甲项目', '', '', '', ''], head, ...rows], 0, { title: '项目支出绩效自评表' })
}

function evaluation(rows: readonly (readonly string[])[]) {
  const { checks } = checkedTables(evaluationForm(rows))
  return checks
    .filter(({ identity, outcome }) => identity.startsWith('B7') && outcome !== 'not-evaluable')
    .map(({ identity, outcome, left }) => `${identity} ${left.label} ${outcome}`)
}

test('every column of a self-evaluation adds up, and its rates are what was spent of the budget', () => {
  expect(
    evaluation([
      ['年度资金总额', '500.00', '486.50', '480.00', '10', '98.66%'],
      ['其中：当年财政拨款', '450.00', '436.50', '430.00', '—', '98.51%'],
      ['上年结转资金', '50.00', '50.00', '50.00', '—', '97.00%'],
      ['其他资金', '0.00', '0.00', '1.00', '—', ''],
    ]),
  ).toEqual([
    'B7c 年度资金总额 年初预算数 holds',
    'B7c 年度资金总额 全年预算数 holds',
    'B7c 年度资金总额 全年执行数 broken',
    'B7r 年度资金总额 执行率 holds',
    'B7r 当年财政拨款 执行率 holds',
    'B7r 上年结转资金 执行率 broken',
  ])
})

test('a rate of the budget that the year began with is one too; one that is cut off at a hundred proves nothing', () => {
  expect(
    evaluation([
      ['年度资金总额', '100.00', '120.00', '90.00', '10', '90.00%'],
      ['财政拨款', '100.00', '120.00', '150.00', '10', '100.00%'],
    ]),
  ).toEqual([
    ...['年初预算数', '全年预算数'].map(head => `B7a 年度资金总额 ${head} holds`),
    'B7a 年度资金总额 全年执行数 broken',
    'B7r 年度资金总额 执行率 holds',
  ])
})

test('funds with a part of another name between the named ones are not complete', () => {
  const rows = [
    ['年度资金总额', '10.00'],
    ['财政拨款', '5.00'],
    ['上级补助', '4.00'],
    ['其他资金', '1.00'],
  ] as const
  const table = tableOf([['项目名称', '甲项目'], ...rows], 0, { title: '项目支出绩效目标表', unit: '万元' })
  const { checks } = checkedTables(table)
  expect(checks.filter(({ identity }) => identity === 'B7c')).toEqual([])
})

test('one part of the funds that is less than they are may leave others out: a doubt, and nobody is blamed', () => {
  const rows = [
    ['年度资金总额', '500.00', '486.50', '480.00', '10', ''],
    ['其中：财政拨款', '450.00', '486.50', '430.00', '—', ''],
  ] as const
  expect(evaluation(rows)).toEqual([
    'B7a 年度资金总额 年初预算数 broken',
    'B7a 年度资金总额 全年预算数 holds',
    'B7a 年度资金总额 全年执行数 broken',
  ])
  const { checks } = checkedTables(evaluationForm(rows))
  expect([...new Set(checks.flatMap(({ outcome, verdict }) => (outcome === 'broken' ? [verdict] : [])))]).toEqual([
    'unexplained',
  ])
})

test('the funds of a department are its basic and its project expenditure, where both are printed', () => {
  const rows = [
    ['年度资金总额', '2,000.00', '2,057.35', '2,016.20', '10', ''],
    ['其中：基本支出', '350.00', '352.70', '350.00', '—', ''],
  ]
  expect(evaluation(rows)).toEqual([])
  expect(evaluation([...rows, ['项目支出', '1,650.00', '1,704.65', '1,666.30', '—', '']])).toEqual([
    'B7a 年度资金总额 年初预算数 holds',
    'B7a 年度资金总额 全年预算数 holds',
    'B7a 年度资金总额 全年执行数 broken',
  ])
})

/** How the money of the tasks of a department's form comes out. */
function tasks(rows: readonly (readonly string[])[]) {
  const head = [
    ['任务名称', '主要内容', '预算金额（万元）', '<', '<'],
    ['^', '^', '总额', '财政拨款', '其他资金'],
  ]
  const table = tableOf([['部门名称', '<', '水务局', '<', '<'], ...head, ...rows], 0, { title: '部门整体支出绩效目标表' })
  const { checks } = checkedTables(table)
  return checks
    .filter(({ identity }) => /^B7[de]/.test(identity))
    .map(({ identity, outcome, left }) => `${identity} ${left.label} ${outcome}`)
}

test('the money of tasks is that of its parts, and all tasks make their total', () => {
  expect(
    tasks([
      ['任务1', '保障基本生活', '12.40', '12.40', '0.00'],
      ['任务2', '推进养老服务', '4.25', '3.25', '2.00'],
      ['金额合计', '<', '16.65', '15.65', '3.00'],
    ]),
  ).toEqual([
    'B7d 任务1 总额 holds',
    'B7d 任务2 总额 broken',
    'B7d 金额合计 总额 broken',
    'B7e 金额合计 总额 holds',
    'B7e 金额合计 财政拨款 holds',
    'B7e 金额合计 其他资金 broken',
  ])
})

test('a task leaves blank the money that it has none of, and what cannot be read there is no nothing', () => {
  expect(
    tasks([
      ['机关运转', '人员经费', '12.40', '12.40', ''],
      ['专项工作', '聘用专家', '4.25', '', '4.25'],
      ['培训', '集中培训', '5.00', '3.00', '另行下达'],
      ['金额合计', '<', '16.65', '12.40', '4.25'],
    ]),
  ).toEqual(['B7d 机关运转 总额 holds', 'B7d 专项工作 总额 holds'])
  expect(
    tasks([
      ['培训', '集中培训', '5.00', '另行下达', '0.00'],
      ['机关运转', '人员经费', '12.40', '12.40', '0.00'],
      ['金额合计', '<', '17.40', '12.40', '0.00'],
    ]),
  ).toEqual([])
  expect(
    tasks([
      ['机关运转', '人员经费', '12.40', '12.40', ''],
      ['专项工作', '聘用专家', '4.25', '', '4.25'],
      ['金额合计', '<', '16.65', '12.40', '4.25'],
    ]).filter(line => line.startsWith('B7e')),
  ).toEqual(['B7e 金额合计 总额 holds', 'B7e 金额合计 财政拨款 holds', 'B7e 金额合计 其他资金 holds'])
})

test('funds of a transfer are the sum of what each government adds; their rest alone is no whole', () => {
  const other = ['其他资金', '6.08'] as const
  expect(fundsOf([['其中：中央补助', '6.00'], ['省级补助', '4.00'], other])).toEqual([['holds', 'holds']])
  expect(fundsOf([['某项资助', '10.00'], other])).toEqual([])
})
