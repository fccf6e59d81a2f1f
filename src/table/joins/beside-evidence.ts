import { type Observation, STRENGTH, seen } from '../../evidence.ts'
import { isOneOf, itemAt, numbersFrom, sum } from '../../geometry.ts'
import { columnCount } from '../../grid/grid.ts'
import { hasOtherName } from '../captions/same-title.ts'
import { repeatedHeader } from '../headers/repeated-header.ts'
import { isWords, likeness, squash } from '../words.ts'
import type { Piece } from './piece.ts'
import { labelledBy, repeatedLabels } from './repeated-labels.ts'
import { type BodyRow, endsPage, rowsFrom } from './sheet.ts'

/** A piece and the rows of the left part that it may stand beside. */
export interface Beside {
  /** First piece of the left part, whose header is known. */
  readonly first: Piece
  /** As many rows of the left part as the piece has, behind those that its part already has; fewer where it ends. */
  readonly left: readonly BodyRow[]
  /** The last piece of the part just left of it. */
  readonly neighbour: Piece
  readonly piece: Piece
  readonly headerRows: number
  /** Rows of the piece that repeat the header. */
  readonly ownRepeated: number
}

/** `repeated` columns of the piece are the row labels of the left part again. */
type Evidence = (beside: Beside, repeated: number) => Observation | null

/** Rows of the parts of a wide table are equally high, but for this share of the table's height. */
const SAME_HEIGHT = 0.02
/** A page that ends within one of the left part speaks against it in full when half of its height is free. */
const ROOM = 2
/** Row borders of one sheet, cut by the printer, stand at the same heights of their pages, to a point. */
const SAME_EDGE = 1
/** So many row labels alike are no chance; two tables of one form share one or two. */
const LABELS_ENOUGH = 5
/** A header cell that repeats the left one is as like it as this. */
const ALIKE = 0.8

/**
 * As many rows below the header, each equally high: header texts wrap in their own ways. Parts may be broken at different
 * rows, as labels that wrap leave room for fewer on a page; a page that ends within one of the left part tells less, and is
 * none where it had room for more.
 */
export function rowsBeside({ left, piece, ownRepeated }: Beside): Observation | null {
  const own = ownRows(piece, ownRepeated)
  const last = left.at(-1)
  if (left.length < own.length || last === undefined) return seen('same-rows', -1, `${left.length} and ${own.length} rows`)
  const heights = heightShares(own)
  const apart = Math.max(
    0,
    ...heightShares(left).map((share, row) => Math.abs(share - (row < heights.length ? itemAt(heights, row) : 0))),
  )
  const isEqual = apart <= SAME_HEIGHT
  const likeHeights = `heights ${isEqual ? 'equal' : 'different'}`
  if (endsPage(last)) return seen('same-rows', isEqual ? 1 : -STRENGTH.half, `${own.length} rows in both, ${likeHeights}`)
  const strength = -Math.min(1, (isEqual ? 0 : STRENGTH.half) + ROOM * piece.freeBelow)
  return seen('same-rows', strength, `${own.length} rows beside as many of more, ${likeHeights}`)
}

/** The rows of a piece below its header. */
const ownRows = (piece: Piece, repeated: number): BodyRow[] => rowsFrom({ pieces: [piece], repeated: [repeated] })

/** All row borders at the same heights of their pages. */
const edges: Evidence = ({ left, piece }) => {
  const [page, ...more] = new Set(left.map(row => row.piece))
  const others = more.length === 0 ? (page?.grid.rowEdges ?? []) : []
  const same = piece.grid.rowEdges.every(edge => isOneOf(edge, others, SAME_EDGE))
  return same && others.length > 2 ? seen('same-edges', 1, 'all row borders at the same heights') : null
}

/** Other column titles: the same header again is the same table again. */
const otherColumns: Evidence = ({ first, piece, headerRows, ownRepeated }) => {
  if (columnCount(first.grid) === columnCount(piece.grid) && repeatedHeader(first.grid, headerRows, piece.grid).rows > 0)
    return seen('other-columns', -1, 'its header is that of the left part')
  const top = piece.rows.slice(0, ownRepeated).flat()
  return seen('other-columns', top.some(cell => isWords(cell?.text ?? '')) ? 1 : -1, 'its header names other columns')
}

/** How many columns repeat those of the left part row by row. Under another name they tell nothing: two tables that list the same subjects look like that as well. */
const labelsAgain = ({ first, left, piece, headerRows, ownRepeated }: Beside): number =>
  hasOtherName(first, piece)
    ? 0
    : repeatedLabels(
        labelledBy({ pieces: [first], repeated: [headerRows] }, left),
        labelledBy({ pieces: [piece], repeated: [ownRepeated] }),
      )

