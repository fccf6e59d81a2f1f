import { type Box, contains } from '../geometry.ts'
import type { Drawing, PaintedGlyph } from './drawing.ts'
import type { Glyph } from './page.ts'

/** The same character drawn again within this distance (in glyph sizes) is fake bold: no two neighbours stand so close. */
const DOUBLE = 0.15
/** Width in points of the stripes by which doubles are looked up: doubles of glyphs up to 50 pt lie in neighbouring stripes. */
const STRIPE = 8

/** The glyphs that a reader sees: on the page, not white on white, each once. Spaces stay. */
export function visibleGlyphs(drawing: Drawing, bounds: Box): Glyph[] {
  const shades = drawing.fills.map((fill, index) => ({ ...fill, index })).filter(fill => !fill.white)
  const onPage = drawing.glyphs.filter(glyph => {
    const [x, y] = middle(glyph)
    if (!contains(bounds, x, y)) return false
    return !glyph.white || shades.some(shade => shade.index < glyph.fillsBefore && contains(shade.box, x, y))
  })
  return withoutDoubles(onPage).map(({ white: _, fillsBefore: __, ...glyph }) => glyph)
}

/** Drop each glyph that repeats an earlier one at almost the same place. Only its few namesakes in that stripe are compared. */
function withoutDoubles(glyphs: readonly PaintedGlyph[]): PaintedGlyph[] {
  const seen = new Map<string, PaintedGlyph[]>()
  return glyphs.filter(glyph => {
    if (glyph.text === ' ') return true
    const stripe = Math.round(glyph.box[0] / STRIPE)
    for (let near = stripe - 1; near <= stripe + 1; near++) {
      if (seen.get(`${near}${glyph.text}`)?.some(other => isDouble(glyph, other))) return false
    }
    const key = `${stripe}${glyph.text}`
    const same = seen.get(key)
    if (same === undefined) seen.set(key, [glyph])
    else same.push(glyph)
    return true
  })
}

const isDouble = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.box[0] - b.box[0]) < DOUBLE * a.size &&
  Math.abs(a.baseline - b.baseline) < DOUBLE * a.size &&
  Math.abs(a.box[2] - b.box[2]) < 2 * DOUBLE * a.size

const middle = ({ box }: Glyph): readonly [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
