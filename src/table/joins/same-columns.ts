import { STRENGTH } from '../../evidence.ts'
import { isOneOf, itemAt, overlap, widthOf } from '../../geometry.ts'
import { columnCount, type Grid, type GridCell, rowsOfCell } from '../../grid/grid.ts'

/** Columns of one table stand at the same share of its width on each page, but for this (the dev and model documents). */
const SAME_SHARE = 0.012
/** Where a spreadsheet fits its columns to each page anew, borders move by up to this share of the width (press, `shift`). */
const FITTED_SHARE = 0.04
/** Columns without rulings are the same when they share this much of the narrower one. */
const COVERED = 0.6

/** Column borders as shares of the width of the grid. */
const sharesOf = (grid: Grid): number[] => placesIn(grid, grid)

/**
 * How alike the columns of two grids are, -1 to 1: 1 for the same columns at the same shares of the width (or, without
 * rulings, columns that cover each other), less where they moved, -1 where one has other columns.
 */
export function columnsLikeness(a: Grid, b: Grid): number {
  if (columnCount(a) !== columnCount(b)) return -1
  const other = sharesOf(b)
  const moved = Math.max(...sharesOf(a).map((share, index) => Math.abs(share - itemAt(other, index))))
  if (moved <= SAME_SHARE) return 1
  if (a.kind === 'borderless' || b.kind === 'borderless') return coverEachOther(a, b) ? 1 : 0
  if (moved <= FITTED_SHARE) return STRENGTH.half
  return columnCount(a) > 2 ? -STRENGTH.faint : -2 * STRENGTH.faint
}

/** Without rulings the borders lie somewhere in the gaps of the text, so columns are the same that cover each other mostly. */
const coverEachOther = (a: Grid, b: Grid): boolean =>
  a.columnEdges.slice(1).every((right, index) => {
    const [left, otherLeft] = [itemAt(a.columnEdges, index), itemAt(b.columnEdges, index)]
    const otherRight = itemAt(b.columnEdges, index + 1)
    return overlap(left, right, otherLeft, otherRight) >= COVERED * Math.min(right - left, otherRight - otherLeft)
  })

/** Whether each column border of one grid is also one of the other: parts of one form, with fewer columns on some page. */
export function nestedColumns(a: Grid, b: Grid): boolean {
  const [few, many] = columnCount(a) <= columnCount(b) ? [a, b] : [b, a]
  return isWithin(sharesOf(few), sharesOf(many)) || isWithin(placesIn(few, many), sharesOf(many))
}

/** Borders between the cells of a row that may go on a form, as shares of the width of that form. */
export const bordersOfRow = (row: readonly (GridCell | undefined)[], grid: Grid, form: Grid): number[] => {
  const shares = sharesInForm(grid, form)
  const ends = [...new Set(row)].flatMap(cell => (cell ? [itemAt(shares, cell.column + cell.columnSpan)] : []))
  return [itemAt(shares, 0), ...ends]
}

/** Whether each of some borders is one of others; shares of the width of their grids. */
export const isWithin = (few: readonly number[], many: readonly number[]): boolean =>
  few.every(share => isOneOf(share, many, SAME_SHARE))

/**
 * For each column of a page without rulings, the column of `frame` that it stands for: a column that is empty on the page is
 * not seen there, the others stand where they stood, and two are one that no row fills both (a total set off from the names).
 * Null where a column covers none or several of them mostly, or a row fills two of the same.
 */
export function columnsSeen(grid: Grid, frame: Grid): number[] | null {
  if (grid.kind !== 'borderless') return null
  const seen = grid.columnEdges.slice(1).map((right, index) => {
    const covered = coveredMostly([grid.columnEdges[index] ?? right, right], frame)
    return covered.length > 1 ? (covered.find(column => beginsIn(grid, index, frame, column)) ?? -1) : (covered[0] ?? -1)
  })
  const isInOrder = seen.every((column, index) => column >= 0 && column >= (seen[index - 1] ?? column))
  return isInOrder && !fillsOneTwice(grid, seen) ? seen : null
}

/** Whether some row of a grid has texts in several columns that stand for the same one. */
function fillsOneTwice({ cells }: Grid, seen: readonly number[]): boolean {
  const filled = cells
    .filter(({ text }) => text !== '')
    .flatMap(cell => rowsOfCell(cell).map(row => `${row} ${seen[cell.column]}`))
  return new Set(filled).size < filled.length
}

/** The columns of a grid that another column covers mostly. */
const coveredMostly = ([left, right]: readonly [number, number], { columnEdges }: Grid): number[] =>
  columnEdges.slice(1).flatMap((to, index) => {
    const from = columnEdges[index] ?? to
    return overlap(left, right, from, to) >= COVERED * Math.min(right - left, to - from) ? [index] : []
  })

/** Whether all texts of a column begin in a column of a frame: the white beside a short text is as wide as several columns. */
const beginsIn = (grid: Grid, index: number, frame: Grid, column: number): boolean =>
  grid.cells.every(
    cell =>
      cell.column !== index ||
      cell.textLeft === null ||
      (cell.textLeft >= itemAt(frame.columnEdges, column) && cell.textLeft < itemAt(frame.columnEdges, column + 1)),
  )

/** Column borders of a grid as shares of the width of another one, by their place on the page. */
const placesIn = (grid: Grid, frame: Grid): number[] => grid.columnEdges.map(edge => (edge - frame.box[0]) / widthOf(frame.box))

/**
 * Column borders of a page of a form as shares of the frame of its first page: a page on which the label at the left is not
 * drawn again is narrower, but its borders stand where they stood.
 */
export function sharesInForm(grid: Grid, first: Grid): number[] {
  const placed = placesIn(grid, first)
  return !isWithin(sharesOf(grid), sharesOf(first)) && isWithin(placed, sharesOf(first)) ? placed : sharesOf(grid)
}

/** Whether two frames begin and end at the same places across the page. */
export const sameFrame = (a: Grid, b: Grid): boolean =>
  Math.abs(a.box[0] - b.box[0]) <= SAME_SHARE * widthOf(a.box) && Math.abs(a.box[2] - b.box[2]) <= SAME_SHARE * widthOf(a.box)
