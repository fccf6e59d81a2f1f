import { expect, test } from 'vitest'
import { entryOf } from '../../../src/budget/catalog/catalog.ts'
import { aroundOf, identify, KNOWN } from '../../../src/budget/catalog/identify.ts'
import { columnsOf } from '../../../src/budget/columns/columns.ts'
import { normalTitle } from '../../../src/budget/document/title.ts'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { readTable } from '../../../src/budget/read-table.ts'
import { tableOf } from '../table.ts'

test.each([
  ['2025年预算单位财政拨款收支预算总表', 'bud.fiscal_total'],
  ['部门收支总体情况表', 'bud.total'],
  ['财务收支预算总表', 'bud.total'],
  ['政府性基金支出预算表', 'bud.fund'],
  ['国有资本经营预算支出预算表', 'bud.soe'],
  ['部门预算项目绩效目标表（2023年度）', 'bud.perf_project'],
  ['环境监察经费项目绩效目标表', 'bud.perf_project'],
  ['部门整体支出绩效目标表', 'bud.perf_dept'],
  ['公开01表 收入支出决算总表', 'fin.01'],
  ['2026年项目支出绩效目标批复表', 'bud.perf_project'],
  ['部门整体支出绩效目标公开表', 'bud.perf_dept'],
  ['中央对地方转移支付区域绩效目标表', 'bud.perf_transfer'],
  ['转移支付区域绩效目标自评表', 'fin.perf_transfer'],
  ['基本支出预算表（政府预算经济分类）', 'bud.basic'],
  ['其他运转类项目支出预算表', 'bud.project'],
  ['财政专户管理资金预算支出表', 'bud.special_account'],
  ['国有资产占有使用情况表', 'bud.assets'],
  ['行政事业单位国有资产占有使用情况表', 'bud.assets'],
  ['部门支出预算表DepartmentalExpenditureBudget', 'bud.expense'],
  ['2026年非税收入征收计划表', 'bud.non_tax'],
  ['2026年预算绩效目标表', 'bud.perf'],
  ['一般公共预算项目支出情况表（按支出经济分类科目）', 'bud.gpb_project'],
  ['项目支出表（按功能分类科目）', 'bud.project'],
  ['部门收入总体情况表（按功能科目）', 'bud.income'],
  ['财政拨款（含一般公共预算和政府性基金预算）“三公”经费支出表', 'bud.sangong'],
  ['政府向社会购买服务预算表', 'bud.services'],
  ['“三公”经费增减变化表', 'bud.sangong'],
])('%s is %s', (title, kind) => {
  expect(
    identify(tableOf([['项目', '合计']], 1, { title }), readTable(tableOf([['项目', '合计', '基本支出']], 1), null).columns)
      .kind,
  ).toBe(kind)
})

test('the number alone names no table', () => {
  expect(identify(tableOf([['项目', '合计']], 1, { title: '资产情况', number: '7' }), []).kind).toBeNull()
})

test('titles are compared without scope, year and number', () => {
  expect(normalTitle('表1-1 2023年部门收入总体情况表')).toBe(normalTitle('部门收入总表'))
  expect(normalTitle('（二）部门收入总体情况表')).toBe(normalTitle('部门收入总表'))
  expect(normalTitle('一般公共预算支出表')).toBe('一般公共预算支出表')
  expect(normalTitle('10万元以上设备购置表')).toBe('10万元以上设备购置表')
})

test.each([
  ['某某大学收入预算表', 'bud.income'],
  ['2023年度某某县人民政府办公室收入决算表', 'fin.02'],
  ['某某县委宣传部支出决算表', 'fin.03'],
  ['附表1收支总表', 'bud.total'],
  ['预算03表支出总表', 'bud.expense'],
  ['表三基本支出总表', 'bud.basic'],
  ['一、2017年度某某局部门收支预算总表', 'bud.total'],
  ['02部门支出总表', 'bud.expense'],
  ['3-2 项目支出表', 'bud.project'],
  ['项目支出及其他支出预算表', 'bud.project'],
  ['行政经费及“三公”经费预算表', 'bud.sangong'],
])('with its number or institution in front, %s is %s', (title, kind) => {
  const found = identify(tableOf([['项目', '合计']], 1, { title }), [])
  expect(found).toMatchObject({ kind, isExact: true })
  expect(found.decision.chosen).not.toBe('no standard table')
})

