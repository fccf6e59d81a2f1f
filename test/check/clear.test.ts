import { expect, test } from 'vitest'
import type { BudgetTable } from '../../src/budget/dataset.ts'
import { readBudget } from '../../src/budget/read-budget.ts'
import type { Check, Term } from '../../src/check/check.ts'
import { sceneOf } from '../../src/check/judged/scene.ts'
import { isClear, type Proven } from '../../src/check/judged/structure.ts'
import { cellTerm, compare } from '../../src/check/relations/compare.ts'
import { tableOf } from '../budget/table.ts'
import { side } from './terms.ts'

const DATASET = readBudget(
  [
    tableOf(
      [
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['', '合计', '1,124.80', '781.20', '343.60'],
        ['201', '一般公共服务支出', '812.35', '769.80', '42.55'],
        ['204', '公共安全支出', '312.45', '11.40', '301.05'],
      ],
      1,
      { title: '部门支出总表' },
    ),
  ],
  [],
)
const [TABLE] = DATASET.tables as [BudgetTable]

/** The figure of a row and column of the table. */
function figure(row: number, column: number) {
  const amount = TABLE.lines.find(line => line.row === row)?.amounts.get(column)
  if (amount === undefined) throw new Error(`no figure at ${row}, ${column}`)
  return cellTerm(amount)
}
type Place = readonly [row: number, column: number]

/** A relation of figures of the table, as an identity would find it. */
const relation = (identity: string, [row, column]: Place, ...parts: readonly Place[]): Check =>
  compare(
    { identity, instance: '' },
    { label: '', terms: [figure(row, column)] },
    { label: '', terms: parts.map(([at, index]) => figure(at, index)) },
    'sum',
  )
const ACROSS = relation('B12a', [1, 2], [1, 3], [1, 4])
const DOWN = relation('B12b', [1, 2], [2, 2], [3, 2])
/** Between tables: two of its figures stand for those of another. */
const BETWEEN = relation('B2d', [1, 2], [2, 2])
const PICKED = relation('B2d', [1, 2], [1, 3], [2, 3], [3, 3], [3, 4])

/** Whether a relation is clear where the table is otherwise than sure, beside other relations of the document. */
function clear(
  check: Check,
  table: Partial<BudgetTable> = {},
  known: Partial<Proven> = {},
  beside: readonly Check[] = [],
): boolean {
  const scene = { ...sceneOf(DATASET, [check, ...beside]), table: () => ({ ...TABLE, ...table }) }
  return isClear(check, { scene, proven: false, nearly: false, ...known })
}

const doubted = (what: string) => ({ what, chosen: 'one', rejected: 'other', margin: 0.6, evidence: [] })
const MADE_OTHERWISE = { table: { ...TABLE.table, decisions: [doubted('join')] } }

test('all is clear in a table that nothing was doubtful of', () => {
  expect([ACROSS, DOWN, BETWEEN, PICKED].map(check => clear(check))).toEqual([true, true, true, true])
})

test('a table that was put together in doubt is not, unless the figure is proven', () => {
  expect([ACROSS, DOWN, BETWEEN].map(check => clear(check, MADE_OTHERWISE))).toEqual([false, false, false])
  expect([ACROSS, DOWN, BETWEEN].map(check => clear(check, MADE_OTHERWISE, { proven: true }))).toEqual([true, true, true])
})

test('between tables it is where sums that hold inside go through each of its figures there', () => {
  expect(clear(BETWEEN, MADE_OTHERWISE, {}, [ACROSS])).toBe(false)
  expect(clear(BETWEEN, MADE_OTHERWISE, {}, [DOWN])).toBe(true)
  // One between tables, one that fails, and one of too few digits vouch for nothing.
  expect(clear(BETWEEN, MADE_OTHERWISE, {}, [relation('B2d', [1, 2], [2, 2], [3, 2])])).toBe(false)
  expect(clear(BETWEEN, MADE_OTHERWISE, {}, [{ ...DOWN, outcome: 'broken' }])).toBe(false)
  expect(clear(ACROSS, MADE_OTHERWISE, {}, [DOWN])).toBe(false)
  const toSentence = { ...BETWEEN, right: side('万元', '812.35') }
  expect(clear(toSentence, MADE_OTHERWISE, {}, [DOWN])).toBe(true)
})

