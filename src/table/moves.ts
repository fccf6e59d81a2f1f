import type { Observation } from '../evidence.ts'
import { columnCount, rowCount } from '../grid/grid.ts'
import { repeatedLabels, rowsBeside, sideways } from './beside-evidence.ts'
import { decideHeader, type Header, readOtherwise } from './header.ts'
import { againBelow, besideLeft } from './header-neighbours.ts'
import { isNamed, type Piece } from './piece.ts'
import { commonTop, repeatedHeader } from './repeated-header.ts'
import { adjacency, downwards, type Seam } from './seam-evidence.ts'
import { bodyRows, type Order, type Part, pagesBeside, type Sheet, type Strip } from './sheet.ts'
import { NO_TALLY, together } from './tally.ts'

/** Log-odds that the evidence of a move weighs in full: what the weight of `header-forced` is by its nature. */
const FULL_ODDS = 10

/** What may become of a piece, given the table that is open before it. */
export interface Move {
  readonly kind: 'begin' | 'down' | 'beside'
  readonly observations: readonly Observation[]
  /** The open table after the move. */
  readonly sheet: Sheet
}

/** A table that begins with `piece`. */
export const begun = (piece: Piece): Sheet => ({
  strips: [stripOf(piece, decideHeader(piece.grid.page, piece.headerReadings))],
  order: null,
  headerRows: piece.headerRows,
  decisions: [],
})

const stripOf = (piece: Piece, header: Header): Strip => ({
  pieces: [piece],
  header,
  headerRows: header.headerRows,
  repeated: [header.headerRows],
  tally: piece.tally,
})

/** The ways in which `piece`, which follows `previous`, may go on from an open table: below it, beside it, or as a new one. */
export function movesOf(open: Sheet, previous: Piece, piece: Piece): Move[] {
  const begin: Move = { kind: 'begin', observations: unfinished(open), sheet: begun(piece) }
  return [begin, downMove(open, previous, piece), besideMove(open, previous, piece)].filter(move => move !== null)
}

/** What speaks against leaving a wide table whose parts have not equally many rows, or pages where each is broken as the others are. */
export const unfinished = ({ strips }: Sheet): Observation[] => {
  const pages = strips.map(({ pieces }) => pieces.length)
  return new Set(pages).size === 1 || new Set(strips.map(bodyRows)).size === 1
    ? []
    : [{ name: 'parts-unequal', strength: -1, because: `its parts have ${pages.join(' and ')} pages` }]
}

function downMove(open: Sheet, previous: Piece, piece: Piece): Move | null {
  const at = nextStrip(open)
  const strip = open.strips[at]
  const [first, above] = [strip?.pieces[0], strip?.pieces.at(-1)]
  if (strip === undefined || first === undefined || above === undefined) return null
  const header = headerBelow(strip, first, piece, isFormHead(open, first, piece))
  const { headerRows } = header
  const repetition = repeatedHeader(first.grid, headerRows, piece.grid)
  const tallyWith = together(strip.tally, piece.tally)
  const seam: Seam = { previous, first, above, piece, headerRows, repetition, tally: strip.tally, tallyWith }
  const left = at === 0 ? null : pagesBeside(open.strips[0] ?? strip, strip, rowCount(piece.grid) - repetition.rows)
  const beside =
    left && left.pieces.length > 0
      ? rowsBeside({ first, left, neighbour: first, piece, headerRows, ownRepeated: repetition.rows })
      : null
  const grown = {
    pieces: [...strip.pieces, piece],
    header,
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

/**
 * The header of a strip with what the second page says of it: with how many rows it begins in the same words. Forms of one
 * kind begin alike as well, each with its own entries, and further pages only say the same again.
 */
function headerBelow({ header, pieces }: Strip, first: Piece, piece: Piece, isForm: boolean): Header {
  const { page } = first.grid
  if (isForm)
    return decideHeader(
      page,
      header.readings.filter(({ depth }) => depth === 0),
    )
  if (header.headerRows === 0 || pieces.length > 1) return header
  const common = commonTop(first.grid, piece.grid)
  return decideHeader(page, header.readings, depth => againBelow(depth, common))
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
  const header = headerBeside(strip, piece)
  const left = pagesBeside(strip, NO_PAGES, rowCount(piece.grid) - header.headerRows)
  const context = { first, left, neighbour, piece, headerRows: open.headerRows, ownRepeated: header.headerRows }
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
  const sheet = { ...open, order, strips: [...open.strips, stripOf(piece, header)] }
  return { kind: 'beside', observations: [...adjacency(seam), ...sideways(context), ...headerForced(header, piece)], sheet }
}

/** What a move is worth less because the page alone would be read with another header: the log-odds of the one over the other. */
function headerForced({ headerRows }: Header, { headerReadings }: Piece): Observation[] {
  const odds = readOtherwise(headerReadings, headerRows)
  return odds > 0
    ? [
        {
          name: 'header-forced',
          strength: -odds / FULL_ODDS,
          because: `its own rows do not look like a header of ${headerRows}`,
        },
      ]
    : []
}

/** The header of a right part: what stands in the left part beside each depth it may have. It has one, as the left part does, where any row can be one. */
function headerBeside(strip: Strip, piece: Piece): Header {
  const headed = piece.headerReadings.filter(({ depth }) => depth > 0)
  const readings = headed.length > 0 ? headed : piece.headerReadings
  return decideHeader(piece.grid.page, readings, depth => {
    const part = { pieces: [piece], repeated: [depth] }
    const [rows, left] = [bodyRows(part), pagesBeside(strip, NO_PAGES, bodyRows(part))]
    const { headerRows } = strip
    return besideLeft({ depth, rows, labels: repeatedLabels(left, part) }, { headerRows, rows: bodyRows(left) })
  })
}

/** A part that has no pages yet. */
const NO_PAGES: Part = { pieces: [], repeated: [] }
