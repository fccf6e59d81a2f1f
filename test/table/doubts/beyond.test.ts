import { expect, test } from 'vitest'
import type { Grid } from '../../../src/grid/grid.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

/** A table without rulings from 100 to 160, its names from 110 to 170 across. */
const drawn = gridOf('编码|名称|合计\n201|一般公共|9.00\n207|文化旅游|9.00')
const open: Grid = { ...drawn, kind: 'borderless' }

const toldOf = ({ findings }: ReturnType<typeof tablesOf>) => findings.filter(({ code }) => code === 'grid-doubtful')

/** What is told of a page with a title, a table and a line of text. */
const told = (grid: Grid, ...line: readonly [text: string, x: number, baseline: number]) =>
  toldOf(tablesOf([pageOf(1, ['支出总表', 100, 90, 12], line)], [grid]))

test('the rest of a name below the last row of a table without a rule is told, with its cell', () => {
  expect(told(open, '体育与传', 111, 172)).toMatchObject([
    { code: 'grid-doubtful', page: 1, actual: '体育与传', cells: [{ row: 2, column: 1 }] },
  ])
})

test('a line below a drawn table, far below, across columns, in words that had room above, or a note is none', () => {
  const wide = gridOf('编码|名称|合计\n201|一般公共服务|9.00\n207|文化|9.00')
  expect(told(drawn, '体育与传', 111, 172)).toEqual([])
  expect(told(open, '体育与传', 111, 180)).toEqual([])
  expect(told(open, '体育与传媒支出及其他', 60, 172)).toEqual([])
  expect(told({ ...wide, kind: 'borderless' }, '支出', 111, 172)).toEqual([])
  expect(told(open, '注：略', 111, 172)).toEqual([])
})

test('the beginning of a name above the first row of a page that goes on is told; a line over a header is its caption', () => {
  const rest: Grid = { ...gridOf('208|位职业|1.00\n209|其他|8.00', { page: 2 }), kind: 'borderless' }
  const pages = [pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2, ['机关事业单', 111, 96])]
  expect(toldOf(tablesOf(pages, [open, rest]))).toMatchObject([
    { code: 'grid-doubtful', page: 2, actual: '机关事业单', cells: [{ row: 3, column: 1 }] },
  ])
  expect(told(open, '机关事业单', 111, 96)).toEqual([])
})
