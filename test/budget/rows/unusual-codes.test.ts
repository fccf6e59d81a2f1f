import { expect, test } from 'vitest'
import learned from '../../../src/budget/code-names.json' with { type: 'json' }
import known from '../../../src/budget/code-names-known.json' with { type: 'json' }
import { readTable } from '../../../src/budget/read-table.ts'
import { unusualCodes } from '../../../src/budget/rows/unusual-codes.ts'
import { tableOf } from '../table.ts'

const HEAD = [
  ['科目编码', '<', '<', '科目名称', '合计', '基本支出', '项目支出'],
  ['类', '款', '项', '^', '^', '^', '^'],
]
const rows = (medical: readonly [string, string, string]) => [
  ...HEAD,
  ['', '', '', '合计', '9,451.37', '5,283.16', '4,168.21'],
  ['208', '', '', '社会保障和就业支出', '7,310.25', '3,142.04', '4,168.21'],
  ['208', '05', '', '行政事业单位养老支出', '7,310.25', '3,142.04', '4,168.21'],
  ['208', '05', '01', '行政单位离退休', '5,068.12', '1,912.37', '3,155.75'],
  ['208', '05', '05', '机关事业单位基本养老保险缴费支出', '2,242.13', '1,229.67', '1,012.46'],
  ['210', '', '', '卫生健康支出', '2,141.12', '2,141.12', ''],
  ['210', '11', '', '行政事业单位医疗', '2,141.12', '2,141.12', ''],
  ['210', '11', '01', '行政单位医疗', '1,208.47', '1,208.47', ''],
  [...medical, '事业单位医疗', '932.65', '932.65', ''],
]
const found = (medical: readonly [string, string, string]) => {
  const table = readTable(tableOf(rows(medical), 2, { title: '部门支出总表' }), null)
  return { trees: table.trees.map(({ proof }) => proof), findings: unusualCodes([table]) }
}

test('a code that contradicts the tree its amounts prove is told, with what it should be', () => {
  for (const [code, printed] of [
    [['7', '11', '02'], '71102'],
    [['208', '11', '02'], '2081102'],
  ] as const) {
    const { trees, findings } = found(code)
    expect(trees).toEqual(['sums'])
    expect(findings.map(finding => [finding.code, finding.actual, finding.expected])).toEqual([
      ['code-unusual', printed, '2101102'],
    ])
    expect(findings[0]?.message.zh).toBe(
      `部门支出总表：“事业单位医疗”的科目编码印为 ${printed}，按金额它属于 21011 行政事业单位医疗，应为 2101102`,
    )
  }
})

test('codes that fit say nothing: in full, only their own level, without the zero in front', () => {
  for (const code of [
    ['210', '11', '02'],
    ['', '', '02'],
    ['210', '11', '2'],
  ] as const)
    expect(found(code).findings).toEqual([])
})

test('names of the national list are kept only where no document gives one', () => {
  expect(Object.keys(known.function).filter(code => code in learned.function)).toEqual([])
})

test('a tree by the economic classes of governments has no list of names to be held against', () => {
  const rows = [
    ['科目编码', '科目名称', '预算数'],
    ['', '合计', '9,451.37'],
    ['501', '机关工资福利支出', '7,310.25'],
    ['50101', '工资奖金津补贴', '5,068.12'],
    ['50102', '社会保障缴费', '2,242.13'],
    ['502', '机关商品和服务支出', '2,141.12'],
    ['50201', '办公经费', '1,208.47'],
    ['50299', '其他商品和服务支出', '932.65'],
  ]
  const table = readTable(tableOf(rows, 1, { title: '一般公共预算基本支出表' }), null)
  expect(table.trees.map(({ proof }) => proof)).toEqual(['sums'])
  expect(unusualCodes([table])).toEqual([])
})
