import { expect, test } from 'vitest'
import { unreadAmounts } from '../../../src/budget/money/unread.ts'
import { readTable } from '../../../src/budget/read-table.ts'
import { tableOf } from '../table.ts'

const rolesOf = (rows: readonly (readonly string[])[], title: string, unit: string | null = '万元') =>
  readTable(tableOf(rows, 1, { title, unit }), null).columns.map(({ role }) => role)

test('a third list of a ledger, by nature and economic subjects, has names of its own', () => {
  const half = ['行次', '年初预算数', '决算数']
  const rows = [
    ['项目', ...half, '项目（按功能分类）', ...half, '项目（按支出性质和经济分类）', ...half],
    ['一、事业收入', '1', '9.00', '9.10', '五、教育支出', '32', '7.00', '7.10', '一、基本支出', '60', '5.00', '5.10'],
    ['二、其他收入', '2', '1.00', '1.10', '八、卫生支出', '33', '3.00', '3.10', '二、项目支出', '61', '5.00', '5.10'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '收入支出决算总表' }), null)
  const read = lines.map(({ name, amounts }) => [name, ...[...amounts.values()].map(({ cell }) => cell.text)])
  expect(read).toContainEqual(['基本支出', '5.00', '5.10'])
  expect(read).toContainEqual(['教育支出', '7.00', '7.10'])
})

test('what goals are to reach and reached is no money, nor is a column of nothing but 无', () => {
  const rows = [
    ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '偏差原因分析', '其他'],
    ['产出指标', '新建校舍面积', '3200', '3150', '14.50', '无', '无'],
    ['产出指标', '培训人次', '500', '612', '10.25', '无', '无'],
    ['效益指标', '巩固率', '95', '96.5', '20.25', '无', '无'],
  ]
  const table = readTable(tableOf(rows, 1), null)
  expect(table.columns.map(({ role }) => role)).not.toContain('amount')
  expect(unreadAmounts([table])).toEqual([])
  const cost = [
    ['项目', '滚存结余', '其他'],
    ['房屋', '3200', '0.00'],
    ['车辆', '120', '0.00'],
  ]
  expect(rolesOf(cost, '资产情况表')).toEqual(['name', 'amount', 'amount'])
})

test('a part is what it is a part of: money behind money, a number behind numbers, unless its head says otherwise', () => {
  const rows = [
    [
      '项目',
      '预算数',
      '其中：新增债券',
      '车辆数量',
      '其中：执法用车',
      '房屋面积',
      '其中：办公用房',
      '其中：财政拨款',
      '其中：户数',
    ],
    ['城东', '6,400', '1,200', '6', '3', '4230.50', '1200.20', '400.00', '12'],
    ['城西', '8,100', '2,000', '3', '0', '2000.00', '600.00', '300.00', '15'],
  ]
  expect(rolesOf(rows, '资金安排表')).toEqual(['name', 'amount', 'amount', 'text', 'text', 'text', 'text', 'amount', 'text'])
})

test('a column of units says which figures are money, whatever stands over them and whatever else is known', () => {
  const rows = [
    ['指标名称', '单位', '2023年', '2024年', '增减'],
    ['生产总值', '亿元', '212.30', '225.60', '13.30'],
    ['常住人口', '万人', '45.60', '45.20', '-0.40'],
    ['人均收入', '元', '38,520', '40,310', '1,790'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '主要指标情况表', unit: null }), null)
  const read = lines.map(({ amounts }) => [...amounts.values()].map(({ money }) => `${money?.value}${money?.unit}`))
  expect(read).toEqual([['212.30亿元', '225.60亿元', '13.30亿元'], [], ['38520元', '40310元', '1790元']])
  const people = rows.map(([name = '', unit = '', ...figures]) => [name, unit.replace(/.*元/, '人'), ...figures])
  expect(rolesOf(people, '主要指标情况表', null)[2]).toBe('text')
})

test('what an adjustment adds and what is expected to be done are money, a rate of it is none', () => {
  const rows = [
    ['项目', '年初预算数', '调整数', '预计执行', '预计执行率', '平均'],
    ['税收收入', '50,000', '-1,200', '48,100', '98', '1,200'],
    ['非税收入', '20,000', '1,500', '21,300', '99', '1,300'],
  ]
  const { columns } = readTable(tableOf(rows, 1, { title: '收入调整表' }), null)
  expect(columns.map(({ role, key }) => `${role} ${key}`)).toEqual([
    'name name',
    'amount budget',
    'amount change',
    'amount null',
    'text null',
    'text null',
  ])
})

