import { expect, test } from 'vitest'
import { tablesOf } from '../../src/table/tables.ts'
import { amountOf, isAmount, isWords } from '../../src/table/words.ts'
import { gridOf, pageOf } from './grids.ts'

test.each([
  ['￥7842100.00', 7_842_100_000_000n],
  ['¥1,234.50', 1_234_500_000n],
  ['-￥3.20', -3_200_000n],
  ['￥-3.20', -3_200_000n],
  ['(￥3.20)', -3_200_000n],
])('%s is an amount behind the sign of its currency', (text, amount) => {
  expect(isAmount(text)).toBe(true)
  expect(isWords(text)).toBe(false)
  expect(amountOf(text)).toBe(amount)
})

test('rows of amounts with the sign of their currency belong to no header', () => {
  const rows = ['科目|合计|人员经费', '工资福利支出|￥78.00|￥78.00', '基本工资|￥15.00|￥15.00', '津贴补贴|￥63.00|￥63.00']
  const { tables } = tablesOf([pageOf(1)], [gridOf(rows.join('\n'))])
  expect(tables[0]?.headerRows).toBe(1)
})
