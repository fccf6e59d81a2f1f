import { type Box, endsOf, itemAt, usualSize } from '../../geometry.ts'
import type { Draft } from '../cells/cells.ts'
import type { Place } from '../cells/places.ts'
import type { Block } from '../headers/header-levels.ts'
import { bordersOf, middle, type TextColumn, touched } from '../texts/columns.ts'
import { CENTRED, isAmount, isDash, type Phrase, STAND_OFF, type TextLine } from '../texts/words.ts'
import type { Area } from './areas.ts'
import type { Merged, Rows } from './ruled-rows.ts'

/** A row begins so far over the baselines of its text and ends so far under them, in ems: about the square of a Han character (0.88 and 0.12), with more air under it. */
const ROW = { above: 0.85, below: 0.25 } as const

/** Size of print that is assumed where there is none, in points. */
const DEFAULT_SIZE = 10

/** A text whose middle or left side is this near (in sizes) to its column's is set in that column. */
const SET_LIKE = 1.2

/** What the texts of a row are put into: columns and their borders. */
interface Frame {
  readonly columns: readonly TextColumn[]
  readonly edges: readonly number[]
  /** Where the middle of the name of each column is; undefined for one that has none of its own. */
  readonly names: readonly (number | undefined)[]
}

interface Cell {
  readonly place: Place
  readonly phrases: readonly Phrase[]
  readonly doubtful: boolean
}

/** A header and the rows below it. */
export interface Part {
  readonly blocks: readonly Block[]
  readonly rows: Rows
}

/** Headers and the rows below each → cells that cover each place once. */
export function draftOf(area: Area, columns: readonly TextColumn[], parts: readonly Part[]): Draft {
  const margin = STAND_OFF * usualSize(area.lines, DEFAULT_SIZE)
  const left = Math.min(area.left, (columns[0]?.left ?? area.left) - margin)
  const right = Math.max(area.right, (columns.at(-1)?.right ?? area.right) + margin)
  const edges = bordersOf(columns, left, right)
  const blocks = parts[0]?.blocks ?? []
  const names = columns.map((_, index) => blocks.findLast(({ first, last }) => first === index && last === index)?.phrases[0])
  const frame = { columns, edges, names: names.map(name => name && middle(name)) }
  const placed: Cell[] = []
  const ruled: { readonly row: number; readonly borders: readonly number[] }[] = []
  let count = 0
  for (const { blocks, rows } of parts) {
    placed.push(...blocks.map(block => headCell(block, count)))
    count += blocks.reduce((most, block) => Math.max(most, block.bottom + 1), 0)
    if (rows.borders !== null) ruled.push({ row: count, borders: rows.borders })
    for (const cell of rows.merged) placed.push(mergedCell(cell, count))
    for (const row of rows.rows) placed.push(...cellsOfRow(row, count++, frame))
  }
  const cells = withEmpty(placed, count, columns.length)
  const rowEdges = rowEdgesOf(area.lines, cells, count)
  for (const { row, borders } of ruled) rowEdges.splice(row, borders.length, ...borders)
  const [top, bottom] = endsOf(rowEdges)
  const box: Box = [left, top, right, bottom]
  return {
    box,
    columnEdges: edges,
    rowEdges,
    places: cells.map(cell => cell.place),
    glyphs: cells.map(cell => cell.phrases.flatMap(phrase => phrase.glyphs)),
    doubtful: new Set(cells.flatMap((cell, index) => (cell.doubtful ? [index] : []))),
  }
}

/** A header by itself: the cells that cover each of its places once, and the borders of its rows. */
export function headPlaces(
  blocks: readonly Block[],
  columns: number,
  lines: readonly TextLine[],
): { readonly places: readonly Place[]; readonly rowEdges: readonly number[] } {
  const depth = blocks.reduce((most, block) => Math.max(most, block.bottom + 1), 0)
  const cells = withEmpty(
    blocks.map(block => headCell(block, 0)),
    depth,
    columns,
  )
  return { places: cells.map(({ place }) => place), rowEdges: rowEdgesOf(lines, cells, depth) }
}

const headCell = ({ phrases, top, bottom, first, last, doubtful }: Block, above: number): Cell => ({
  place: { row: above + top, column: first, rowSpan: bottom - top + 1, columnSpan: last - first + 1 },
  phrases,
  doubtful,
})

const mergedCell = ({ column, first, last, phrases }: Merged, depth: number): Cell => ({
  place: { row: depth + first, column, rowSpan: last - first + 1, columnSpan: 1 },
  phrases,
  doubtful: false,
})

/**
 * The cells of a body row. A text that runs on over empty neighbours stays in the column where it begins; one that is
 * centred over empty columns (合计) and not set like the others of its own spans them, unless it is a figure or stands for none.
 */
function cellsOfRow(lines: readonly TextLine[], row: number, frame: Frame): Cell[] {
  const phrases = lines.flatMap(line => line.phrases)
  const home = phrases.map(phrase => touched(phrase, frame.columns))
  const used = new Map<number, { phrases: Phrase[]; doubtful: boolean; last: number }>()
  phrases.forEach((phrase, index) => {
    const hits = itemAt(home, index)
    const others = home.filter((_, at) => at !== index).flat()
    const own = itemAt(hits, 0)
    const span = hits.length === 1 ? labelSpan(phrase, own, others, frame) : null
    const first = span?.first ?? own
    const crowded = hits.length > 1 && others.some(column => hits.includes(column) && column !== first)
    const cell = used.get(first) ?? { phrases: [], doubtful: false, last: span?.last ?? first }
    cell.phrases.push(phrase)
    cell.doubtful ||= crowded
    used.set(first, cell)
  })
  return [...used].map(([column, { phrases: own, doubtful, last }]) => ({
    place: { row, column, rowSpan: 1, columnSpan: last - column + 1 },
    phrases: own,
    doubtful,
  }))
}

