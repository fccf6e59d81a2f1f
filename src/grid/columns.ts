import { overlap, runsOf } from '../geometry.ts'
import { isAmount, joined, type Line, type Piece } from './words.ts'

/** A stretch of the page in which the texts of one column stand. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** A text belongs to a column when it lies in it by at least this share of the narrower of both. */
const INSIDE = 0.5
/** A piece is cut between two columns only at a gap this wide (in sizes), wider than a space inside a text. */
const CUT_GAP = 0.33

/** The columns in which the pieces of body lines stand, left to right: amounts first, then what stands between them. */
export function columnsOf(lines: readonly Line[]): Column[] {
  const pieces = lines.flatMap(line => line.pieces)
  const amounts = merged(pieces.filter(piece => isAmount(piece.text)))
  const free: Piece[] = []
  const widened = [...amounts]
  for (const piece of pieces) {
    if (isAmount(piece.text)) continue
    const hits = touching(piece, amounts)
    const [only] = hits
    const column = only !== undefined && hits.length === 1 ? amounts[only] : undefined
    if (only === undefined) free.push(piece)
    else if (column && overlap(column.left, column.right, piece.left, piece.right) >= INSIDE * (piece.right - piece.left))
      widened[only] = stretchOf([widened[only] ?? column, piece])
  }
  return merged([...widened, ...free])
}

/** Stretches that overlap, put together; a text without width belongs to what it touches, for a column needs some. */
function merged(stretches: readonly Column[]): Column[] {
  const columns: { left: number; right: number }[] = []
  for (const { left, right } of [...stretches].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    const isFlat = left === right || last?.left === last?.right
    if (last !== undefined && (left < last.right || (isFlat && left === last.right))) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

const touching = (piece: Column, columns: readonly Column[]): number[] =>
  columns.flatMap((column, index) => (meets(column, piece) ? [index] : []))

/** The columns a piece touches; the nearest one when it stands between columns. */
export function touched(piece: Column, columns: readonly Column[]): number[] {
  const hits = touching(piece, columns)
  if (hits.length > 0) return hits
  let best = 0
  columns.forEach((column, index) => {
    if (distance(column, piece) < distance(columns[best] ?? column, piece)) best = index
  })
  return columns.length > 0 ? [best] : []
}

/** The texts of lines by the column that they stand in, the first one of those that run over several. */
export function piecesByColumn(lines: readonly Line[], columns: readonly Column[]): Piece[][] {
  const own = columns.map((): Piece[] => [])
  for (const { pieces } of lines)
    for (const piece of pieces) for (const column of touched(piece, columns).slice(0, 1)) own[column]?.push(piece)
  return own
}

/** Whether two stretches overlap. */
export const meets = (a: Column, b: Column): boolean => overlap(a.left, a.right, b.left, b.right) > 0

/** The middle of a stretch. */
export const middle = (stretch: Column): number => (stretch.left + stretch.right) / 2

/** From where to where some texts stand. */
export const stretchOf = (texts: readonly Column[]): Column => ({
  left: Math.min(...texts.map(({ left }) => left)),
  right: Math.max(...texts.map(({ right }) => right)),
})

/** White between a column and a text, negative where they overlap. */
export const distance = (column: Column, piece: Column): number =>
  Math.max(column.left - piece.right, piece.left - column.right)

/** Cut the pieces of a line that hold the texts of several columns, at gaps that lie between those columns. */
export function cutAtColumns(line: Line, columns: readonly Column[]): Line {
  return {
    ...line,
    pieces: line.pieces.flatMap(piece => {
      if (piece.words.length < 2 || touched(piece, columns).length < 2) return [piece]
      const isParted = (word: Piece, before: Piece): boolean => {
        const [own, other] = [touched(word, columns), touched(before, columns)]
        const isWide = word.left - before.right >= CUT_GAP * word.size
        return isWide && own.length === 1 && other.length === 1 && own[0] !== other[0]
      }
      return runsOf(piece.words, (word, before) => !isParted(word, before)).map(joined)
    }),
  }
}

/** The columns between borders, without a margin beside each. */
export const columnsBetween = (borders: readonly number[], margin = 0): Column[] =>
  borders.slice(1).map((right, index) => ({ left: (borders[index] ?? right) + margin, right: right - margin }))

/** Borders between columns: in the middle of the white between them, and `left` and `right` outside. */
export const bordersOf = (columns: readonly Column[], left: number, right: number): number[] => [
  left,
  ...columns.slice(1).map((column, index) => ((columns[index]?.right ?? column.left) + column.left) / 2),
  right,
]
