import { expect, test } from 'vitest'
import { readTable } from '../../../src/budget/read-table.ts'
import { unnamedFindings } from '../../../src/budget/rows/unnamed.ts'
import { tableOf } from '../table.ts'

const read = (rows: readonly (readonly string[])[], headerRows: number) =>
  readTable(tableOf(rows, headerRows, { title: '项目资金使用情况表' }), null)
const figures = (table: ReturnType<typeof read>) =>
  table.lines.map(({ label, amounts }) => [label, ...[...amounts.values()].map(({ money }) => money?.value ?? null)])

test('a name in a row of its own names the figures below it', () => {
  const over = read(
    [
      ['序号', '项目名称', '<', '<'],
      ['^', '预算金额', '已支付金额', '结余金额'],
      ['1', '河道清淤', '<', '<'],
      ['^', '100.00', '60.00', '40.00'],
      ['2', '路灯维护', '<', '<'],
      ['^', '50.00', '20.00', '30.00'],
      ['', '合计', '<', '<'],
      ['^', '150.00', '80.00', '70.00'],
    ],
    2,
  )
  expect(figures(over)).toEqual([
    ['河道清淤', '100.00', '60.00', '40.00'],
    ['路灯维护', '50.00', '20.00', '30.00'],
    ['合计', '150.00', '80.00', '70.00'],
  ])
  expect(unnamedFindings([over])).toEqual([])
})

test('with rows without a name the figures right above theirs are told, which may go on in them', () => {
  const table = read(
    [
      ['项目', '合计', '基本支出'],
      ['教育支出', '443', '34.20'],
      ['', '9.48', ''],
      ['住房支出', '2038.8', '20.00'],
      ['', '4', ''],
      ['支出合计', '100.00', '54.20'],
    ],
    1,
  )
  const [told] = unnamedFindings([table])
  expect(told?.cells?.map(({ row, column }) => `${row},${column}`).sort()).toEqual(['1,1', '2,1', '3,1', '4,1'])
})

test('one text over several rows without a name is a group of them and names none; the rows are told', () => {
  const table = read(
    [
      ['序号', '项目名称', '<', '<'],
      ['^', '预算金额', '已支付金额', '结余金额'],
      ['1', '河道清淤', '<', '<'],
      ['^', '100.00', '60.00', '40.00'],
      ['2', '50.00', '20.00', '30.00'],
    ],
    2,
  )
  expect(table.lines.map(({ label }) => label)).toEqual(['', '', ''])
  const [told] = unnamedFindings([table])
  expect(told).toMatchObject({ code: 'rows-unnamed', severity: 'warning', table: 't', actual: '2' })
  expect(told?.cells?.map(({ row, column }) => [row, column])).toEqual([
    [3, 1],
    [3, 2],
    [3, 3],
    [4, 1],
    [4, 2],
    [4, 3],
  ])
})

test('a column of units that names money makes the figures of its rows money, where the table names no unit', () => {
  const rows = [
    ['指标名称', '计量单位', '2022年', '2023年'],
    ['财政拨款收入', '万元', '21,417.54', '12,569.82'],
    ['在职人员', '人', '43', '45'],
    ['人均公用经费', '元', '98,009.61', '67,407.70'],
    ['办公用房面积', '平方米', '620.5', '620.5'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '部门基本情况表', unit: null }), null)
  expect(lines.map(({ amounts }) => [...amounts.values()].map(({ money, unit }) => `${money?.value}${unit}`))).toEqual([
    ['21417.54万元', '12569.82万元'],
    [],
    ['98009.61元', '67407.70元'],
    [],
  ])
})

test('a single row without a name is a total or the whole table, and a code names its row', () => {
  const sangong = [
    ['合计', '因公出国（境）费', '公务接待费'],
    ['5.00', '2.00', '3.00'],
  ]
  const units = [
    ['单位编码', '合计', '基本支出'],
    ['015001', '5.00', '2.00'],
    ['015002', '6.00', '3.00'],
  ]
  expect(unnamedFindings([read(sangong, 1), read(units, 1)])).toEqual([])
})

test('the code of a project before its name is no code of a unit, and no part of the name', () => {
  const table = read(
    [
      ['项目名称', '预算金额', '已支付金额'],
      ['11000026T000003456789-河道清淤', '100.00', '60.00'],
      ['11000026Y000003456790路灯维护', '50.00', '20.00'],
    ],
    1,
  )
  expect(table.lines.map(({ name, role, unitCode }) => [name, role, unitCode])).toEqual([
    ['河道清淤', 'item', null],
    ['路灯维护', 'item', null],
  ])
})

test.each([
  ['a head over both columns', ['项目名称', '<', '金额']],
  ['a head over the first column alone', ['项目名称', '', '金额']],
])('a name drawn over several rows is that of their 小计, the others keep their own below it: %s', (_, heads) => {
  const table = readTable(
    tableOf(
      [
        heads,
        ['收入总计', '<', '20,849.45'],
        ['一般公共预算资金', '小计', '20,702.25'],
        ['^', '公共财政拨款（补助）资金', '20,602.25'],
        ['^', '专项收入', '100.00'],
        ['政府性基金', '小计', ''],
        ['财政专户管理资金', '小计', '147.20'],
        ['^', '专户管理教育收费', ''],
        ['^', '其他非税收入', '147.20'],
      ],
      1,
      { title: '收入预算总表' },
    ),
    null,
  )
  expect(table.lines.map(({ label, parent }) => [label, parent])).toEqual([
    ['收入总计', null],
    ['一般公共预算资金', null],
    ['公共财政拨款(补助)资金', 1],
    ['专项收入', 1],
    ['政府性基金', null],
    ['财政专户管理资金', null],
    ['专户管理教育收费', 5],
    ['其他非税收入', 5],
  ])
  expect(table.trees.map(({ proof }) => proof)).toEqual(['sums'])
})

test('what is bought is called after itself beside a subject drawn over several rows, whose first row has the figure of all', () => {
  const table = readTable(
    tableOf(
      [
        ['采购品目大类', '经济科目', '采购物品名称', '采购组织形式', '总计'],
        ['合计', '', '', '', '90.00'],
        ['货物', '办公设备购置', '', '', '60.00'],
        ['^', '^', '台式计算机', '集中采购', '41.30'],
        ['^', '^', '打印设备', '集中采购', '18.70'],
        ['^', '印刷费', '', '', '30.00'],
        ['^', '^', '复印纸', '集中采购', '30.00'],
      ],
      1,
      { title: '政府采购预算表' },
    ),
    null,
  )
  expect(table.lines.map(({ label, parent }) => [label, parent])).toEqual([
    ['合计', null],
    ['办公设备购置', null],
    ['台式计算机', 1],
    ['打印设备', 1],
    ['印刷费', null],
    ['复印纸', 4],
  ])
})

test('a row of projects of two levels is named by the project, and not by the unit beside it', () => {
  const rows = [
    ['类型', '项目名称', '<', '项目单位', '合计'],
    ['^', '一级项目', '二级项目', '^', '^'],
    ['特定目标类', '', '', '', '46.00'],
    ['', '综合管理', '', '', '46.00'],
    ['', '', '信访专项经费', '某市信访局', '30.00'],
    ['', '', '驻京经费', '某市信访局', '16.00'],
  ]
  expect(figures(read(rows, 2)).map(([name]) => name)).toEqual(['特定目标类', '综合管理', '信访专项经费', '驻京经费'])
})
