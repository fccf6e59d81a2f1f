import { itemAt, numbersFrom } from '../../geometry.ts'
import { columnCount, coversRow, type Grid, rowCount } from '../grid.ts'

/** A row lower than this (in glyph heights) holds no text: it is the white between a head and a body that are two tables to the program that printed them. */
const LOWEST = 0.6

/**
 * A grid without the rows inside it that are too low for a text and hold none. One at an end of it may be the rest of a row that the
 * page cut; where no column border reaches into it, it is the white between the two lines of a border around the table.
 */
export function withoutSlivers(grid: Grid, em: number): Grid {
  const last = rowCount(grid) - 1
  const isEnd = (row: number): boolean => row === 0 || row === last
  return numbersFrom(0, last + 1)
    .filter(row => isSliver(grid, row, em) && (!isEnd(row) || isWhole(grid, row)))
    .reduceRight(withoutRow, grid)
}

/** Whether one cell fills a row of several columns. */
const isWhole = (grid: Grid, row: number): boolean =>
  columnCount(grid) > 1 && grid.cells.some(cell => cell.row === row && cell.columnSpan === columnCount(grid))

const isSliver = ({ cells, rowEdges }: Grid, row: number, em: number): boolean =>
  itemAt(rowEdges, row + 1) - itemAt(rowEdges, row) < LOWEST * em &&
  cells.every(cell => !coversRow(cell, row) || (cell.text === '' && cell.rowSpan === 1))

const withoutRow = (grid: Grid, row: number): Grid => ({
  ...grid,
  rowEdges: grid.rowEdges.filter((_, index) => index !== Math.max(1, row)),
  cells: grid.cells.flatMap(cell => (coversRow(cell, row) ? [] : cell.row > row ? { ...cell, row: cell.row - 1 } : cell)),
})
