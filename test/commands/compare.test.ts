import { expect, test } from 'vitest'
import type { Outcome } from '../../src/batch/outcome.ts'
import { documentsOf, kindOf, ofScope } from '../../src/commands/compare.ts'
import { comparisonText } from '../../src/commands/compare-text.ts'
import { coverageText } from '../../src/commands/coverage.ts'
import { comparisonRows } from '../../src/write/relations/comparison.ts'
import type { ArchiveDocument, Row } from '../../src/write/relations/relation.ts'
import { tableOf } from '../write/table.ts'

type Subject = Partial<NonNullable<Outcome['subject']>>

const outcome = (name: string, subject: Subject): Outcome =>
  ({ name, subject: { region: null, scope: null, kind: 'budget', fiscalYear: 2024, department: null, ...subject } }) as Outcome

const schools = outcome('a', { department: '教育局', region: '青溪县', fiscalYear: 2023 })
const others = outcome('b', { department: '教育局', region: '云岭县' })

test('one name over two places is two departments, never compared', () => {
  expect(() => documentsOf([schools, others], '教育局')).toThrow('several departments fit 教育局: 云岭县 教育局, 青溪县 教育局')
  expect(documentsOf([schools, others], '青溪县教育局')).toEqual([schools])
})

test('two documents of an office whose name many places have, and of no region, are not compared', () => {
  const of = (name: string, fiscalYear: number) => outcome(name, { department: '县财政局', fiscalYear })
  expect(() => documentsOf([of('a', 2023), of('b', 2024)], '县财政局')).toThrow('several departments fit 县财政局')
})

test('a part of a name that fits several departments over the years is refused', () => {
  const before = outcome('a', { department: '示例县教育局', fiscalYear: 2023 })
  const after = outcome('b', { department: '示例县教育局幼儿园' })
  expect(() => documentsOf([before, after], '教育')).toThrow('several departments')
  expect(documentsOf([before, after], '示例县教育局')).toEqual([before])
})

test('a department whose name ends as asked comes before one that only holds the words', () => {
  const [before, after] = [
    outcome('a', { department: '临溪县水利局', fiscalYear: 2023 }),
    outcome('b', { department: '临溪县水利局' }),
  ]
  const station = outcome('c', { department: '临溪县水利局水利工程管理站' })
  expect(documentsOf([before, station, after], '县水利局')).toEqual([before, after])
})

test('部门 and 本级 are not mixed; the whole department comes first', () => {
  const whole = outcome('a', { department: '教育局', scope: 'department' })
  const own = outcome('b', { department: '教育局', scope: 'unit' })
  expect(ofScope([own, whole], undefined)).toEqual([whole])
  expect(ofScope([own, whole], 'unit')).toEqual([own])
})

test('documents that do not tell their scope are asked for too', () => {
  const [before, after] = [outcome('a', { department: '教育局', fiscalYear: 2023 }), outcome('b', { department: '教育局' })]
  const whole = outcome('c', { department: '教育局', scope: 'department' })
  expect(ofScope([whole, before, after], 'unknown')).toEqual([before, after])
  expect(() => ofScope([whole], 'unknown')).toThrow('no document of scope unknown; there are department')
  expect(() => ofScope([whole], 'all')).toThrow('--scope wants department, unit, government or unknown, not all')
})

test('documents without a department are not one department', () => {
  const text = coverageText(
    [
      { document: 'a', department: null, fiscal_year: 2021, kind: 'budget', status: 'ok' },
      { document: 'b', department: null, fiscal_year: 2023, kind: 'budget', status: 'ok' },
    ],
    'zh',
  )
  expect(text).toBe('（部门不明） a  2021 预算\n（部门不明） b  2023 预算\n0 个部门，2 份文件，2 份部门不明\n')
})

/** A document with one table of one amount column; each row is code, name, amount in 分. */
function archived(rows: readonly (readonly [string | null, string, number])[]): ArchiveDocument {
  const table = tableOf([['名称', '合计'], ...rows.map(([, name, fen]) => [name, `${fen / 100}`])], 1, { kind: 'bud.gpb' })
  const lines = rows.map(([code, name], at) => ({
    ...{ row: at + 1, list: 0, role: 'item', label: name, name, key: null, code, codeKind: null },
    ...{ codeInferred: false, unitCode: null, depth: 0, parent: null },
  }))
  const cells = table.cells.map(cell => {
    const fen = rows[cell.row - 1]?.[2]
    return cell.column === 1 && fen !== undefined ? { ...cell, amount: { value: '1', unit: '元', fen: `${fen}` } } : cell
  })
  const columns = table.columns.map(column => (column.index === 1 ? { ...column, role: 'amount', key: 'total' } : column))
  const document = { document: {}, findings: [], indicators: [], tables: [{ ...table, lines, cells, columns }] }
  return { document } as unknown as ArchiveDocument
}

