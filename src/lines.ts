import { runsOf } from './geometry.ts'
import { keepsSpace } from './join-lines.ts'
import type { Glyph } from './page/page.ts'

/** Glyphs whose baselines differ by less than this (in sizes) stand on one line; leading is never less than one size. */
const SAME_LINE = 0.5
/** A gap at least this wide (in sizes) between Latin characters is a space; the space of common fonts is 0.25 wide. */
const SPACE = 0.2
/** Characters within this distance (in sizes) adjoin: a space of the text layer between them has no room, and no reader sees it. */
const ADJOINS = 0.05

/** Glyphs that leave ink: all but spaces. */
export const inked = (glyphs: readonly Glyph[]): Glyph[] => glyphs.filter(({ text }) => text !== ' ')

/** Glyphs of one area grouped into lines, top to bottom, each from left to right. */
export function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const printed = inked(glyphs).sort((a, b) => a.baseline - b.baseline)
  const tolerance = SAME_LINE * printed.reduce((least, glyph) => Math.min(least, glyph.size), Number.POSITIVE_INFINITY)
  const lines = runsOf(printed, (glyph, _, [first = glyph]) => glyph.baseline - first.baseline <= tolerance)
  for (const glyph of glyphs) {
    if (glyph.text !== ' ') continue
    lines.find(line => line[0] !== undefined && Math.abs(glyph.baseline - line[0].baseline) <= tolerance)?.push(glyph)
  }
  for (const line of lines) line.sort((a, b) => a.box[0] - b.box[0])
  return lines
}

/** The text of glyphs on one line, left to right; spaces only where they separate Latin words or numbers. */
export function lineText(line: readonly Glyph[]): string {
  let text = ''
  let previous: Glyph | undefined
  let spaced = false
  for (const glyph of line) {
    if (glyph.text === ' ') {
      spaced = true
      continue
    }
    if (previous !== undefined) {
      // Far under nothing the widths of the font are wrong, and the space is all there is to tell.
      const gap = (glyph.box[0] - previous.box[2]) / Math.max(previous.size, glyph.size)
      if ((gap >= SPACE || (spaced && Math.abs(gap) >= ADJOINS)) && keepsSpace(previous.text, glyph.text)) text += ' '
    }
    text += glyph.text
    previous = glyph
    spaced = false
  }
  return text
}
