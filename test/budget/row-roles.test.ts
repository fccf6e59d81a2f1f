import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import { tableOf } from './table.ts'

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
