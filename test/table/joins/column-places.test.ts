import { expect, test } from 'vitest'
import type { Grid } from '../../../src/grid/grid.ts'
import { columnPlaces } from '../../../src/table/joins/column-places.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { drawn, gridOf, pageOf } from '../grids.ts'

const first = gridOf('编码|名称|合计|基本|项目\n201|公共|9.00|9.00|·\n205|教育|8.00|8.00|·')
const pages = [pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2)]

/** The same rows without rulings, with the column borders where the gaps of the text are. */
const unruled = (drawing: string, columnEdges: readonly number[]): Grid => {
  const grid = gridOf(drawing, { page: 2 })
  const [left = 0, right = 0] = [columnEdges[0], columnEdges.at(-1)]
  return { ...grid, kind: 'borderless', columnEdges, box: [left, grid.box[1], right, grid.box[3]] }
}

test('columns that are empty on a page without rulings are empty there, the others stand where they stood', () => {
  const { tables, findings } = tablesOf(pages, [
    first,
    unruled('208|养老|7.00|7.00\n210|医疗|6.00|6.00', [52, 100, 175, 225, 288]),
  ])
  expect(tables).toHaveLength(1)
  expect(drawn(tables[0]?.cells ?? [], 5)).toEqual([
    '编码|名称|合计|基本|项目',
    '201|公共|9.00|9.00|',
    '205|教育|8.00|8.00|',
    '208|养老|7.00|7.00|',
    '210|医疗|6.00|6.00|',
  ])
  expect(findings).toEqual([])
})

test('the empty column may stand between others', () => {
  const { tables } = tablesOf(pages, [first, unruled('208|养老|7.00|5.00\n210|医疗|6.00|4.00', [52, 108, 172, 260, 350])])
  expect(drawn(tables[0]?.cells ?? [], 5).slice(3)).toEqual(['208|养老|7.00||5.00', '210|医疗|6.00||4.00'])
})

test('a page whose columns do not fit those of the page before is told, and its cells are doubted', () => {
  const { tables, findings } = tablesOf(pages, [
    first,
    unruled('208|养老|7.00|5.00\n210|医疗|6.00|4.00', [52, 140, 200, 262, 350]),
  ])
  expect(tables).toHaveLength(1)
  expect(findings).toContainEqual(expect.objectContaining({ code: 'join-doubtful', table: tables[0]?.id, page: 1 }))
  expect(tables[0]?.cells.filter(({ page, confidence }) => page === 2 && confidence < 0.9).length).toBeGreaterThan(3)
})

test('a column narrower than the borders of two pages may differ has a place of its own', () => {
  const page = (columnEdges: readonly number[]): Grid => ({ ...gridOf('项目|金额'), box: [0, 0, 300, 40], columnEdges })
  const [one, narrow] = columnPlaces([page([0, 150, 300]), page([0, 149, 151, 300])], 1)
  expect(narrow?.starts.map((start, column) => (narrow.ends[column] ?? 0) - start).every(span => span > 0)).toBe(true)
  expect(one?.starts).toEqual([0, 2])
})

test('a total alone on the last page, without rulings and its label as wide as the labels above, is the last row', () => {
  const { tables, findings } = tablesOf(pages, [first, unruled('合计|17.00|17.00|0.00', [52, 150, 228, 288, 350])])
  expect(tables.map(({ cells }) => drawn(cells, 4).at(-1))).toEqual(['合计||17.00|17.00|0.00'])
  expect(findings).toEqual([])
})

test('a total set off from the names is no column of its own: the page with the header says which columns there are', () => {
  const { tables } = tablesOf(pages, [
    first,
    unruled('208|养老|·|7.00|7.00|·\n·|·|合计|24.00|24.00|·', [52, 100, 128, 152, 225, 288, 348]),
  ])
  expect(drawn(tables[0]?.cells ?? [], 5).slice(3)).toEqual(['208|养老|7.00|7.00|', '|合计|24.00|24.00|'])
})

test('two columns of a page that a row fills both are not one, wherever they stand', () => {
  const { tables } = tablesOf(pages, [
    first,
    unruled('208|养老|另|7.00|7.00|·\n·|·|合计|24.00|24.00|·', [52, 100, 128, 152, 225, 288, 348]),
  ])
  expect(tables.flatMap(({ cells }) => cells.map(({ text }) => text)).filter(text => ['养老', '另'].includes(text))).toEqual([
    '养老',
    '另',
  ])
})

test('a column that 合计 makes between two on a page of few rows is none, unless a row fills it beside them', () => {
  const last = (row: string) => unruled(`${row}|7.00|7.00|·\n·|合计|·|17.00|17.00|·`, [50, 80, 125, 170, 230, 290, 350])
  const [, within] = columnPlaces([first, last('208|·|养老')], 1)
  expect(within).toMatchObject({ starts: [0, 0, 1, 2, 3, 4], width: 5, isMisfit: false })
  expect(columnPlaces([first, last('208|01|养老')], 1)[0]?.width).toBeGreaterThan(5)
})
