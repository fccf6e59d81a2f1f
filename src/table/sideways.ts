import { heightOf } from '../geometry.ts'
import { columnCount, type Grid, rowCount } from '../grid/grid.ts'
import { isAmount, squash } from './header.ts'
import { isNamed, type Piece } from './piece.ts'
import { continuation, type Run, type Strip, stripsOf } from './runs.ts'

/** A wide table printed on several pages: strips beside each other from left to right, with equal rows. */
export interface Sheet {
  readonly strips: readonly Strip[]
  /** Columns at the left of each further strip that only repeat the row labels of the first. */
  readonly repeatedColumns: readonly number[]
}

/** Rows of the parts of a wide table are equally high, but for this share of the table's height. */
const SAME_HEIGHT = 0.02
/** Fewer row borders than this are equal by chance too often to tell one sheet. */
const FEWEST_EDGES = 4
/** A part without row labels holds amounts and blanks; words fill at most this share of its body cells. */
const FEW_WORDS = 0.1

/**
 * The tables of a run. Most are one strip; when strips stand beside each other (printed down, then over, or over, then
 * down) they are one wide sheet. Strips that fit neither way are tables of their own.
 */
export function sheetsOf(run: Run): Sheet[] {
  const wide = overThenDown(run) ?? downThenOver(run)
  if (wide !== null) return [wide]
  return stripsOf(run).map(strip => ({ strips: [strip], repeatedColumns: [0] }))
}

/** All pages of the left part first: strips follow each other, each with as many pages and rows as the first. */
function downThenOver(run: Run): Sheet | null {
  const strips = stripsOf(run)
  return strips.length > 1 ? sheetOf(strips) : null
}

/** Each page's parts from left to right before the next page: every n-th piece belongs to the same strip. */
function overThenDown(run: Run): Sheet | null {
  for (let parts = 2; parts * 2 <= run.length; parts++) {
    if (run.length % parts !== 0) continue
    const columns = Array.from({ length: parts }, (_, part) => run.filter((_, index) => index % parts === part))
    const strips = columns.map(stripsOf)
    if (!strips.every(of => of.length === 1)) continue
    const first = strips[0]?.[0]
    const second = run[1]
    if (first !== undefined && second !== undefined && continuation(first, second) !== null) continue
    const sheet = sheetOf(strips.flat())
    if (sheet !== null) return sheet
  }
  return null
}

/** Strips as one sheet, if each further one has the rows of the first and nothing that begins a table of its own. */
function sheetOf(strips: readonly Strip[]): Sheet | null {
  const [left, ...others] = strips
  if (left === undefined || left.headerRows === 0) return null
  const repeatedColumns = [0]
  for (const strip of others) {
    if (strip.headerRows !== left.headerRows || strip.pieces.length !== left.pieces.length) return null
    if (!strip.pieces.every((piece, index) => sameRows(left.pieces[index], left.repeated[index], piece, strip.repeated[index])))
      return null
    const repeated = repeatedLabels(left, strip)
    if (!isUnlabelled(strip, repeated) && !strip.pieces.every((piece, index) => sameEdges(left.pieces[index], piece)))
      return null
    repeatedColumns.push(repeated)
  }
  return others.every(strip =>
    strip.pieces.every(
      piece => !isNamed(piece) || piece.caption.title === left.pieces[0]?.caption.title || piece.caption.title === null,
    ),
  )
    ? { strips, repeatedColumns }
    : null
}

/** Whether two pieces have as many body rows, each equally high. */
function sameRows(a: Piece | undefined, headerA: number | undefined, b: Piece, headerB: number | undefined): boolean {
  if (a === undefined || headerA === undefined || headerB === undefined) return false
  if (rowCount(a.grid) - headerA !== rowCount(b.grid) - headerB) return false
  const heights = bodyShares(b.grid, headerB)
  return bodyShares(a.grid, headerA).every((share, index) => Math.abs(share - (heights[index] ?? 0)) <= SAME_HEIGHT)
}

/** Whether all row borders of two pieces stand at the same heights of their pages: one sheet, cut by the printer. */
function sameEdges(a: Piece | undefined, b: Piece): boolean {
  const edges = a?.grid.rowEdges ?? []
  return (
    edges.length > FEWEST_EDGES &&
    edges.length === b.grid.rowEdges.length &&
    edges.every((edge, index) => Math.abs(edge - (b.grid.rowEdges[index] ?? 0)) <= 1)
  )
}

/** Heights of the body rows as shares of the height of the grid. */
function bodyShares(grid: Grid, header: number): number[] {
  const edges = grid.rowEdges.slice(header)
  return edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / heightOf(grid.box))
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

const columnText = (grid: Grid | undefined, column: number): string =>
  (grid?.cells ?? [])
    .filter(cell => cell.column === column)
    .map(cell => `${cell.row}:${squash(cell.text)}`)
    .join('|')
    .replace(/\d+:(\||$)/g, '')

/** Whether the body of a strip, from column `from` on, holds hardly anything but amounts. */
function isUnlabelled(strip: Strip, from: number): boolean {
  const body = strip.pieces.flatMap((piece, index) =>
    piece.grid.cells.filter(cell => cell.row >= (strip.repeated[index] ?? 0) && cell.column >= from),
  )
  const words = body.filter(cell => cell.text !== '' && !isAmount(cell.text) && !/^[-—–/]+$/.test(cell.text))
  return body.length > 0 && words.length <= FEW_WORDS * body.length
}
