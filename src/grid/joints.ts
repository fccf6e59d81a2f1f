import { cluster, mean } from '../geometry.ts'
import type { Border } from './drawn.ts'
import { SNAP } from './edges.ts'
import type { Line, Piece } from './words.ts'

/** Rules that were drawn cell by cell must be this many, so that their joints are no accident. */
const LEAST_RULES = 3
/** A column border shows as a joint in at least this share of them: merged cells leave some out. */
const SHARE = 0.6
/** Of the words at most this share stands on the borders that joints tell; where more do, the lines were cut for another reason (icdar us-017). */
const CROSSED = 0.02
/** With fewer jointed rules than this, which stand in the header and at the end, a stretch without words is a gutter (icdar us-017, us-018); with more, each row is ruled and it is an empty column. */
const ROWS_RULED = 6
/** A word stands on a border when it juts out over it by this much (in sizes) on both sides. */
const JUTS = 0.15

/**
 * Where borders between columns stand by the joints of the rules across them, left to right; none where the rules are
 * whole lines, or words run across. `lines` are the words between the rules, `em` is a glyph height.
 */
export function jointBorders(rules: readonly Border[], lines: readonly Line[], em: number): number[] {
  const jointed = rules.filter(rule => (rule.joints?.length ?? 0) > 0)
  if (jointed.length < LEAST_RULES) return []
  const borders = cluster(
    jointed.flatMap(rule => rule.joints ?? []),
    SNAP * em,
  )
    .filter(places => places.length >= SHARE * jointed.length)
    .map(mean)
  const words = lines.flatMap(line => line.pieces)
  const crossing = words.filter(word =>
    borders.some(border => border > word.left + JUTS * word.size && border < word.right - JUTS * word.size),
  )
  return crossing.length > CROSSED * words.length
    ? []
    : jointed.length < ROWS_RULED
      ? withoutGutters(borders, words, em)
      : borders
}

/** Take the two sides of each gutter for one border in its middle. */
function withoutGutters(borders: readonly number[], words: readonly Piece[], em: number): number[] {
  const kept: number[] = []
  for (const border of borders) {
    const last = kept.at(-1)
    const isGutter = last !== undefined && !words.some(word => word.left > last - JUTS * em && word.right < border + JUTS * em)
    if (isGutter) kept.pop()
    kept.push(isGutter ? (last + border) / 2 : border)
  }
  return kept
}
