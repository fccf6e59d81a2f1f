import { expect, test } from 'vitest'
import type { GridCell } from '../../../src/grid/grid.ts'
import { seriesAmong } from '../../../src/table/joins/series.ts'
import { gridOf } from '../grids.ts'

const NO_CAPTION = { isContinued: false } as Parameters<typeof seriesAmong>[0][number]['caption']

/** A grid with its rows, of which the first is its header. */
function piece(drawing: string, page: number, isContinued = false) {
  const grid = gridOf(drawing, { page })
  const rows = grid.rowEdges
    .slice(1)
    .map((_, row) =>
      grid.columnEdges
        .slice(1)
        .map((_, column): GridCell | undefined =>
          grid.cells.find(
            cell =>
              cell.row <= row &&
              row < cell.row + cell.rowSpan &&
              cell.column <= column &&
              column < cell.column + cell.columnSpan,
          ),
        ),
    )
  return { grid, rows, headerRows: 1, caption: { ...NO_CAPTION, isContinued } }
}

const project = (name: string, page: number, isContinued = false) =>
  piece(`项目名称|预算数\n${name}|5.00\n合计|5.00`, page, isContinued)

test('a header printed twice on one page makes a series, on that page and the next', () => {
  const isOfSeries = seriesAmong([project('河道清淤', 1), project('路灯维护', 1)])
  expect(isOfSeries(project('桥梁检测', 2))).toBe(true)
  expect(isOfSeries(piece('科目|基本支出\n教育|1.00\n卫生|2.00', 2))).toBe(false)
})

test('labels printed twice on one page do so, too, whatever stands over their columns', () => {
  const isOfSeries = seriesAmong([piece('甲|乙\n负责人|张\n电话|1', 1), piece('丙|丁\n负责人|李\n电话|2', 1)])
  expect(isOfSeries(piece('戊|己\n负责人|王\n电话|3', 2))).toBe(true)
})

test.each([
  ['on two pages', [project('河道清淤', 1), project('路灯维护', 2)]],
  ['by a table that says it goes on', [project('河道清淤', 1), project('路灯维护', 1, true)]],
])('a header printed again %s is none', (_, pieces) => {
  expect(seriesAmong(pieces)(project('桥梁检测', 2))).toBe(false)
})

test('rows of a series are alike in words: two columns of figures are no labels', () => {
  const isOfSeries = seriesAmong([piece('1|2\n3|4\n5|6', 1), piece('1|2\n3|4\n5|6', 1)])
  expect(isOfSeries(piece('1|2\n3|4\n5|6', 2))).toBe(false)
})

test('one table whose labels are the titles of its columns is no series by itself', () => {
  const same = piece('某局|某局\n某局|某站\n某局|某校', 1)
  const isOfSeries = seriesAmong([same, piece('科目|预算数\n教育|1.00\n卫生|2.00', 1)])
  expect(isOfSeries(same)).toBe(false)
})
