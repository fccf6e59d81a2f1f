import { expect, test } from 'vitest'
import { proseFacts } from '../../src/budget/prose-facts.ts'
import { readTable } from '../../src/budget/read-table.ts'
import { unitFindings } from '../../src/budget/unit-alarm.ts'
import { paragraph } from './paragraph.ts'
import { tableOf } from './table.ts'

const table = (total: string, unit: string, title = '部门支出总表') =>
  readTable(
    tableOf(
      [
        ['科目编码', '科目名称', '合计'],
        ['', '合计', total],
        ['201', '一般公共服务支出', total],
      ],
      1,
      { title, unit },
    ),
    null,
  )

const prose = (text: string) => proseFacts([paragraph(text)])

test('元 and 万元 mixed up between a table and the narrative are told once, and nothing is changed', () => {
  const tables = [table('1,215.75', '元'), table('1,215.75', '元', '部门收入总表')]
  const findings = unitFindings(tables, prose('某局2023年支出预算总数为1,215.75万元。'))
  expect(findings.map(({ code, tables: ids, expected, actual }) => [code, ids.length, expected, actual])).toEqual([
    ['unit-contradiction', 2, '12157500.00', '1215.75'],
  ])
  expect(findings[0]?.message.zh).toBe(
    '表“部门支出总表”的单位（元）与情况说明第 3 页的“某局2023年支出预算总数为1,215.75万元”相差一万倍',
  )
  expect(tables[0]?.lines[0]?.amounts.get(2)?.unit).toBe('元')
})

test('a total that the narrative also says as it is, and a figure of few digits, contradict nothing', () => {
  expect(unitFindings([table('1,215.75', '万元')], prose('支出1,215.75万元,折合1,215.75元。'))).toEqual([])
  expect(unitFindings([table('12.00', '万元')], prose('支出12元。'))).toEqual([])
})

test('元 and 万元 mixed up between tables', () => {
  const findings = unitFindings([table('1,215.75', '元'), table('1,215.75', '万元', '部门收入总表')], [])
  expect(findings.map(({ tables }) => tables.length)).toEqual([2])
})
