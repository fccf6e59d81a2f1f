import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { extractDocument, recheckDocument } from '../../src/pipeline.ts'
import { isDoubtful } from '../../src/write/document/doubtful.ts'
import { tableOf } from '../budget/table.ts'

const FUNCTIONS = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']

/** The texts of the figures that some relation vouches for, in a table recognised on a picture. */
function vouchedIn(rows: readonly (readonly string[])[]): string[] {
  const printed = tableOf([FUNCTIONS, ...rows], 1, { title: '部门支出总表', unit: '万元' })
  const table = { ...printed, cells: printed.cells.map(cell => ({ ...cell, source: 'ocr' as const, confidence: 0.8 })) }
  const { vouched } = checkDataset(readBudget([table], []))
  return table.cells.flatMap(({ row, column, text }) => (vouched.has(`${table.id}\u0000${row}\u0000${column}`) ? [text] : []))
}

test('figures of sums that hold are vouched for', () => {
  const rows = [
    ['', '合计', '3,719.36', '2,484.71', '1,234.65'],
    ['205', '教育支出', '3,719.36', '2,484.71', '1,234.65'],
    ['20502', '普通教育', '3,719.36', '2,484.71', '1,234.65'],
    ['2050201', '学前教育', '1,852.09', '1,390.47', '461.62'],
    ['2050202', '小学教育', '1,867.27', '1,094.24', '773.03'],
  ]
  expect(vouchedIn(rows)).toEqual(rows.flatMap(row => row.slice(2)))
  const misread = rows.map(row => row.map(text => text.replace('1,390.47', '1,396.47')))
  expect(vouchedIn(misread)).not.toContain('1,396.47')
})

test('a recognised figure that is only printed again is not vouched for: both may be misread alike', () => {
  const rows = [
    ['', '合计', '3,719.36', '3,719.36', ''],
    ['205', '教育支出', '3,719.36', '3,719.36', ''],
    ['20502', '普通教育', '3,719.36', '3,719.36', ''],
  ]
  expect(vouchedIn(rows)).toEqual([])
})

test('a total that has all digits of one part but those of a small one is not vouched for by it', () => {
  const rows = [['2050201', '学前教育', '3,719.36', '3,719.00', '0.36']]
  expect(vouchedIn([['', '合计', '3,719.36', '3,719.00', '0.36'], ...rows])).toEqual([])
})

test('a scanned figure that relations vouch for is none to look at, and keeps how sure the reading was', async () => {
  const bytes = readFileSync(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
  const read = await extractDocument(bytes, { file: 'a.pdf' })
  const tables = read.tables.map(table => ({
    ...table,
    cells: table.cells.map(cell => ({ ...cell, source: 'ocr' as const, confidence: 0.8 })),
  }))
  const amounts = recheckDocument({ ...read, tables }).tables.flatMap(({ cells }) =>
    cells.filter(({ amount }) => amount !== null),
  )
  const [sure, doubtful] = [amounts.filter(cell => !isDoubtful(cell)), amounts.filter(isDoubtful)]
  expect(sure.length).toBeGreaterThan(doubtful.length / 2)
  expect(sure.every(({ vouchedBy, confidence }) => vouchedBy !== undefined && confidence === 0.8)).toBe(true)
})
