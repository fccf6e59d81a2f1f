import { type Box, intersection, neighbours } from '../../geometry.ts'
import { type Ink, type PixelBox, wholeBox } from '../picture/raster.ts'
import { type Stretch, stretchesOf, withoutGaps } from '../picture/stretches.ts'
import { inkedColumns } from './marks.ts'
import type { Print } from './specks.ts'

/** Parts of characters come to no more than a line and the air over it, in ems. */
const JOINED = 1.3
/** A line is not cut nearer to its end than this, in ems: a line has that height. */
const LEAST_LINE = 0.7

/** A line of print: where its ink lies, and the area it may be cut out from. */
export interface PrintLine {
  readonly ink: PixelBox
  readonly within: PixelBox
}

/** Stretches lower than this (in glyph heights) may be part of a character: 二, 三, ＝, the dot of a colon. */
const PART = 0.62
/** Parts of a character are no further apart than this (in glyph heights). */
const PARTS_APART = 0.65
/** A line of one size of print is no higher than this (in glyph heights); a higher one is several that touch. */
const HIGHEST = 1.75
/** A gap this wide (in glyph heights) parts two texts that merely stand side by side. */
const WIDE_GAP = 3
/** Dots no further than this (in glyph heights) from a stroke are points and commas of the line. */
const BESIDE = 0.5
/** Ink of a line, in pixels a row, below which a row counts as empty when touching lines are parted: share of the fullest row. */
const VALLEY = 0.25

/** Lines of print in an area, from top to bottom, each from left to right. `em` is the glyph height in pixels. */
export function linesOf({ ink, strokes }: Print, area: Box, em: number): PrintLine[] {
  const box = intersection(wholeBox(area), [0, 0, ink.width, ink.height])
  if (box === null) return []
  const profile = rowProfile(strokes, box)
  const stretches = wholeLines(
    stretchesOf(profile, count => count > 0),
    em,
  )
    .flatMap(stretch => parted(stretch, profile, em))
    .filter(stretch => !isClipped(stretch, profile.length, em))
  return stretches.flatMap(({ from, to }) => {
    const top = box[1] + from
    const bottom = box[1] + to
    const line: PixelBox = [box[0], top, box[2], bottom]
    const drawn = withoutGaps(inkedColumns(strokes, line), WIDE_GAP * em)
    return withDots(drawn, inkedColumns(ink, line), BESIDE * em).map(
      (span): PrintLine => ({ ink: [span.from, top, span.to, bottom], within: box }),
    )
  })
}

function rowProfile({ width, data }: Ink, [x0, y0, x1, y1]: PixelBox): Uint32Array {
  const profile = new Uint32Array(Math.max(0, y1 - y0))
  for (let y = y0; y < y1; y++) {
    let sum = 0
    for (let x = x0; x < x1; x++) sum += data[y * width + x] ?? 0
    profile[y - y0] = sum
  }
  return profile
}

/** Parts of characters joined to whole lines, nearest first. */
function wholeLines(stretches: readonly Stretch[], em: number): Stretch[] {
  const pairs = neighbours(stretches).map(([above, below], index) => ({ above, below, index }))
  const parts = pairs.filter(({ above, below }) => {
    const isLow = Math.min(above.to - above.from, below.to - below.from) < PART * em
    return isLow && below.to - above.from <= JOINED * em && below.from - above.to < PARTS_APART * em
  })
  const [nearest] = parts.sort((a, b) => a.below.from - a.above.to - (b.below.from - b.above.to))
  if (nearest === undefined) return [...stretches]
  const whole = { from: nearest.above.from, to: nearest.below.to }
  return wholeLines(stretches.toSpliced(nearest.index, 2, whole), em)
}

/** Whether a stretch is cut off by the edge of its area and too low for a line: the rest of a ruling, or the heads of the next line. */
const isClipped = ({ from, to }: Stretch, height: number, em: number): boolean =>
  (from === 0 || to === height) && to - from < PART * em

/** A stretch that holds several lines, cut where there is least ink. */
function parted(stretch: Stretch, profile: Uint32Array, em: number): Stretch[] {
  const height = stretch.to - stretch.from
  if (height <= HIGHEST * em) return [stretch]
  const fullest = profile.slice(stretch.from, stretch.to).reduce((most, value) => Math.max(most, value), 0)
  let cut = -1
  for (let i = Math.round(stretch.from + LEAST_LINE * em); i < stretch.to - LEAST_LINE * em; i++) {
    if ((profile[i] ?? 0) <= VALLEY * fullest && (cut < 0 || (profile[i] ?? 0) < (profile[cut] ?? 0))) cut = i
  }
  if (cut < 0) return [stretch]
  return [
    { from: stretch.from, to: cut },
    { from: cut + 1, to: stretch.to },
  ].flatMap(part => parted(part, profile, em))
}

/** Stretches made longer by the dots beside their ends. */
function withDots(stretches: readonly Stretch[], dots: readonly Stretch[], reach: number): Stretch[] {
  return stretches.map(({ from, to }) => {
    let [start, end] = [from, to]
    for (const dot of dots) if (dot.from >= end && dot.from - end <= reach) end = dot.to
    for (const dot of dots.toReversed()) if (dot.to <= start && start - dot.to <= reach) start = dot.from
    return { from: start, to: end }
  })
}
