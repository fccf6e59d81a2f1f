import { type Box, heightOf, holdsMiddle, widthOf } from '../../geometry.ts'
import type { Fill, Stroke } from '../operators/drawing.ts'
import { strokedBox } from '../operators/path.ts'
import type { Glyph } from '../page.ts'
import type { bandsOf } from './bands.ts'

/** Boxes lower or narrower than this (in points) are lines and hide no text. */
const LEAST_COVER = 3
/** A glyph that juts out of a box by less than this (in points) is hidden by it: rounding. */
const COVER_SLACK = 0.5

/** What may be covered. */
export interface Covered {
  readonly glyphs: Glyph[]
  readonly strokes: Stroke[]
  readonly fills: Fill[]
  /** All glyphs that were painted, by height: a box that is painted over none of them hides nothing. */
  readonly painted: ReturnType<typeof bandsOf<Glyph>>
  /** The same of strokes and of fills that are lines. */
  readonly lines: ReturnType<typeof bandsOf<Stroke | Fill>>
}

/** Whether a place within a box is painted. */
type Holds = (x: number, y: number) => boolean

/** Whether a box is a line. */
export const isNarrow = (box: Box): boolean => Math.min(widthOf(box), heightOf(box)) < LEAST_COVER

/** Take away the glyphs and lines that a box was painted over: what was corrected is no longer to be seen. */
export function hideUnder(box: Box, paper: Covered): void {
  const holds = (): boolean => true
  hideText(box, paper, holds)
  hideLines(box, paper, holds)
}

/** Take away the glyphs that were painted over by what of a box `holds` the places it is asked for. */
export function hideText(box: Box, { glyphs, painted }: Covered, holds: Holds): void {
  if (isNarrow(box)) return
  const isHalf = ({ box: [left, top, right, bottom] }: Glyph): boolean =>
    holdsMiddle(box, [left, top, right, bottom]) && holds((left + right) / 2, (top + bottom) / 2)
  if (!painted.hasWithin(box, isHalf)) return
  const half = glyphs.filter(isHalf)
  const isWhole = ({ box: [left, top, right, bottom] }: Glyph): boolean =>
    left >= box[0] - COVER_SLACK &&
    right <= box[2] + COVER_SLACK &&
    [left + COVER_SLACK, right - COVER_SLACK].every(x => holds(x, (top + bottom) / 2))
  const whole = half.filter(isWhole)
  if (whole.length === 0) return
  // Of a text that is hidden, a glyph of which less than half is left is a remnant that nobody reads.
  const hidden = new Set([...whole, ...half.filter(glyph => whole.some(other => touches(glyph, other)))])
  keepOnly(glyphs, glyph => !hidden.has(glyph))
}

/** The box of what may be a line of a table, or null. */
const lineOf = (line: Stroke | Fill): Box | null => ('box' in line ? (isNarrow(line.box) ? line.box : null) : strokedBox(line))

/** Take away the lines that were painted over so; one along the side of a box, half of which may be seen, stays. */
export function hideLines(box: Box, { strokes, fills, lines }: Covered, holds: Holds): void {
  if (isNarrow(box)) return
  const isHidden = (line: Stroke | Fill): boolean => {
    const place = lineOf(line)
    return place !== null && isWithin(place, box) && pointsOf(place).every(([x, y]) => holds(x, y))
  }
  if (!lines.hasWithin(box, isHidden)) return
  keepOnly(strokes, stroke => !isHidden(stroke))
  keepOnly(fills, fill => !isHidden(fill))
}

/** Whether a line lies within a box, away from the sides along it. */
function isWithin([left, top, right, bottom]: Box, box: Box): boolean {
  const [inX, inY] = right - left < bottom - top ? [COVER_SLACK, -COVER_SLACK] : [-COVER_SLACK, COVER_SLACK]
  return left >= box[0] + inX && right <= box[2] - inX && top >= box[1] + inY && bottom <= box[3] - inY
}

/** An end of a line may lie on the side of a box: whether it is painted is asked so much of its length before. */
const NEAR_END = 0.01

/** The middle of a line and, nearly, its ends. */
const pointsOf = ([left, top, right, bottom]: Box): [x: number, y: number][] =>
  [NEAR_END, 1 / 2, 1 - NEAR_END].map(share => [left + share * (right - left), top + share * (bottom - top)])

/** Leave in a list what is such. */
function keepOnly<T>(list: T[], isSuch: (thing: T) => boolean): void {
  let count = 0
  for (const thing of list) if (isSuch(thing)) list[count++] = thing
  list.length = count
}

/** Whether two glyphs stand side by side in one text. */
const touches = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.baseline - b.baseline) < COVER_SLACK &&
  Math.min(Math.abs(a.box[0] - b.box[2]), Math.abs(b.box[0] - a.box[2])) < COVER_SLACK