test('rows are matched by code, then by name; a row printed with two amounts answers nothing', () => {
  const earlier = archived([
    ['2050201', '学前教育', 100],
    [null, '其他支出', 5],
    ['2050202', '小学教育', 7],
    ['2050202', '小学教育', 8],
  ])
  const later = archived([
    ['2050201', '学前教育支出', 300],
    ['2299999', '其他支出', 9],
    ['2050202', '小学教育', 7],
  ])
  const found = comparisonRows(earlier, later).map(({ item, before, after }) => [item, before, after])
  expect(found).toEqual([
    ['2050201', 100n, 300n],
    ['2299999', 5n, 9n],
    ['2050202', null, 7n],
  ])
})

test('a line that the catalogue knows is the same under another name; what one year lacks comes last', () => {
  const called = (name: string, key: string | null, document: ArchiveDocument): ArchiveDocument => {
    const [table] = document.document.tables
    const lines = table?.lines.map(line => (line.label === name ? { ...line, key } : line))
    return { document: { ...document.document, tables: [{ ...table, lines }] } } as unknown as ArchiveDocument
  }
  const earlier = called(
    '上年结转',
    'carry',
    archived([
      [null, '上年结转', 100],
      [null, '其他', 1],
      [null, '旧项目', 9000],
    ]),
  )
  const later = called(
    '年初结转和结余',
    'carry',
    archived([
      [null, '年初结转和结余', 300],
      [null, '其他', 2],
    ]),
  )
  const found = comparisonRows(earlier, later).map(({ item, before, after }) => [item, before, after])
  expect(found).toEqual([
    ['年初结转和结余', 100n, 300n],
    ['其他', 1n, 2n],
    ['旧项目', 9000n, null],
  ])
})

const row = (more: Row): Row => ({
  ...{ department: '教育局', scope_before: 'department', scope_after: 'department', year_before: 2023, year_after: 2024 },
  ...{
    table_kind: 'fin.01',
    title: '收支决算总表',
    item: '合计',
    name: '合计',
    column: 'final',
    header: '决算数',
    side: 'income',
  },
  ...{ before: 10_000_000_00n, after: 20_000_000_00n, change: 10_000_000_00n, percent: '100.0', page_before: 3, page_after: 4 },
  ...more,
})

test('a figure is called as it is printed, once, with its side, and its amount can be read', () => {
  const rows = [
    row({}),
    row({ side: 'expense' }),
    row({ item: '205', name: '教育支出', header: '支出/决算数', side: 'expense' }),
  ]
  expect(comparisonText(rows, false, 'zh').split('\n')).toEqual([
    '教育局  2023（部门） → 2024（部门）  (万元)',
    '  收支决算总表 · 收入 · 合计 · 决算数: 1,000.00 → 2,000.00, 1,000.00 (100.0 %)  p. 3 → 4',
    '  收支决算总表 · 支出 · 合计 · 决算数: 1,000.00 → 2,000.00, 1,000.00 (100.0 %)  p. 3 → 4',
    '  收支决算总表 · 205 教育支出 · 支出/决算数: 1,000.00 → 2,000.00, 1,000.00 (100.0 %)  p. 3 → 4',
    '3 个数字中 3 个不同',
    '',
  ])
  const exact = comparisonText([row({ before: null, after: 1_234_567_89n, percent: null })], false, 'en')
  expect(exact).toContain('(元)')
  expect(exact).toContain('合计 · 决算数: — → 1,234,567.89')
})

test('without a kind the one is compared that has both years; the other is named where a kind was asked for', () => {
  const of = (fiscalYear: number, kind: 'budget' | 'final-accounts') => outcome(`${fiscalYear}`, { fiscalYear, kind })
  const outcomes = [of(2021, 'budget'), of(2023, 'final-accounts'), of(2024, 'final-accounts')]
  const asked = (...values: [string, string][]) => kindOf(outcomes, { values: new Map(values) })
  expect(asked()).toBe('final')
  expect(asked(['years', '2023,2024'])).toBe('final')
  expect(asked(['years', '2021,2022'])).toBe('budget')
  expect(() => asked(['years', '2023,2024'], ['kind', 'budget'])).toThrow(
    'no budget of 2023, 2024; there are final accounts of 2023, 2024: --kind final',
  )
  expect(kindOf([...outcomes, of(2022, 'budget')], { values: new Map() })).toBe('budget')
})
