import { expect, test } from 'vitest'
import { tableOf } from '../../budget/table.ts'
import { checkedTables } from '../checked.ts'

type Row = readonly [name: string, amount: string]

/** The form of the goals of a project with its funds and the limit of its cost. */
const formOf = ([name, funds]: Row, at: number, limit = funds) =>
  tableOf(
    [
      ['项目名称', name, '', ''],
      ['年度预算资金总额', funds, '', ''],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['成本指标', '经济成本', '项目总成本', `≤${limit}万元`],
      ['产出指标', '数量指标', '建成处数', '≥3处'],
    ],
    0,
    { id: `form ${at}`, title: '政策和项目预算绩效目标表', unit: '万元' },
  )

/** The table that lists projects with their money. */
function listOf(...rows: readonly Row[]) {
  const total = rows.reduce((sum, [, amount]) => sum + Number(amount.replace(',', '')), 0).toFixed(2)
  return tableOf([['项目名称', '合计'], ['合计', total], ...rows], 1, {
    ...{ id: 'projects', title: '项目支出预算情况表', unit: '万元' },
  })
}

/** How projects of forms stand against the rows that list them: what is said of each that is not held. */
function outcomes(forms: readonly Row[], listed: readonly Row[]): string[] {
  const { checks } = checkedTables(listOf(...listed), ...forms.map((form, at) => formOf(form, at)))
  const own = checks.filter(({ identity }) => identity === 'X12')
  return own.map(({ instance, outcome, verdict }) => `${instance} ${outcome === 'broken' ? verdict : outcome}`)
}

const [FIRST, SECOND, THIRD]: readonly [Row, Row, Row] = [
  ['河道整治项目', '1,250.36'],
  ['水质监测经费', '318.75'],
  ['泵站维修经费', '87.40'],
]

test('the funds in the form of a project are those of its row', () => {
  expect(outcomes([FIRST, SECOND, THIRD], [FIRST, SECOND, THIRD])).toEqual([
    '河道整治项目 holds',
    '水质监测经费 holds',
    '泵站维修经费 holds',
  ])
  expect(outcomes([FIRST, ['水质监测经费', '400.00'], THIRD], [FIRST, SECOND, THIRD])).toEqual([
    '河道整治项目 holds',
    '水质监测经费 published-inconsistency',
    '泵站维修经费 holds',
  ])
})

test('two forms that are not as their rows are no column out of place where a row between them is as its form', () => {
  const fourth: Row = ['闸门改造项目', '640.20']
  expect(
    outcomes([FIRST, ['水质监测经费', '400.00'], THIRD, ['闸门改造项目', '700.00']], [FIRST, SECOND, THIRD, fourth]),
  ).toEqual([
    '河道整治项目 holds',
    '水质监测经费 published-inconsistency',
    '泵站维修经费 holds',
    '闸门改造项目 published-inconsistency',
  ])
})

test('out of the order of the table a project may be another one of its name', () => {
  expect(outcomes([['泵站维修经费', '90.00'], FIRST, SECOND], [FIRST, SECOND, THIRD])).toEqual([
    '泵站维修经费 unexplained',
    '河道整治项目 holds',
    '水质监测经费 holds',
  ])
})

test('of projects of one name each has the row of its money; a form that is left over without a row proves nothing', () => {
  const [one, other]: readonly [Row, Row] = [
    ['公车统管', '12.00'],
    ['公车统管', '2.50'],
  ]
  expect(outcomes([FIRST, other, one], [FIRST, one, other])).toEqual(['河道整治项目 holds', '公车统管 holds', '公车统管 holds'])
  expect(outcomes([FIRST, one, ['公车统管', '3.00'], other], [FIRST, one, other])).toEqual([
    '河道整治项目 holds',
    '公车统管 holds',
    '公车统管 not-evaluable',
    '公车统管 holds',
  ])
  expect(outcomes([FIRST, ['公车统管', '14.50']], [FIRST, one, other])).toEqual(['河道整治项目 holds', '公车统管 holds'])
  expect(outcomes([FIRST, SECOND], [FIRST])).toEqual(['河道整治项目 holds', '水质监测经费 not-evaluable'])
})

/** How the limits of cost stand against the funds of their forms. */
function costs(...limits: readonly string[]): string[] {
  const forms = limits.map((limit, at) => formOf([`项目${at}`, `${at + 1}0.00`], at, limit))
  return checkedTables(...forms).checks.flatMap(({ identity, outcome, verdict }) =>
    identity === 'B6c' ? [outcome === 'broken' ? verdict : outcome] : [],
  )
}

test('the limit of all that a project costs is its funds of the year, and nobody is blamed where it is not', () => {
  expect(costs('10', '20', '30')).toEqual(['holds', 'holds', 'holds'])
  expect(costs('10', '20', '3000')).toEqual(['holds', 'holds', 'unexplained'])
})

test('projects with goals that the table of projects does not list are told by name, with the row that may be theirs', () => {
  const forms = [FIRST, ['水质监测费', '318.75'], THIRD] as const
  const tables = [listOf(FIRST, SECOND), ...forms.map((form, at) => formOf(form, at))]
  const told = checkedTables(...tables).findings.filter(({ code }) => code === 'project-unlisted')
  expect(told.map(({ severity, message }) => [severity, message.zh])).toEqual([
    [
      'info',
      '绩效目标表中有2个项目（资金合计406.15万元），项目支出表没有同名同额的行（等号后为金额相同而名称不同的行）：水质监测费 318.75万元 = 水质监测经费; 泵站维修经费 87.40万元（第1页）。',
    ],
  ])
  const others = checkedTables(listOf(SECOND), ...[FIRST, THIRD].map((form, at) => formOf(form, at)))
  expect(others.findings.filter(({ code }) => code === 'project-unlisted')).toEqual([])
})

test('a project is the same whether its year is called so or not', () => {
  expect(outcomes([['2026年信访专项经费', '30.00']], [['2026信访专项经费', '30.00'], SECOND])).toEqual([
    '2026年信访专项经费 holds',
  ])
})
