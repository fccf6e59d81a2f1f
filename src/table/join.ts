import { union } from '../geometry.ts'
import { type Grid, rowCount } from '../grid/grid.ts'
import { captionDepth } from './caption.ts'
import { sharesInForm } from './compatible.ts'
import { isOrdinals, squash } from './header.ts'
import type { Strip } from './runs.ts'
import { mergeSeam, type Seam } from './seams.ts'
import type { Sheet } from './sideways.ts'
import type { Cell, Column, Region } from './table.ts'

/** The joined body of a table, before it has its labels. */
export interface Joined {
  readonly regions: readonly Region[]
  readonly headerRows: number
  readonly columns: readonly Column[]
  readonly rowCount: number
  readonly cells: readonly Cell[]
  /** Rows that the pages of the first strip have, less repeated headers and rows put together. */
  readonly expectedRows: number
  /** Pages between which a row was cut and put together again. */
  readonly cutRows: readonly { readonly page: number; readonly row: number }[]
}

/** Column borders of the pages of one strip closer than this share of its width are one. */
const SAME_BORDER = 0.012

/** Put the pages of a sheet together: rows below each other, strips beside each other, repeated headers and labels once. */
export function join({ strips, repeatedColumns }: Sheet): Joined {
  const joined = strips.map(joinStrip)
  const left = joined[0]
  if (left === undefined) throw new Error('join: no strips')
  const headerRows = strips[0]?.headerRows ?? 0
  let width = left.width
  let cells = left.cells
  joined.slice(1).forEach((strip, index) => {
    const dropped = repeatedColumns[index + 1] ?? 0
    const shift = width - dropped
    const moved = strip.cells.filter(cell => cell.column >= dropped).map(cell => ({ ...cell, column: cell.column + shift }))
    cells = mergeHeaders(cells, moved, width, headerRows)
    width += strip.width - dropped
  })
  const first = strips[0]?.pieces[0]?.grid
  return {
    regions: strips
      .flatMap(strip => strip.pieces.map(({ grid }) => ({ page: grid.page, box: grid.box })))
      .sort((a, b) => a.page - b.page),
    headerRows,
    columns: columnsOf(cells, width, headerRows, first === undefined ? 0 : captionDepth(first)),
    rowCount: Math.max(...joined.map(strip => strip.rows)),
    cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column),
    expectedRows: expectedRows(strips[0]) - left.cutRows.length,
    cutRows: left.cutRows,
  }
}

/** Rows of all pages of a strip, its header once. */
const expectedRows = (strip: Strip | undefined): number =>
  (strip?.pieces ?? []).reduce(
    (rows, { grid }, index) => rows + rowCount(grid) - (index === 0 ? 0 : (strip?.repeated[index] ?? 0)),
    0,
  )

function joinStrip({ pieces, repeated, headerRows }: Strip): {
  cells: Cell[]
  width: number
  rows: number
  cutRows: Joined['cutRows']
} {
  const columns = columnPlaces(
    pieces.map(({ grid }) => grid),
    headerRows,
  )
  const width = Math.max(...columns.flat())
  const cutRows: { page: number; row: number }[] = []
  let cells: Cell[] = []
  let rows = 0
  pieces.forEach(({ grid }, index) => {
    const skipped = index === 0 ? 0 : (repeated[index] ?? 0)
    const placed = placeCells(grid, skipped, rows, columns[index] ?? [], width)
    if (index === 0) cells = placed
    else {
      const seam: Seam = { row: rows, headerRepeated: skipped > 0, headerRows: repeated[0] ?? 0 }
      const merged = mergeSeam(cells, placed, seam)
      if (merged.rows < 0) cutRows.push({ page: grid.page, row: rows - 1 })
      cells = merged.cells
      rows += merged.rows
    }
    rows += rowCount(grid) - skipped
  })
  return { cells, width, rows, cutRows }
}

/**
 * For each page of a strip, where its column borders stand among those of the strip. The pages of a table have the same
 * columns; those of a form may each show only some of them.
 */
