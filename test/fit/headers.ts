import { columnCount, rowCount } from '../../src/grid/grid.ts'
import { captionDepth } from '../../src/table/captions/caption.ts'
import { decideHeader, type HeaderReading } from '../../src/table/headers/header.ts'
import { againBelow, besideLeft } from '../../src/table/headers/header-neighbours.ts'
import { commonTop } from '../../src/table/headers/repeated-header.ts'
import { columnNumbersAt } from '../../src/table/joins/beside-evidence.ts'
import type { Piece } from '../../src/table/joins/piece.ts'
import { labelledBy, repeatedLabels } from '../../src/table/joins/repeated-labels.ts'
import { squash } from '../../src/table/words.ts'
import type { KnownDocument } from './documents.ts'
import type { Example } from './logit.ts'
import { type KnownTable, type Place, placeOf } from './seams.ts'

/** A piece, where it stands in the known tables, and how many rows at its top are header there. */
interface Known {
  readonly piece: Piece
  readonly place: Place
  readonly depth: number
}

/** How deep the header of each piece is that shows a known table, with what the pages below and beside it say. */
export function headerExamples({ name, pieces, tables }: KnownDocument): Example[] {
  const known = pieces.flatMap((piece): Known[] => {
    const place = placeOf(piece.grid, tables)
    const table = place && tables[place.table]
    const depth = table ? depthOf(piece, table) : null
    return place === null || depth === null ? [] : [{ piece, place, depth }]
  })
  return known.flatMap((one, index) => {
    const ofTable = known.slice(0, index).filter(({ place }) => place.table === one.place.table)
    const next = known[index + 1]
    const below = ofTable.length === 0 && next?.place.table === one.place.table ? next : undefined
    const left = ofTable.some(({ place }) => place.column === one.place.column) ? undefined : ofTable[0]
    const moves = readingsOf(one, below, left)
    const right = moves.findIndex(({ depth }) => depth === one.depth)
    return right < 0 ? [] : [{ place: `${name} p${one.piece.grid.page}`, moves, right }]
  })
}

function readingsOf({ piece, depth: own }: Known, below: Known | undefined, left: Known | undefined): readonly HeaderReading[] {
  const { grid, headerReadings } = piece
  const common = own > 0 && below !== undefined ? commonTop(grid, below.piece.grid) : 0
  const possible = headerReadings.filter(({ depth }) => left === undefined || depth > 0)
  return decideHeader(grid.page, possible.length > 0 ? possible : headerReadings, depth => [
    ...againBelow(depth, common),
    ...(left === undefined ? [] : besideIt(piece, left, depth)),
  ]).readings
}

const besideIt = (piece: Piece, left: Known, depth: number): ReturnType<typeof besideLeft> => {
  const labels = repeatedLabels(
    labelledBy({ pieces: [left.piece], repeated: [left.depth] }),
    labelledBy({ pieces: [piece], repeated: [depth] }),
  )
  const rows = rowCount(left.piece.grid) - left.depth
  const isNumbered = columnNumbersAt(depth - 1, left.piece, piece) === 'go on'
  return besideLeft(
    { depth, rows: rowCount(piece.grid) - depth, labels, isNumbered },
    { headerRows: left.depth, rows, isEven: true },
  )
}

const plain = ({ text }: { readonly text: string }): string => squash(text.normalize('NFKC'))

type Row = Piece['rows'][number]

const textsOf = (row: Row): string[] => row.flatMap(cell => (cell ? plain(cell) : [])).filter(text => text !== '')

/**
 * The rows of a piece before the first that says what a body row of the known table says; null where not all of them are
 * surely header: empty, or with other words than its titles, or with a single one that labels a row as well, 合计.
 */
function depthOf({ grid, rows }: Piece, { cells, headerRows }: KnownTable): number | null {
  if (headerRows === 0) return 0
  const titles = new Set(cells.filter(({ r }) => r < headerRows).map(plain))
  const below = cells.filter(({ r }) => r >= headerRows)
  const [body, labels] = [
    [...Map.groupBy(below, ({ r }) => r).values()].map(row => new Set(row.map(plain))),
    new Set(below.map(plain)),
  ]
  const isBody = (row: Row): boolean => {
    const texts = textsOf(row)
    return texts.length > 1 && body.some(one => texts.every(text => one.has(text)))
  }
  const isTitles = (row: Row): boolean => {
    const [first = '', ...more] = textsOf(row)
    return [first, ...more].every(text => titles.has(text)) && (more.length > 0 || !labels.has(first))
  }
  const depth = rows.findIndex(isBody)
  return depth < 0 || columnCount(grid) < 2 || !rows.slice(captionDepth(grid), depth).every(isTitles) ? null : depth
}
