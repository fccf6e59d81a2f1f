import { type Observation, STRENGTH, seen } from '../evidence.ts'
import { columnCount } from '../grid/grid.ts'
import type { Piece } from './piece.ts'
import { leafTexts, repeatedHeader } from './repeated-header.ts'
import { hasOtherName } from './same-title.ts'
import { bodyRows, type Part } from './sheet.ts'
import { isAmount, isNil, isWords, likeness, squash } from './words.ts'

/** A piece and the page of the left part that it may stand beside. */
export interface Beside {
  /** First piece of the left part, whose header is known. */
  readonly first: Piece
  /** The pages of the left part that it stands beside, mostly one. */
  readonly left: Part
  /** The last piece of the part just left of it. */
  readonly neighbour: Piece
  readonly piece: Piece
  readonly headerRows: number
  /** Rows of the piece that repeat the header. */
  readonly ownRepeated: number
}

type Evidence = (beside: Beside) => Observation | null

/** Rows of the parts of a wide table are equally high, but for this share of the table's height. */
const SAME_HEIGHT = 0.02
/** Row borders of one sheet, cut by the printer, stand at the same heights of their pages, to a point. */
const SAME_EDGE = 1
/** So many row labels alike are no chance; two tables of one form share one or two. */
const LABELS_ENOUGH = 5
/** A header cell that repeats the left one is as like it as this. */
const ALIKE = 0.8
/** A column repeats another when this share of its filled cells does: a cell in twenty misread. */
const MOSTLY_ALIKE = 0.95

/** As many rows below the header, each equally high: header texts wrap in their own ways. */
export const rowsBeside: Evidence = ({ left, piece, ownRepeated }) => {
  const own = { pieces: [piece], repeated: [ownRepeated] }
  const [a, b] = [bodyRows(left), bodyRows(own)]
  if (a !== b) return seen('same-rows', -1, `${a} and ${b} rows`)
  const heights = rowShares(own)
  const apart = Math.max(0, ...rowShares(left).map((share, row) => Math.abs(share - (heights[row] ?? 0))))
  const isEqual = apart <= SAME_HEIGHT
  return seen('same-rows', isEqual ? 1 : -STRENGTH.half, `${a} rows in both, heights ${isEqual ? 'equal' : 'different'}`)
}

