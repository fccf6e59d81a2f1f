import { expect, test } from 'vitest'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { tableOf } from '../table.ts'

/** What each row of a table is, its code behind it, in brackets where it was concluded. */
function roles(title: string, head: readonly string[], ...rows: readonly (readonly string[])[]): string[] {
  const { tables } = readBudget([tableOf([head, ...rows], 1, { title })], [])
  return (tables[0]?.lines ?? []).map(({ role, code, codeInferred }) =>
    code === null ? role : `${role} ${codeInferred ? `(${code})` : code}`,
  )
}

const HEAD = ['科目编码', '科目名称', '合计']

test('codes tell 类, 款 and 项 by their length; what repeats the code of a 项 below it is a project of it', () => {
  expect(
    roles(
      '一般公共预算支出表',
      HEAD,
      ['', '合计', '3,212.48'],
      ['201', '一般公共服务支出', '3,212.48'],
      ['20126', '档案事务', '3,212.48'],
      ['2012601', '行政运行', '1,977.92'],
      ['2012604', '档案馆', '1,234.56'],
      ['2012604', '库房改造', '801.22'],
      ['2012604', '目录编制', '433.34'],
    ),
  ).toEqual(['total', 'class 201', 'section 20126', 'item 2012601', 'item 2012604', 'project 2012604', 'project 2012604'])
})

test('an office over the subjects of its money is a unit', () => {
  expect(
    roles(
      '部门支出总表',
      HEAD,
      ['', '合计', '30.00'],
      ['', '示例市档案局', '20.00'],
      ['201', '一般公共服务支出', '20.00'],
      ['', '示例市档案馆', '10.00'],
      ['201', '一般公共服务支出', '10.00'],
    ),
  ).toEqual(['total', 'unit', 'class 201', 'unit', 'class 201'])
})

test('a 类 without a code has that of its name, or what its parts share', () => {
  const rows = (name: string) =>
    roles(
      '一般公共预算支出表',
      HEAD,
      ['', '合计', '30.00'],
      ['', name, '30.00'],
      ['20805', '行政事业单位养老支出', '30.00'],
      ['2080505', '机关事业单位基本养老保险缴费支出', '20.00'],
      ['2080506', '机关事业单位职业年金缴费支出', '10.00'],
    )
  expect(rows('社会保障和就业支出')[1]).toBe('class (208)')
})

test('ledgers have sums of the year, what is carried over, and totals; 其中 is no part', () => {
  expect(
    roles(
      '部门收支总表',
      ['项目', '预算数'],
      ['一、一般公共预算拨款收入', '20.00'],
      ['其中：上级补助', '5.00'],
      ['二、事业收入', '10.00'],
      ['本年收入合计', '30.00'],
      ['上年结转', '3.00'],
      ['收入总计', '33.00'],
    ),
  ).toEqual(['item', 'memo', 'item', 'subtotal', 'carry', 'total'])
})

test('a row without a name is blank, or a blank total where it prints the total again; a note is a text', () => {
  const found = roles(
    '一般公共预算支出表',
    HEAD,
    ['', '合计', '30.00'],
    ['', '', '30.00'],
    ['201', '一般公共服务支出', '30.00'],
    ['', '', ''],
    ['', '注：本表不含上年结转', ''],
  )
  expect(found).toEqual(['total', 'blank-total', 'class 201', 'blank', 'text'])
})

test('其他支出 among the names of 款 is no 类, and a sole 类 of a ledger is one', () => {
  expect(
    roles(
      '政府采购支出预算表',
      ['采购品目大类', '经济科目', '合计'],
      ['', '合计', '30.00'],
      ['服务', '', '30.00'],
      ['示例市应急管理局（本级）', '', '30.00'],
      ['', '委托业务费', '20.00'],
      ['', '其他支出', '10.00'],
    ).at(-1),
  ).toBe('item')
  expect(roles('政府性基金预算支出表', ['科目名称', '合计'], ['合计', '30.00'], ['其他支出', '30.00'])[1]).toBe('class (229)')
})

test('a row over one 类 is the office whose money it is, however it is called, and takes no code from it', () => {
  const over = (name: string): string[] =>
    roles(
      '部门支出总表',
      HEAD,
      ['', '合计', '1,230.17'],
      ['', name, '1,230.17'],
      ['201', '一般公共服务支出', '1,230.17'],
      ['20126', '档案事务', '1,230.17'],
      ['2012601', '行政运行', '977.92'],
      ['2012604', '档案馆', '252.25'],
    ).slice(1)
  for (const name of ['示例市档案局', '档案局', '县委办', '局本级'])
    expect(over(name)).toEqual(['unit', 'class 201', 'section 20126', 'item 2012601', 'item 2012604'])
})

