import { type Box, endsOf, itemAt, overlap, placesAmong } from '../../geometry.ts'
import { joinedSets } from '../../joined-sets.ts'
import { type Edge, type Edges, JOINT, SNAP } from '../borders/edges.ts'
import type { Grid } from '../grid.ts'
import { type Place, placesOf } from './places.ts'

/** Cells as drawn, without text yet. */
export interface Lattice extends Pick<Grid, 'box' | 'columnEdges' | 'rowEdges'> {
  readonly places: readonly Place[]
}

/** A border counts between two places when it covers at least this share of their common side. */
const COVERED = 0.5
/** A rule that reaches further than this (in glyph heights) past the outermost border encloses an open column or row. */
const OPEN_SIDE = 0.8

/** Edges → lattices: each set of edges that touch, with the cells they enclose. After Nurminen (2013), "Algorithmic extraction of data in tables in PDF documents". */
export function latticesOf(edges: Edges, em: number): Lattice[] {
  return connected(edges, JOINT * em)
    .filter(part => part.horizontal.length > 0 && part.vertical.length > 0)
    .map(part => latticeOf(part, em))
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

/** Split edges into sets that are connected by crossings or touching ends (within `reach` points). */
export function connected({ horizontal, vertical }: Edges, reach: number): Edges[] {
  const { join, sets } = joinedSets(horizontal.length + vertical.length)
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (v.at >= h.from - reach && v.at <= h.to + reach && h.at >= v.from - reach && h.at <= v.to + reach)
        join(i, horizontal.length + j)
    })
  })
  return sets().map(set => ({
    horizontal: set.flatMap(index => horizontal[index] ?? []),
    vertical: set.flatMap(index => vertical[index - horizontal.length] ?? []),
  }))
}

/** Where a place of a lattice is drawn. */
export const placeBox = (
  { columnEdges, rowEdges }: Pick<Lattice, 'columnEdges' | 'rowEdges'>,
  { row, column, rowSpan, columnSpan }: Place,
): Box => [
  itemAt(columnEdges, column),
  itemAt(rowEdges, row),
  itemAt(columnEdges, column + columnSpan),
  itemAt(rowEdges, row + rowSpan),
]

function latticeOf({ horizontal, vertical }: Edges, em: number): Lattice {
  const columnEdges = positions(vertical, horizontal, em)
  const rowEdges = positions(horizontal, vertical, em)
  const isWall = (edges: readonly Edge[], at: number, from: number, to: number): boolean => {
    const covered = edges
      .filter(edge => Math.abs(edge.at - at) <= SNAP * em)
      .reduce((sum, edge) => sum + Math.max(0, overlap(edge.from, edge.to, from, to)), 0)
    return covered >= COVERED * (to - from)
  }
  const places = placesOf(rowEdges.length - 1, columnEdges.length - 1, {
    right: (row, column) => isWall(vertical, itemAt(columnEdges, column + 1), itemAt(rowEdges, row), itemAt(rowEdges, row + 1)),
    below: (row, column) =>
      isWall(horizontal, itemAt(rowEdges, row + 1), itemAt(columnEdges, column), itemAt(columnEdges, column + 1)),
  })
  const [left, right] = endsOf(columnEdges)
  const [top, bottom] = endsOf(rowEdges)
  return { box: [left, top, right, bottom], columnEdges, rowEdges, places }
}

/** Where the borders across one axis stand; sides without a border are closed where the crossing rules end. */
function positions(along: readonly Edge[], across: readonly Edge[], em: number): number[] {
  const drawn = placesAmong(
    along.map(edge => edge.at),
    SNAP * em,
  )
  const first = Math.min(...across.map(edge => edge.from))
  const last = Math.max(...across.map(edge => edge.to))
  const start = (drawn[0] ?? Number.POSITIVE_INFINITY) - first > OPEN_SIDE * em ? [first] : []
  const end = last - (drawn.at(-1) ?? Number.NEGATIVE_INFINITY) > OPEN_SIDE * em ? [last] : []
  return [...start, ...drawn, ...end]
}