test('the unit of a row is money though it is money of a month or a head', () => {
  const rows = [
    ['项目', '合计', '失业保险基金'],
    ['一、保险费收入', '9,700.00', '8,200.00'],
    ['二、缴费基数（元/月）', '', '6,230'],
    ['三、缴费人数（人/月）', '', '21,300'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '社会保险基金预算表' }), null)
  expect(lines.map(({ amounts }) => amounts.get(2)?.money?.unit ?? null)).toEqual(['万元', '元', null])
})

test('whole numbers under a head that says nothing are told, if no head says that they are counted', () => {
  const rows = (head: string) => [
    ['科目编码', '科目名称', '决算数', head],
    ['301', '工资福利支出', '', '17,673'],
    ['30101', '基本工资', '', '997'],
    ['30102', '津贴补贴', '', '2,799'],
  ]
  const toldOf = (head: string) => unreadAmounts([readTable(tableOf(rows(head), 1, { title: '基本支出决算表' }), null)]).length
  expect(['单位：万元', '', '编制数'].map(toldOf)).toEqual([1, 1, 0])
})

test('shares, progress, quantities and pupils are counted, whatever else their heads speak of', () => {
  const rows = [
    ['项目', '金额', '占总支出', '支出进度', '门诊量', '本科生', '补贴标准（元/亩）', '资产存量'],
    ['东区', '4,100', '34.0', '96.72', '45,210', '2,105', '60', '3,210'],
    ['西区', '8,000', '66.0', '97.10', '32,105', '3,410', '75', '1,090'],
    ['南区', '900', '10.0', '98.10', '2,105', '1,410', '80', '2,090'],
  ]
  const table = readTable(tableOf(rows, 1, { title: '支出情况表' }), null)
  expect(table.columns.map(({ role }) => role)).toEqual(['name', 'amount', 'text', 'text', 'text', 'text', 'amount', 'text'])
  expect(table.columns[6]?.unit?.unit).toBe('元')
  expect(unreadAmounts([table]).map(({ cells }) => cells?.map(({ column }) => column))).toEqual([[7, 7, 7]])
})

test('in a table of money that tells no more than what changed, figures under other heads are money', () => {
  const rows = [
    ['税种', '全口径', '中央级', '县级', '同比增减', '增幅'],
    ['增值税', '60,000', '30,000', '18,000', '1,200', '2.04'],
    ['所得税', '40,000', '24,000', '8,000', '-800', '-1.96'],
  ]
  expect(rolesOf(rows, '分级次情况表')).toEqual(['text', 'amount', 'amount', 'amount', 'amount', 'text'])
  expect(rolesOf(rows, '分级次情况表', null)).toEqual(['text', 'text', 'text', 'text', 'amount', 'text'])
})

test('a column headed by a list of subjects holds their codes where codes stand in it, and the row goes by its other name', () => {
  const rows = [
    ['资金名称', '下达文号', '功能科目', '下达金额'],
    ['义务教育补助', '12号', '2050202', '320.00'],
    ['学生资助补助', '31号', '2050299', '86.00'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '资金分配表' }), null)
  expect(lines.map(({ name, code }) => [name, code])).toEqual([
    ['义务教育补助', '2050202'],
    ['学生资助补助', '2050299'],
  ])
})

test('numbers of bonds and of goods are no codes of subjects, and name no row', () => {
  const bonds = [
    ['债券简称', '债券代码', '支出科目', '还本金额'],
    ['19云岭债03', '1905123', '2310301', '3,200.00'],
    ['20云岭债11', '2005147', '2310301', '1,100.00'],
  ]
  const goods = [
    ['资产分类代码', '资产名称', '总金额'],
    ['A02010105', '台式计算机', '10.00'],
    ['2010104', '空调机', '3.60'],
  ]
  const read = (rows: readonly (readonly string[])[]) =>
    readTable(tableOf(rows, 1, { title: '情况表' }), null).lines.map(({ role, name, code }) => [role, name, code])
  expect(read(bonds)).toEqual([
    ['item', '19云岭债03', '2310301'],
    ['item', '20云岭债11', '2310301'],
  ])
  expect(read(goods)).toEqual([
    ['item', '台式计算机', null],
    ['item', '空调机', null],
  ])
})

test('under a group that counts, years are numbers and values are money; lengths and weights are counted', () => {
  const rows = [
    ['单位名称', '在职（人）', '<', '车辆（辆）', '<', '堤防（公里）', '产量（万吨）', '测算单价'],
    ['^', '2024年', '2025年', '数量', '账面价值', '^', '^', '^'],
    ['局机关', '18', '19', '6', '110.00', '12.50', '1.20', '3000'],
    ['文化馆', '12', '12', '3', '50.00', '8.20', '2.30', '40'],
  ]
  const table = readTable(tableOf(rows, 2, { title: '人员经费情况表' }), null)
  expect(table.columns.map(({ role }) => role)).toEqual(['name', 'text', 'text', 'text', 'amount', 'text', 'text', 'amount'])
})

