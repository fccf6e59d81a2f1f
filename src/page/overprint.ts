import { holdsMiddle, unionAll } from '../geometry.ts'
import { bandsOf } from './bands.ts'
import { besideSuch, DOUBTFUL, isOfFigure } from './clipped.ts'
import type { Glyph } from './page.ts'

/**
 * The glyphs of a page, the figures in doubt that another print runs through: characters of both stand in one another's middle, as nothing does
 * that was set to be read (2 of 217,000 on 570 published pages), and nobody can tell which belong together.
 */
export function withOverprintDoubted(glyphs: readonly Glyph[]): readonly Glyph[] {
  const inked = glyphs.filter(({ text }) => text !== ' ')
  if (inked.length === 0) return glyphs
  const bands = bandsOf<Glyph>(unionAll(inked.map(({ box }) => box)))
  for (const glyph of inked) bands.add(glyph.box, glyph)
  const isThrough = ({ box }: Glyph, other: Glyph): boolean =>
    other.box !== box && (holdsMiddle(other.box, box) || holdsMiddle(box, other.box))
  const figures = Object.groupBy(inked.filter(isOfFigure), glyph =>
    bands.hasWithin(glyph.box, other => isThrough(glyph, other)) ? 'over' : 'alone',
  )
  const isDoubtful = besideSuch(figures.alone ?? [], new Set(figures.over))
  return glyphs.map(glyph => (isDoubtful(glyph) ? { ...glyph, confidence: Math.min(glyph.confidence, DOUBTFUL) } : glyph))
}
