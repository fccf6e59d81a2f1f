import { expect, test } from 'vitest'
import type { Table } from '../../../src/table/table.ts'
import { tableOf } from '../../budget/table.ts'
import { checkedTables, verdictsOn } from '../checked.ts'

/** 支出总表 in which the row of 事业运行 prints one figure too much. */
const WRONG = [
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ['', '合计', '2,351.71', '1,812.35', '539.36'],
  ['2010301', '行政运行', '812.35', '769.80', '42.55'],
  ['2010302', '一般行政管理事务', '312.45', '11.40', '301.05'],
  ['2010350', '事业运行', '1,236.91', '1,031.15', '195.76'],
]
const wrong = (more: Partial<Table> = {}): Table => tableOf(WRONG, 1, { title: '部门支出总表', ...more })
const said = (...tables: readonly Table[]): string[] => [...new Set(verdictsOn(...tables))]

test('a figure that its row contradicts in a table that was put together for sure is the document’s', () => {
  expect(said(wrong())).toEqual(['published-inconsistency'])
})

test('a choice that hardly won when the table was made leaves nobody to blame, but where row and column ask for one figure', () => {
  const doubted = [{ what: 'join', chosen: 'joined', rejected: 'apart', margin: 0.6, evidence: [] }]
  const rowsAlone = (decisions: Table['decisions']): Table =>
    tableOf([...WRONG.filter((_, row) => row !== 1), ['2010399', '其他支出', '30.50', '20.25', '10.25']], 1, {
      ...{ title: '部门支出总表', decisions },
    })
  expect(said(rowsAlone(doubted))).toEqual(['unexplained'])
  expect(said(rowsAlone(doubted.map(one => ({ ...one, margin: 0.99 }))))).toEqual(['published-inconsistency'])
  expect(said(wrong({ decisions: doubted }))).toEqual(['published-inconsistency'])
})

test('nor does a place of the table that no cell covers', () => {
  const { cells } = wrong()
  expect(said(wrong({ cells: cells.filter(({ row, column }) => row !== 2 || column !== 1) }))).toEqual(['unexplained'])
})

test('nor do figures of a table with rows that nothing names, but where row and column ask for one figure', () => {
  const rests = [
    ['', '', '0.10', '', ''],
    ['', '', '0.20', '', ''],
  ]
  const told = (rows: readonly string[][]): string[] =>
    said(
      tableOf(
        rows.map(row => [...row]),
        1,
        { title: '部门支出总表' },
      ),
    )
  const rowsAlone = [...WRONG.filter((_, row) => row !== 1), ['2010399', '其他支出', '30.50', '20.25', '10.25']]
  expect(told(rowsAlone)).toEqual(['published-inconsistency'])
  expect(told([...rowsAlone, ...rests])).toEqual(['unexplained'])
})

test('columns that may go on in a table beside it blame nobody in a sum across', () => {
  const rest = tableOf(
    ['上缴上级', '', '12.00', '', ''].map(text => [text, text === '' ? '' : '1.25']),
    1,
    { id: 'rest' },
  )
  const across = (...tables: readonly Table[]): string[] =>
    checkedTables(...tables).checks.flatMap(({ identity, outcome, verdict }) =>
      identity === 'B12a' && outcome === 'broken' ? [verdict] : [],
    )
  expect(across(wrong())).toEqual(['published-inconsistency'])
  expect(across(wrong(), rest)).not.toContain('published-inconsistency')
})
