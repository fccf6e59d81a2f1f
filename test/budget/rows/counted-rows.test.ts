import { expect, test } from 'vitest'
import { aroundOf, identify } from '../../../src/budget/catalog/identify.ts'
import { unreadAmounts } from '../../../src/budget/money/unread.ts'
import { readTable } from '../../../src/budget/read-table.ts'
import { tableOf } from '../table.ts'

/** 机构运行信息表 of final accounts: money, and numbers of groups, people, vehicles and machines, one below the other. */
const LEFT = [
  ['一、“三公”经费支出', '—', '—'],
  ['（一）支出合计', '13.00', '11.86'],
  ['1.因公出国（境）费', '3.00', '2.20'],
  ['（二）相关统计数', '—', '—'],
  ['1.因公出国（境）团组数（个）', '—', '1'],
  ['2.公务用车保有量（辆）', '—', '4'],
  ['3.国内公务接待批次（个）', '—', '26'],
  ['其中：外事接待批次（个）', '—', '0'],
  ['4.国内公务接待人次（人）', '—', '212'],
]
const RIGHT = [
  ['二、机关运行经费', '—', '86.35'],
  ['三、国有资产占用情况', '—', '—'],
  ['（一）车辆数合计（辆）', '—', '4'],
  ['1.机要通信用车', '—', '1'],
  ['2.其他用车', '—', '3'],
  ['（二）单价100万元（含）以上设备（台、套）', '—', '3'],
  ['四、政府采购支出信息', '—', '—'],
  ['（一）政府采购支出合计', '—', '52.40'],
  ['1.政府采购货物支出', '—', '52.40'],
]
const HEAD = ['项目', '全年预算数', '统计数']
const DRESS = { title: '机构运行信息表', number: '财决附03', unit: '万元' }

const moneyOf = (table: ReturnType<typeof readTable>): string[] =>
  table.lines.flatMap(({ label, amounts }) =>
    [...amounts.values()].flatMap(({ money }) => (money === null ? [] : [`${label} ${money.value}`])),
  )
const MONEY = [
  '(一)支出合计 13.00',
  '(一)支出合计 11.86',
  '1.因公出国(境)费 3.00',
  '1.因公出国(境)费 2.20',
  '二、机关运行经费 86.35',
  '(一)政府采购支出合计 52.40',
  '1.政府采购货物支出 52.40',
]

test('numbers of things in a column of money, and what is numbered below them, are no money, and make it none of words', () => {
  const table = readTable(tableOf([HEAD, ...LEFT, ...RIGHT], 1, DRESS), null)
  expect(table.columns.map(({ role, key }) => `${role} ${key}`)).toEqual(['name name', 'amount adjusted', 'amount final'])
  expect(moneyOf(table)).toEqual(MONEY)
  expect(unreadAmounts([table])).toEqual([])
})

test('so they are in two lists beside each other', () => {
  const rows = LEFT.map((left, at) => [...left, ...(RIGHT[at] ?? [])])
  const table = readTable(tableOf([[...HEAD, ...HEAD], ...rows], 1, DRESS), null)
  expect(moneyOf(table)).toEqual(MONEY)
  expect(unreadAmounts([table])).toEqual([])
})

test('beside tables of final accounts it is one of them, whatever its first columns plan', () => {
  const rows = [
    ['项目', '年初预算数', '全年预算数', '统计数'],
    ['（一）支出合计', '14.20', '13.00', '11.86'],
  ]
  const table = tableOf(rows, 1, DRESS)
  const around = aroundOf([tableOf([['项目', '决算数']], 1, { title: '收入支出决算总表' }), table])
  expect(identify(table, readTable(table, null).columns, around).kind).toBe('fin.operations')
})

test('a column of figures with decimals that is taken for words is told', () => {
  const rows = [
    ['项目', '预算数', '甲栏'],
    ['办公费', '12.00', '11.20'],
    ['印刷费', '3.00', '2.90'],
    ['水费', '1.00', '0.80'],
    ['说明', '', '另附'],
  ]
  const table = readTable(tableOf(rows, 1, { title: '支出明细表', unit: '万元' }), null)
  const words = {
    ...table,
    columns: table.columns.map(column => (column.index === 2 ? { ...column, role: 'text' as const } : column)),
  }
  expect(unreadAmounts([words]).map(({ code, actual }) => [code, actual])).toEqual([['amount-unreadable', '3']])
})

