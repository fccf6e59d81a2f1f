import { columnCount, type Grid, rowCount } from '../../src/grid/grid.ts'
import { begun, type Move, movesOf } from '../../src/table/joins/moves.ts'
import type { Piece } from '../../src/table/joins/piece.ts'
import type { Sheet } from '../../src/table/joins/sheet.ts'
import { squash } from '../../src/table/words.ts'
import type { Example } from './logit.ts'

/** A table as it is known to be: its cells with rows and columns. */
export interface KnownTable {
  readonly pages: readonly number[]
  /** Header rows at its top; 0 for a form. */
  readonly headerRows: number
  readonly cells: readonly KnownCell[]
}

/** A cell of it: first row and column, how many of either, text. */
export interface KnownCell {
  readonly r: number
  readonly c: number
  readonly rs: number
  readonly cs: number
  readonly text: string
}

/** Where a piece stands in the known tables: which table, and the column of it that its own first column is. */
export interface Place {
  readonly table: number
  readonly column: number
}

/** A piece belongs to a table of its page that has this share of its texts. */
const BELONGS = 0.6
/** Two tables of a page that hold as much of it as this cannot be told apart by their texts. */
const ALIKE = 0.95
/** Where fewer of its cells stand in the columns of the table, the grid itself is wrong, and teaches nothing. */
const ALIGNED = 0.8

/** What the pieces of a document ask, with the answers of the known tables, and the sheets that these answers make. */
export interface Answered {
  readonly examples: readonly Example[]
  readonly sheets: readonly Sheet[]
}

/** The decisions that the pieces of a document ask for, each after right answers to those before it; pieces that stand nowhere end a table. */
export function examplesOf(name: string, pieces: readonly Piece[], tables: readonly KnownTable[]): Answered {
  const places = pieces.map(({ grid }) => placeOf(grid, tables))
  const examples: Example[] = []
  const sheets: Sheet[] = []
  const [first] = pieces
  if (first === undefined) return { examples, sheets }
  let open = begun(first)
  let columns = [places[0]?.column]
  pieces.slice(1).forEach((piece, index) => {
    const [before, here] = [places[index], places[index + 1]]
    const previous = pieces[index]
    if (previous === undefined) return
    const moves = movesOf(open, previous, piece)
    const kind =
      before == null || here == null || before.table !== here.table
        ? 'begin'
        : columns.includes(here.column)
          ? 'down'
          : 'beside'
    // Of the strips that a page may stand below, the one with its columns.
    const isRight = (move: Move): boolean => move.kind === kind && (kind !== 'down' || columns[move.at] === here?.column)
    const right = moves.findIndex(isRight)
    if (here != null && before != null && right >= 0) examples.push({ place: `${name} p${piece.grid.page}`, moves, right })
    const chosen = moves[right] ?? moves[0]
    if (chosen === undefined) return
    if (chosen.kind === 'begin') sheets.push(open)
    open = chosen.sheet
    columns = chosen.kind === 'begin' ? [here?.column] : chosen.kind === 'beside' ? [...columns, here?.column] : columns
  })
  return { examples, sheets: [...sheets, open] }
}

/** A page of fewer rows, such as a total alone, stands anywhere. */
const TELLING_ROWS = 4

/** The known table whose left columns all the pieces show; null when they stand in none, or in several. */
export function tableOf(pieces: readonly Piece[], tables: readonly KnownTable[]): KnownTable | null {
  const places = pieces.map(({ grid }) => (rowCount(grid) < TELLING_ROWS ? null : placeOf(grid, tables)))
  const [first] = places
  const isOne = first?.column === 0 && places.every(place => place === null || place.table === first.table)
  return isOne ? (tables[first.table] ?? null) : null
}

/** Where a grid stands in the known tables; null when in none, or in several. */
export function placeOf(grid: Grid, tables: readonly KnownTable[]): Place | null {
  const plain = (text: string): string => squash(text.normalize('NFKC'))
  const cells = grid.cells.map(({ column, text }) => ({ column, text: plain(text) })).filter(({ text }) => text.length > 1)
  const shares = tables.map(table => {
    const texts = new Set(table.cells.map(({ text }) => plain(text)))
    return table.pages.includes(grid.page) ? cells.filter(({ text }) => texts.has(text)).length / cells.length : 0
  })
  const best = Math.max(0, ...shares)
  const table = shares.indexOf(best)
  const known = tables[table]
  if (best < BELONGS || known === undefined || shares.filter(share => share >= ALIKE * best).length > 1) return null
  const width = Math.max(...known.cells.map(({ c }) => c + 1))
  if (columnCount(grid) > width) return null
  const columns = Array.from(
    { length: width },
    (_, column) => new Set(known.cells.flatMap(({ c, text }) => (c === column ? [plain(text)] : []))),
  )
  const right = cells.filter(({ column }) => column >= columnCount(grid) / 2)
  const hits = Array.from(
    { length: Math.max(1, width - columnCount(grid) + 1) },
    (_, offset) => right.filter(({ column, text }) => columns[column + offset]?.has(text)).length,
  )
  const most = Math.max(...hits)
  return most < ALIGNED * right.length ? null : { table, column: hits.indexOf(most) }
}
