import { type Box, holdsMiddle } from '../geometry.ts'
import type { Fill } from './drawing.ts'
import type { Glyph } from './page.ts'

/** White boxes lower or narrower than this (in points) are lines and hide no text. */
const LEAST_COVER = 3
/** A glyph that juts out of a box by less than this (in points) is hidden by it: rounding. */
const COVER_SLACK = 0.5

/** Take away the glyphs that a white box was painted over: what was corrected is no longer to be seen. */
export function hideUnder(box: Box, glyphs: Glyph[]): void {
  if (Math.min(box[2] - box[0], box[3] - box[1]) < LEAST_COVER) return
  const half = glyphs.filter(glyph => holdsMiddle(box, glyph.box))
  const whole = half.filter(glyph => glyph.box[0] >= box[0] - COVER_SLACK && glyph.box[2] <= box[2] + COVER_SLACK)
  if (whole.length === 0) return
  // Of a text that is hidden, a glyph of which less than half is left is a remnant that nobody reads.
  const hidden = new Set([...whole, ...half.filter(glyph => whole.some(other => touches(glyph, other)))])
  glyphs.splice(0, glyphs.length, ...glyphs.filter(glyph => !hidden.has(glyph)))
}

/** Whether two glyphs stand side by side in one text. */
const touches = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.baseline - b.baseline) < COVER_SLACK &&
  Math.min(Math.abs(a.box[0] - b.box[2]), Math.abs(b.box[0] - a.box[2])) < COVER_SLACK

/** Whether a glyph stands on colour that was painted before it: white text is seen only there. */
export const isOnColour = ({ box }: Glyph, fills: readonly Fill[]): boolean =>
  fills.some(fill => !fill.white && holdsMiddle(fill.box, box))
