import { contains } from '../geometry.ts'
import type { Page } from '../page/page.ts'
import { continuedEdges } from './continued.ts'
import { type Edges, edgesOf } from './edges.ts'
import { middleOf } from './fill.ts'
import { sidesOfFills } from './fills.ts'
import { type Lattice, latticesOf } from './lattice.ts'
import { type Marks, marksOf } from './marks.ts'
import { type Line, wordLinesOf } from './words.ts'

/** All edges of a page by what tells them. */
export interface PageEdges {
  /** Drawn lines, and the sides of coloured boxes where no lines part cells. */
  readonly seen: Edges
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
  const seen = withFills(page, borders, em)
  const lattices = latticesOf(seen, em)
  const continued = lattices.flatMap(lattice => continuedEdges(lattice, { edges: seen, lattices, lines, em }) ?? [])
  return {
    seen,
    continued: together(continued),
    marks,
    lattices: continued.length === 0 ? lattices : latticesOf(together([seen, ...continued]), em),
  }
}

/** The edges of several sets as one. */
export const together = (sets: readonly Edges[]): Edges => ({
  horizontal: sets.flatMap(({ horizontal }) => horizontal),
  vertical: sets.flatMap(({ vertical }) => vertical),
})

/** Add the sides of the coloured boxes that stand outside what lines enclose. */
function withFills(page: Page, ruled: Edges, em: number): Edges {
  if (page.shades.length === 0) return ruled
  const drawn = latticesOf(ruled, em).filter(({ places }) => places.length > 1)
  const free = page.shades.filter(
    shade => !drawn.some(({ box }) => contains(box, (shade[0] + shade[2]) / 2, (shade[1] + shade[3]) / 2)),
  )
  if (free.length === 0) return ruled
  const sides = sidesOfFills(free, page.glyphs.filter(glyph => glyph.text !== ' ').map(middleOf), em)
  return sides.length === 0 ? ruled : together([ruled, edgesOf(sides, em)])
}