const INCOME = [['科目编码', '科目名称', '合计', '财政拨款收入', '事业收入', '其他收入']]
const EXPENSE = [['科目编码', '科目名称', '合计', '基本支出', '项目支出']]
const SUBJECTS = [['科目编码', '科目名称', '合计', '人员经费', '公用经费']]
const LEDGER = [['收入项目', '金额', '支出项目', '金额']]
const TRIPS = [['合计', '因公出国（境）费', '公务用车购置及运行费', '公务接待费']]
const FUND = [['科目编码', '科目名称', '年初结转和结余', '本年收入', '本年支出', '年末结转和结余']]
const GOALS = [['一级指标', '二级指标', '三级指标', '指标值']]

/** Titles that no list of titles holds: other years, offices, numbers, brackets, order and wording. */
test.each([
  ['2024年度清河县水务局收入决算总表（公开02表）', INCOME, 'fin.02'],
  ['部门决算收支总表', LEDGER, 'fin.01'],
  ['财政拨款收支决算总体情况表', LEDGER, 'fin.04'],
  ['2024年一般公共预算财政拨款支出决算表（按功能分类科目）', EXPENSE, 'fin.05'],
  ['财政拨款基本支出决算表', SUBJECTS, 'fin.06'],
  ['政府性基金预算财政拨款支出决算表', FUND, 'fin.08'],
  ['一般公共预算“三公”经费支出决算表', TRIPS, 'fin.07'],
  ['“三公”经费公共预算财政拨款支出决算表', TRIPS, 'fin.07'],
  ['部门支出预算总表（按功能分类科目）', EXPENSE, 'bud.expense'],
  ['单位支出预算表', EXPENSE, 'bud.expense'],
  ['收支预算表', LEDGER, 'bud.total'],
  ['清河县水务局部门综合预算收支总表', LEDGER, 'bud.total'],
  ['清河学院支出预算明细表', EXPENSE, 'bud.expense'],
  ['财政拨款支出预算总表', EXPENSE, 'bud.fiscal_expense'],
  ['一般公共预算支出总表', EXPENSE, 'bud.gpb'],
  ['一般公共预算本级支出表（到项级）', EXPENSE, 'bud.gpb'],
  ['一般公共预算基本支出表（按部门预算经济分类）', SUBJECTS, 'bud.gpb_basic'],
  ['一般公共预算财政拨款“三公”经费支出预算表', TRIPS, 'bud.sangong'],
  ['部门预算“三公”经费、会议费、培训费支出总表', TRIPS, 'bud.sangong'],
  ['预算项目绩效自评情况表', GOALS, 'fin.perf_project'],
  // Of other things, however like they look.
  ['政府性基金预算项目支出表', EXPENSE, null],
  ['国有资本经营预算收支表', LEDGER, null],
  ['2025年社会保险基金收入预算表', INCOME, null],
  ['一般公共预算转移支付表', EXPENSE, null],
  ['政府一般债务限额和余额情况表', LEDGER, null],
  ['住房改革支出预算表', EXPENSE, null],
  ['政府采购计划表', EXPENSE, null],
  ['非税收入预算表', EXPENSE, null],
  ['政府投资项目支出预算表', EXPENSE, null],
])('%s, which no list holds', (title, head, kind) => {
  const table = tableOf(head, 1, { title })
  expect(identify(table, columnsOf(table, true)).kind).toBe(kind)
})

