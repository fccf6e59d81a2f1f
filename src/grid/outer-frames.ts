import { endsOf } from '../geometry.ts'
import type { Glyph } from '../page/page.ts'
import { type Edge, type Edges, JOINT, SNAP } from './edges.ts'
import { middleOf } from './fill.ts'
import { connected } from './lattice.ts'

/** So many lines that end short of both sides are rows of a table inside; one may underline a text. */
const LEAST_RULES = 3

/** A set of connected edges as the two outermost columns of it, and the lines across that run over the whole of it. */
interface Framed {
  readonly sides: readonly [Edge, Edge]
  readonly inner: readonly Edge[]
  readonly over: readonly Edge[]
}

/** The outer frames of a page: the outermost lines of a set of edges, where rows inside end short of both and nothing is printed between. */
export function outerFramesOf(edges: Edges, glyphs: readonly Glyph[], em: number): Edges {
  const framed = connected(edges, JOINT * em).flatMap(part => framedOf(part, em) ?? [])
  const found = framed.filter(frame => !isPrintedBeside(frame, glyphs))
  return { horizontal: found.flatMap(({ over }) => over), vertical: found.flatMap(({ sides }) => sides) }
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

/** Whether anything is printed between the sides of a frame and a table in it: then the sides are borders of columns. */
function isPrintedBeside({ sides: [left, right], inner }: Framed, glyphs: readonly Glyph[]): boolean {
  const [first, last] = endsOf(inner)
  return glyphs.some(glyph => {
    const [x, y] = middleOf(glyph)
    const isBeside = (x > left.at && x < first.at) || (x > last.at && x < right.at)
    return isBeside && inner.some(edge => y > edge.from && y < edge.to)
  })
}
