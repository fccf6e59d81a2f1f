import { itemAt } from '../geometry.ts'
import { type Grid, type GridCell, rowCount } from './grid.ts'

/** A row lower than this (in glyph heights) holds no text: it is the white between a head and a body that are two tables to the program that printed them. */
const LOWEST = 0.6

/** A grid without the rows inside it that are too low for a text and hold none; one at an end of it may be the rest of a row that the page cut. */
export function withoutSlivers(grid: Grid, em: number): Grid {
  const rows = Array.from({ length: Math.max(0, rowCount(grid) - 2) }, (_, index) => index + 1)
  return rows.filter(row => isSliver(grid, row, em)).reduceRight(withoutRow, grid)
}

const isSliver = ({ cells, rowEdges }: Grid, row: number, em: number): boolean =>
  itemAt(rowEdges, row + 1) - itemAt(rowEdges, row) < LOWEST * em &&
  cells.every(cell => !isIn(cell, row) || (cell.text === '' && cell.rowSpan === 1))

const isIn = (cell: GridCell, row: number): boolean => cell.row <= row && row < cell.row + cell.rowSpan

const withoutRow = (grid: Grid, row: number): Grid => ({
  ...grid,
  rowEdges: grid.rowEdges.filter((_, index) => index !== row),
  cells: grid.cells.flatMap(cell => (isIn(cell, row) ? [] : cell.row > row ? { ...cell, row: cell.row - 1 } : cell)),
})
