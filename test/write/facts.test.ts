import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { factRows } from '../../src/write/facts.ts'
import { toDocument } from '../../src/write/to-document.ts'
import { tableOf } from '../budget/table.ts'

function factsOf(rows: readonly (readonly string[])[], headerRows: number, title: string, unit: string | null = null) {
  const dataset = readBudget([tableOf(rows, headerRows, { title, unit })], [])
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const document = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  return [...factRows({ name: 'a', document })]
}

test('an amount over several named rows is of what is named over the same rows, and one over the rows of its name is of that', () => {
  const rows = [
    ['主管部门', '项目名称', '预算金额', '部门小计'],
    ['水利局', '河道清淤', '10.00', '30.00'],
    ['^', '堤防加固', '20.00', '^'],
    ['文化馆', '免费开放', '5.00', '5.00'],
    ['民政局', '养老补贴', '40.00', '40.00'],
    ['^', '^', '2.00', '^'],
  ]
  const facts = factsOf(rows, 1, '专项资金分部门安排表', '万元')
  expect(facts.map(({ label, header, text }) => [label, header, text])).toEqual([
    ['河道清淤', '预算金额', '10.00'],
    ['水利局', '部门小计', '30.00'],
    ['堤防加固', '预算金额', '20.00'],
    ['免费开放', '预算金额', '5.00'],
    ['免费开放', '部门小计', '5.00'],
    ['养老补贴', '预算金额', '40.00'],
    ['养老补贴', '部门小计', '40.00'],
    ['养老补贴', '预算金额', '2.00'],
  ])
})

test('a figure of a form goes by its label and the head it stands under, never by another figure', () => {
  const rows = [
    ['项目资金（万元）', '', '年初预算数', '全年执行数', '分值'],
    ['^', '年度资金总额', '1,286.40', '1,250.00', '10'],
    ['^', '其中：财政拨款', '1,286.40', '1,250.00', ''],
  ]
  const facts = factsOf(rows, 0, '项目支出绩效自评表')
  expect(facts.map(({ label, header, text, unit }) => [label, header, text, unit])).toEqual([
    ['年度资金总额', '年初预算数', '1,286.40', '万元'],
    ['年度资金总额', '全年执行数', '1,250.00', '万元'],
    ['财政拨款', '年初预算数', '1,286.40', '万元'],
    ['财政拨款', '全年执行数', '1,250.00', '万元'],
  ])
})

test('what an expenditure is paid from is no income', () => {
  const rows = [
    ['单位名称', '项目名称', '总计', '财政拨款收入', '事业收入'],
    ['运输服务中心', '日常保障', '60.00', '50.00', '10.00'],
  ]
  const facts = factsOf(rows, 1, '项目支出预算表', '万元')
  expect(facts.map(({ side, source }) => [side, source])).toEqual([
    ['expense', null],
    ['expense', 'fiscal'],
    ['expense', 'business'],
  ])
})

test('a row says whose it is: by a column of units, merged or not, or by the row of the unit above it', () => {
  const listed = [
    ['单位名称', '项目名称', '预算数'],
    ['合计', '', '60.00'],
    ['运输服务中心', '日常保障', '10.00'],
    ['公路管理中心', '日常保障', '30.00'],
    ['^', '道路养护', '20.00'],
  ]
  const unitsOf = (rows: string[][]) =>
    factsOf(rows, 1, '项目支出预算表', '万元').map(({ label, unit_name }) => [label, unit_name])
  expect(unitsOf(listed)).toEqual([
    ['合计', null],
    ['日常保障', '运输服务中心'],
    ['日常保障', '公路管理中心'],
    ['道路养护', '公路管理中心'],
  ])
  const below = [
    ['预算单位', '科目编码', '科目名称', '支出总计'],
    ['某某市公路管理中心', '', '', '50.00'],
    ['', '214', '交通运输支出', '50.00'],
    ['', '21401', '公路水路运输', '50.00'],
  ]
  expect(unitsOf(below).map(([, unit]) => unit)).toEqual(below.slice(1).map(() => '某某市公路管理中心'))
})