/** Whether a row begins with a name; the levels of a code may stand before it, each in a column of its own. */
const isLabelled = (row: Piece['rows'][number]): boolean =>
  isWords(row.find(cell => cell !== undefined && !/^\d*$/.test(squash(cell.text)))?.text ?? '')

/** Row labels of the left part printed again. */
const labels: Evidence = ({ left }, repeated) => {
  const rows = left.filter(({ piece, at }) => isLabelled(piece.rows[at] ?? [])).length
  const strength = repeated > 0 ? Math.min(1, rows / LABELS_ENOUGH) : 0
  return seen('labels-repeated', strength, `${repeated} columns repeat the row labels`)
}

/** Rows without a label behind what is repeated belong to labels elsewhere. */
const unlabelled: Evidence = ({ piece, ownRepeated }, repeated) => {
  const body = piece.rows.slice(ownRepeated).map(row => row.slice(repeated))
  const filled = body.filter(row => row.some(cell => cell !== undefined && cell.text !== ''))
  if (filled.length === 0) return seen('unlabelled', STRENGTH.faint, 'its rows are empty')
  const own = filled.filter(isLabelled).length / filled.length
  const strength = Math.max(-1, 1 - 4 * own)
  return seen(
    strength < 0 ? 'own-labels' : 'unlabelled',
    strength,
    `${Math.round(100 * own)} % of its rows have a label of their own`,
  )
}

/** Words of its rows that the left part has in the same places, behind others that it has not: so the labels of two forms stand between their values. */
const labelsWithin: Evidence = ({ left, piece, ownRepeated }) => {
  const again = left.filter((row, at) => {
    const other = row.piece.rows[row.at] ?? []
    const texts = (piece.rows[ownRepeated + at] ?? []).map((cell, column) =>
      [cell, other[column]].map(one => squash(one?.text ?? '')),
    )
    const differs = texts.findIndex(([a, b]) => a !== b)
    return differs >= 0 && texts.slice(differs).some(([a = '', b]) => a === b && isWords(a))
  }).length
  return seen('labels-within', again > 1 ? -1 : 0, `${again} rows have the same words behind others`)
}

/** Whether the numbers in a header row of a right part go on from those of the part left of it, or begin again; null where either has none. */
export function columnNumbersAt(row: number, left: Piece, right: Piece): 'go on' | 'begin again' | null {
  const [a = [], b = []] = [left, right].map(piece =>
    (piece.rows[row] ?? []).map(cell => squash(cell?.text ?? '')).filter(text => /^\d{1,3}$/.test(text)),
  )
  const [last, next] = [a.at(-1), b[0]].map(Number)
  if (last === undefined || next === undefined || a.length < 2) return null
  return next === last + 1 ? 'go on' : next === 1 ? 'begin again' : null
}

/** Column numbers (栏次) that go on: 1 2 3 | 4 5 6. */
const columnNumbers: Evidence = ({ neighbour, piece, headerRows }) => {
  const [told] = numbersFrom(0, headerRows).flatMap(row => columnNumbersAt(row, neighbour, piece) ?? [])
  if (told === undefined) return null
  return told === 'go on'
    ? seen('column-numbers', 1, 'its columns are counted on from those before')
    : seen('column-numbers', -1, 'its columns are counted from 1 again')
}

/** A header group cut by the border: its words again, or nothing, at the left of the piece. */
const cutGroup: Evidence = ({ neighbour, piece, headerRows }) => {
  const end = neighbour.grid.cells.find(cell => cell.row === 0 && cell.column + cell.columnSpan === columnCount(neighbour.grid))
  const begin = piece.grid.cells.find(cell => cell.row === 0 && cell.column === 0)
  if (end === undefined || begin === undefined || headerRows < 2 || end.rowSpan !== begin.rowSpan || end.rowSpan >= headerRows)
    return null
  const isCut = begin.text === '' || likeness(squash(end.text), squash(begin.text)) >= ALIKE
  return seen('group-cut', isCut ? 1 : 0, `“${end.text}” goes on over the border`)
}

/** What speaks for and against a piece being the part to the right of another. */
export function sideways(beside: Beside): Observation[] {
  const repeated = labelsAgain(beside)
  return [rowsBeside, edges, otherColumns, labels, unlabelled, labelsWithin, columnNumbers, cutGroup].flatMap(
    look => look(beside, repeated) ?? [],
  )
}

/** Heights of rows as shares of their sum. */
function heightShares(rows: readonly BodyRow[]): number[] {
  const heights = rows.map(({ piece: { grid }, at }) => itemAt(grid.rowEdges, at + 1) - itemAt(grid.rowEdges, at))
  const all = sum(heights)
  return heights.map(height => height / all)
}
