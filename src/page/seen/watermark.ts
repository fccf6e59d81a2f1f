import { centreOf, itemAt, runsOf, usualSize } from '../../geometry.ts'
import type { Glyph } from '../page.ts'

/** A watermark is larger than the text of the page by at least this; titles are too, but stand over nothing. */
const LARGER = 1.3
/** One that is printed once is larger by this much. */
const MUCH_LARGER = 2
/** Printed at so many places it is a pattern. */
const LEAST_PLACES = 3
/** So many characters stand in the squares of a watermark's; a mark set on a text on purpose covers fewer. */
const LEAST_COVERED = 3
/** Glyphs of one text follow each other within this distance (in sizes), on one baseline within a tenth. */
const NEXT = 1
const SAME_BASELINE = 0.1

/**
 * The glyphs of a page without its upright watermarks: text larger than the page's own, printed across other text again and
 * again, or once if much larger, as the star of a stamp. Text without letters or such signs stays, whatever it is printed
 * across: figures are never left out.
 */
export function withoutWatermarks(glyphs: readonly Glyph[]): readonly Glyph[] {
  const inked = glyphs.filter(glyph => glyph.text !== ' ')
  const body = usualSize(inked, 0)
  const large = inked.filter(glyph => glyph.size >= LARGER * body)
  if (large.length === 0) return glyphs
  const small = inked.filter(glyph => glyph.size < LARGER * body)
  const marks = [...Map.groupBy(runsOf(large, follows), keyOf).values()].filter(texts => isWatermark(texts, small, body))
  const gone = new Set(marks.flat(2))
  return gone.size === 0 ? glyphs : glyphs.filter(glyph => !gone.has(glyph))
}

/** Whether the places at which one text is printed make it a watermark over the `small` text, whose size is `body`. */
function isWatermark(texts: readonly (readonly Glyph[])[], small: readonly Glyph[], body: number): boolean {
  const marks = texts.flat()
  if (!marks.some(glyph => /[\p{L}\p{So}]/u.test(glyph.text))) return false
  if (texts.length < LEAST_PLACES && !marks.every(glyph => glyph.size >= MUCH_LARGER * body)) return false
  return small.filter(glyph => marks.some(mark => isAcross(mark, glyph))).length >= LEAST_COVERED
}

/** Height of the square of a character over its baseline, in ems: capitals and Han characters fill it. */
const CAPITAL = 0.8

/** Whether the middle of a glyph stands in the square of a larger one. */
function isAcross({ box, baseline, size }: Glyph, other: Glyph): boolean {
  const [x, y] = [centreOf(other.box), other.baseline - other.size / 3]
  return x > box[0] && x < box[2] && y < baseline && y > baseline - CAPITAL * size
}

/** What texts of one size and the same words have in common. */
const keyOf = (run: readonly Glyph[]): string => `${Math.round(itemAt(run, 0).size)} ${run.map(glyph => glyph.text).join('')}`

/** Whether a glyph is painted as one text with the one before it. */
const follows = (glyph: Glyph, last: Glyph): boolean =>
  Math.abs(glyph.size - last.size) < SAME_BASELINE * last.size &&
  Math.abs(glyph.baseline - last.baseline) < SAME_BASELINE * last.size &&
  Math.abs(glyph.box[0] - last.box[2]) < NEXT * last.size
