import { expect, test } from 'vitest'
import { tableOf } from '../../../budget/table.ts'
import { checkedTables } from '../../checked.ts'

type Rows = readonly (readonly [code: string, name: string, total: string])[]
const ROWS: Rows = [
  ['', '合计', '812.35'],
  ['205', '教育支出', '480.15'],
  ['20502', '普通教育', '480.15'],
  ['2050204', '高中教育', '480.15'],
  ['208', '社会保障和就业支出', '212.40'],
  ['20805', '行政事业单位养老支出', '212.40'],
  ['2080505', '机关事业单位基本养老保险缴费支出', '212.40'],
  ['221', '住房保障支出', '119.80'],
  ['22102', '住房改革支出', '119.80'],
  ['2210201', '住房公积金', '119.80'],
]
/** Subjects that come out in some way when the income table is held against an expenditure table of these rows. */
function comparedWith(rows: Rows) {
  const [income, expense] = [ROWS, rows].map((some, at) =>
    tableOf(
      [
        at === 0 ? ['科目编码', '科目名称', '合计', '财政拨款收入'] : ['科目编码', '科目名称', '合计', '基本支出'],
        ...some.map(([code, name, total]) => [code, name, total, total]),
      ],
      1,
      { id: `${at}`, title: ['部门收入总表', '部门支出总表'][at] ?? null },
    ),
  )
  const checks = income && expense ? checkedTables(income, expense).checks : []
  return checks
    .filter(({ identity }) => identity === 'X1c')
    .map(({ instance, outcome }) => `${instance} ${outcome}`)
    .sort()
}
const changed = (code: string, total: string): Rows => ROWS.map(row => (row[0] === code ? [row[0], row[1], total] : row))

test('each subject is held against the same one of the other table, and a figure that is another there is broken', () => {
  expect(comparedWith(ROWS).filter(told => !told.endsWith('holds'))).toEqual([])
  expect(comparedWith(changed('2080505', '221.40')).filter(told => !told.endsWith('holds'))).toEqual(['2080505 broken'])
})

test('what one table prints only for a 类 is the sum of what the other prints below it', () => {
  const classes = ROWS.filter(([code]) => code === '' || code.length === 3)
  expect(comparedWith(classes)).toEqual(['205 holds', '208 holds', '221 holds'])
})

test('with another total the tables may tell of other money: nothing is broken', () => {
  const other: Rows = changed('', '999.99').map(row => (row[0].startsWith('205') ? [row[0], row[1], '667.79'] : row))
  expect(comparedWith(other).filter(told => told.endsWith('broken'))).toEqual([])
  expect(comparedWith(other)).toContain('205 not-evaluable')
})
