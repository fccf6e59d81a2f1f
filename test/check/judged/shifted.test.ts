import { expect, test } from 'vitest'
import type { Checked } from '../../../src/check/check.ts'
import type { Table } from '../../../src/table/table.ts'
import { tableOf } from '../../budget/table.ts'
import { checkedTables } from '../checked.ts'
import { BELOW_OTHERS } from '../expense-rows.ts'

type Rows = readonly (readonly string[])[]

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']
const ROWS: Rows = [
  ['201', '一般公共服务支出', '1,124.80', '781.20', '343.60'],
  ['20103', '政府办公厅（室）及相关机构事务', '1,124.80', '781.20', '343.60'],
  ['2010301', '行政运行', '812.35', '769.80', '42.55'],
  ['2010302', '一般行政管理事务', '312.45', '11.40', '301.05'],
  ['207', '文化旅游体育与传媒支出', '2,872.36', '412.80', '2,459.56'],
  ['20701', '文化和旅游', '502.80', '412.80', '90.00'],
  ['2070104', '图书馆', '502.80', '412.80', '90.00'],
  ['20799', '其他文化旅游体育与传媒支出', '2,369.56', '', '2,369.56'],
  ['2079903', '文化产业发展专项支出', '2,349.56', '', '2,349.56'],
  ['2079999', '其他文化旅游体育与传媒支出', '20.00', '', '20.00'],
  ...BELOW_OTHERS,
  ['2210201', '住房公积金', '314.14', '156.62', '157.52'],
  ['2210203', '购房补贴', '100.00', '100.00', ''],
  ['', '合计', '4,971.88', '1,913.57', '3,058.31'],
]

/** The rows with the amounts of those from one to another taken from so many rows below, nothing where there is none. */
const slipped = (rows: Rows, [from, to]: readonly [number, number], by: number): Rows =>
  rows.map((row, at) => {
    const isIn = (place: number): boolean => place >= from && place <= to
    const amounts = !isIn(at) ? row : isIn(at + by) ? rows[at + by] : ['', '', '', '', '']
    return [...row.slice(0, 2), ...(amounts ?? []).slice(2)]
  })

/** The rows with amounts from one on that go on with those of other rows, behind the last with the first. */
const turned = (rows: Rows, from: number, by: number): Rows =>
  rows.map((row, at) => (at < from ? row : [...row.slice(0, 2), ...(rows[(at + by) % rows.length] ?? []).slice(2)]))

const expense = (rows: Rows, more: Partial<Table> = {}): Table =>
  tableOf([HEAD, ...rows], 1, { id: '3', title: '支出决算表', ...more })
const general = (rows: Rows, more: Partial<Table> = {}): Table =>
  tableOf([HEAD, ...rows], 1, { id: '5', title: '一般公共预算财政拨款支出决算表', ...more })

const told = ({ findings }: Checked) => findings.filter(({ cause }) => cause !== undefined)
const cellsOf = (checked: Checked, table: string, column: number): number[] =>
  told(checked).flatMap(({ cells }) =>
    cells.flatMap(cell => (cell.table === table && cell.column === column ? [cell.row] : [])),
  )

test('two tables that print the same are in step', () => {
  expect(told(checkedTables(expense(ROWS), general(ROWS)))).toEqual([])
})

test('amounts that stand two rows too high from some row on are told once, with all their cells, the row and the other table', () => {
  const checked = checkedTables(expense(ROWS), general(slipped(ROWS, [7, 20], 2)))
  const [finding, ...more] = told(checked)
  expect(more).toEqual([])
  expect(finding).toMatchObject({ code: 'identity-published', verdict: 'published-inconsistency', table: '5' })
  expect([finding?.actual, finding?.expected]).toEqual(['20.00', '2369.56'])
  expect(finding?.message.zh).toContain('自20799“其他文化旅游体育与传媒支出”一行起金额与科目错行')
  expect(finding?.message.zh).toContain('与“支出决算表”（第1页）对照')
  expect(finding?.message.zh).toContain('印的是其下第2行的数')
  expect(finding?.message.zh).toContain('20799印20.00万元，是2079999的数，“支出决算表”中20799为2,369.56万元')
  expect([...new Set(cellsOf(checked, '5', 2))].sort((a, b) => a - b)).toEqual(expect.arrayContaining([8, 9, 10, 14, 20, 21]))
})

test('amounts that stand a row too low, beside a row that prints nothing, are told as such', () => {
  const low = slipped(ROWS, [7, 20], -1).map((row, at) => (at === 7 ? [...row.slice(0, 2), '', '', ''] : row))
  const [finding, ...more] = told(checkedTables(expense(ROWS), general(low)))
  expect(more).toEqual([])
  expect(finding?.verdict).toBe('published-inconsistency')
  expect(finding?.message.zh).toContain('自20799“其他文化旅游体育与传媒支出”一行起')
  expect(finding?.message.zh).toContain('印的是其上第1行的数')
})

test('a list that begins anew behind its end is one slip, its total too', () => {
  const checked = checkedTables(expense(ROWS), general(turned(ROWS, 7, 5)))
  const [finding, ...more] = told(checked)
  expect(more).toEqual([])
  expect(finding?.verdict).toBe('published-inconsistency')
  expect(finding?.message.zh).toContain('过表末从首行算起')
  expect(cellsOf(checked, '5', 2)).toContain(22)
})

