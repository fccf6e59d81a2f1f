import { type Decision, DOUBTFUL } from '../evidence.ts'
import type { Grid } from '../grid/grid.ts'
import { repeatedLabels } from './beside-evidence.ts'
import { bodyOf } from './body.ts'
import { captionDepth } from './caption.ts'
import { columnPlaces, nearest, placeCells } from './column-places.ts'
import { mendTitles } from './cut-titles.ts'
import { isOrdinals } from './header.ts'
import { mergeSeam } from './seams.ts'
import type { Sheet, Strip } from './sheet.ts'
import type { Cell, Column, Region } from './table.ts'
import { squash } from './words.ts'

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
  /** Pages with rows that only carry a sum over the page break, which are no rows of the table. */
  readonly carried: readonly number[]
  /** Pages whose columns do not fit those of the others. */
  readonly misfits: readonly number[]
  /** What its page breaks cut. */
  readonly decisions: readonly Decision[]
  /** Titles that the borders between its parts cut, or may have cut. */
  readonly titleDecisions: readonly Decision[]
}

/** Put the pages of a sheet together: rows below each other, strips beside each other, repeated headers and labels once. `known` are texts of rows that stand whole somewhere in the document, `titles` those of headers. */
export function join({ strips, decisions }: Sheet, known: ReadonlySet<string>, titles: ReadonlySet<string>): Joined {
  const [leftStrip] = strips
  if (leftStrip === undefined) throw new Error('join: no strips')
  const deepest = strips.reduce((deep, strip) => (strip.headerRows > deep.headerRows ? strip : deep))
  const { headerRows } = deepest
  const joined = strips.map(strip => stretched(joinStrip(strip, known), strip, deepest))
  const [left] = joined
  if (left === undefined) throw new Error('join: no strips')
  let width = left.width
  let cells = left.cells
  const titleDecisions: Decision[] = []
  joined.slice(1).forEach((strip, index) => {
    const part = strips[index + 1]
    const dropped = part === undefined ? 0 : repeatedLabels(leftStrip, part)
    const shift = width - dropped
    const moved = strip.cells.filter(cell => cell.column >= dropped).map(cell => ({ ...cell, column: cell.column + shift }))
    const mended = mendTitles(cells, moved, { column: width, headerRows, titles })
    cells = mended.cells
    titleDecisions.push(...mended.decisions)
    width += strip.width - dropped
  })
  const first = leftStrip.pieces[0]?.grid
  return {
    regions: strips
      .flatMap(strip => strip.pieces.map(({ grid }) => ({ page: grid.page, box: grid.box })))
      .sort((a, b) => a.page - b.page),
    headerRows,
    columns: columnsOf(cells, width, headerRows, first === undefined ? 0 : captionDepth(first)),
    rowCount: Math.max(...joined.map(strip => strip.rows)),
    cells: doubted(cells, decisions).sort((a, b) => a.row - b.row || a.column - b.column),
    expectedRows: left.expectedRows - left.cutRows.length,
    cutRows: left.cutRows,
    carried: joined.flatMap(({ carried }) => carried),
    misfits: joined.flatMap(({ misfits }) => misfits),
    decisions: joined.flatMap(({ decisions }) => decisions),
    titleDecisions,
  }
}

/** Cells with no more confidence than that their page belongs to the table, where that was a close decision. */
function doubted(cells: readonly Cell[], decisions: readonly Decision[]): Cell[] {
  const margins = new Map(decisions.flatMap(({ page, margin }) => (margin < DOUBTFUL ? [[page, margin] as const] : [])))
  return cells.map(cell => ({ ...cell, confidence: Math.min(cell.confidence, margins.get(cell.page) ?? 1) }))
}

interface JoinedStrip {
  readonly cells: Cell[]
  readonly width: number
  readonly rows: number
  /** Rows of all pages, the header once. */
  readonly expectedRows: number
  readonly cutRows: Joined['cutRows']
  readonly carried: readonly number[]
  readonly misfits: readonly number[]
  readonly decisions: readonly Decision[]
}

/** What a page gives to its strip: cells with rows from 0, in the columns of the strip. */
interface StripPage {
  readonly page: number
  readonly cells: Cell[]
  readonly rowCount: number
  readonly isCarried: boolean
  readonly isMisfit: boolean
}

/** The pages of a strip with what each gives to it. */
export function pagesOfStrip({ pieces, repeated, headerRows }: Strip): StripPage[] {
  const grids = pieces.map(({ grid }) => grid)
  const [header] = grids
  if (header === undefined) throw new Error('pagesOfStrip: no pieces')
  const places = columnPlaces(grids, headerRows)
  return pieces.map((piece, index) => {
    const body = bodyOf(piece, header, { repeated: repeated[index] ?? 0, headerRows, isFirst: index === 0 })
    const placed = places[index]
    const cells = placed === undefined ? [] : placeCells(body, piece.grid, placed)
    const isCarried = body.carried.length > 0
    return { page: piece.grid.page, cells, rowCount: body.rowCount, isCarried, isMisfit: placed?.isMisfit === true }
  })
}

function joinStrip(strip: Strip, known: ReadonlySet<string>): JoinedStrip {
  const pages = pagesOfStrip(strip)
  const cutRows: { page: number; row: number }[] = []
  const decisions: Decision[] = []
  let cells: Cell[] = []
  let rows = 0
  for (const { page, cells: own, rowCount } of pages) {
    const placed = own.map(cell => ({ ...cell, row: cell.row + rows }))
    const merged = mergeSeam(cells, placed, { row: rows, headerRows: strip.headerRows, known })
    if (merged.rows < 0) cutRows.push({ page, row: rows - 1 })
    decisions.push(...merged.decisions)
    cells = merged.cells
    rows += rowCount + merged.rows
  }
  return {
    cells,
    width: Math.max(...cells.map(cell => cell.column + cell.columnSpan)),
    rows,
    expectedRows: pages.reduce((sum, { rowCount }) => sum + rowCount, 0),
    cutRows,
    carried: pages.flatMap(({ page, isCarried }) => (isCarried ? [page] : [])),
    misfits: pages.flatMap(({ page, isMisfit }) => (isMisfit ? [page] : [])),
    decisions,
  }
}

/** A part whose header is drawn with fewer lines than the deepest one, its cells over as many rows as stand beside them. */
function stretched(joined: JoinedStrip, strip: Strip, deepest: Strip): JoinedStrip {
  const more = deepest.headerRows - strip.headerRows
  const [own, beside] = [strip.pieces[0]?.grid, deepest.pieces[0]?.grid]
  if (more <= 0 || own === undefined || beside === undefined) return joined
  const edges = headerShares(beside, deepest.headerRows)
  const places = headerShares(own, strip.headerRows).map(share => nearest(edges, share))
  const at = (row: number): number => (row <= strip.headerRows ? (places[row] ?? row) : row + more)
  const cells = joined.cells.map(cell => ({ ...cell, row: at(cell.row), rowSpan: at(cell.row + cell.rowSpan) - at(cell.row) }))
  return { ...joined, cells, rows: joined.rows + more, expectedRows: joined.expectedRows + more }
}

/** Where the row borders of a header stand, as shares of its height. */
function headerShares({ rowEdges }: Grid, headerRows: number): number[] {
  const [top = 0, bottom = 0] = [rowEdges[0], rowEdges[headerRows]]
  return rowEdges.slice(0, headerRows + 1).map(edge => (edge - top) / (bottom - top))
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