test('kinds of expenditure between two columns of amounts name the figures behind them: a list of their own', () => {
  const rows = [
    ['收入', '预算数', '支出功能分类', '预算数', '支出用途', '预算数'],
    ['一、财政拨款收入', '47.40', '一、一般公共服务支出', '', '一、基本支出', '20.20'],
    ['二、事业收入', '1.60', '二、教育支出', '41.80', '人员支出', '18.70'],
    ['三、其他收入', '', '三、科学技术支出', '7.20', '公用支出', '1.50'],
    ['', '', '四、卫生健康支出', '', '二、项目支出', '28.80'],
  ]
  const read = readTable(tableOf(rows, 1, { title: '部门收支总体情况表', unit: '万元' }), null)
  expect(read.columns.map(({ role, list }) => `${role} ${list}`)).toEqual([
    ...['name 0', 'amount 0', 'name 1', 'amount 1', 'name 2', 'amount 2'],
  ])
})

test('codes that lie under each other are told by themselves where their head was misread; figures are not', () => {
  const listOf = (...own: readonly string[]) => [
    ['科日编妈：', '名称', '合计'],
    ...own.map((text, at) => [text, `科目${at}`, '9.00']),
  ]
  const [first] = rolesOf(listOf('208', '20805', '2080501', '210', '21011'), '支出总表')
  expect(first).toBe('code')
  expect(rolesOf(listOf('208', '205', '231', '210', '214'), '支出总表')[0]).not.toBe('code')
})

const keysIn = (title: string, heads: readonly (readonly string[])[]) => {
  const rows = [...heads, ['201', '公共服务', '9.00', '8.00', '1.00'], ['208', '养老', '3.00', '2.00', '1.00']]
  return readTable(tableOf(rows, heads.length, { title }), null).columns.map(({ key }) => key)
}

test('what all columns are, 决算数 in final accounts, says of none what it is', () => {
  const measured = (...measures: readonly string[]) => [
    ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
    ['^', '^', ...measures],
  ]
  const plain = ['code', 'name', 'total', 'basic', 'project']
  expect(keysIn('支出决算表', measured('决算数', '决算数', '决算数'))).toEqual(plain)
  expect(keysIn('支出决算表', measured('本年决算数', '本年决算数', '本年决算数'))).toEqual(plain)
  expect(keysIn('支出决算表', measured('金额', '金额', '金额'))).toEqual(plain)
  expect(keysIn('支出预算表', measured('预算数', '预算数', '预算数'))).toEqual(plain)
  expect(keysIn('支出决算表', measured('决算数', '决算数', '预算数'))).toEqual([
    'code',
    'name',
    'total.final',
    'basic.final',
    'project.budget',
  ])
  const years = [['科目编码', '科目名称', '2025年预算数', '2026年预算数', '2024年预算数']]
  expect(keysIn('支出预算表', years)).toEqual(['code', 'name', 'y2025.budget', 'budget', 'y2024.budget'])
  const planned = ['code', 'name', 'total.budget', 'basic.budget', 'project.budget']
  expect(keysIn('支出决算表', measured('预算数', '预算数', '预算数'))).toEqual(planned)
})

test('the total whose row prints heads of the columns labels its row and heads no code or name', () => {
  const rows = (nothing: string) => [
    ['项目', '<', '年初结转和结余', '本年收入', '本年支出', '<', '<', '年末结转和结余'],
    ['功能分类科目编码', '科目名称', '^', '^', '^', '<', '<', '^'],
    ['合计', '<', nothing, nothing, '合计', '基本支出', '项目支出', nothing],
    ['', '', '', '', '', '', '', ''],
  ]
  const title = '政府性基金预算财政拨款收入支出决算表'
  const keys = ['code', 'name', 'carry', 'income', 'expense', 'expense.basic', 'expense.project', 'carryOut']
  const read = ['', '-', '——'].flatMap(nothing => [2, 3].map(depth => tableOf(rows(nothing), depth, { title })))
  for (const table of read) {
    const { columns } = readTable(table, null)
    expect(columns.map(({ key }) => key)).toEqual(keys)
    expect(columns.map(({ path }) => path.join('>'))).toEqual([
      '项目>功能分类科目编码',
      '项目>科目名称',
      '年初结转和结余',
      '本年收入',
      '本年支出>合计',
      '本年支出>基本支出',
      '本年支出>项目支出',
      '年末结转和结余',
    ])
  }
})
