import { type Box, contains, overlap } from '../geometry.ts'
import type { Page } from '../page/page.ts'
import { continuedEdges } from './continued.ts'
import { type Edge, type Edges, edgesOf, SNAP } from './edges.ts'
import { middleOf } from './fill.ts'
import { belowStripes, sidesOfFills } from './fills.ts'
import type { EdgeSource, Grid, GridEdge } from './grid.ts'
import { type Lattice, latticesOf } from './lattice.ts'
import { type Drawn, looseEndEdges, numberLineEdges } from './loose-ends.ts'
import { type Marks, marksOf } from './marks.ts'
import { edgesAgain } from './printed-again.ts'
import { isAmount, isDash, type Line, piecesOf, wordLinesOf } from './words.ts'

/** All edges of a page by what tells them. */
export interface PageEdges {
  /** Drawn lines, and the sides of coloured boxes where no lines part cells. */
  readonly seen: Edges
  /** Of these the sides of boxes. */
  readonly fills: Edges
  /** Of these the borders that loose ends tell. */
  readonly loose: readonly Edge[]
  /** Column borders of a header carried on through the rows below it, and borders between rows of text. */
  readonly continued: Edges
  /** Lines that are no borders. */
  readonly marks: Marks
  /** The lattices of all edges. */
  readonly lattices: readonly Lattice[]
}

/** What a page shows → its edges; `em` is the usual glyph height in points. */
export function pageEdges(page: Page, em: number): PageEdges {
  let words: readonly Line[] | undefined
  const lines = (): readonly Line[] => {
    words ??= wordLinesOf(page.glyphs)
    return words
  }
  const ruled = edgesOf(page.rulings, em)
  const marks = marksOf(ruled, lines, em)
  const isMark = new Set([...marks.underlines, ...marks.strikes])
  const borders = { ...ruled, horizontal: ruled.horizontal.filter(edge => !isMark.has(edge)) }
  const fills = fillEdges(page, borders, { lines, em })
  const drawn = together([borders, fills])
  const ends = looseEndEdges({ edges: drawn, lines, em })
  const bordered = laidOut(together([drawn, { horizontal: ends, vertical: [] }]), em)
  const numbers = bordered.lattices.flatMap(lattice => numberLineEdges(lattice, { ...bordered, lines, em }))
  const first = withMore(bordered, { horizontal: numbers, vertical: [] }, em)
  const again = together(first.lattices.map(lattice => edgesAgain(lattice, first.lattices, { ...first, lines, em })))
  const seen = withMore(first, again, em)
  const continued = together(
    seen.lattices.flatMap(lattice => continuedEdges(lattice, { ...seen, again: again.vertical, lines, em }) ?? []),
  )
  return {
    seen: seen.edges,
    fills,
    loose: [...ends, ...numbers],
    continued,
    marks,
    lattices: withMore(seen, continued, em).lattices,
  }
}

/** Edges with the lattices that they make. */
interface Laid {
  readonly edges: Edges
  readonly lattices: readonly Lattice[]
}

const laidOut = (edges: Edges, em: number): Laid => ({ edges, lattices: latticesOf(edges, em) })

/** The same with more edges; where none come the lattices stay. */
const withMore = (laid: Laid, more: Edges, em: number): Laid =>
  more.horizontal.length + more.vertical.length === 0 ? laid : laidOut(together([laid.edges, more]), em)

/** The edges of several sets as one. */
export const together = (sets: readonly Edges[]): Edges => ({
  horizontal: sets.flatMap(({ horizontal }) => horizontal),
  vertical: sets.flatMap(({ vertical }) => vertical),
})