test('what kind of table it is matters only between tables, where no other relation between them holds', () => {
  const unsure = { kindDecision: doubted('kind of table') }
  expect([ACROSS, DOWN, BETWEEN].map(check => clear(check, unsure))).toEqual([true, true, false])
  expect(clear(BETWEEN, unsure, { proven: true })).toBe(true)
  expect(clear(BETWEEN, unsure, {}, [DOWN])).toBe(false)
  expect(clear(PICKED, unsure, {}, [relation('B2d', [1, 2], [2, 2], [3, 2])])).toBe(true)
  expect(clear(PICKED, unsure, {}, [{ ...PICKED, outcome: 'broken' }])).toBe(false)
})

test('a relation does not vouch for the kind that it was found by itself', () => {
  expect(clear(relation('B2d', [1, 2], [2, 2], [3, 2]), { kindDecision: doubted('kind of table') })).toBe(false)
})

test('a unit read in doubt matters between tables and not inside one', () => {
  const chosen = { where: 'caption', unit: '万元', text: '单位：万元', page: 1, box: null } as const
  const read = (margin: number) => ({ unitReading: { chosen, places: [], decision: { ...doubted('unit of money'), margin } } })
  expect([ACROSS, DOWN, BETWEEN].map(check => clear(check, read(0.6)))).toEqual([true, true, false])
  expect([ACROSS, DOWN, BETWEEN].map(check => clear(check, read(0.99)))).toEqual([true, true, true])
})

test('a place that no cell covers, or two do, is not clear to anybody', () => {
  const { cells } = TABLE.table
  for (const other of [cells.slice(1), [...cells, ...cells.slice(-1)]])
    expect([ACROSS, DOWN].map(check => clear(check, { table: { ...TABLE.table, cells: other } }))).toEqual([false, false])
})

test('rows that may go on elsewhere leave a sum down unclear, columns one across', () => {
  const beside = (pieces: Partial<Proven['scene']['pieces']>): boolean[] =>
    [ACROSS, DOWN].map(check => {
      const none: ReadonlySet<string> = new Set()
      const scene = { ...sceneOf(DATASET, [check]), pieces: { rows: none, columns: none, ...pieces } }
      return isClear(check, { scene, proven: false, nearly: false })
    })
  expect(beside({ rows: new Set(['t']) })).toEqual([true, false])
  expect(beside({ columns: new Set(['t']) })).toEqual([false, true])
})

test('a side of rows picked by their codes is known only where sums prove the tree', () => {
  const trees = (proof: 'sums' | 'labels' | null) => ({ trees: TABLE.trees.map(tree => ({ ...tree, proof })) })
  const [by, without] = [trees('sums'), { trees: [] }]
  expect([by, trees('labels'), trees(null), without].map(table => clear(PICKED, table))).toEqual([true, false, false, false])
  expect([trees('labels'), without].map(table => clear(BETWEEN, table))).toEqual([true, true])
  expect(clear({ ...PICKED, identity: 'B12a' }, without)).toBe(true)
  // Blanks and zeros, and figures of other tables, are not picked.
  const [first, ...others] = PICKED.right.terms
  const withFirst = (change: Partial<Term>): Check => ({
    ...PICKED,
    right: { label: '', terms: [...(first ? [{ ...first, ...change }] : []), ...others] },
  })
  expect(clear(withFirst({ fen: 0n }), without)).toBe(true)
  expect(clear(withFirst({ place: { table: 'other', row: 1, column: 1 } }), without)).toBe(true)
})

test('a sum down needs a tree that something proves, or codes that say it; a proven or nearly right total does not', () => {
  const trees = TABLE.trees.map(tree => ({ ...tree, proof: null }))
  expect([ACROSS, DOWN].map(check => clear(check, { trees }))).toEqual([true, false])
  expect(clear(DOWN, { trees }, { proven: true })).toBe(true)
  expect(clear(DOWN, { trees }, { nearly: true })).toBe(true)
  const coded = (...codes: readonly (string | null)[]) => ({
    trees,
    lines: TABLE.lines.map((line, at) => ({ ...line, code: codes[at] ?? null })),
  })
  expect(clear(DOWN, coded('201', '20101', '20102'))).toBe(true)
  expect(clear(DOWN, coded('201', '20101', '20401'))).toBe(false)
  expect(clear(DOWN, coded('201', '20101', null))).toBe(false)
  expect(clear(DOWN, coded(null, '20101', '20102'))).toBe(false)
})
