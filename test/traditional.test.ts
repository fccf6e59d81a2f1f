import { expect, test } from 'vitest'
import { plain } from '../src/budget/label.ts'
import { readBudget } from '../src/budget/read-budget.ts'
import { departmentOf, unitOf } from '../src/table/captions/labels.ts'
import { isTotal } from '../src/table/words.ts'
import { simplified } from '../src/traditional.ts'
import { isUnitLabel } from '../src/unit-label.ts'
import { tableOf } from './budget/table.ts'

test('words are compared in simplified script; what a simplified text may print stays', () => {
  expect(simplified('“三公”經費財政撥款支出決算')).toBe('“三公”经费财政拨款支出决算')
  expect(plain('因公出國（境）費')).toBe('因公出国(境)费')
  expect(simplified('乾县著作权登记')).toBe('乾县著作权登记')
})

test('labels around a table are understood, and stay as printed', () => {
  expect([unitOf('單位：萬元'), isUnitLabel('單位：萬元'), isTotal('合  計')]).toEqual(['万元', true, true])
  expect(departmentOf('單位名稱：沅陵縣財政局')).toBe('沅陵縣財政局')
})

test('a table in traditional script is the one that it is, and its cells stay as printed', () => {
  const rows = [
    ['項目', '預算數'],
    ['合計', '7.00'],
    ['因公出國（境）費', '0.00'],
    ['公務接待費', '2.00'],
    ['公務用車購置及運行費', '5.00'],
  ]
  const [table] = readBudget([tableOf(rows, 1, { title: '2020年“三公”經費支出預算表', unit: '万元' })], []).tables
  const [printed] = table?.sangong ?? []
  expect([table?.kind, printed?.parts.total?.money?.value, printed?.parts.vehicles?.money?.value]).toEqual([
    'bud.sangong',
    '7.00',
    '5.00',
  ])
  expect(table?.table.cells.map(({ text }) => text)).toContain('公務接待費')
})