test.each([
  ['2026年祁门县社会保险基金预算结余表', 'gov.insurance_balance'],
  ['祁门县2026年社会保险基金预算收支及结余情况表', 'gov.insurance_total'],
  ['2026年祁门县政府投资项目计划表', 'gov.investment'],
  ['祁门县2026年政府性基金预算收支平衡表', 'gov.fund_total'],
  ['祁门县2026年国有资本经营预算收支平衡表', 'gov.soe_total'],
  ['祁门县地方政府一般债务和专项债务限额和余额情况表', 'gov.debt'],
  ['祁门县2024年一般公共预算收入决算录入表', 'gov.fin_gpb_income'],
  ['祁门县2025年一般公共预算收入执行情况表', 'gov.exec_gpb_income'],
  ['祁门县2025年政府性基金预算支出执行情况表', 'gov.exec_fund_expense'],
  ['祁门县2026年上级税收返还和转移支付预算表（分项目）', 'gov.transfer_received'],
  ['2025年祁门县新增政府债券项目实施情况表', 'gov.debt_use'],
  ['祁门县2024年政府性基金转移性支付决算录入表', 'gov.fin_fund_transfer'],
])('of a government, %s is %s', (title, kind) => {
  expect(
    readBudget(
      [
        tableOf(
          [
            ['项目', '金额'],
            ['合计', '1.00'],
          ],
          1,
          { title },
        ),
      ],
      [],
    ).tables[0]?.kind,
  ).toBe(kind)
})

test('the office of finance on the label of a table speaks of no department: it draws up the books of a whole government', () => {
  const rows = [
    ['项目', '预算数'],
    ['合计', '1.00'],
  ]
  const kindsOf = (department: string) => {
    const titles = ['2025年祁门县一般公共预算收入表', '地方政府债务限额及余额情况表']
    return readBudget(
      titles.map(title => tableOf(rows, 1, { title, department })),
      [],
    ).tables.map(({ kind }) => kind)
  }
  expect(kindsOf('祁门县财政局')).toEqual(['gov.gpb_income', 'gov.debt'])
  expect(kindsOf('祁门县水利局')).not.toContain('gov.debt')
})

test('a title that names no account belongs to that of the tables around it', () => {
  const tables = (...titles: readonly string[]) =>
    readBudget(
      titles.map((title, at) => tableOf(EXPENSE, 1, { id: `t${at}`, title })),
      [],
    ).tables.map(({ kind }) => kind)
  expect(tables('支出决算表', '一般公共预算支出表')).toEqual(['fin.03', 'fin.05'])
  expect(tables('支出预算表', '一般公共预算支出表')).toEqual(['bud.expense', 'bud.gpb'])
  expect(tables('一般公共预算支出表')).toEqual(['bud.gpb'])
})

const TRANSFERS = [['地区', '合计', '税收返还', '一般性转移支付', '专项转移支付']]
const INSURANCE = [['项目', '合计', '企业职工基本养老保险基金', '职工基本医疗保险（含生育保险）基金', '工伤保险基金']]
const DEBT = [
  ['地区', '2025年债务限额', '<', '<', '2025年债务余额预计执行数', '<', '<'],
  ['^', '合计', '一般债务', '专项债务', '合计', '一般债务', '专项债务'],
]

test.each([
  ['对下转移支付分地区预算表', TRANSFERS, 'name total taxRefund generalTransfer specialTransfer'],
  ['社会保险基金收入预算表', INSURANCE, 'name total employeePension employeeMedical injury'],
  [
    '地方政府债务限额及余额情况表',
    DEBT,
    'name limit limit.generalDebt limit.specialDebt outstanding outstanding.generalDebt outstanding.specialDebt',
  ],
])('the columns of %s', (title, header, keys) => {
  const figures = ['甲县', ...Array.from({ length: (header[0]?.length ?? 0) - 1 }, (_, at) => `${at + 1},234.50`)]
  const { columns } = readTable(tableOf([...header, figures], header.length, { title }), null)
  expect(columns.map(({ key }) => key).join(' ')).toBe(keys)
})

