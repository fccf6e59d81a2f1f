import { itemAt } from '../geometry.ts'
import type { Edge, Edges } from './edges.ts'

/** A second line around a table stands at most this far (in glyph heights) outside its border: no column or row is so narrow. Decided on frames 0.35 to 0.55 away. */
const NARROWEST = 0.6

/** The outer lines of double frames: beside a border of a table, nearer than any column or row is wide, at least as long, and met by none of the borders that end there. */
export const secondFramesOf = ({ horizontal, vertical }: Edges, em: number): Edges => ({
  horizontal: outerLines(horizontal, vertical, em),
  vertical: outerLines(vertical, horizontal, em),
})

const outerLines = (along: readonly Edge[], across: readonly Edge[], em: number): Edge[] =>
  along.filter(edge => along.some(border => isBeside(edge, border, em) && isLeftOut(edge, border, across)))

const isBeside = (edge: Edge, border: Edge, em: number): boolean =>
  border !== edge && Math.abs(border.at - edge.at) <= NARROWEST * em && border.from > edge.from && border.to < edge.to

/** Whether lines across end at the border on its other side, and none along it goes on to the edge. */
function isLeftOut(edge: Edge, border: Edge, across: readonly Edge[]): boolean {
  const outward = Math.sign(edge.at - border.at)
  const middle = (edge.at + border.at) / 2
  const between = across.filter(({ at }) => at > border.from && at < border.to)
  const ends = between.map(({ from, to }) => (outward > 0 ? to : -from))
  const begins = between.map(({ from, to }) => (outward > 0 ? from : -to))
  const isOnSide = (index: number): boolean => itemAt(begins, index) < outward * border.at
  const met = ends.some((end, index) => isOnSide(index) && Math.abs(end - outward * border.at) < Math.abs(edge.at - middle))
  return met && ends.every((end, index) => end < outward * middle || itemAt(begins, index) > outward * edge.at)
}