/** All row borders at the same heights of their pages. */
const edges: Evidence = ({ left, piece }) => {
  const others = left.pieces.length === 1 ? (left.pieces[0]?.grid.rowEdges ?? []) : []
  const same = piece.grid.rowEdges.every(edge => others.some(other => Math.abs(edge - other) <= SAME_EDGE))
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
const labelsAgain = ({ first, left, piece, ownRepeated }: Beside): number =>
  hasOtherName(first, piece) ? 0 : repeatedLabels(left, { pieces: [piece], repeated: [ownRepeated] })

/** Row labels of the left part printed again. */
const labels: Evidence = beside => {
  const count = labelsAgain(beside)
  const rows = bodyOf(beside.left).filter(row => isWords(row[0]?.text ?? '') || isWords(row[1]?.text ?? '')).length
  return seen('labels-repeated', count > 0 ? Math.min(1, rows / LABELS_ENOUGH) : 0, `${count} columns repeat the row labels`)
}

/** Nothing but amounts: rows without a label belong to labels elsewhere. */
const unlabelled: Evidence = beside => {
  const repeated = labelsAgain(beside)
  const body = beside.piece.rows.slice(beside.ownRepeated).map(row => row.slice(repeated))
  const filled = body.flat().filter(cell => cell !== undefined && cell.text !== '')
  if (filled.length === 0) return seen('unlabelled', STRENGTH.faint, 'its rows are empty')
  const words = filled.filter(cell => isWords(cell?.text ?? '')).length / filled.length
  return seen('unlabelled', Math.max(-1, 1 - 4 * words), `${Math.round(100 * words)} % of its cells are words`)
}

/** Column numbers (栏次) that go on: 1 2 3 | 4 5 6. */
const columnNumbers: Evidence = ({ neighbour, piece, headerRows }) => {
  for (let row = 0; row < headerRows; row++) {
    const [a, b] = [neighbour, piece].map(one =>
      (one.rows[row] ?? []).flatMap(cell =>
        /^\d{1,3}$/.test(squash(cell?.text ?? '')) ? Number(squash(cell?.text ?? '')) : [],
      ),
    )
    const [last, next] = [a?.at(-1), b?.[0]]
    if (last === undefined || next === undefined || (a?.length ?? 0) < 2) continue
    if (next === last + 1) return seen('column-numbers', 1, `column ${next} follows column ${last}`)
    if (next === 1) return seen('column-numbers', -1, 'its columns are counted from 1 again')
  }
  return null
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
export const sideways = (beside: Beside): Observation[] =>
  [rowsBeside, edges, otherColumns, labels, unlabelled, columnNumbers, cutGroup].flatMap(look => look(beside) ?? [])

/** How many columns at the left of the right pages repeat those of the left pages in their rows, under the same titles. */
export function repeatedLabels(left: Part, right: Part): number {
  const [first, other] = [left.pieces[0], right.pieces[0]]
  if (first === undefined || other === undefined) return 0
  const [rows, rightRows] = [bodyOf(left), bodyOf(right)]
  if (rows.length !== rightRows.length) return 0
  const pairs = rows.flatMap((row, index): RowPair[] => {
    const beside = rightRows[index] ?? []
    return isDrawnAs(first, row) && isDrawnAs(other, beside) ? [[row, beside]] : []
  })
  const [own, again] = [leafTexts(first.grid, left.repeated[0] ?? 0), leafTexts(other.grid, right.repeated[0] ?? 0)]
  const isRepeated = (column: number): boolean =>
    likeness(own[column] ?? '', again[column] ?? '') >= ALIKE && sameColumn(pairs, column) && labelsRows(pairs, column)
  const width = Math.min(own.length, again.length)
  let columns = 0
  while (columns < width - 1 && isRepeated(columns)) columns++
  return columns
}

type Row = Piece['rows'][number]

/** Rows of the left and of the right pages that stand beside each other. */
type RowPair = readonly [left: Row, right: Row]

/** The rows of pages below their headers. */
const bodyOf = ({ pieces, repeated }: Part): Row[] => pieces.flatMap(({ rows }, index) => rows.slice(repeated[index] ?? 0))

/** Whether a page with this row draws all columns of its part; one with nothing but a total row may draw its label over several. */
const isDrawnAs = ({ grid }: Piece, row: Row): boolean => row.length === columnCount(grid)

/** Whether a column says the same in the rows of both. */
function sameColumn(pairs: readonly RowPair[], column: number): boolean {
  // A label over several columns, 合计 over code and name, is that of the last of them.
  const textOf = (row: Row): string => {
    const cell = row[column]
    return cell !== undefined && cell.column + cell.columnSpan === column + 1 ? squash(cell.text) : ''
  }
  const filled = pairs.map(([a, b]) => [textOf(a), textOf(b)] as const).filter(([a, b]) => a !== '' || b !== '')
  let unlike = 0
  const isEnough = ([a, b]: readonly [string, string]): boolean =>
    likeness(a, b) >= ALIKE || filled.length - ++unlike >= MOSTLY_ALIKE * filled.length
  return filled.every(isEnough)
}

/** Whether a column can label rows: words, codes or ordinals in its body, or no body at all. */
function labelsRows(pairs: readonly RowPair[], column: number): boolean {
  const texts = pairs.map(([row]) => squash(row[column]?.text ?? ''))
  return texts.length === 0 || texts.some(text => isWords(text) || (isAmount(text) && !/[.,]/.test(text)) || isNil(text))
}

/** Heights of the rows of pages below their headers as shares of their sum. */
function rowShares({ pieces, repeated }: Part): number[] {
  const heights = pieces.flatMap(({ grid: { rowEdges } }, index) => {
    const kept = rowEdges.slice(repeated[index] ?? 0)
    return kept.slice(1).map((edge, row) => edge - (kept[row] ?? 0))
  })
  const all = heights.reduce((sum, height) => sum + height, 0)
  return heights.map(height => height / all)
}
