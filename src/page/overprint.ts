import { holdsMiddle, unionAll } from '../geometry.ts'
import { bandsOf } from './bands.ts'
import { besideSuch, DOUBTFUL, isOfFigure } from './clipped.ts'
import type { Glyph } from './page.ts'

/** Letters and digits fill their boxes; those of points and commas may be as wide as Chinese, and are set half under the next. */
const FILLING = /[\p{L}\p{N}]/u

/**
 * The glyphs of a page, the figures in doubt that another print, of another font or size, runs through: characters of both stand in one another's
 * middle, as nothing does that was set to be read (2 of 217,000 on 570 published pages at most), and nobody can tell which belong together.
 */
export function withOverprintDoubted(glyphs: readonly Glyph[]): readonly Glyph[] {
  const inked = glyphs.filter(({ text }) => FILLING.test(text))
  if (inked.length === 0) return glyphs
  const bands = bandsOf<Glyph>(unionAll(inked.map(({ box }) => box)))
  for (const glyph of inked) bands.add(glyph.box, glyph)
  const isThrough = ({ box, font, size }: Glyph, other: Glyph): boolean =>
    (other.font !== font || other.size !== size) && (holdsMiddle(other.box, box) || holdsMiddle(box, other.box))
  const isOver = (glyph: Glyph): boolean =>
    FILLING.test(glyph.text) && bands.hasWithin(glyph.box, other => isThrough(glyph, other))
  const figures = Object.groupBy(glyphs.filter(isOfFigure), glyph => (isOver(glyph) ? 'over' : 'alone'))
  const isDoubtful = besideSuch(figures.alone ?? [], new Set(figures.over))
  return glyphs.map(glyph => (isDoubtful(glyph) ? { ...glyph, confidence: Math.min(glyph.confidence, DOUBTFUL) } : glyph))
}
