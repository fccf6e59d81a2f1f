import { expect, test } from 'vitest'
import { departmentOf, numberOf, unitOf, withoutLabels } from '../../src/table/labels.ts'

test.each([
  ['表3-3一般公共预算“三公”经费支出预算表', '3-3', '一般公共预算“三公”经费支出预算表'],
  ['表五一般公共预算支出情况表', '五', '一般公共预算支出情况表'],
  ['表一一般公共预算支出情况表', '一', '一般公共预算支出情况表'],
  ['表十一：项目支出表', '十一', '项目支出表'],
  ['公开表7一般公共预算支出表', '公开7', '一般公共预算支出表'],
  ['收支总表（预算表1）', '预算1', '收支总表'],
  ['部门收支总表（表2-1）', '2-1', '部门收支总表'],
  ['附表12026年全县一般公共预算收入预算表', '1', '2026年全县一般公共预算收入预算表'],
  ['表2-122026年部门支出总表', '2-12', '2026年部门支出总表'],
  ['表2026年部门支出总表', null, '表2026年部门支出总表'],
  ['附件1-22026年部门支出总表', '附件1-2', '2026年部门支出总表'],
  ['附件1-2部门支出总表', '附件1-2', '部门支出总表'],
  ['附件1：2026年部门预算公开表', null, '附件1：2026年部门预算公开表'],
  ['表一般公共预算支出', null, '表一般公共预算支出'],
  ['部门收支总表', null, '部门收支总表'],
])('%s: number and title', (text, number, title) => {
  expect(numberOf(text)).toBe(number)
  expect(withoutLabels(text)).toBe(title)
})

test.each([
  ['金额单位：万元', '万元', null],
  ['单位:元', '元', null],
  ['金额：万元', '万元', null],
  ['预算总金额：万元', null, null],
  ['（单位：亿元）', '亿元', null],
  ['收入支出决算总表（万元）', '万元', null],
  ['编制部门：某局单位：元', '元', '某局'],
  ['部门（单位）：某局', null, '某局'],
  ['预算单位：某局', null, '某局'],
])('%s: unit and department', (text, unit, department) => {
  expect(unitOf(text)).toBe(unit)
  expect(departmentOf(text)).toBe(department)
})
