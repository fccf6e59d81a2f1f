import type { Box } from '../geometry.ts'
import { type Column, columnsOf } from './columns.ts'
import type { Lattice } from './lattice.ts'
import { namedColumns } from './names.ts'
import type { Place } from './places.ts'
import { isProseColumn } from './prose.ts'
import { amountColumns, numericColumns, rowsOf } from './rows.ts'
import { isAmount, isFormatted, joined, type Line, middleOfLine, type Piece, piecesOf } from './words.ts'

/** So many rows in the same way without a border, and a border drawn only above them: the columns go on unruled. */
const LEAST_ROWS = 3
/** Of such rows at least this share has texts on both sides of the border … */
const BOTH_SIDES = 0.6
/** … and at most this share of the texts runs across it, as in a merged cell it would. */
const CROSSING = 0.04
/** A drawn row is cut into rows of text only where such rows hold at least this share of the lattice's lines below its header: a table whose header alone is ruled. */
const MOST_LINES = 0.5
/** Rows of text that tell themselves have texts in several columns at least this often. */
const SEVERAL = 0.6
/** A column without rulings inside is cut where it is at least this wide (in glyph heights): two short texts and a gutter. */
const WIDE = 8
/** A word gap this wide (in sizes) parts two cells where a border would stand. */
const GAP = 0.33

/** A lattice whose rulings part only some of its rows and columns → the same with the rows and columns its text tells. `lines` are the words in it. */
export function refined(lattice: Lattice, lines: readonly Line[], em: number): Lattice {
  return withTextRows(withTextColumns(withBorders(lattice, lines), lines, em), lines)
}

/** Carry column borders on through rows in which they are not drawn but kept by the text. */
function withBorders(lattice: Lattice, lines: readonly Line[]): Lattice {
  const { places, columnEdges, rowEdges } = lattice
  const wide = places.filter(place => place.columnSpan > 1 && place.rowSpan === 1)
  if (wide.length < LEAST_ROWS) return lattice
  const cut = new Set<Place>()
  for (const run of runsOf(wide)) {
    const [first] = run
    if (first === undefined || run.length < LEAST_ROWS) continue
    const borders = columnEdges.slice(first.column + 1, first.column + first.columnSpan)
    const rows = run.map(place =>
      wordsIn(lines, [
        columnEdges[place.column] ?? 0,
        rowEdges[place.row] ?? 0,
        columnEdges[place.column + place.columnSpan] ?? 0,
        rowEdges[place.row + 1] ?? 0,
      ]),
    )
    const filled = rows.filter(row => row.length > 0)
    const told = filled.filter(row => new Set(row.flatMap(line => line.pieces.map(word => slotOf(word, borders)))).size > 1)
    const texts = filled.flatMap(row => row.flatMap(line => line.pieces))
    const crossing = filled.flatMap(row => row.flatMap(line => crossings(line, borders)))
    if (told.length >= LEAST_ROWS && told.length >= BOTH_SIDES * filled.length && crossing.length <= CROSSING * texts.length)
      for (const place of run) cut.add(place)
  }
  if (cut.size === 0) return lattice
  return { ...lattice, places: inOrder(places.flatMap(place => (cut.has(place) ? columnsOfPlace(place) : [place]))) }
}

const columnsOfPlace = (place: Place): Place[] =>
  Array.from({ length: place.columnSpan }, (_, index) => ({ ...place, column: place.column + index, columnSpan: 1 }))

const inOrder = (places: readonly Place[]): Place[] => [...places].sort((a, b) => a.row - b.row || a.column - b.column)

/** Places of equal columns in rows that follow each other. */
function runsOf(places: readonly Place[]): Place[][] {
  const runs: Place[][] = []
  for (const place of [...places].sort((a, b) => a.column - b.column || a.columnSpan - b.columnSpan || a.row - b.row)) {
    const last = runs.at(-1)?.at(-1)
    if (
      last !== undefined &&
      last.column === place.column &&
      last.columnSpan === place.columnSpan &&
      last.row + 1 === place.row
    )
      runs.at(-1)?.push(place)
    else runs.push([place])
  }
  return runs
}

/** Words whose middle lies in a rectangle, by lines. */
function wordsIn(lines: readonly Line[], [left, top, right, bottom]: Box): Line[] {
  return lines
    .filter(line => middleOfLine(line) >= top && middleOfLine(line) < bottom)
    .map(line => ({ ...line, pieces: line.pieces.filter(word => middle(word) >= left && middle(word) < right) }))
    .filter(line => line.pieces.length > 0)
}

const middle = (word: Piece): number => (word.left + word.right) / 2
const slotOf = (word: Piece, borders: readonly number[]): number => borders.filter(border => border <= middle(word)).length

