import { type Box, median } from '../geometry.ts'
import type { Area } from './areas.ts'
import type { Draft } from './cells.ts'
import { bordersOf, type Column, touched } from './columns.ts'
import type { Block } from './header.ts'
import type { Place } from './places.ts'
import type { Rows } from './ruled-rows.ts'
import type { Line, Piece } from './words.ts'

/** A text whose middle or left side is this near (in sizes) to its column's is set in that column. */
const SET_LIKE = 1.2

interface Cell {
  readonly place: Place
  readonly pieces: readonly Piece[]
  readonly doubtful: boolean
}

/** Header blocks and body rows → cells that cover each place once. */
export function draftOf(area: Area, columns: readonly Column[], blocks: readonly Block[], { rows, borders }: Rows): Draft {
  const depth = blocks.reduce((most, block) => Math.max(most, block.bottom + 1), 0)
  const head = blocks.map(
    (block): Cell => ({
      place: {
        row: block.top,
        column: block.first,
        rowSpan: block.bottom - block.top + 1,
        columnSpan: block.last - block.first + 1,
      },
      pieces: block.pieces,
      doubtful: block.doubtful,
    }),
  )
  const margin =
    0.3 *
    median(
      area.lines.map(line => line.size),
      10,
    )
  const left = Math.min(area.left, (columns[0]?.left ?? area.left) - margin)
  const right = Math.max(area.right, (columns.at(-1)?.right ?? area.right) + margin)
  const edges = bordersOf(columns, left, right)
  const cells = withEmpty(
    [...head, ...rows.flatMap((row, index) => cellsOf(row, depth + index, columns, edges))],
    depth + rows.length,
    columns.length,
  )
  const told = rowEdgesOf(area, cells, depth + rows.length)
  const rowEdges = borders === null ? told : [...told.slice(0, depth), ...borders]
  const box: Box = [left, rowEdges[0] ?? 0, right, rowEdges.at(-1) ?? 0]
  return {
    box,
    columnEdges: edges,
    rowEdges,
    places: cells.map(cell => cell.place),
    glyphs: cells.map(cell => cell.pieces.flatMap(piece => piece.glyphs)),
    doubtful: new Set(cells.flatMap((cell, index) => (cell.doubtful ? [index] : []))),
  }
}

/**
 * The cells of a body row. A text that runs on over empty neighbours stays in the column where it begins; one that is
 * centred over the empty first columns (合计) spans them.
 */
function cellsOf(lines: readonly Line[], row: number, columns: readonly Column[], borders: readonly number[]): Cell[] {
  const pieces = lines.flatMap(line => line.pieces)
  const home = pieces.map(piece => touched(piece, columns))
  const label = pieces[0]
  const alone = label !== undefined && home[0]?.length === 1
  const last = alone
    ? labelSpan(
        label,
        home[0]?.[0] ?? 0,
        Math.min(columns.length, ...home.slice(1).map(hits => hits[0] ?? 0)),
        columns,
        borders,
      )
    : 0
  const used = new Map<number, { pieces: Piece[]; doubtful: boolean }>()
  pieces.forEach((piece, index) => {
    const hits = home[index] ?? []
    const first = index === 0 && last > 0 ? 0 : (hits[0] ?? 0)
    const crowded =
      hits.length > 1 &&
      home.some((other, at) => at !== index && other.some(column => hits.includes(column) && column !== first))
    const cell = used.get(first) ?? { pieces: [], doubtful: false }
    cell.pieces.push(piece)
    cell.doubtful ||= crowded
    used.set(first, cell)
  })
  return [...used].map(([column, cell]) => ({
    place: { row, column, rowSpan: 1, columnSpan: column === 0 ? last + 1 : 1 },
    ...cell,
  }))
}

/** The last of the columns, from the first on and empty up to `end`, over which a text is centred that is not set like its own column; 0 when none. */
function labelSpan(piece: Piece, own: number, end: number, columns: readonly Column[], borders: readonly number[]): number {
  const column = columns[own]
  if (column === undefined) return 0
  const middle = (piece.left + piece.right) / 2
  const off = (from: number, to: number): number => Math.abs((from + to) / 2 - middle) / piece.size
  const set = Math.min(
    off(column.left, column.right),
    off(borders[own] ?? 0, borders[own + 1] ?? 0),
    Math.abs(piece.left - column.left) / piece.size,
  )
  if (set <= SET_LIKE) return 0
  let best = 0
  for (let last = Math.max(1, own); last < end; last++) {
    if (
      off(borders[0] ?? 0, borders[last + 1] ?? 0) <= SET_LIKE &&
      (best === 0 || off(borders[0] ?? 0, borders[last + 1] ?? 0) < off(borders[0] ?? 0, borders[best + 1] ?? 0))
    )
      best = last
  }
  return best
}

/** Add empty cells so that each place is covered once; where two cells meet in one place, the later joins the earlier. */
function withEmpty(cells: readonly Cell[], rows: number, columns: number): Cell[] {
  const owner = new Array<Cell | undefined>(rows * columns).fill(undefined)
  const kept: Cell[] = []
  for (const cell of cells) {
    const at = positions(cell.place, columns)
    const other = at.map(index => owner[index]).find(found => found !== undefined)
    if (other !== undefined) {
      const merged = { ...other, pieces: [...other.pieces, ...cell.pieces], doubtful: true }
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
        pieces: [],
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
function rowEdgesOf(area: Area, cells: readonly Cell[], rows: number): number[] {
  const size = median(
    area.lines.map(line => line.size),
    10,
  )
  const above = new Array<number>(rows + 1).fill(Number.NEGATIVE_INFINITY)
  const below = new Array<number>(rows + 1).fill(Number.POSITIVE_INFINITY)
  for (const { place, pieces } of cells) {
    const baselines = pieces.map(piece => piece.baseline)
    if (baselines.length === 0) continue
    const end = place.row + place.rowSpan
    above[end] = Math.max(above[end] ?? 0, ...baselines.map(baseline => baseline + 0.25 * size))
    below[place.row] = Math.min(below[place.row] ?? 0, ...baselines.map(baseline => baseline - 0.85 * size))
  }
  const edges: number[] = []
  for (let index = 0; index <= rows; index++) {
    const up = above[index] ?? 0
    const down = below[index] ?? 0
    const middle = !Number.isFinite(up) ? down : !Number.isFinite(down) ? up : (up + down) / 2
    edges.push(Number.isFinite(middle) ? Math.max(middle, edges.at(-1) ?? middle) : (edges.at(-1) ?? 0))
  }
  return edges
}
