import { mean, runsOf } from '../../geometry.ts'
import type { Ruling } from '../../page/page.ts'
import type { EdgeSource } from '../grid.ts'

/** A clean border: rulings on one line, joined, or what else tells it. */
export interface Edge {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly source: EdgeSource
}

/** Horizontal and vertical edges of a page. */
export interface Edges {
  readonly horizontal: readonly Edge[]
  readonly vertical: readonly Edge[]
}

/**
 * Rulings closer than this (in glyph heights) are one border: double lines and borders drawn once a cell by both
 * neighbours. No row or column is that narrow, since a glyph would not fit in it.
 */
export const SNAP = 0.3
/** Gaps up to this (in glyph heights) in one line are joints, dashes or dots; neighbouring tables stand further apart. */
export const JOINT = 0.4
/** What stays shorter than this (in glyph heights) after joining is a corner or a dot, not a border. */
const SHORTEST = 0.6

/** Rulings → edges. `em` is the usual glyph height of the page, in points. */
export const edgesOf = (rulings: readonly Ruling[], em: number): Edges => ({
  horizontal: joined(
    rulings.filter(ruling => ruling.axis === 'horizontal'),
    em,
  ),
  vertical: joined(
    rulings.filter(ruling => ruling.axis === 'vertical'),
    em,
  ),
})

function joined(rulings: readonly Ruling[], em: number): Edge[] {
  const edges: { at: number; from: number; to: number; source: 'ruling' }[] = []
  const sorted = [...rulings].sort((a, b) => a.at - b.at)
  for (const group of runsOf(sorted, (ruling, _, [first = ruling]) => ruling.at - first.at <= SNAP * em)) {
    const at = mean(group.map(ruling => ruling.at))
    let current: (typeof edges)[number] | undefined
    for (const ruling of group.sort((a, b) => a.from - b.from)) {
      if (current === undefined || ruling.from - current.to > JOINT * em) {
        current = { at, from: ruling.from, to: ruling.to, source: 'ruling' }
        edges.push(current)
      } else current.to = Math.max(current.to, ruling.to)
    }
  }
  return edges.filter(edge => edge.to - edge.from >= SHORTEST * em)
}