/** Words that stand on a border, or too near to the next word beyond it to be a text of their own. */
function crossings(line: Line, borders: readonly number[]): Piece[] {
  return line.pieces.filter((word, index) => {
    const next = line.pieces[index + 1]
    const onBorder = borders.some(border => border > word.left + 0.3 * word.size && border < word.right - 0.3 * word.size)
    const runsOn =
      next !== undefined && slotOf(word, borders) !== slotOf(next, borders) && next.left - word.right < GAP * word.size
    return onBorder || runsOn
  })
}

/** Cut columns in which no border is drawn but several columns of amounts stand side by side. */
function withTextColumns(lattice: Lattice, lines: readonly Line[], em: number): Lattice {
  const { columnEdges } = lattice
  for (let index = columnEdges.length - 2; index >= 0; index--) {
    const [left, right] = [columnEdges[index] ?? 0, columnEdges[index + 1] ?? 0]
    if (right - left < WIDE * em) continue
    const words = wordsIn(lines, [left, lattice.box[1], right, lattice.box[3]])
    if (words.filter(line => line.pieces.length > 1).length < LEAST_ROWS) continue
    const inside = words.map(line => piecesOf(line))
    const rows = inside.filter(line => line.pieces.some(piece => isAmount(piece.text)))
    const columns = rows.length < LEAST_ROWS ? [] : columnsOf(rows)
    const names = inside.filter(line => !rows.includes(line))
    const whole = namedColumns(names, columns)
    if (columns.length > 1 && whole.length === columns.length && isTold(rows, whole))
      return withTextColumns(cutColumn(lattice, index, whole, inside), lines, em)
  }
  return lattice
}

/** Whether nearly each line fills the columns and all but the first hold amounts. */
function isTold(lines: readonly Line[], columns: readonly Column[]): boolean {
  const filled = columns.map(
    (_, index) => lines.filter(line => line.pieces.some(piece => overlaps(piece, columns[index]))).length,
  )
  const amounts = numericColumns(lines, columns)
  return (
    filled.every(count => count >= Math.max(LEAST_ROWS, BOTH_SIDES * lines.length)) &&
    amounts.filter(Boolean).length >= Math.max(2, columns.length - 1) &&
    !columns.some((_, index) => isProseColumn(lines, columns, index))
  )
}

const overlaps = (piece: Piece, column: Column | undefined): boolean =>
  column !== undefined && piece.left < column.right && piece.right > column.left

/** A column → several: each place in it is cut too, unless one of its texts stands over several of them. */
function cutColumn(lattice: Lattice, index: number, columns: readonly Column[], lines: readonly Line[]): Lattice {
  const more = columns.length - 1
  const borders = columns.slice(1).map((column, at) => ((columns[at]?.right ?? column.left) + column.left) / 2)
  const places = lattice.places.flatMap((place): Place[] => {
    if (place.column > index) return [{ ...place, column: place.column + more }]
    if (place.column + place.columnSpan <= index) return [place]
    if (place.columnSpan > 1) return [{ ...place, columnSpan: place.columnSpan + more }]
    const [top, bottom] = [lattice.rowEdges[place.row] ?? 0, lattice.rowEdges[place.row + place.rowSpan] ?? 0]
    const own = lines.filter(line => line.baseline > top && line.baseline <= bottom).flatMap(line => line.pieces)
    const whole = own.some(piece => columns.filter(column => overlaps(piece, column)).length > 1)
    return whole ? [{ ...place, columnSpan: 1 + more }] : columnsOfPlace({ ...place, columnSpan: 1 + more })
  })
  const edges = lattice.columnEdges
  return {
    ...lattice,
    places: inOrder(places),
    columnEdges: [...edges.slice(0, index + 1), ...borders, ...edges.slice(index + 1)],
  }
}

/** Cut drawn rows that hold several rows of text. */
function withTextRows(lattice: Lattice, lines: readonly Line[]): Lattice {
  const rows = lattice.rowEdges.length - 1
  const all = lines.filter(line => line.baseline > lattice.box[1] && line.baseline <= lattice.box[3]).length
  if (all <= rows) return lattice
  const cuts: { row: number; groups: Line[][] }[] = []
  for (let row = 0; row < rows; row++) {
    const groups = textRowsOf(lattice, row, lines)
    if (groups.length > 1) cuts.push({ row, groups })
  }
  const held = cuts.reduce((sum, cut) => sum + cut.groups.flat().length, 0)
  if (held < MOST_LINES * linesOfRows(lattice, lines)) return lattice
  return cuts.reverse().reduce((current, { row, groups }) => cutRow(current, row, groups), lattice)
}

/** How many lines a lattice holds from its first drawn row with an amount on: those above are its header. */
function linesOfRows({ box, rowEdges }: Lattice, lines: readonly Line[]): number {
  const inside = lines.filter(line => line.baseline > box[1] && line.baseline <= box[3])
  const first = inside.find(line => line.pieces.some(word => isFormatted(word.text)))
  const top = first === undefined ? box[1] : (rowEdges.findLast(at => at < middleOfLine(first)) ?? box[1])
  return inside.filter(line => line.baseline > top).length
}

