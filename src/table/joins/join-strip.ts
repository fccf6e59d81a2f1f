import type { Decision } from '../../evidence.ts'
import { itemAt, sum } from '../../geometry.ts'
import type { Grid } from '../../grid/grid.ts'
import { bodyOf } from '../body.ts'
import type { Cell } from '../table.ts'
import { columnPlaces, nearest, placeCells } from './column-places.ts'
import { type Columns, withCells } from './page-break.ts'
import { mergeSeam } from './seams.ts'
import type { Strip } from './sheet.ts'

/** The pages of a strip as one body. */
export interface JoinedStrip {
  readonly cells: Cell[]
  readonly width: number
  readonly rows: number
  /** Rows of all pages, the header once, less those put together. */
  readonly expectedRows: number
  /** Pages between which a row was cut and put together again. */
  readonly cutRows: readonly { readonly page: number; readonly row: number }[]
  /** For each row of its body with which a page begins, whether the break cut it. */
  readonly breaks: ReadonlyMap<number, boolean>
  /** Pages with rows that only carry a sum over the page break, which are no rows of the table. */
  readonly carried: readonly number[]
  /** Pages whose columns do not fit those of the others. */
  readonly misfits: readonly number[]
  /** What its page breaks cut. */
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
  const [[header], last] = [grids, pieces.at(-1)]
  if (header === undefined || last === undefined) throw new Error('pagesOfStrip: no pieces')
  const places = columnPlaces(grids, headerRows)
  return pieces.map((piece, index) => {
    const body = bodyOf(piece, header, { repeated: itemAt(repeated, index), headerRows, isFirst: index === 0, last })
    const placed = places[index]
    const cells = placed === undefined ? [] : placeCells(body, piece.grid, placed)
    const isCarried = body.carried.length > 0
    return { page: piece.grid.page, cells, rowCount: body.rowCount, isCarried, isMisfit: placed?.isMisfit === true }
  })
}

/** Put the pages of a strip below each other; `known` are texts of rows that stand whole somewhere in the document, `left` is the part that its rows are those of. */
export function joinStrip(strip: Strip, known: ReadonlySet<string>, left?: JoinedStrip): JoinedStrip {
  const pages = pagesOfStrip(strip)
  const cutRows: { page: number; row: number }[] = []
  const breaks = new Map<number, boolean>()
  const decisions: Decision[] = []
  const settled: Cell[] = []
  let earlier: Columns = new Map()
  let open: readonly Cell[] = []
  let rows = 0
  for (const { page, cells: own, rowCount } of pages) {
    const placed = own.map(cell => ({ ...cell, row: cell.row + rows }))
    const bodyRow = rows - strip.headerRows
    const isRowCut = left?.breaks.get(bodyRow)
    const merged = mergeSeam(open, placed, { row: rows, headerRows: strip.headerRows, known, earlier, isRowCut })
    if (merged.rows < 0) cutRows.push({ page, row: rows - 1 })
    breaks.set(bodyRow, merged.rows < 0)
    decisions.push(...merged.decisions)
    rows += rowCount + merged.rows
    // The next break can only cut what reaches down to it.
    const isOpen = ({ row, rowSpan }: Cell): boolean => row + rowSpan >= rows
    const ended = merged.cells.filter(cell => !isOpen(cell))
    settled.push(...ended)
    earlier = withCells(
      earlier,
      ended.filter(({ row }) => row >= strip.headerRows),
    )
    open = merged.cells.filter(isOpen)
  }
  const cells = [...settled, ...open]
  return {
    cells,
    width: cells.reduce((widest, { column, columnSpan }) => Math.max(widest, column + columnSpan), 0),
    rows,
    expectedRows: sum(pages.map(({ rowCount }) => rowCount)),
    ...{ cutRows, breaks },
    carried: pages.flatMap(({ page, isCarried }) => (isCarried ? [page] : [])),
    misfits: pages.flatMap(({ page, isMisfit }) => (isMisfit ? [page] : [])),
    decisions,
  }
}

/** A part whose header is drawn with fewer lines than the deepest one, its cells over as many rows as stand beside them. */
export function stretched(joined: JoinedStrip, strip: Strip, deepest: Strip): JoinedStrip {
  const more = deepest.headerRows - strip.headerRows
  const [own, beside] = [strip.pieces[0]?.grid, deepest.pieces[0]?.grid]
  if (more <= 0 || own === undefined || beside === undefined) return joined
  const edges = headerShares(beside, deepest.headerRows)
  const places = placesInDeeper(headerShares(own, strip.headerRows), edges)
  const at = (row: number): number => (row <= strip.headerRows ? (places[row] ?? row) : row + more)
  const cells = joined.cells.map(cell => ({ ...cell, row: at(cell.row), rowSpan: at(cell.row + cell.rowSpan) - at(cell.row) }))
  const decisions = joined.decisions.map(one => movedTo(one, ({ row, column }) => ({ row: at(row), column })))
  return { ...joined, cells, decisions, rows: joined.rows + more, expectedRows: joined.expectedRows + more }
}

/** Which borders of a deeper header stand closest to those of a header, as shares of their heights; each behind the last, so that no row of it is lost. */
export function placesInDeeper(shares: readonly number[], deeper: readonly number[]): number[] {
  const places: number[] = []
  for (const [index, share] of shares.entries()) {
    const [least, most] = [(places.at(-1) ?? -1) + 1, deeper.length - shares.length + index]
    places.push(Math.max(least, Math.min(most, nearest(deeper, share))))
  }
  return places
}

/** A decision about cells that were moved. */
export const movedTo = (decision: Decision, moved: (place: Place) => Place): Decision =>
  decision.cells === undefined ? decision : { ...decision, cells: decision.cells.map(moved) }

type Place = NonNullable<Decision['cells']>[number]

/** Where the row borders of a header stand, as shares of its height. */
function headerShares({ rowEdges }: Grid, headerRows: number): number[] {
  const [top = 0, bottom = 0] = [rowEdges[0], rowEdges[headerRows]]
  return rowEdges.slice(0, headerRows + 1).map(edge => (edge - top) / (bottom - top))
}
