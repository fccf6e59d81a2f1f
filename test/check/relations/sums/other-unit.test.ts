import { expect, test } from 'vitest'
import { readBudget } from '../../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { tableOf } from '../../../budget/table.ts'

/** What is told of the sums of a table: code and verdict. */
function told(rows: readonly string[], title: string, unit = '万元'): string[] {
  const table = tableOf(
    rows.map(row => row.split('|')),
    1,
    { title, unit },
  )
  const { findings } = checkDataset(readBudget([table], [], { file: '', pageCount: 1 }))
  return findings.flatMap(({ code, verdict, severity }) => (/ident|unit/.test(code) ? [`${code} ${verdict} ${severity}`] : []))
}

const HEAD = '项目|合计|财政拨款|单位资金'
const ROWS = ['道路硬化|120.00|100.00|20.00', '饮水安全|46.00|46.00|', '垃圾清运|29.00|20.00|9.00']
const UNIT = 'unit-contradiction unexplained error'

test('one row in 元 among rows in 万元 is told as its unit, and neither as a misreading nor as a wrong sum', () => {
  const short = ['项目|金额', '道路硬化|120.00', '饮水安全|46.00', '文化活动|85000.00', '垃圾清运|29.00', '合计|203.50']
  expect(told(short, '专项资金分配表')).toEqual([UNIT])
  const row = [HEAD, ...ROWS, '文化活动|85000.00|85000.00|', '合计|203.50|174.50|29.00']
  expect(told(row, '专项资金分配表')).toContain(UNIT)
  expect(told(row, '2024年项目支出预算表')).toContain(UNIT)
})

test('a row in 万元 among rows in 元 as well', () => {
  const off = [HEAD, '道路|1200000|1000000|200000', '饮水|460000|460000|', '文化|8.5|8.5|', '合计|1745000|1545000|200000']
  expect(told(off, '专项资金分配表', '元')).toContain(UNIT)
})

test('one figure that two sums show to be ten thousand times too large is the document’s own', () => {
  const cell = [HEAD, ...ROWS, '文化活动|8.50|60000.00|2.50', '合计|203.50|172.00|31.50']
  expect(told(cell, '专项资金分配表')).toEqual(['identity-published published-inconsistency warning'])
})

test('a figure that is wrong by anything else is no matter of units', () => {
  const rows = [HEAD, ...ROWS, '文化活动|86000.00|86000.00|', '合计|203.50|174.50|29.00']
  expect(told(rows, '2024年项目支出预算表').filter(one => one === UNIT)).toEqual([])
})

test('noughts without places among figures with two are no reason to see another unit', () => {
  const rows = [
    '项目|本年预算数',
    '合计|34.35',
    '1.因公出国（境）费|0',
    '2.公务接待费|1.70',
    '3.公务用车费|0',
    '其中：公务用车运行维护费|32.65',
    '公务用车购置|0',
  ]
  expect(told(rows, '“三公”经费预算表').filter(one => one.startsWith('unit'))).toEqual([])
})