test('the table slipped whose own rows do not add up, whichever of the two it is', () => {
  const [finding, ...more] = told(checkedTables(expense(slipped(ROWS, [7, 20], 2)), general(ROWS)))
  expect(more).toEqual([])
  expect(finding).toMatchObject({ table: '3', verdict: 'published-inconsistency' })
})

test('a table of more money shows it in the rows that have only this money', () => {
  const other = ROWS.map(row =>
    row[0] === '201' || row[0] === '20103'
      ? [...row.slice(0, 2), '1,324.80', '781.20', '543.60']
      : row[1] === '合计'
        ? ['', '合计', '5,171.88', '1,913.57', '3,258.31']
        : row,
  ).toSpliced(4, 0, ['2010399', '其他政府办公厅（室）及相关机构事务支出', '200.00', '', '200.00'])
  const checked = checkedTables(expense(other), general(slipped(ROWS, [7, 20], 2)))
  expect(told(checked).map(({ table, verdict }) => [table, verdict])).toEqual([['5', 'published-inconsistency']])
  expect(cellsOf(checked, '5', 2)).not.toContain(1)
})

test('rows that were not read for sure are doubted, all of them, and nobody is accused', () => {
  const table = general(slipped(ROWS, [7, 20], 2))
  const cells = table.cells.map(cell => (cell.column === 0 ? { ...cell, confidence: 0.8 } : cell))
  const checked = checkedTables(expense(ROWS), { ...table, cells })
  expect(told(checked).map(({ code, severity, verdict }) => [code, severity, verdict])).toEqual([
    ['rows-shifted', 'warning', 'unexplained'],
  ])
  expect(cellsOf(checked, '5', 2)).toEqual(expect.arrayContaining([8, 14, 20]))
})

test('a label that was cut into two rows, the second with the amounts of the next, is the reading', () => {
  const labels = ROWS.map(row => row.slice(0, 2)).toSpliced(7, 1, ['20799', '其他文化旅游'], ['', '体育与传媒支出'])
  const amounts = ROWS.map(row => row.slice(2))
  const wrapped = labels.map((label, at) => [...label, ...(amounts[at] ?? ['', '', ''])])
  const found = told(checkedTables(expense(ROWS), general(wrapped)))
  expect(found.map(({ verdict }) => verdict)).toEqual(['extraction-suspect'])
  expect(found[0]?.message.zh).toContain('“体育与传媒支出”一行起金额与科目错行')
  expect(found[0]?.message.zh).toContain('可能是读取有误')
})

test('labels that were cut into two rows, each with its amounts in the second, are no slip: the rows between stand where they belong', () => {
  const cut = (row: readonly string[]): Rows => [
    [row[0] ?? '', row[1]?.slice(0, 4) ?? '', '', '', ''],
    ['', row[1]?.slice(4) ?? '', ...row.slice(2)],
  ]
  const rows = ROWS.flatMap((row, at) => ([2, 7, 12, 17].includes(at) ? cut(row) : [row]))
  const found = told(checkedTables(expense(ROWS), general(rows)))
  expect(found.map(({ verdict }) => verdict)).not.toContain('published-inconsistency')
  expect(found.map(({ message }) => message.zh).join()).not.toContain('错行')
})

test('a row of figures that stands in the header, those below moved up, is the reading', () => {
  const lost = slipped(ROWS, [7, 20], 1)
  const header = HEAD.with(4, '项目支出2,369.56')
  const table = tableOf([header, ...lost], 1, { id: '5', title: '一般公共预算财政拨款支出决算表' })
  expect(told(checkedTables(expense(ROWS), table)).map(({ verdict }) => verdict)).toEqual(['extraction-suspect'])
})

test.each([
  ['other money', (figure: string, at: number) => (figure === '' ? '' : `${(at + 3) * 17}.${figure.slice(-2)}`)],
  ['another year', (figure: string) => figure.replaceAll(/\d/g, digit => `${(Number(digit) + 3) % 10}`)],
])('%s in the same subjects is no slip', (_, change) => {
  const rows = ROWS.map((row, at) => [...row.slice(0, 2), ...row.slice(2).map(figure => change(figure, at))])
  const codes = told(checkedTables(expense(rows), general(ROWS))).map(({ message }) => message.zh)
  expect(codes.filter(text => text.includes('错行'))).toEqual([])
})

test('rows that changed places, and a figure that is copied into the rows below, are no slip', () => {
  const exchanged = ROWS.map((row, at) => {
    const from = at === 12 ? 13 : at === 13 ? 12 : at
    return [...row.slice(0, 2), ...(ROWS[from] ?? []).slice(2)]
  })
  const copied = ROWS.map((row, at) => (at > 11 && at < 16 ? [...row.slice(0, 2), ...(ROWS[11] ?? []).slice(2)] : row))
  for (const rows of [exchanged, copied]) {
    const texts = told(checkedTables(expense(ROWS), general(rows))).map(({ message }) => message.zh)
    expect(texts.filter(text => text.includes('错行'))).toEqual([])
  }
})
