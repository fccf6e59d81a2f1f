import { overlap } from '../../geometry.ts'
import type { Page } from '../../page/page.ts'
import { latticesOf } from '../cells/lattice.ts'
import type { EdgeSource, Grid, GridEdge } from '../grid.ts'
import { type TextLine, wordLinesOf } from '../texts/words.ts'
import { belowNames } from './below-names.ts'
import { colouredRows } from './coloured-rows.ts'
import { continuedEdges } from './continued.ts'
import { type Drawn, NONE, ofEachLattice, type Teller } from './drawn.ts'
import { type Edge, type Edges, edgesOf, SNAP } from './edges.ts'
import { fillEdges } from './fills.ts'
import { headerOverEdges } from './header-over.ts'
import { keptBorders } from './kept-borders.ts'
import { looseEndEdges, numberLineEdges } from './loose-ends.ts'
import { type Marks, marksOf } from './marks.ts'
import { openBandEdges } from './open-band.ts'
import { openRows } from './open-rows.ts'
import { outerFramesOf } from './outer-frames.ts'
import { edgesAgain } from './printed-again.ts'
import { partBorders } from './rules-in-parts.ts'
import { textColumns } from './text-columns.ts'
import { textRows } from './text-rows.ts'

/** What tells borders beside drawn lines, in the order in which they are asked: each sees the lattices of all before it. */
const TELLERS: readonly (readonly [EdgeSource, Teller])[] = [
  ['fill', fillEdges],
  ['fill', ofEachLattice(colouredRows)],
  ['text', partBorders],
  ['loose-end', looseEndEdges],
  ['loose-end', ofEachLattice(numberLineEdges)],
  ['loose-end', ofEachLattice(openBandEdges)],
  ['again', ofEachLattice(edgesAgain)],
  ['continued', ofEachLattice(continuedEdges)],
  ['text', ofEachLattice(headerOverEdges)],
  ['text', ofEachLattice(keptBorders)],
  ['text', ofEachLattice(openRows)],
  ['text', ofEachLattice(textColumns)],
  ['text', ofEachLattice(belowNames)],
  ['text', ofEachLattice(textRows)],
]

/** All edges of a page with what tells each, the lattices they make, and the lines that are no borders. */
export interface PageEdges extends Drawn {
  readonly marks: Marks
  /** Lines around whole tables with their captions. */
  readonly frames: Edges
}

/** What a page shows → its edges; `em` is the usual glyph height in points. */
export function pageEdges(page: Page, em: number): PageEdges {
  let words: readonly TextLine[] | undefined
  const lines = (): readonly TextLine[] => {
    words ??= wordLinesOf(page.glyphs)
    return words
  }
  const ruled = edgesOf(page.rulings, em)
  const marks = marksOf(ruled, lines, em)
  const single = without(ruled, [...marks.underlines, ...marks.strikes])
  const outer = outerFramesOf(single, page.glyphs, em)
  const bare = without(single, [...outer.frames.horizontal, ...outer.frames.vertical])
  const edges = { ...bare, horizontal: bare.horizontal.map(edge => outer.cut.get(edge) ?? edge) }
  const drawn = withMore({ page, edges: NONE, lattices: [], lines, em }, edges)
  return { ...TELLERS.reduce(told, drawn), marks, frames: outer.frames }
}

function without({ horizontal, vertical }: Edges, none: readonly Edge[]): Edges {
  const isNone = new Set(none)
  return { horizontal: horizontal.filter(edge => !isNone.has(edge)), vertical: vertical.filter(edge => !isNone.has(edge)) }
}

/** The same with what one more teller knows. */
function told(drawn: Drawn, [source, tell]: (typeof TELLERS)[number]): Drawn {
  const { horizontal, vertical } = tell(drawn)
  const asEdge = (border: Omit<Edge, 'source'>): Edge => ({ ...border, source })
  return withMore(drawn, { horizontal: horizontal.map(asEdge), vertical: vertical.map(asEdge) })
}

/** The same with more edges, laid out again where any came. */
function withMore(drawn: Drawn, { horizontal, vertical }: Edges): Drawn {
  if (horizontal.length + vertical.length === 0) return drawn
  const edges = {
    horizontal: [...drawn.edges.horizontal, ...horizontal],
    vertical: [...drawn.edges.vertical, ...vertical],
  }
  return { ...drawn, edges, lattices: latticesOf(edges, drawn.em) }
}

/** How sure a reader is of an edge by what tells it: each is less plain to see than the one before. */
const STRENGTH: Readonly<Record<EdgeSource, number>> = {
  ruling: 1,
  fill: 0.9,
  again: 0.8,
  'loose-end': 0.7,
  continued: 0.6,
  text: 0.5,
}

const asShown = ({ at, from, to, source }: Edge, axis: GridEdge['axis']): GridEdge => ({
  axis,
  at,
  from,
  to,
  source,
  strength: STRENGTH[source],
})

/** All edges of a page as they are shown, rejected ones with the reason. */
export function shownEdges({ edges, marks, frames }: PageEdges): GridEdge[] {
  const rejected = (lines: readonly Edge[], because: string, axis: GridEdge['axis'] = 'horizontal'): GridEdge[] =>
    lines.map(edge => ({ ...asShown(edge, axis), strength: 0, rejected: because }))
  return [
    ...edges.horizontal.map(edge => asShown(edge, 'horizontal')),
    ...edges.vertical.map(edge => asShown(edge, 'vertical')),
    ...rejected(marks.underlines, 'underlines a text'),
    ...rejected(marks.strikes, 'strikes a text out'),
    ...rejected(frames.horizontal, 'frames a whole table'),
    ...rejected(frames.vertical, 'frames a whole table', 'vertical'),
  ]
}

/** The borders of grids that none of the edges shows: the text alone tells them. */
export function textEdges(grids: readonly Grid[], shown: readonly GridEdge[], em: number): GridEdge[] {
  const isShown = (axis: GridEdge['axis'], at: number, from: number, to: number): boolean =>
    shown.some(edge => edge.axis === axis && Math.abs(edge.at - at) <= SNAP * em && overlap(edge.from, edge.to, from, to) >= 0)
  const toldBy = (axis: GridEdge['axis'], places: readonly number[], from: number, to: number): GridEdge[] =>
    places.filter(at => !isShown(axis, at, from, to)).map(at => asShown({ at, from, to, source: 'text' }, axis))
  return grids.flatMap(({ box, columnEdges, rowEdges }) => [
    ...toldBy('vertical', columnEdges, box[1], box[3]),
    ...toldBy('horizontal', rowEdges, box[0], box[2]),
  ])
}
