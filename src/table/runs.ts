import { rowCount } from '../grid/grid.ts'
import { firstLabel, nestedColumns, repeatedHeader, sameColumns, sameFrame } from './compatible.ts'
import { isAmount, squash } from './header.ts'
import { isNamed, type Piece } from './piece.ts'

/** Pieces with the same columns that follow each other downwards: one table, or one part of a wide one. */
export interface Strip {
  readonly pieces: readonly Piece[]
  /** Header rows of the first piece. */
  readonly headerRows: number
  /** For each piece, how many of its rows only repeat the header (for the first: its header rows). */
  readonly repeated: readonly number[]
}

/** Pieces that carry the name of one table, or none after it, on pages that follow each other. */
export type Run = readonly Piece[]

const TOTAL = /^(合计|总计|收入总计|支出总计)$/

/** Split the pieces of a document where a new name begins, or where a nameless grid cannot belong to what is before it. */
export function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Piece[][] = []
  for (const piece of pieces) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && goesOn(run, last, piece)) run.push(piece)
    else runs.push([piece])
  }
  return runs
}

function goesOn(run: Run, last: Piece, piece: Piece): boolean {
  if (piece.grid.page - last.grid.page > 1) return false
  if (!isNamed(piece))
    return piece.grid.page > last.grid.page && last.closesPage && piece.opensPage && isUnparted(run, last, piece)
  if (piece.grid.page === last.grid.page) return false
  const names = run.map(({ caption }) => caption)
  const agrees = (field: 'title' | 'number' | 'department'): boolean => {
    const value = piece.caption[field]
    return value === null || names.every(name => name[field] === null || name[field] === value)
  }
  const shares = names.some(
    name =>
      (name.title !== null && name.title === piece.caption.title) ||
      (name.title === null && name.number === piece.caption.number),
  )
  return shares && agrees('title') && agrees('number') && agrees('department')
}

/** Whether no text stands between two pieces; a stray line does not part them when the whole header comes again. */
function isUnparted([first]: Run, last: Piece, piece: Piece): boolean {
  const lines = last.linesAfter + piece.linesBefore
  if (lines === 0) return true
  return (
    lines === 1 &&
    first !== undefined &&
    first.headerRows > 0 &&
    repeatedHeader(first.grid, first.headerRows, piece.grid) === first.headerRows
  )
}

/** Split a run into strips: a piece goes on with the strip before it, or begins a new one. */
export function stripsOf(run: Run): Strip[] {
  const strips: { pieces: Piece[]; headerRows: number; repeated: number[] }[] = []
  for (const piece of run) {
    const strip = strips.at(-1)
    if (strip !== undefined && isFormHead(strip, piece)) {
      strip.headerRows = 0
      strip.repeated = [0]
    }
    const repeated = strip === undefined ? null : continuation(strip, piece)
    if (strip === undefined || repeated === null)
      strips.push({ pieces: [piece], headerRows: piece.headerRows, repeated: [piece.headerRows] })
    else {
      strip.pieces.push(piece)
      strip.repeated.push(repeated)
    }
  }
  return strips
}

/** Whether what looked like a header without rows is the beginning of a form that goes on with other columns. */
function isFormHead({ pieces, headerRows }: Strip, piece: Piece): boolean {
  const [first, second] = pieces
  if (first === undefined || second !== undefined || headerRows === 0 || isNamed(piece)) return false
  return rowCount(first.grid) === headerRows && !sameColumns(first.grid, piece.grid) && continuesForm(first, piece)
}

/** How many rows of `piece` repeat the header of `strip` when it goes on with it; null when it begins anew. */
export function continuation(strip: Strip, piece: Piece): number | null {
  const first = strip.pieces[0]
  if (first === undefined) return null
  if (strip.headerRows === 0) return continuesForm(first, piece) ? 0 : null
  if (!sameColumns(first.grid, piece.grid)) return null
  const repeated = repeatedHeader(first.grid, strip.headerRows, piece.grid)
  if (repeated === 0 && beginsAnew(strip, piece)) return null
  const label = firstLabel(piece, repeated)
  if (isNamed(piece) && TOTAL.test(label) && label === firstLabel(first, strip.headerRows)) return null
  return repeated
}

/**
 * A form goes on with columns that fit into each other, or nameless with other columns in the same frame; not when it
 * starts again with the label it began with.
 */
function continuesForm(first: Piece, piece: Piece): boolean {
  const label = firstLabel(piece, 0)
  const fits = nestedColumns(first.grid, piece.grid) || (!isNamed(piece) && sameFrame(first.grid, piece.grid))
  return fits && (label === '' || label !== firstLabel(first, 0))
}

/** Words that stand in headers and hardly in body rows. */
const HEADER_WORDS =
  /^(项目|科目|科目编码|科目名称|功能分类科目|合计|小计|总计|金额|预算数|决算数|基本支出|项目支出|单位名称|单位代码|序号|收入|支出|备注|指标值)$/
/** Columns count as amount columns when this share of their filled body cells are amounts. */
const MOSTLY = 0.6

/** Whether a piece begins with another header: words over columns that hold amounts, or several words of headers. */
function beginsAnew(strip: Strip, { grid, headerRows }: Piece): boolean {
  const top = grid.cells.filter(cell => cell.row < Math.max(headerRows, strip.headerRows) && cell.text !== '')
  const amounts = amountColumns(strip)
  const named = amounts.filter(column =>
    top.some(cell => cell.column === column && cell.columnSpan === 1 && !isAmount(cell.text)),
  )
  if (amounts.length > 0 && named.length >= amounts.length / 2) return true
  return headerRows > 0 && top.filter(cell => HEADER_WORDS.test(squash(cell.text))).length >= 2
}

function amountColumns({ pieces, headerRows }: Strip): number[] {
  const grid = pieces[0]?.grid
  if (grid === undefined) return []
  const body = grid.cells.filter(cell => cell.row >= headerRows && cell.columnSpan === 1 && cell.text !== '')
  return [...new Set(body.map(cell => cell.column))].filter(column => {
    const cells = body.filter(cell => cell.column === column)
    return cells.filter(cell => isAmount(cell.text)).length >= MOSTLY * cells.length
  })
}
