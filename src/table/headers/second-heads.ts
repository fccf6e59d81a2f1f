import { DOUBTFUL } from '../../evidence.ts'
import { type Grid, rowCount } from '../../grid/grid.ts'
import { captionDepth } from '../captions/caption.ts'
import { endsLikeTitle, isLabel, isNote, numberOf } from '../captions/labels.ts'
import { amountColumns, printsAmount } from '../joins/column-content.ts'
import { isWords, squash } from '../words.ts'
import { rowsOf } from './headed.ts'
import { decideHeader, headerReadings } from './header.ts'
import { repeatedInside } from './repeated-header.ts'

/** Names over so many columns of amounts, and over most of them, may be a head; one is a remark. */
const FEWEST_NAMES = 2
/** … and stands alone over at least this share of them: a head printed again with its levels in one row has one name over all. */
const NAMED = 0.5
/** A head stands below figures, or below one line that says what follows. */
const CAPTION_ROWS = 2

/**
 * The grids of a page, cut where rows inside the frame name another table, and where a second head begins a block of its own under
 * other names: below it the columns stand where they stood, and what is in them is something else. Whether the rows from there on
 * have a head is asked as of a page of its own, and they are cut only where that is sure.
 */
export const cutAtHeads = (grids: readonly Grid[]): Grid[] => grids.flatMap(tablesIn).flatMap(blocksOf)

/** The tables that stand in one frame below each other, each with its caption drawn in the frame. */
function tablesIn(grid: Grid): Grid[] {
  const rows = rowsOf(grid)
  const top = captionDepth(grid)
  const begins = (row: number): boolean =>
    row > top && isTitle(rows[row]) && !isCrossed(grid, row) && isNamed(part(grid, row, rowCount(grid)))
  const at = [...rows.keys()].find(begins)
  return at === undefined ? [grid] : [part(grid, 0, at), ...tablesIn(part(grid, at, rowCount(grid)))]
}

/** Whether a row prints words in one cell and nothing else: where tables of other widths stand below each other, nothing beside it. */
function isTitle(row: Row): boolean {
  const printed = new Set(row?.filter(cell => cell !== undefined && cell.text !== ''))
  return printed.size === 1 && [...printed].every(cell => cell !== undefined && isWords(cell.text) && !isNote(cell.text))
}

/** Whether the first rows of a grid name a table: a title alone may name a group of rows, and stands here with a number, unit or department. */
function isNamed(grid: Grid): boolean {
  const depth = captionDepth(grid)
  const texts = grid.cells.filter(({ row }) => row < depth).map(({ text }) => squash(text))
  return texts.some(endsLikeTitle) && texts.some(text => isLabel(text) || numberOf(text) !== null)
}

function blocksOf(grid: Grid): Grid[] {
  const rows = rowsOf(grid)
  const worded = [...rows.keys()].filter(at => at > 1 && isBelowFigures(rows, at))
  if (worded.length === 0) return [grid]
  const { headerRows } = decideHeader(grid.page, headerReadings(grid))
  const amounts = headerRows === 0 ? [] : amountColumns({ rows, headerRows })
  const again = new Set(repeatedInside(grid, headerRows, grid, headerRows))
  const isHead = (at: number): boolean =>
    at > headerRows &&
    !again.has(at) &&
    amounts.filter(column => isWorded(rows[at], column)).length >= FEWEST_NAMES &&
    isHeaded(grid, at)
  const at = worded.find(isHead)
  if (at === undefined) return [grid]
  return [part(grid, 0, at), ...blocksOf(part(grid, at, rowCount(grid)))]
}

type Row = ReturnType<typeof rowsOf>[number] | undefined

/** Whether a row prints words in a column. */
const isWorded = (row: Row, column: number): boolean => isWords(row?.[column]?.text ?? '')

/** Whether a row prints words right below figures: of most tables none does, and looking is cheaper than reading their header. */
const isBelowFigures = (rows: readonly Row[], at: number): boolean =>
  rows
    .slice(at - CAPTION_ROWS, at)
    .some(row => row?.some((cell, column) => isWorded(rows[at], column) && printsAmount(cell?.text ?? '')))

/** Whether a cell goes over the border above a row. */
const isCrossed = (grid: Grid, at: number): boolean => grid.cells.some(({ row, rowSpan }) => row < at && row + rowSpan > at)

/** Whether no cell goes over the border above a row, and the rows from there on surely begin with a head that names their columns of amounts. */
function isHeaded(grid: Grid, row: number): boolean {
  if (isCrossed(grid, row)) return false
  const below = part(grid, row, rowCount(grid))
  const rows = rowsOf(below)
  const { headerRows, decision } = decideHeader(grid.page, headerReadings(below))
  if (headerRows === 0 || decision.margin < DOUBTFUL) return false
  // Without rulings a head of groups was laid out as a row of the body: which of its columns they are over was not asked.
  const isPlain = headerRows === 1 && rows[0]?.every(cell => cell?.lines.length === 1) === true
  if (grid.kind === 'borderless' && !isPlain) return false
  const amounts = amountColumns({ rows, headerRows })
  const names = amounts.filter(column => rows[headerRows - 1]?.[column]?.columnSpan === 1).length
  return names >= FEWEST_NAMES && names >= NAMED * amounts.length
}

/** Rows of a grid as a grid of their own, with the column borders that they show; what is beside them, one empty cell, is no part of it. */
function part(grid: Grid, from: number, to: number): Grid {
  const all = grid.cells.filter(({ row }) => row >= from && row < to)
  const filled = all.filter(({ text, rowSpan }) => text !== '' || rowSpan < to - from)
  const own = filled.length === 0 ? all : filled
  const right = Math.max(...own.map(({ column, columnSpan }) => column + columnSpan))
  const shown = [...new Set(own.map(({ column }) => column))].sort((a, b) => a - b)
  const place = (column: number): number => (column === right ? shown.length : shown.indexOf(column))
  const rowEdges = grid.rowEdges.slice(from, to + 1)
  const columnEdges = [...shown, right].flatMap(column => grid.columnEdges[column] ?? [])
  const [left, top, , bottom] = grid.box
  return {
    ...grid,
    box: [columnEdges[0] ?? left, rowEdges[0] ?? top, columnEdges.at(-1) ?? left, rowEdges.at(-1) ?? bottom],
    rowEdges,
    columnEdges,
    cells: own.map(cell => ({
      ...cell,
      row: cell.row - from,
      column: place(cell.column),
      columnSpan: place(cell.column + cell.columnSpan) - place(cell.column),
    })),
  }
}
