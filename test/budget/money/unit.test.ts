import { expect, test } from 'vitest'
import { fenOf } from '../../../src/budget/money/amount.ts'
import { unitIn } from '../../../src/budget/money/unit.ts'
import { unreadAmounts } from '../../../src/budget/money/unread.ts'
import { readTable } from '../../../src/budget/read-table.ts'
import type { Table } from '../../../src/table/table.ts'
import { tableOf } from '../table.ts'

/** The figures of a table with the unit they are read in and where it was found. */
const read = (rows: readonly (readonly string[])[], headerRows: number, more: Partial<Table>) =>
  readTable(tableOf(rows, headerRows, more), null).lines.flatMap(({ amounts }) =>
    [...amounts.values()].flatMap(({ money, unitSource }) => (money ? [`${money.value}${money.unit} ${unitSource}`] : [])),
  )

test('the brackets of a unit may be drawn over two cells', () => {
  const rows = [
    ['项目', '预算金额（万'],
    ['^', '元）'],
    ['合计', '5.00'],
  ]
  expect(read(rows, 2, { unit: null })).toEqual(['5.00万元 column'])
})

test('a unit that nobody counts in is not the one its name ends with', () => {
  expect(unitIn('单位：十元')).toBeNull()
  expect(unitIn('十万元')).toBeNull()
  expect(['单位：百万元', '人民币千元', '元', '单位：百元', '千万元'].map(unitIn)).toEqual([
    '百万元',
    '千元',
    '元',
    '百元',
    '千万元',
  ])
  expect(fenOf('百元')).toBe(10_000n)
})

test('a note in the table says its unit where nothing above does', () => {
  const rows = [
    ['项目', '预算数'],
    ['合计', '5.00'],
    ['注：本表金额单位为万元', '<'],
  ]
  expect(read(rows, 1, { unit: null })).toEqual(['5.00万元 note'])
  expect(read(rows, 1, { unit: '元' })).toEqual(['5.00元 caption'])
})

test('the label of a row outranks its columns', () => {
  const rows = [
    ['项目', '期末数'],
    ['车辆（辆）', '5'],
    ['资产原值（万元）', '50.00'],
    ['房屋（平方米）', '120.00'],
    ['预算金额', '70.00'],
  ]
  expect(read(rows, 1, { unit: '元' })).toEqual(['50.00万元 row', '70.00元 caption'])
})

test.each([
  [
    'behind the figures',
    ['指标', '数额', '单位'],
    ['收入', '252.44', '亿元'],
    ['培训费', '514,333.70', '元'],
    ['车辆', '5', '辆'],
  ],
  ['before them', ['指标', '单位', '数额'], ['收入', '亿元', '252.44'], ['培训费', '元', '514,333.70'], ['车辆', '辆', '5']],
])('a column %s says what each row is in', (_, ...rows) => {
  expect(read(rows, 1, { title: '主要指标表', unit: '万元' })).toEqual(['252.44亿元 row', '514333.70元 row'])
})

test('a column of units behind heads that name their own says nothing of them', () => {
  const rows = [
    ['项目', '金额（万元）', '单位'],
    ['收入', '5.00', '元'],
  ]
  expect(read(rows, 1, { unit: null })).toEqual(['5.00万元 column'])
})

test('a star is the mark of a footnote, on either side of a figure', () => {
  const rows = [
    ['项目', '合计', '基本支出'],
    ['甲', '*12.00', '12.00*'],
  ]
  expect(read(rows, 1, { unit: '万元' })).toEqual(['12.00万元 caption', '12.00万元 caption'])
})

test('a table that says what its money is in holds money, whatever its title and heads are', () => {
  const rows = [
    ['税种', '2023年', '2022年', '增减%'],
    ['增值税', '3200', '3000', '6.7'],
    ['契税', '480', '530', '-9.4'],
    ['纳税户数', '120', '110', '9.1'],
  ]
  const money = ['3200万元 caption', '3000万元 caption', '480万元 caption', '530万元 caption']
  expect(read(rows, 1, { title: '税收完成情况表', unit: '万元' })).toEqual(expect.arrayContaining(money))
  expect(read(rows, 1, { title: '税收完成情况表', unit: null })).toEqual([])
})

test('a form that names its unit has no columns of money for that', () => {
  const rows = [
    ['项目名称', '水库除险', '得分', '7'],
    ['起止', '全年', '分值', '15'],
  ]
  const { columns } = readTable(tableOf(rows, 0, { unit: '万元' }), null)
  expect(columns.map(({ role }) => role)).not.toContain('amount')
})

test('in a table with columns of money others of figures are none for its unit alone', () => {
  const rows = [
    ['学校', '学生', '经费'],
    ['一中', '1200', '350.00'],
    ['二中', '900', '240.00'],
  ]
  expect(read(rows, 1, { title: '学校情况表', unit: '万元' })).toEqual(['350.00万元 caption', '240.00万元 caption'])
})

test('amounts written a digit a square are read as none, and told', () => {
  const rows = [
    ['项目', '金额', '<', '<', '<', '<', '<'],
    ['^', '百', '十', '万', '千', '百', '十'],
    ['办公费', '', '2', '8', '3', '6', '3'],
    ['水费', '1', '3', '8', '0', '0', '7'],
  ]
  const table = readTable(tableOf(rows, 2, { title: '支出明细表', unit: '元' }), null)
  expect(table.lines.flatMap(({ amounts }) => [...amounts.values()])).toEqual([])
  expect(unreadAmounts([table]).map(({ code, actual }) => [code, actual])).toEqual([['amount-unreadable', '2']])
})

test('a figure of more money than there is, two run together, is read as none, and told', () => {
  const rows = [
    ['科目编码', '科目名称', '合计'],
    ['205', '教育支出', '9744568097480200'],
    ['208', '社会保障和就业支出', '1200.00'],
    ['210', '卫生健康支出', '900.00'],
  ]
  const table = readTable(tableOf(rows, 1, { title: '部门支出总表', unit: '万元' }), null)
  expect(table.lines.flatMap(({ amounts }) => [...amounts.values()].map(({ cell }) => cell.text))).toEqual([
    '1200.00',
    '900.00',
  ])
  expect(unreadAmounts([table]).map(({ actual }) => actual)).toEqual(['9744568097480200'])
})

test('an amount in 万元 and 元 is read as none, and told; the same amount in both is two', () => {
  const rows = (rest: string) => [
    ['项目', '预算数', '<'],
    ['^', '万元', '元'],
    ['办公费', '12', rest],
    ['水费', '3', '77.50'],
  ]
  const told = (rest: string) => unreadAmounts([readTable(tableOf(rows(rest), 2, { title: '支出明细表', unit: null }), null)])
  expect(told('3405.00').map(({ code, actual }) => [code, actual])).toEqual([['amount-unreadable', '2']])
  expect(told('123405.00')).toEqual([])
})