/** The sides of the coloured boxes that stand outside what lines enclose, and the end of the uncoloured row below the last. */
function fillEdges(page: Page, ruled: Edges, { lines, em }: Pick<Drawn, 'lines' | 'em'>): Edges {
  const none = together([])
  if (page.shades.length === 0) return none
  const drawn = latticesOf(ruled, em).filter(({ places }) => places.length > 1)
  const free = page.shades.filter(
    shade => !drawn.some(({ box }) => contains(box, (shade[0] + shade[2]) / 2, (shade[1] + shade[3]) / 2)),
  )
  if (free.length === 0) return none
  const sides = sidesOfFills(free, page.glyphs.filter(glyph => glyph.text !== ' ').map(middleOf), em)
  const row = sides.length === 0 ? null : belowStripes(free, em)
  const isRow = row !== null && lines().some(line => isFilledRow(line, row))
  const end = isRow ? [{ axis: 'horizontal' as const, at: row[3], from: row[0], to: row[2], width: 0 }] : []
  return edgesOf([...sides, ...end], em)
}

/** Whether a line is a row of a table in a place: texts in it side by side, the last a figure or a sign for nothing. */
function isFilledRow(line: Line, [left, top, right, bottom]: Box): boolean {
  const { pieces } = piecesOf(line)
  const last = pieces.at(-1)
  return (
    line.baseline > top &&
    line.baseline < bottom &&
    pieces.length > 1 &&
    pieces.every(piece => piece.left > left && piece.right < right) &&
    last !== undefined &&
    (isAmount(last.text) || isDash(last.text))
  )
}

/** How sure a reader is of an edge by what tells it: each is less plain to see than the one before. */
const STRENGTH: Readonly<Record<EdgeSource, number>> = {
  ruling: 1,
  fill: 0.9,
  joint: 0.7,
  'loose-end': 0.7,
  continued: 0.6,
  text: 0.5,
}

const asShown = ({ at, from, to }: Edge, axis: GridEdge['axis'], source: EdgeSource): GridEdge => ({
  axis,
  at,
  from,
  to,
  source,
  strength: STRENGTH[source],
})

/** All edges of a page as they are shown, rejected ones with the reason. */
export function shownEdges({ seen, fills, loose, continued, marks }: PageEdges): GridEdge[] {
  const isFill = new Set([...fills.horizontal, ...fills.vertical])
  const sides = (edges: readonly Edge[], axis: GridEdge['axis']): GridEdge[] =>
    edges.map(edge => asShown(edge, axis, isFill.has(edge) ? 'fill' : loose.includes(edge) ? 'loose-end' : 'ruling'))
  const joints = seen.horizontal.flatMap(({ at, joints: places = [] }) =>
    places.map((place): GridEdge => asShown({ at: place, from: at, to: at }, 'vertical', 'joint')),
  )
  const rejected = (edges: readonly Edge[], because: string): GridEdge[] =>
    edges.map(edge => ({ ...asShown(edge, 'horizontal', 'ruling'), strength: 0, rejected: because }))
  return [
    ...sides(seen.horizontal, 'horizontal'),
    ...sides(seen.vertical, 'vertical'),
    ...joints,
    ...continued.horizontal.map(edge => asShown(edge, 'horizontal', 'continued')),
    ...continued.vertical.map(edge => asShown(edge, 'vertical', 'continued')),
    ...rejected(marks.underlines, 'underlines a text'),
    ...rejected(marks.strikes, 'strikes a text out'),
  ]
}

/** The borders of grids that none of the edges shows: the text alone tells them. */
export function textEdges(grids: readonly Grid[], shown: readonly GridEdge[], em: number): GridEdge[] {
  const isShown = (axis: GridEdge['axis'], at: number, from: number, to: number): boolean =>
    shown.some(edge => edge.axis === axis && Math.abs(edge.at - at) <= SNAP * em && overlap(edge.from, edge.to, from, to) >= 0)
  const told = (axis: GridEdge['axis'], places: readonly number[], from: number, to: number): GridEdge[] =>
    places.filter(at => !isShown(axis, at, from, to)).map(at => asShown({ at, from, to }, axis, 'text'))
  return grids.flatMap(({ box, columnEdges, rowEdges }) => [
    ...told('vertical', columnEdges, box[1], box[3]),
    ...told('horizontal', rowEdges, box[0], box[2]),
  ])
}
