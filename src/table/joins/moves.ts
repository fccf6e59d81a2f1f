import type { Observation } from '../../evidence.ts'
import { itemAt } from '../../geometry.ts'
import { columnCount, rowCount } from '../../grid/grid.ts'
import { NO_TALLY, tallyOfBoth } from '../doubts/tally.ts'
import { decideHeader, type Header, readOtherwise } from '../headers/header.ts'
import { againBelow, besideLeft } from '../headers/header-neighbours.ts'
import { commonTop, repeatedHeader } from '../headers/repeated-header.ts'
import { columnNumbersAt, rowsBeside, sideways } from './beside-evidence.ts'
import { isNamed, type Piece, tallyIn } from './piece.ts'
import { labelledBy, repeatedLabels } from './repeated-labels.ts'
import { adjacency, downwards, type Seam } from './seam-evidence.ts'
import { endsPage, rowsFrom, type Sheet, type Strip } from './sheet.ts'

/** Log-odds that the evidence of a move weighs in full: what the weight of `header-forced` is by its nature. */
const FULL_ODDS = 10

/** What may become of a piece, given the table that is open before it. */
export interface Move {
  readonly kind: 'begin' | 'down' | 'beside'
  /** The strip of the table that it goes to. */
  readonly at: number
  readonly observations: readonly Observation[]
  /** The open table after the move. */
  readonly sheet: Sheet
}

/** A table that begins with `piece`. */
export const begun = (piece: Piece): Sheet => ({
  strips: [stripOf(piece, decideHeader(piece.grid.page, piece.headerReadings))],
  ...{ last: 0, isBanded: false },
  headerRows: piece.headerRows,
  decisions: [],
})

const stripOf = (piece: Piece, header: Header): Strip => ({
  pieces: [piece],
  header,
  headerRows: header.headerRows,
  repeated: [header.headerRows],
  rows: rowCount(piece.grid) - header.headerRows,
  tally: piece.tally,
})

/** The ways in which `piece`, which follows `previous`, may go on from an open table: below one of its parts, beside it, or as a new one. */
export function movesOf(open: Sheet, previous: Piece, piece: Piece): Move[] {
  const begin: Move = { kind: 'begin', at: 0, observations: unfinished(open), sheet: begun(piece) }
  const down = stripsBelow(open).map(at => downMove(open, at, { previous, piece }))
  return [begin, ...down, besideMove(open, previous, piece)].filter(move => move !== null)
}

/** What speaks against leaving a wide table whose parts have not equally many rows, or pages where each is broken as the others are. */
export const unfinished = ({ strips }: Sheet): Observation[] => {
  if (strips.length === 1) return []
  const pages = strips.map(({ pieces }) => pieces.length)
  if (new Set(pages).size === 1) return []
  // A row that a page break cut counts twice in its part.
  const most = strips.map(strip => strip.rows)
  const least = most.map((rows, part) => rows - itemAt(pages, part) + 1)
  return Math.max(...least) <= Math.min(...most)
    ? []
    : [{ name: 'parts-unequal', strength: -1, because: `its parts have ${pages.join(' and ')} pages` }]
}

/**
 * The strips that a page may stand below: the one that the last page belongs to, and, where the parts are printed over, then
 * down, the one to the right of it. Below the first one a new band of pages begins when its parts are complete.
 */
function stripsBelow(open: Sheet): number[] {
  const { strips, last, isBanded } = open
  if (strips.length === 1) return [0]
  const next = (last + 1) % strips.length
  return (next > 0 ? isBanded : unfinished(open).length === 0) ? [last, next] : [last]
}

/** A piece with the one before it in the document. */
interface Following {
  readonly previous: Piece
  readonly piece: Piece
}

function downMove(open: Sheet, at: number, { previous, piece }: Following): Move | null {
  const strip = open.strips[at]
  const [first, above] = [strip?.pieces[0], strip?.pieces.at(-1)]
  if (strip === undefined || first === undefined || above === undefined) return null
  const header = headerBelow(strip, first, piece, isFormHead(open, first, piece))
  const { headerRows } = header
  const repetition = repeatedHeader(first.grid, headerRows, piece.grid)
  const tallyWith = tallyOfBoth(strip.tally, tallyIn(first.grid, piece))
  const seam: Seam = { previous, first, above, piece, headerRows, repetition, tally: strip.tally, tallyWith }
  const [leftPart] = open.strips
  const rows = rowCount(piece.grid) - repetition.rows
  const left = at === 0 || leftPart === undefined ? [] : rowsFrom(leftPart, strip.rows, rows)
  const beside =
    at === 0 ? null : rowsBeside({ first, left, neighbour: first, piece, headerRows, ownRepeated: repetition.rows })
  const grown = {
    pieces: [...strip.pieces, piece],
    header,
    headerRows,
    repeated: [headerRows, ...strip.repeated.slice(1), repetition.rows],
    rows: strip.rows + strip.headerRows - headerRows + rows,
    tally: tallyWith,
  }
  const sheet: Sheet = {
    ...open,
    last: at,
    isBanded: open.isBanded || (at === 0 && open.strips.length > 1),
    headerRows: at === 0 ? headerRows : open.headerRows,
    strips: open.strips.with(at, grown),
  }
  return { kind: 'down', at, observations: [...downwards(seam), ...(beside ? [beside] : [])], sheet }
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
  if (open.isBanded || unfinished(open).length > 0) return null
  const header = headerBeside(strip, neighbour, piece)
  const left = rowsFrom(strip, 0, rowCount(piece.grid) - header.headerRows)
  const context = { first, left, neighbour, piece, headerRows: open.headerRows, ownRepeated: header.headerRows }
  const seam: Seam = {
    previous,
    first,
    above: neighbour,
    piece,
    headerRows: open.headerRows,
    repetition: { rows: 0, likeness: 0 },
    tally: NO_TALLY,
    tallyWith: NO_TALLY,
  }
  const at = open.strips.length
  const sheet = { ...open, last: at, strips: [...open.strips, stripOf(piece, header)] }
  return { kind: 'beside', at, observations: [...adjacency(seam), ...sideways(context), ...headerForced(header, piece)], sheet }
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
function headerBeside(strip: Strip, neighbour: Piece, piece: Piece): Header {
  const headed = piece.headerReadings.filter(({ depth }) => depth > 0)
  const readings = headed.length > 0 ? headed : piece.headerReadings
  const { headerRows } = strip
  const all = rowsFrom(strip, 0, rowCount(piece.grid))
  const labelled = labelledBy(strip, all)
  return decideHeader(piece.grid.page, readings, depth => {
    const rows = rowCount(piece.grid) - depth
    const left = all.slice(0, rows)
    const last = left.at(-1)
    const isEven = left.length === rows && last !== undefined && endsPage(last)
    const beside = { ...labelled, rows: labelled.rows.slice(0, rows) }
    const labels = repeatedLabels(beside, labelledBy({ pieces: [piece], repeated: [depth] }))
    const isNumbered = columnNumbersAt(depth - 1, neighbour, piece) === 'go on'
    return besideLeft({ depth, rows, labels, isNumbered }, { headerRows, rows: left.length, isEven })
  })
}
