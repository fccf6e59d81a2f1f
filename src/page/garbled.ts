import type { GarbledFont, Glyph } from './page.ts'

/** What no published table prints: private use, unassigned, surrogates, controls, the replacement character. */
const IMPOSSIBLE = /[\p{Co}\p{Cn}\p{Cs}\p{Cc}\uFFFD]/u
/** A font with at least this share of impossible characters is not to be trusted; one odd bullet is no reason. */
const GARBLED_SHARE = 0.1
/** Confidence of a glyph of such a font: below what counts as read for sure. */
const GARBLED_CONFIDENCE = 0.3

/** The fonts of a page whose encoding is unusable, and the glyphs with the confidence that is left. */
export function markGarbled(glyphs: readonly Glyph[]): { readonly glyphs: readonly Glyph[]; readonly garbled: GarbledFont[] } {
  const counts = new Map<string, { all: number; bad: number }>()
  for (const { font, text } of glyphs) {
    if (text === ' ') continue
    const count = counts.get(font) ?? { all: 0, bad: 0 }
    count.all++
    if (IMPOSSIBLE.test(text)) count.bad++
    counts.set(font, count)
  }
  const garbled = [...counts]
    .filter(([, { all, bad }]) => bad / all >= GARBLED_SHARE)
    .map(([font, { all, bad }]) => ({ font, share: bad / all, glyphs: all }))
  if (garbled.length === 0) return { glyphs, garbled }
  const fonts = new Set(garbled.map(({ font }) => font))
  return {
    glyphs: glyphs.map(glyph => (fonts.has(glyph.font) ? { ...glyph, confidence: GARBLED_CONFIDENCE } : glyph)),
    garbled,
  }
}
