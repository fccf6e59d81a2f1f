import { endsOf, isOneOf, itemAt } from '../../geometry.ts'
import { type Covered, cellsByPlace, columnCount, type Grid, type GridCell } from '../../grid/grid.ts'
import type { Body } from '../body.ts'
import type { Cell } from '../table.ts'
import { columnsSeen, sharesInForm } from './same-columns.ts'

/** Column borders of the pages of one strip closer than this share of its width are one. */
const SAME_BORDER = 0.012
/** Cells of a page whose columns do not fit those of the page with the header are believed no more than this. */
const MISFIT = 0.8

/** Where the columns of a page stand among those of its strip. */
export interface Places {
  /** For each column of the page, the first column of the strip that it covers, and the one behind its last. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly width: number
  /** Whether the columns that the page does not show are empty in each of its rows; else labels that are not drawn again. */
  readonly isEmptyElsewhere: boolean
  /** Whether the columns of the page do not fit those of the others: some lie across the borders that both make together. */
  readonly isMisfit: boolean
}

/**
 * For each page of a strip, where its columns stand among those of the strip. The pages of a table have the same columns, those
 * of the page with the header, of which one without rulings does not show the empty ones; those of a form may each show only some of them.
 */
export function columnPlaces(grids: readonly Grid[], headerRows: number): Places[] {
  const width = Math.max(...grids.map(columnCount))
  const frames = [grids[0], grids.find(grid => columnCount(grid) === width)]
  for (const frame of headerRows > 0 ? frames : []) {
    if (frame === undefined) continue
    const seen = grids.map(grid => columnsIn(grid, frame))
    if (seen.every(columns => columns !== null))
      return seen.map(columns => ({
        starts: columns,
        ends: columns.map(column => column + 1),
        width: columnCount(frame),
        isEmptyElsewhere: true,
        isMisfit: false,
      }))
  }
  return commonBorders(grids, headerRows)
}

/** For each column of a page the one of a frame: those that it stands for, or one by one where the pages have as many. */
function columnsIn(grid: Grid, frame: Grid): number[] | null {
  const isAlike = columnCount(grid) === columnCount(frame)
  return columnsSeen(grid, frame) ?? (isAlike ? grid.columnEdges.slice(1).map((_, index) => index) : null)
}

/** The columns that all borders of all pages make together. */
function commonBorders(grids: readonly Grid[], headerRows: number): Places[] {
  const shares = grids.map(grid => sharesInForm(grid, grids[0] ?? grid))
  const borders: number[] = []
  for (const page of shares) {
    const known = [...borders]
    borders.push(...page.filter(share => !isOneOf(share, known, SAME_BORDER)))
  }
  for (const page of shares) borders.push(...fallenTogether(borders, page))
  borders.sort((a, b) => a - b)
  const places = shares.map(page => page.map(share => nearest(borders, share)))
  const width = Math.max(...places.flat())
  const areMisfits = headerRows > 0 && width > Math.max(...grids.map(columnCount))
  return places.map(page => {
    const [starts, ends] = [page.slice(0, -1), page.slice(1)]
    const isMisfit = areMisfits && starts.some((start, index) => (ends[index] ?? start) - start > 1)
    return { starts, ends, width, isEmptyElsewhere: false, isMisfit }
  })
}

/** The borders of a page that would fall on one border of all pages, so that a column between them would be lost. */
function fallenTogether(borders: readonly number[], page: readonly number[]): number[] {
  const places = page.map(share => nearest(borders, share))
  return page.filter((_, index) => places[index] === places[index - 1] || places[index] === places[index + 1])
}

/** Index of the border that stands closest to a share of the width. */
export function nearest(borders: readonly number[], share: number): number {
  let best = 0
  borders.forEach((border, index) => {
    if (Math.abs(border - share) < Math.abs(itemAt(borders, best) - share)) best = index
  })
  return best
}

/** The cells of the body of a page in the columns of the strip, with empty cells in the columns that the page does not show. */
export function placeCells(body: Body, grid: Grid, places: Places): Cell[] {
  const { starts, ends, isMisfit } = places
  // Of columns of the page that are one, those that a row does not fill are not seen.
  const isOwn = ({ column, text }: GridCell): boolean =>
    text !== '' || !starts.some((at, index) => index !== column && at === starts[column])
  const shown = places.isEmptyElsewhere ? body.cells.filter(isOwn) : body.cells
  const cells = shown.map(({ row, column, columnSpan, ...cell }): Cell => {
    const from = itemAt(starts, column)
    const span = itemAt(ends, column + columnSpan - 1) - from
    const confidence = isMisfit && span > columnSpan ? Math.min(cell.confidence, MISFIT) : cell.confidence
    return { ...cell, row, column: from, columnSpan: span, confidence, page: grid.page }
  })
  return [...cells, ...(places.isEmptyElsewhere ? emptyCells(cells, body, grid, places) : undrawnLabels(body, grid, places))]
}

/** An empty cell in each place of a page that none of its cells covers. */
const emptyCells = (cells: readonly Cell[], { rowCount }: Body, grid: Grid, { width }: Places): Cell[] =>
  cellsByPlace(cells, rowCount, width).flatMap((covering, row) =>
    covering.flatMap((cell, column) => (cell ? [] : [empty(grid, { row, column, rowSpan: 1, columnSpan: 1 })])),
  )

/** Where a page of a form is narrower than the form, empty cells for the labels that are not drawn again. */
function undrawnLabels({ rowCount }: Body, grid: Grid, { starts, ends, width }: Places): Cell[] {
  const [first, last] = [itemAt(starts, 0), endsOf(ends)[1]]
  const beside = (column: number, columnSpan: number): Cell[] =>
    columnSpan > 0 ? [empty(grid, { row: 0, column, rowSpan: rowCount, columnSpan })] : []
  return [...beside(0, first), ...beside(last, width - last)]
}

/** A cell without text beside a grid: at its left edge before its first column, at its right edge elsewhere. */
function empty({ page, box: [left, top, right, bottom] }: Grid, place: Covered): Cell {
  const at = place.column === 0 ? left : right
  return { ...place, text: '', lines: [], textLeft: null, source: 'pdf', page, confidence: 1, box: [at, top, at, bottom] }
}