test('offices behind the code of a 项 above them share its money', () => {
  expect(
    roles(
      '一般公共预算支出表',
      HEAD,
      ['', '合计', '1,230.17'],
      ['201', '一般公共服务支出', '1,230.17'],
      ['20126', '档案事务', '1,230.17'],
      ['2012604', '档案馆', '1,230.17'],
      ['2012604', '示例市档案局', '977.92'],
      ['2012604', '示例市档案馆', '252.25'],
    ).slice(4),
  ).toEqual(['unit 2012604', 'unit 2012604'])
})

test('a name without a code below a 项 with one is a project of it', () => {
  expect(
    roles(
      '一般公共预算支出表',
      HEAD,
      ['', '合计', '1,230.17'],
      ['201', '一般公共服务支出', '1,230.17'],
      ['20126', '档案事务', '1,230.17'],
      ['2012604', '档案馆', '1,230.17'],
      ['', '库房改造', '977.92'],
      ['', '目录编制', '252.25'],
    ).slice(4),
  ).toEqual(['project', 'project'])
})

test('a 项 without a code has that of its name below its 款, what is called as its 款 the one for the rest of it', () => {
  const under = (section: readonly string[], ...items: readonly (readonly string[])[]): string[] =>
    roles('一般公共预算支出表', HEAD, ['', '合计', '30.00'], ['201', '一般公共服务支出', '30.00'], section, ...items).slice(3)
  expect(under(['20126', '档案事务', '30.00'], ['', '行政运行', '12.00'], ['', '档案馆', '18.00'])).toEqual([
    'item (2012601)',
    'item (2012604)',
  ])
  expect(under(['20199', '其他一般公共服务支出', '30.00'], ['', '其他一般公共服务支出', '30.00'])).toEqual(['item (2019999)'])
})

test('a name that has the same last digits in every 类 has them in its own', () => {
  const found = roles(
    '政府性基金预算支出表',
    HEAD,
    ['', '合计', '30.00'],
    ['212', '城乡社区支出', '30.00'],
    ['', '超长期特别国债安排的支出', '30.00'],
  )
  expect(found).toEqual(['total', 'class 212', 'section (21298)'])
})

test('what 项 of one 款 stand under, by whatever name, has the code that they share', () => {
  expect(
    roles(
      '一般公共预算支出表',
      HEAD,
      ['', '合计', '30.00'],
      ['', '档案专项', '30.00'],
      ['2012601', '行政运行', '12.00'],
      ['2012604', '档案馆', '18.00'],
    )[1],
  ).toBe('section (20126)')
})

test('sums of a part of a list are totals, an unnamed row only where it prints the total again, as fine as it does', () => {
  const [personnel, goods] = [
    ['', '人员经费合计', '20.00'],
    ['', '公用经费合计', '10.00'],
  ] as const
  const basic = [HEAD, ['', '合计', '30.00'], ['301', '工资福利支出', '20.00'], ['302', '商品和服务支出', '10.00']] as const
  const [head, ...rows] = basic
  expect(roles('一般公共预算基本支出表', head, ...rows, personnel, goods).slice(3)).toEqual(['total', 'total'])
  const unnamed = (figure: string): string | undefined =>
    roles('一般公共预算支出表', HEAD, ['', '合计', '30.00'], ['', '', figure], ['201', '一般公共服务支出', '30.00'])[1]
  expect([unnamed('30.00'), unnamed('30'), unnamed('20.00')]).toEqual(['blank-total', 'blank-total', 'item'])
})

test('what repeats the code of a unit under another name is a project of it, an office a unit', () => {
  const found = roles(
    '项目支出绩效目标表',
    ['单位编码', '单位（项目）名称', '资金总额'],
    ['合计', '', '417.41'],
    ['126001', '示例市信访局', '417.41'],
    ['126001', '信访业务工作专项', '381.63'],
    ['126001', '特护期运行专项', '35.78'],
    ['126002', '示例市信访服务中心', '10.00'],
    ['126002', '示例市信访热线中心', '10.00'],
  )
  expect(found).toEqual(['total', 'unit', 'project', 'project', 'unit', 'unit'])
})

test('what stands under projects beside its unit is a project, whatever it is called', () => {
  const found = roles(
    '专项业务经费支出表',
    ['单位编码', '单位名称', '预算项目名称', '资金总额'],
    ['', '合计', '', '30.00'],
    ['153', '示例市公安局', '', '30.00'],
    ['153001', '示例市公安局', '强制戒毒所', '20.00'],
    ['153001', '示例市公安局', '警航基地建设项目', '10.00'],
  )
  expect(found).toEqual(['total', 'unit', 'project', 'project'])
})
