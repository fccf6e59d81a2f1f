import { expect, test } from 'vitest'
import { identify, normalTitle } from '../../src/budget/identify.ts'
import { readTable } from '../../src/budget/read-table.ts'
import { tableOf } from './table.ts'

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
  expect(normalTitle('一般公共预算支出表')).toBe('一般公共预算支出表')
})

test.each([
  ['某某大学收入预算表', 'bud.income'],
  ['附表1收支总表', 'bud.total'],
  ['预算03表支出总表', 'bud.expense'],
  ['表三基本支出总表', 'bud.basic'],
  ['一、2017年度某某局部门收支预算总表', 'bud.total'],
  ['项目支出及其他支出预算表', 'bud.project'],
  ['行政经费及“三公”经费预算表', 'bud.sangong'],
])('with its number or institution in front, %s is %s', (title, kind) => {
  const found = identify(tableOf([['项目', '合计']], 1, { title }), [])
  expect(found).toMatchObject({ kind, isExact: true })
  expect(found.decision.chosen).not.toBe('no standard table')
})
