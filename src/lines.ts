import { cluster, mean } from './geometry.ts'
import { keepsSpace } from './join-lines.ts'
import type { Glyph } from './page/page.ts'

/** Glyphs whose baselines differ by less than this (in sizes) stand on one line; leading is never less than one size. */
const SAME_LINE = 0.5
/** A gap at least this wide (in sizes) between Latin characters is a space; the space of common fonts is 0.25 wide. */
const SPACE = 0.2

/** Glyphs of one area grouped into lines, top to bottom, each from left to right. */
export function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  if (glyphs.length === 0) return []
  const inked = glyphs.filter(glyph => glyph.text !== ' ')
  const tolerance = SAME_LINE * Math.min(...inked.map(glyph => glyph.size))
  const levels = cluster(
    inked.map(glyph => glyph.baseline),
    tolerance,
  ).map(mean)
  const lines = levels.map((): Glyph[] => [])
  for (const glyph of glyphs) {
    const best = nearest(levels, glyph.baseline)
    if (glyph.text !== ' ' || Math.abs((levels[best] ?? 0) - glyph.baseline) <= tolerance) lines[best]?.push(glyph)
  }
  for (const line of lines) line.sort((a, b) => a.box[0] - b.box[0])
  return lines
}

/** Index of the value nearest to `wanted` in ascending values. */
function nearest(values: readonly number[], wanted: number): number {
  let low = 0
  let high = values.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) <= wanted) low = middle
    else high = middle
  }
  return wanted - (values[low] ?? 0) <= (values[high] ?? 0) - wanted ? low : high
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
      const gap = glyph.box[0] - previous.box[2] >= SPACE * Math.max(previous.size, glyph.size)
      if ((spaced || gap) && keepsSpace(previous.text, glyph.text)) text += ' '
    }
    text += glyph.text
    previous = glyph
    spaced = false
  }
  return text
}
