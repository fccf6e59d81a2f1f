import type { Observation } from '../evidence.ts'
import { columnCount, rowCount } from '../grid/grid.ts'
import { repeatedLabels, rowsBeside, sideways } from './beside-evidence.ts'
import { isNamed, type Piece } from './piece.ts'
import { commonTop, type Repetition, repeatedHeader } from './repeated-header.ts'
import { adjacency, downwards, type Seam } from './seam-evidence.ts'
import type { Order, Sheet, Strip } from './sheet.ts'
import { NO_TALLY, together } from './tally.ts'

/** What may become of a piece, given the table that is open before it. */
export interface Move {
  readonly kind: 'begin' | 'down' | 'beside'
  readonly observations: readonly Observation[]
  /** The open table after the move. */
  readonly sheet: Sheet
}

/** A table that begins with `piece`. */
export const begun = (piece: Piece): Sheet => ({
  strips: [stripOf(piece)],
  order: null,
  headerRows: piece.headerRows,
  decisions: [],
})

const stripOf = (piece: Piece, headerRows = piece.headerRows): Strip => ({
  pieces: [piece],
  headerRows,
  repeated: [headerRows],
  tally: piece.tally,
})

/** The ways in which `piece`, which follows `previous`, may go on from an open table: below it, beside it, or as a new one. */
export function movesOf(open: Sheet, previous: Piece, piece: Piece): Move[] {
  const begin: Move = { kind: 'begin', observations: unfinished(open), sheet: begun(piece) }
  return [begin, downMove(open, previous, piece), besideMove(open, previous, piece)].filter(move => move !== null)
}

/** What speaks against leaving a wide table whose parts have not equally many pages. */
export const unfinished = ({ strips }: Sheet): Observation[] => {
  const pages = strips.map(({ pieces }) => pieces.length)
  return new Set(pages).size === 1
    ? []
    : [{ name: 'parts-unequal', strength: -1, because: `its parts have ${pages.join(' and ')} pages` }]
}

function downMove(open: Sheet, previous: Piece, piece: Piece): Move | null {
  const at = nextStrip(open)
  const strip = open.strips[at]
  const [first, above] = [strip?.pieces[0], strip?.pieces.at(-1)]
  if (strip === undefined || first === undefined || above === undefined) return null
  const isForm = isFormHead(open, first, piece)
  const { headerRows, repetition } = headerBelow(isForm ? 0 : strip.headerRows, first, piece)
  const tallyWith = together(strip.tally, piece.tally)
  const seam: Seam = { previous, first, above, piece, headerRows, repetition, tally: strip.tally, tallyWith }
  const left = at === 0 ? undefined : open.strips[0]?.pieces[strip.pieces.length]
  const leftRepeated = open.strips[0]?.repeated[strip.pieces.length] ?? 0
  const beside =
    left &&
    rowsBeside({ first, left, neighbour: left, piece, headerRows, repeated: leftRepeated, ownRepeated: repetition.rows })
  const grown = {
    pieces: [...strip.pieces, piece],
    headerRows,
    repeated: [headerRows, ...strip.repeated.slice(1), repetition.rows],
    tally: tallyWith,
  }
  const order: Order = open.order ?? (open.strips.length === 1 ? null : 'over-down')
  const sheet = { ...open, order, headerRows: at === 0 ? headerRows : open.headerRows, strips: open.strips.with(at, grown) }
  return { kind: 'down', observations: [...downwards(seam), ...(beside ? [beside] : [])], sheet }
}

/** The strip that the next page below belongs to: the last one when its parts are printed down, then over; else the shortest. */
function nextStrip({ strips, order }: Sheet): number {
  if (order === 'down-over') return strips.length - 1
  const longest = Math.max(...strips.map(({ pieces }) => pieces.length))
  return Math.max(
    0,
    strips.findIndex(({ pieces }) => pieces.length < longest),
  )
}

/** How deep the header is and how much of it a page below repeats: its own depth, or what both pages begin with. */
function headerBelow(headerRows: number, first: Piece, piece: Piece): { headerRows: number; repetition: Repetition } {
  const repetition = repeatedHeader(first.grid, headerRows, piece.grid)
  const common = headerRows === 0 ? 0 : commonTop(first.grid, piece.grid)
  return common > headerRows && common < rowCount(first.grid)
    ? { headerRows: common, repetition: { rows: common, likeness: 1 } }
    : { headerRows, repetition }
}

/** Whether what looked like a header without rows is the beginning of a form that goes on with other columns. */
const isFormHead = ({ strips, headerRows }: Sheet, first: Piece, piece: Piece): boolean =>
  strips.length === 1 &&
  strips[0]?.pieces.length === 1 &&
  headerRows > 0 &&
  !isNamed(piece) &&
  rowCount(first.grid) === headerRows &&
  columnCount(first.grid) !== columnCount(piece.grid)

function besideMove(open: Sheet, previous: Piece, piece: Piece): Move | null {
  const [strip] = open.strips
  const [first, neighbour] = [strip?.pieces[0], open.strips.at(-1)?.pieces[0]]
  if (strip === undefined || first === undefined || neighbour === undefined || open.headerRows === 0) return null
  if (open.order === 'over-down' || unfinished(open).length > 0) return null
  const order: Order = strip.pieces.length > 1 ? 'down-over' : null
  const headerRows = headerBeside(open.headerRows, first, piece)
  const context = {
    first,
    left: first,
    neighbour,
    piece,
    headerRows: open.headerRows,
    repeated: open.headerRows,
    ownRepeated: headerRows,
  }
  const seam: Seam = {
    previous,
    first,
    above: previous,
    piece,
    headerRows: open.headerRows,
    repetition: { rows: 0, likeness: 0 },
    tally: NO_TALLY,
    tallyWith: NO_TALLY,
  }
  const sheet = { ...open, order, strips: [...open.strips, stripOf(piece, headerRows)] }
  return { kind: 'beside', observations: [...adjacency(seam), ...sideways(context)], sheet }
}

/**
 * Header rows of a right part: what its rows leave when its body has as many rows as that of the left part. It may draw fewer
 * lines in its header than the left part, or more where it says by itself that they are header rows, or where the labels of
 * all rows below them are those of the left part.
 */
function headerBeside(headerRows: number, left: Piece, piece: Piece): number {
  const rest = rowCount(piece.grid) - (rowCount(left.grid) - headerRows)
  if (rest <= headerRows || rest === piece.headerRows) return rest >= 1 ? rest : headerRows
  const isLabelled = repeatedLabels({ pieces: [left], repeated: [headerRows] }, { pieces: [piece], repeated: [rest] }) > 0
  return isLabelled ? rest : headerRows
}
