import { columnCount, type Grid, rowCount } from '../grid/grid.ts'
import { repeatedHeader, sameColumns } from './compatible.ts'
import { isAmount, squash } from './header.ts'
import type { Piece } from './piece.ts'
import { type Run, type Strip, stripsOf } from './runs.ts'

/** A wide table printed on several pages: strips beside each other from left to right, with equal rows. */
export interface Sheet {
  readonly strips: readonly Strip[]
  /** Columns at the left of each further strip that only repeat the row labels of the first. */
  readonly repeatedColumns: readonly number[]
}

/** Rows of the parts of a wide table are equally high, but for this share of the table's height. */
const SAME_HEIGHT = 0.02
/** Row borders of one sheet, cut by the printer, stand at the same heights of their pages, to a point. */
const SAME_EDGE = 1
/** Fewer rows than this are equal by chance too often to tell one sheet. */
const FEWEST_ROWS = 3
/** A part without row labels holds amounts and blanks; words fill at most this share of its body cells. */
const FEW_WORDS = 0.1

/**
 * The tables of a run. Most are one strip; when its pages stand beside each other they are one wide sheet, printed down,
 * then over (all pages of the left part first), or over, then down.
 */
export function sheetsOf(run: Run): Sheet[] {
  const strips = stripsOf(run)
  const wide = strips.length > 1 ? wideSheet(run) : null
  return wide === null ? strips.map(strip => ({ strips: [strip], repeatedColumns: [0] })) : [wide]
}

/** Try the ways in which the pages of a run can be laid out as parts beside each other, the fewest parts first. */
function wideSheet(run: Run): Sheet | null {
  for (let parts = 2; parts <= run.length; parts++) {
    if (run.length % parts !== 0) continue
    const pages = run.length / parts
    const down = sheetOf(Array.from({ length: parts }, (_, part) => run.slice(part * pages, (part + 1) * pages)))
    const over = down ?? sheetOf(Array.from({ length: parts }, (_, part) => run.filter((_, index) => index % parts === part)))
    if (over !== null) return over
  }
  return null
}

/** The parts as one sheet, if the left one is a table and the others have its rows, and columns that are not its own. */
function sheetOf(parts: readonly (readonly Piece[])[]): Sheet | null {
  const [left, ...others] = parts.map(pieces => stripsOf(pieces))
  const first = left?.[0]
  if (first === undefined || left?.length !== 1 || first.headerRows === 0) return null
  const strips: Strip[] = [first]
  const repeatedColumns = [0]
  for (const [index] of others.entries()) {
    const strip = stripBeside(first, parts[index + 1] ?? [])
    if (strip === null || !strips.every(known => hasOtherColumns(known, strip))) return null
    const repeated = repeatedLabels(first, strip)
    if (!isUnlabelled(strip, repeated) && !strip.pieces.every((piece, page) => sameEdges(first.pieces[page], piece)))
      return null
    strips.push(strip)
    repeatedColumns.push(repeated)
  }
  return { strips, repeatedColumns }
}

/** Pieces as the strip beside `left`: page by page the same rows, and the header where `left` has it. */
function stripBeside(left: Strip, pieces: readonly Piece[]): Strip | null {
  const [first] = pieces
  if (first === undefined || pieces.length !== left.pieces.length) return null
  const fits = pieces.every((piece, page) => {
    const header = left.repeated[page] ?? 0
    const isHeaderSame = page === 0 || header === 0 || repeatedHeader(first.grid, left.headerRows, piece.grid) === header
    return isHeaderSame && sameColumns(first.grid, piece.grid) && sameRows(left.pieces[page]?.grid, piece.grid, header)
  })
  return fits ? { pieces, headerRows: left.headerRows, repeated: left.repeated } : null
}

/** Whether the headers of two strips say different things: the same header again is the same table again. */
const hasOtherColumns = (a: Strip, b: Strip): boolean => {
  const [first, other] = [a.pieces[0], b.pieces[0]]
  return first !== undefined && other !== undefined && repeatedHeader(first.grid, a.headerRows, other.grid) === 0
}

/** Whether two grids have as many rows, each equally high below the header: header texts wrap in their own ways. */
function sameRows(a: Grid | undefined, b: Grid, header: number): boolean {
  if (a === undefined || rowCount(a) !== rowCount(b)) return false
  const heights = rowShares(b, header)
  return rowShares(a, header).every((share, index) => Math.abs(share - (heights[index] ?? 0)) <= SAME_HEIGHT)
}

/** Heights of the rows from `header` on as shares of their sum. */
function rowShares({ rowEdges }: Grid, header: number): number[] {
  const edges = rowEdges.slice(header)
  const [top = 0, bottom = 0] = [edges[0], edges.at(-1)]
  return edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / (bottom - top))
}

/** Whether all row borders of two pieces stand at the same heights of their pages. */
function sameEdges(a: Piece | undefined, { grid }: Piece): boolean {
  const edges = a?.grid.rowEdges ?? []
  return edges.length > FEWEST_ROWS && edges.every((edge, index) => Math.abs(edge - (grid.rowEdges[index] ?? 0)) <= SAME_EDGE)
}

/** How many columns at the left of `strip` repeat those of `left`, header and all rows. */
function repeatedLabels(left: Strip, strip: Strip): number {
  const first = strip.pieces[0]
  let columns = 0
  while (first !== undefined && columns < columnCount(first.grid) && sameColumn(left, strip, columns)) columns++
  return columns
}

function sameColumn(left: Strip, strip: Strip, column: number): boolean {
  const texts = strip.pieces.map(piece => columnText(piece.grid, column))
  return (
    texts.some(text => text !== '') &&
    strip.pieces.every((_, index) => columnText(left.pieces[index]?.grid, column) === texts[index])
  )
}

/** The filled cells of a column as one comparable string. */
const columnText = (grid: Grid | undefined, column: number): string =>
  (grid?.cells ?? [])
    .flatMap(cell => (cell.column === column && cell.text !== '' ? `${cell.row}:${squash(cell.text)}` : []))
    .join('|')

/** Whether the body of a strip, from column `from` on, holds hardly anything but amounts. */
function isUnlabelled(strip: Strip, from: number): boolean {
  const body = strip.pieces.flatMap((piece, index) =>
    piece.grid.cells.filter(cell => cell.row >= (strip.repeated[index] ?? 0) && cell.column >= from),
  )
  const words = body.filter(cell => cell.text !== '' && !isAmount(cell.text) && !/^[-—–/]+$/.test(cell.text))
  return body.length > 0 && words.length <= FEW_WORDS * body.length
}
