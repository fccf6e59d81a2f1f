import { type Box, contains } from '../geometry.ts'
import type { Fill } from './drawing.ts'
import type { Glyph } from './page.ts'

/** White boxes lower or narrower than this (in points) are lines and hide no text. */
const LEAST_COVER = 3
/** A glyph that juts out of a box by less than this (in points) is hidden by it: rounding. */
const COVER_SLACK = 0.5

/** Take away the glyphs that a white box was painted over: what was corrected is no longer to be seen. */
export function hideUnder(box: Box, glyphs: Glyph[]): void {
  if (Math.min(box[2] - box[0], box[3] - box[1]) < LEAST_COVER) return
  const isHidden = ({ box: [left, top, right, bottom] }: Glyph): boolean =>
    left >= box[0] - COVER_SLACK && right <= box[2] + COVER_SLACK && contains(box, (left + right) / 2, (top + bottom) / 2)
  if (glyphs.some(isHidden)) glyphs.splice(0, glyphs.length, ...glyphs.filter(glyph => !isHidden(glyph)))
}

/** Whether a glyph stands on colour that was painted before it: white text is seen only there. */
export const isOnColour = ({ box }: Glyph, fills: readonly Fill[]): boolean =>
  fills.some(fill => !fill.white && contains(fill.box, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