/** The rows of text in a drawn row, when amounts tell them; else none. */
function textRowsOf(lattice: Lattice, row: number, lines: readonly Line[]): Line[][] {
  const { places, columnEdges, rowEdges } = lattice
  const own = places.filter(place => place.row <= row && place.row + place.rowSpan > row)
  if (own.length < 2 || own.some(place => place.rowSpan > 1)) return []
  const columns = own.map(place => ({
    left: columnEdges[place.column] ?? 0,
    right: columnEdges[place.column + place.columnSpan] ?? 0,
  }))
  const band = lines.filter(line => middleOfLine(line) >= (rowEdges[row] ?? 0) && middleOfLine(line) < (rowEdges[row + 1] ?? 0))
  const told = band
    .map(line => ({ ...line, pieces: columns.flatMap(column => cellPiece(line, column)) }))
    .filter(line => line.pieces.length > 0)
  if (told.length < 2) return []
  const anchors = amountColumns(told, columns)
  const figures = told.filter(line =>
    line.pieces.some(piece =>
      columns.some((column, index) => anchors[index] === true && overlaps(piece, column) && isAmount(piece.text)),
    ),
  )
  const several = figures.filter(line => line.pieces.length > 1)
  if (
    figures.length < 2 ||
    several.length < SEVERAL * figures.length ||
    (figures.length < LEAST_ROWS && !isEven(told, columns, anchors))
  )
    return []
  const rows = rowsOf(told, columns, anchors)
  const named = rows.filter(group =>
    group.some(line => line.pieces.some(piece => !isAmount(piece.text) || overlaps(piece, columns[0]))),
  )
  const areWhole = figures.every(line => line.pieces.every(isWhole)) && !columns.some(column => isWrapped(told, column))
  return named.length >= SEVERAL * rows.length && areWhole ? rows : []
}

/** Whether a number is not the piece of one that a narrow cell wrapped: its thousands are complete. */
const isWhole = (piece: Piece): boolean =>
  !isAmount(piece.text) || !piece.text.includes(',') || /^[^\d]*\d{1,3}(,\d{3})+(\.\d+)?[^\d]*$/.test(piece.text)

/** Whether a narrow column wrapped a figure after its point: it is full, and only with the digits below has the figure the decimals that others have. */
function isWrapped(lines: readonly Line[], column: Column): boolean {
  const decimalsOf = (text: string): number | undefined => /\.(\d*)$/.exec(text)?.[1]?.length
  const most = Math.max(...lines.flatMap(({ pieces }) => pieces.map(({ text }) => decimalsOf(text) ?? 0)))
  const isFull = ({ text, left, right }: Piece): boolean =>
    ((right - left) * (text.length + 1)) / text.length > column.right - column.left
  const own = lines.flatMap(({ pieces }) => pieces.filter(piece => overlaps(piece, column)))
  return own.some((piece, index) => {
    const [decimals, below] = [decimalsOf(piece.text), own[index + 1]?.text ?? '']
    return decimals !== undefined && isFull(piece) && /^\d+$/.test(below) && decimals + below.length === most
  })
}

/** The words of a line in one cell, as one piece. */
function cellPiece(line: Line, { left, right }: Column): Piece[] {
  const words = line.pieces.filter(word => middle(word) >= left && middle(word) < right)
  return words.length === 0 ? [] : [joined(words)]
}

/** Whether the amounts of each column have equally many decimals; two lines of which are not are one number, wrapped. */
function isEven(lines: readonly Line[], columns: readonly Column[], anchors: readonly boolean[]): boolean {
  return columns.every((column, index) => {
    if (anchors[index] !== true) return true
    const texts = lines.flatMap(line =>
      line.pieces.filter(piece => overlaps(piece, column) && isAmount(piece.text)).map(piece => piece.text),
    )
    return new Set(texts.map(text => /\.\d+/.exec(text)?.[0].length ?? 0)).size === 1
  })
}

function cutRow(lattice: Lattice, row: number, groups: readonly (readonly Line[])[]): Lattice {
  const more = groups.length - 1
  const borders = groups.slice(1).map((group, index) => {
    const above = groups[index]?.at(-1)
    const below = group[0]
    const bottom = (above?.baseline ?? 0) + 0.2 * (above?.size ?? 0)
    return (bottom + (below?.baseline ?? bottom) - 0.8 * (below?.size ?? 0)) / 2
  })
  const places = lattice.places.flatMap((place): Place[] => {
    if (place.row > row) return [{ ...place, row: place.row + more }]
    if (place.row < row) return [place.row + place.rowSpan > row ? { ...place, rowSpan: place.rowSpan + more } : place]
    return groups.map((_, index) => ({ ...place, row: row + index }))
  })
  const edges = lattice.rowEdges
  return { ...lattice, places: inOrder(places), rowEdges: [...edges.slice(0, row + 1), ...borders, ...edges.slice(row + 1)] }
}