/** The columns, its own and the empty ones before and after, over which a text is centred that is not set like its own column or the name of it; null where it stays in that. */
function labelSpan(
  phrase: Phrase,
  own: number,
  others: readonly number[],
  { columns, edges, names }: Frame,
): { readonly first: number; readonly last: number } | null {
  const column = columns[own]
  if (column === undefined || others.includes(own) || isAmount(phrase.text) || isDash(phrase.text)) return null
  const at = middle(phrase)
  if (Math.abs((names[own] ?? Number.POSITIVE_INFINITY) - at) <= CENTRED * phrase.size) return null
  const off = (from: number, to: number): number =>
    Math.abs((itemAt(edges, from) + itemAt(edges, to + 1)) / 2 - at) / phrase.size
  const isOver = (from: number, to: number): boolean => {
    const [least, most] = middlesOf(from, to, columns, edges)
    return at >= least - CENTRED * phrase.size && at <= most + CENTRED * phrase.size
  }
  const set = Math.min(
    Math.abs(middle(column) - at) / phrase.size,
    off(own, own),
    Math.abs(column.left - phrase.left) / phrase.size,
  )
  const least = Math.max(-1, ...others.filter(other => other < own)) + 1
  const most = Math.min(columns.length, ...others.filter(other => other > own)) - 1
  let best: { first: number; last: number; off: number } | null = null
  for (const first of new Set([least, own])) {
    for (let last = own; last <= most; last++) {
      const away = off(first, last)
      if (last > first && isOver(first, last) && away < (best?.off ?? Number.POSITIVE_INFINITY))
        best = { first, last, off: away }
    }
  }
  return best !== null && set > SET_LIKE ? best : null
}

/** Between which points the middle of some columns lies: their borders stand anywhere in the white between the texts. */
const middlesOf = (first: number, last: number, columns: readonly TextColumn[], edges: readonly number[]): [number, number] => {
  const [left, right] = endsOf(edges)
  const [outer, inner] = [columns[first - 1]?.right ?? left, itemAt(columns, first).left]
  const [end, next] = [itemAt(columns, last).right, columns[last + 1]?.left ?? right]
  return [(outer + end) / 2, (inner + next) / 2]
}

/** Add empty cells so that each place is covered once; where two cells meet in one place, the later joins the earlier. */
function withEmpty(cells: readonly Cell[], rows: number, columns: number): Cell[] {
  const owner = new Array<Cell | undefined>(rows * columns).fill(undefined)
  const kept: Cell[] = []
  for (const cell of cells) {
    const at = positions(cell.place, columns)
    const other = at.map(index => owner[index]).find(found => found !== undefined)
    if (other !== undefined) {
      const merged = { ...other, phrases: [...other.phrases, ...cell.phrases], doubtful: true }
      kept[kept.indexOf(other)] = merged
      for (const index of positions(other.place, columns)) owner[index] = merged
    } else {
      kept.push(cell)
      for (const index of at) owner[index] = cell
    }
  }
  owner.forEach((cell, index) => {
    if (cell === undefined)
      kept.push({
        place: { row: Math.floor(index / columns), column: index % columns, rowSpan: 1, columnSpan: 1 },
        phrases: [],
        doubtful: false,
      })
  })
  return kept.sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column)
}

function positions(place: Place, columns: number): number[] {
  const all: number[] = []
  for (let row = place.row; row < place.row + place.rowSpan; row++) {
    for (let column = place.column; column < place.column + place.columnSpan; column++) all.push(row * columns + column)
  }
  return all
}

/** Borders between rows: in the middle between the last line above and the first line below. */
function rowEdgesOf(lines: readonly TextLine[], cells: readonly Cell[], rows: number): number[] {
  const size = usualSize(lines, DEFAULT_SIZE)
  const above = new Array<number>(rows + 1).fill(Number.NEGATIVE_INFINITY)
  const below = new Array<number>(rows + 1).fill(Number.POSITIVE_INFINITY)
  for (const { place, phrases } of cells) {
    const baselines = phrases.map(phrase => phrase.baseline)
    if (baselines.length === 0) continue
    const end = place.row + place.rowSpan
    above[end] = Math.max(itemAt(above, end), ...baselines.map(baseline => baseline + ROW.below * size))
    below[place.row] = Math.min(itemAt(below, place.row), ...baselines.map(baseline => baseline - ROW.above * size))
  }
  const edges: number[] = []
  for (let index = 0; index <= rows; index++) {
    const [up, down] = [itemAt(above, index), itemAt(below, index)]
    const middle = !Number.isFinite(up) ? down : !Number.isFinite(down) ? up : (up + down) / 2
    // Above a first row without text only a rule can tell the edge; it comes after.
    const last = edges.at(-1) ?? Number.NEGATIVE_INFINITY
    edges.push(Number.isFinite(middle) ? Math.max(middle, last) : last)
  }
  return edges
}
