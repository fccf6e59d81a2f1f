import { type Box, contains } from '../geometry.ts'
import type { Glyph } from './page.ts'

/** The same character drawn again within this distance (in glyph sizes) is fake bold: no two neighbours stand so close. */
const DOUBLE = 0.15
/** Width in points of the stripes by which doubles are looked up: doubles of glyphs up to 50 pt lie in neighbouring stripes. */
const STRIPE = 8

/** The glyphs that a reader sees: on the page, and each once. Spaces stay. */
export function visibleGlyphs(glyphs: readonly Glyph[], bounds: Box): Glyph[] {
  const seen = new Map<string, Map<number, Glyph[]>>()
  return glyphs.filter(glyph => {
    const { box, text } = glyph
    if (!contains(bounds, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)) return false
    return text === ' ' || !isRepeated(glyph, seen)
  })
}

/** Whether a glyph repeats an earlier one at almost the same place; only its few namesakes in that stripe are compared. */
function isRepeated(glyph: Glyph, seen: Map<string, Map<number, Glyph[]>>): boolean {
  const stripe = Math.round(glyph.box[0] / STRIPE)
  const namesakes = seen.get(glyph.text) ?? new Map<number, Glyph[]>()
  seen.set(glyph.text, namesakes)
  for (let near = stripe - 1; near <= stripe + 1; near++) {
    for (const other of namesakes.get(near) ?? []) if (isDouble(glyph, other)) return true
  }
  const same = namesakes.get(stripe)
  if (same === undefined) namesakes.set(stripe, [glyph])
  else same.push(glyph)
  return false
}

const isDouble = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.box[0] - b.box[0]) < DOUBLE * a.size &&
  Math.abs(a.baseline - b.baseline) < DOUBLE * a.size &&
  Math.abs(a.box[2] - b.box[2]) < 2 * DOUBLE * a.size