test.each([
  [
    'name total  procurement procurement.reserved',
    [
      ['预算单位', '支出总计', '2026年购置计划', '2026年政府采购项目', '<'],
      ['^', '^', '小计', '小计', '其中：预留给中小企业'],
    ],
  ],
  [
    'name total sangong abroad reception meeting',
    [
      ['单位名称', '合计', '“三公”经费', '<', '<', '会议费'],
      ['^', '^', '小计', '因公出国（境）费', '公务接待费', '^'],
    ],
  ],
  ['name total fiscal', [['支出项目类别', '总计', '财政拨款']]],
  ['name total', [['单位（项目）名称', '项目金额']]],
])('a sum under a group of unknown words is no total of the table, and names have their key: %s', (keys, header) => {
  const figures = (header[0] ?? []).map((_, at) => (at === 0 ? '甲县水利站' : `${at},234.50`))
  const { columns } = readTable(tableOf([...header, figures], header.length, { title: '支出总表' }), null)
  expect(columns.map(({ key }) => key).join(' ')).toBe(keys)
})

test('final accounts of a government are called as such and speak of what its budget speaks of', () => {
  expect(entryOf('gov.fin_gpb_income')?.title.zh).toBe('一般公共预算收入决算表')
  expect(entryOf('gov.fin_gpb_total')?.title.zh).toBe('一般公共预算收支决算平衡表')
  expect(entryOf('gov.fin_fund_transfer')?.title.zh).toBe('政府性基金转移支付决算表')
  expect(entryOf('gov.fin_debt')?.title.zh).toBe('政府债务限额及余额情况表')
  const topics = new Map(KNOWN.map(known => [known.entry.id, known.topics]))
  const finals = [...topics].filter(([id]) => id.startsWith('gov.fin_'))
  expect(finals).toEqual(finals.map(([id]) => [id, topics.get(id.replace('fin_', ''))]))
})

test('a table without a title is the one that its heading names, when its columns or rows are of that one', () => {
  const kindOf = (rows: readonly (readonly string[])[], heading: string) => {
    const table = tableOf(rows, 1, { heading })
    return identify(table, columnsOf(table, true)).kind
  }
  const trips = [
    ['项目', '2025年预算数', '2026年预算数'],
    ['1.因公出国（境）费', '0.00', '0.00'],
    ['2.公务接待费', '4.00', '3.00'],
  ]
  expect(kindOf(EXPENSE, '（二）部门支出预算情况说明')).toBe('bud.expense')
  expect(kindOf(trips, '三、“三公”经费预算情况')).toBe('bud.sangong')
  expect(kindOf(trips, '二、支出预算情况')).toBeNull()
  expect(kindOf([['序号', '单位名称']], '二、支出预算情况')).toBeNull()
  expect(kindOf(EXPENSE, '二、部门预算单位构成')).toBeNull()
})

test.each([
  [['2022年预算数', '2022年决算数'], 'fin.07'],
  [['预算数', '决算数'], 'fin.07'],
  [['年初预算数', '全年决算数'], 'fin.07'],
  [['2021年决算数', '2022年预算数'], 'bud.sangong'],
  [['上年决算数', '本年预算数'], 'bud.sangong'],
])(
  'a table of %s is of the account that the headings name; where none does, a year is accounted for once it is over',
  (heads, alone) => {
    const table = tableOf(
      [
        ['项目', ...heads],
        ['合计', '41.00', '33.04'],
        ['因公出国（境）费', '0.00', '0.00'],
        ['公务用车购置及运行费', '38.00', '31.46'],
        ['公务接待费', '3.00', '1.58'],
      ],
      1,
      { title: '“三公”经费支出情况表' },
    )
    const kindUnder = (account: 'budget' | 'final-accounts' | null) =>
      identify(table, columnsOf(table, true), aroundOf([table], null, account)).kind
    expect([kindUnder('final-accounts'), kindUnder('budget'), kindUnder(null)]).toEqual(['fin.07', 'bud.sangong', alone])
  },
)