test('rates, spans of time and percentages without their sign are no money', () => {
  const rolesOf = (...heads: string[]) =>
    readTable(
      tableOf([heads, ['甲', '2.95', '3.20'], ['乙', '3.08', '5.40'], ['丙', '3.10', '8.60']], 1, { unit: '亿元' }),
      null,
    )
      .columns.slice(1)
      .map(({ role }) => role)
  expect(rolesOf('债券名称', '利率', '发行金额')).toEqual(['text', 'amount'])
  expect(rolesOf('项目', '决算为预算的', '决算数')).toEqual(['text', 'amount'])
  expect(rolesOf('项目', '增减幅度', '决算数')).toEqual(['text', 'amount'])
  expect(rolesOf('项目', '增速', '决算数')).toEqual(['text', 'amount'])
  const rows = [
    ['项目', '预算数'],
    ['一、收入', '13,200.00'],
    ['二、领取待遇人数（万人）', '1.31'],
    ['三、可支付月数', '10.2'],
    ['债券平均期限（年）', '12.5'],
    ['四、利息支出率', '3.40'],
    ['五、提升行政效率', '6.00'],
  ]
  expect(moneyOf(readTable(tableOf(rows, 1, { title: '收支预算表' }), null))).toEqual([
    '一、收入 13200.00',
    '五、提升行政效率 6.00',
  ])
})

test('people and things are counted where their figures are printed as no money of the list is', () => {
  const rows = [
    ['项目', '2023年', '2024年', '增减额'],
    ['一、本年收入', '1,180.20', '1,205.00', '24.80'],
    ['二、在职人员', '210', '215', '-5'],
    ['三、公务用车', '8', '7', '1'],
    ['四、在校学生', '6120', '6205', '85'],
    ['五、资产原值', '2,310.50', '2,422.60', '112.10'],
    ['六、奖金', '3', '4', '1'],
    ['六、办公用房面积', '3200.50', '3200.50', '0.00'],
    ['七、收入同比增长', '3.10', '2.10', '-1.00'],
  ]
  const read = (printed: readonly (readonly string[])[]) => {
    const lines = readTable(tableOf(printed, 1, { title: '基本信息表' }), null).lines
    return lines.flatMap(({ name, amounts }) => ([...amounts.values()].some(({ money }) => money !== null) ? [name] : []))
  }
  expect(read(rows)).toEqual(['本年收入', '资产原值', '奖金'])
  const cents = rows.map(([name = '', ...figures]) => [name, ...figures.map(text => text.replace(/^(-?\d+)$/, '$1.00'))])
  expect(read(cents)).toEqual(['本年收入', '在职人员', '公务用车', '在校学生', '资产原值', '奖金'])
  const trimmed = rows.map(([name = '', ...figures]) => [name, ...figures.map(text => text.replace(/0+$/, ''))])
  expect(read(trimmed.slice(0, 4))).toEqual(['本年收入', '在职人员', '公务用车'])
  const thousands = [
    ['项目', '2023年', '2024年', '增减额'],
    ['一、预算收入', '71,020', '74,100', '3,080'],
    ['二、预算支出', '168,210', '175,200', '6,990'],
    ['三、新增就业', '3210', '3305', '95'],
    ['四、受助学生', '3,210', '3,305', '95'],
  ]
  expect(read(thousands)).toEqual(['预算收入', '预算支出', '受助学生'])
})

test('numbers below a head of them are none, whatever their own heads', () => {
  const rows = [
    ['单位名称', '编制数', '<', '基本支出'],
    ['^', '小计', '行政', '^'],
    ['合计', '120', '40', '800.00'],
    ['某某县教育局', '40', '40', '300.00'],
    ['某某县第一中学', '80', '0', '500.00'],
  ]
  const { columns } = readTable(tableOf(rows, 2, { title: '人员情况表' }), null)
  expect(columns.map(({ role }) => role)).toEqual(['name', 'text', 'text', 'amount'])
})

test('where numbers have a column of their own, what a label counts in is no unit of the money beside them', () => {
  const rows = [
    ['项目', '数量', '价值'],
    ['固定资产', '—', '900.00'],
    ['1.房屋（平方米）', '3200.00', '780.00'],
    ['2.车辆（辆）', '6', '120.00'],
  ]
  expect(moneyOf(readTable(tableOf(rows, 1, { title: '国有资产占有使用情况表' }), null))).toEqual([
    '固定资产 900.00',
    '1.房屋(平方米) 780.00',
    '2.车辆(辆) 120.00',
  ])
})

test('limits and balances under the kinds of debt have a key', () => {
  const rows = [
    ['项目', '一般债务', '<', '合计', '<'],
    ['^', '限额', '余额', '限额', '余额'],
    ['2023年末', '12.50', '12.10', '32.80', '32.10'],
  ]
  const { columns } = readTable(tableOf(rows, 2, { title: '地方政府债务限额和余额情况表', unit: '亿元' }), null)
  expect(columns.slice(1).map(({ key }) => key)).toEqual([
    'generalDebt.limit',
    'generalDebt.outstanding',
    'total.limit',
    'total.outstanding',
  ])
})