function columnPlaces(grids: readonly Grid[], headerRows: number): number[][] {
  if (headerRows > 0) return grids.map(({ columnEdges }) => columnEdges.map((_, index) => index))
  const shares = grids.map(grid => sharesInForm(grid, grids[0] ?? grid))
  const borders: number[] = []
  for (const page of shares) {
    const known = [...borders]
    borders.push(...page.filter(share => !known.some(border => Math.abs(border - share) <= SAME_BORDER)))
  }
  borders.sort((a, b) => a - b)
  return shares.map(page => page.map(share => nearest(borders, share)))
}

/**
 * The cells of a grid below its repeated header, moved to row `offset` and to the given columns. Where a page of a form is
 * narrower than the form, empty cells stand for the labels that are not drawn again.
 */
function placeCells(grid: Grid, skipped: number, offset: number, columns: readonly number[], width: number): Cell[] {
  const cells = grid.cells
    .filter(cell => cell.row >= skipped)
    .map(({ row, column, columnSpan, ...cell }): Cell => {
      const from = columns[column] ?? 0
      return {
        ...cell,
        row: row - skipped + offset,
        column: from,
        columnSpan: (columns[column + columnSpan] ?? 0) - from,
        page: grid.page,
      }
    })
  const [left, top, right, bottom] = grid.box
  const empty = {
    row: offset,
    rowSpan: rowCount(grid) - skipped,
    page: grid.page,
    text: '',
    lines: [],
    textLeft: null,
    source: 'pdf',
    confidence: 1,
  } as const
  const [first = 0, last = width] = [columns[0], columns.at(-1)]
  if (first > 0) cells.push({ ...empty, column: 0, columnSpan: first, box: [left, top, left, bottom] })
  if (last < width) cells.push({ ...empty, column: last, columnSpan: width - last, box: [right, top, right, bottom] })
  return cells
}

function nearest(borders: readonly number[], share: number): number {
  let best = 0
  borders.forEach((border, index) => {
    if (Math.abs(border - share) < Math.abs((borders[best] ?? 0) - share)) best = index
  })
  return best
}

/** Header cells that the page border cut in two become one: their words stand on both sides, or on one and nothing on the other. */
function mergeHeaders(left: readonly Cell[], right: readonly Cell[], seam: number, headerRows: number): Cell[] {
  const used = new Set<Cell>()
  const widened = left.map(cell => {
    if (cell.column + cell.columnSpan !== seam || cell.row + cell.rowSpan >= headerRows) return cell
    const twin = right.find(other => other.column === seam && other.row === cell.row && other.rowSpan === cell.rowSpan)
    if (twin === undefined || (cell.text !== '' && twin.text !== '' && squash(cell.text) !== squash(twin.text))) return cell
    used.add(twin)
    const { text, lines, confidence } = cell.text === '' ? twin : cell
    const box = cell.page === twin.page ? union(cell.box, twin.box) : cell.box
    return { ...cell, text, lines, confidence, box, columnSpan: cell.columnSpan + twin.columnSpan }
  })
  return [...widened, ...right.filter(cell => !used.has(cell))]
}

/** Leaf columns with their header texts from top to bottom, each once; neither the caption inside the frame nor the row of column numbers. */
function columnsOf(cells: readonly Cell[], width: number, headerRows: number, from: number): Column[] {
  const last = cells.filter(cell => cell.row === headerRows - 1)
  const depth = isOrdinals(last) ? headerRows - 1 : headerRows
  const header = cells.filter(cell => cell.row >= from && cell.row < depth)
  return Array.from({ length: width }, (_, index) => {
    const path: string[] = []
    const above = header.filter(cell => cell.column <= index && index < cell.column + cell.columnSpan)
    for (const cell of above.sort((a, b) => a.row - b.row)) {
      const text = squash(cell.text)
      if (text !== '' && path.at(-1) !== text) path.push(text)
    }
    return { index, path }
  })
}
