import { expect, test } from 'vitest'
import { proseFacts } from '../../../../src/budget/prose/facts.ts'
import { readBudget } from '../../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import type { Table } from '../../../../src/table/table.ts'
import { paragraph } from '../../../budget/paragraph.ts'
import { tableOf } from '../../../budget/table.ts'

type Rows = readonly (readonly [label: string, figure: string])[]

/** What is said of relations that fail in a document of a table and some sentences. */
function verdictsIn(tables: readonly Table[], ...sentences: readonly string[]): string[] {
  const dataset = { ...readBudget(tables, []), prose: proseFacts(sentences.map(sentence => paragraph(sentence))) }
  return checkDataset(dataset).checks.flatMap(({ outcome, verdict }) => (outcome === 'broken' ? [verdict] : []))
}

const verdictsOf = (table: Table, ...sentences: readonly string[]): string[] => verdictsIn([table], ...sentences)

/** 三公 one below the other. */
const SANGONG: Rows = [
  ['合计', '9.60'],
  ['1.因公出国（境）费用', ''],
  ['2.公务接待费', '0.91'],
  ['3.公务用车费', '8.69'],
  ['其中：（1）公务用车运行维护费', '3.18'],
  ['（2）公务用车购置费', '5.51'],
]
const SAID = '2024年“三公”经费预算数为9.60万元，其中：公务接待费0.91万元，公务用车购置及运行费8.69万元。'
const sangong = (rows: Rows): Table =>
  tableOf([['项目', '2024年预算数'], ...rows.map(row => [...row])], 1, { title: '一般公共预算“三公”经费支出表' })
const labelsDown = (from: number): Rows =>
  SANGONG.map(([label, figure], at) => [(at > from ? SANGONG[at - 1]?.[0] : undefined) ?? label, figure])

test.each([
  ['labels read one row down from the total on', labelsDown(0)],
  ['labels read one row down from the first item on', labelsDown(1)],
  ['the figures of two items exchanged', SANGONG.with(2, ['2.公务接待费', '8.69']).with(3, ['3.公务用车费', '0.91'])],
])('三公 with %s blames nobody', (_, rows) => {
  const verdicts = verdictsOf(sangong(rows), SAID)
  expect(verdicts).not.toContain('published-inconsistency')
  expect(verdicts.length).toBeGreaterThan(0)
})

test('三公 without a sentence, its labels read one row down, blames nobody', () => {
  expect(verdictsOf(sangong(labelsDown(1)))).toEqual(['unexplained'])
})

test('三公 with one digit wrong is the document’s', () => {
  expect(verdictsOf(sangong(SANGONG), SAID)).toEqual([])
  expect(verdictsOf(sangong(SANGONG.with(2, ['2.公务接待费', '0.97'])), SAID)).toContain('published-inconsistency')
})

/** 支出总表 in which each class has several items; the last class stands on another page. */
const EXPENSE: readonly (readonly string[])[] = [
  ['', '合计', '3,312.41', '2,100.30', '1,212.11'],
  ['201', '一般公共服务支出', '2,855.91', '1,700.20', '1,155.71'],
  ['2010301', '行政运行', '1,855.61', '1,200.10', '655.51'],
  ['2010302', '一般行政管理事务', '1,000.30', '500.10', '500.20'],
  ['208', '社会保障和就业支出', '408.25', '370.10', '38.15'],
  ['2080505', '机关事业单位基本养老保险缴费支出', '399.40', '361.25', '38.15'],
  ['2080506', '机关事业单位职业年金缴费支出', '8.85', '8.85', ''],
  ['221', '住房保障支出', '48.25', '30.00', '18.25'],
  ['2210201', '住房公积金', '39.40', '25.00', '14.40'],
  ['2210203', '购房补贴', '8.85', '5.00', '3.85'],
]
const LAST_PAGE = 7
function expense(rows: readonly (readonly string[])[]): Table {
  const table = tableOf([['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows], 1, { title: '部门支出总表' })
  const cells = table.cells.map(cell => ({ ...cell, page: cell.row > LAST_PAGE ? 2 : 1 }))
  return { ...table, cells, regions: [1, 2].map(page => ({ page, box: [0, 0, 500, 500] as const })) }
}

test('an expenditure of which a column was read one row down, or a page one column over, blames nobody', () => {
  expect(verdictsOf(expense(EXPENSE))).toEqual([])
  const down = (from: number, column: number) =>
    EXPENSE.map((row, at) => (at < from ? row : row.with(column, at === from ? '' : (EXPENSE[at - 1]?.[column] ?? ''))))
  const over = EXPENSE.map((row, at) => (at < LAST_PAGE ? row : [row[0], row[1], '', row[2], row[3]].map(text => text ?? '')))
  for (const read of [...[1, 2, 3, 4, 5, 6].flatMap(from => [down(from, 2), down(from, 3)]), over]) {
    const verdicts = verdictsOf(expense(read))
    expect(verdicts).not.toContain('published-inconsistency')
    expect(verdicts.length).toBeGreaterThan(0)
  }
})

test('a sentence blames nobody where the row that it repeats was taken for a header', () => {
  const ledger = tableOf(
    [
      ['收入', '预算数', '支出', '预算数'],
      ['财政拨款收入', '4,911.43', '一般公共服务支出', '5,190.38'],
      ['上年结转', '278.95', '', ''],
      ['收入总计', '5,190.38', '支出总计', '5,190.38'],
    ],
    1,
    { title: '部门收支总表', id: 'p1-1' },
  )
  const income = tableOf(
    [
      ['科目编码', '科目名称', '合计', '财政拨款收入', '其他收入'],
      ['', '合计', '4,911.43', '4,911.43', ''],
      ['201', '一般公共服务支出', '4,911.43', '4,911.43', ''],
    ],
    2,
    { title: '部门收入总表', id: 'p2-1' },
  )
  const said = '2024年收入预算4911.43万元,支出预算5190.38万元。'
  expect(verdictsIn([ledger, income], said)).toEqual(['extraction-suspect'])
})
