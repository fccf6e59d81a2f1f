import { mean } from '../geometry.ts'
import type { Ruling } from '../page/page.ts'
import type { EdgeSource } from './grid.ts'

/** A clean border: rulings on one line, joined, or what else tells it. */
export interface Edge {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly source: EdgeSource
  /** Where one drawn stretch of the line ended and the next began: printers that draw a border cell by cell leave them at the borders across. */
  readonly joints?: readonly number[]
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
/** Stretches of one border that meet within this (in glyph heights) were drawn cell by cell; the pens of Chromium and Word overlap by half their width. */
const TOUCH = 0.15
/** … and each is at least this long (in glyph heights): the narrowest cell holds one glyph, a gutter (icdar us-018) nearly so; dashes are shorter. */
const LEAST_STRETCH = 0.7
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
  const edges: { at: number; from: number; to: number; source: 'ruling'; joints: number[] }[] = []
  for (const group of linesOf(rulings, SNAP * em)) {
    const at = mean(group.map(ruling => ruling.at))
    let current: (typeof edges)[number] | undefined
    let last: Ruling | undefined
    for (const ruling of group.sort((a, b) => a.from - b.from)) {
      if (current === undefined || ruling.from - current.to > JOINT * em) {
        current = { at, from: ruling.from, to: ruling.to, source: 'ruling', joints: [] }
        edges.push(current)
      } else {
        if (last !== undefined && isJoint(last, ruling, em)) current.joints.push((current.to + ruling.from) / 2)
        current.to = Math.max(current.to, ruling.to)
      }
      last = ruling
    }
  }
  return edges.filter(edge => edge.to - edge.from >= SHORTEST * em)
}

/** Whether a stretch of a line goes on where the one before ended, both as long as a cell is wide: no dots, no overlapping double lines. */
const isJoint = (before: Ruling, after: Ruling, em: number): boolean =>
  Math.abs(after.from - before.to) <= TOUCH * em &&
  Math.min(before.to - before.from, after.to - after.from) >= LEAST_STRETCH * em

/** Rulings whose positions lie within `tolerance` of the first of their group. */
function linesOf(rulings: readonly Ruling[], tolerance: number): Ruling[][] {
  const groups: Ruling[][] = []
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && ruling.at - group[0].at <= tolerance) group.push(ruling)
    else groups.push([ruling])
  }
  return groups
}
