import { endsOf } from '../../geometry.ts'
import type { Glyph } from '../../page/page.ts'
import { middleOf } from '../cells/fill.ts'
import { connected } from '../cells/lattice.ts'
import { type Edge, type Edges, JOINT, SNAP } from './edges.ts'

/** So many lines that end short of both sides are rows of a table inside; one may underline a text. */
const LEAST_RULES = 3

/** The frames in which whole tables stand, captions and all, as nested tables do. */
interface OuterFrames {
  readonly frames: Edges
  /** Lines over a whole frame that border a table in it as well, each as the table has it. */
  readonly cut: ReadonlyMap<Edge, Edge>
}

/** The two outermost columns of a set of edges, the sides of what stands in them, and the lines across that run over the whole. */
interface Framed {
  readonly sides: readonly [Edge, Edge]
  readonly inner: readonly Edge[]
  readonly over: readonly Edge[]
}

/** The outer frames of a page: the outermost lines of a set of edges, where rows inside end short of both and nothing is printed between. */
export function outerFramesOf(edges: Edges, glyphs: readonly Glyph[], em: number): OuterFrames {
  const framed = connected(edges, JOINT * em).flatMap(part => framedOf(part, em) ?? boxedOf(part, edges) ?? [])
  const found = framed.filter(frame => !isPrintedBeside(frame, glyphs))
  const cut = new Map(found.flatMap(({ over, inner }) => over.flatMap(edge => cutToTable(edge, inner, em))))
  const vertical = found.flatMap(({ sides }) => sides)
  const horizontal = found.flatMap(({ over }) => over.filter(edge => !cut.has(edge)))
  return { frames: { horizontal, vertical }, cut }
}

function framedOf({ horizontal, vertical }: Edges, em: number): Framed | undefined {
  const [left, ...inner] = vertical.toSorted((a, b) => a.at - b.at)
  const right = inner.pop()
  const [first, last] = [inner[0], inner.at(-1)]
  if (left === undefined || right === undefined || first === undefined || last === undefined) return undefined
  const [from, to] = [(left.at + first.at) / 2, (last.at + right.at) / 2]
  const over = horizontal.filter(edge => edge.from < from && edge.to > to)
  const rows = horizontal.filter(edge => edge.from > from && edge.to < to)
  const holds = (side: Edge): boolean =>
    inner.every(edge => edge.from >= side.from - SNAP * em && edge.to <= side.to + SNAP * em)
  // The curves of a chart in a frame end anywhere (icdar eu-027 p.2).
  const isSide = (x: number): boolean => inner.some(({ at }) => Math.abs(at - x) <= SNAP * em)
  const areRows = rows.length >= LEAST_RULES && rows.every(edge => isSide(edge.from) && isSide(edge.to))
  const isFrame = areRows && over.length + rows.length === horizontal.length && holds(left) && holds(right)
  return isFrame ? { sides: [left, right], inner, over } : undefined
}

/** A box of four lines that meets none of the rows ruled in it, as a frame around a page with its running lines. */
function boxedOf(box: Edges, { horizontal }: Edges): Framed | undefined {
  const [left, right, ...others] = box.vertical.toSorted((a, b) => a.at - b.at)
  const [top, bottom, ...more] = box.horizontal.toSorted((a, b) => a.at - b.at)
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined
  if (others.length + more.length > 0) return undefined
  const rules = horizontal
    .filter(({ at, from, to }) => at > top.at && at < bottom.at && from > left.at && to < right.at)
    .toSorted((a, b) => a.at - b.at)
  if (rules.length < LEAST_RULES) return undefined
  const [first, last] = endsOf(rules)
  const sideOf = (at: number): Edge => ({ at, from: first.at, to: last.at, source: 'ruling' })
  const inner = [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))].map(sideOf)
  return { sides: [left, right], inner, over: [top, bottom] }
}

/** Whether anything is printed between the sides of a frame and a table in it: then the sides are borders of columns. */
function isPrintedBeside({ sides: [left, right], inner }: Framed, glyphs: readonly Glyph[]): boolean {
  const [first, last] = endsOf(inner)
  return glyphs.some(glyph => {
    const [x, y] = middleOf(glyph)
    const isBeside = (x > left.at && x < first.at) || (x > last.at && x < right.at)
    return isBeside && inner.some(edge => y > edge.from && y < edge.to)
  })
}

/** An edge with the part of it that borders a table, where it does. */
function cutToTable(edge: Edge, inner: readonly Edge[], em: number): [Edge, Edge][] {
  const met = inner
    .filter(({ from, to }) => edge.at > from - (SNAP / 2) * em && edge.at < to + (SNAP / 2) * em)
    .map(({ at }) => at)
  return met.length === 0 ? [] : [[edge, { ...edge, from: Math.min(...met), to: Math.max(...met) }]]
}
