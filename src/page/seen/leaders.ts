import { runsOf } from '../../geometry.ts'
import type { Glyph } from '../page.ts'

/** What leaders are typed with: …… and ‥ hold several dots. */
const DOT = /^[.．…‥·・]$/
/** Leaders are at least this long, in sizes: an ellipsis is two. */
const LEAST_LENGTH = 3
/** Baselines nearer than this (in sizes) are one line. */
const SAME_LINE = 0.1
/** A figure as tables print it, with decimals or grouped digits: what dots lead to in a list of contents has neither. */
const FIGURE = /^[-−–(（¥￥]*(?:\d{1,3}(?:[,，]\d{3})+|\d+[.．]\d{1,2}(?!\d))/

/** The glyphs of a page without the dots that lead from a name to its figure, which are no text. */
export function withoutLeaders(glyphs: readonly Glyph[]): readonly Glyph[] {
  const inked = glyphs.filter(({ text, direction }) => text !== ' ' && direction === 0)
  if (inked.filter(({ text }) => DOT.test(text)).length < LEAST_LENGTH) return glyphs
  const lines = runsOf(
    inked.sort((a, b) => a.baseline - b.baseline),
    (glyph, last) => glyph.baseline - last.baseline < SAME_LINE * glyph.size,
  )
  const gone = new Set(lines.flatMap(line => leadersIn(line.sort((a, b) => a.box[0] - b.box[0]))))
  return gone.size === 0 ? glyphs : glyphs.filter(glyph => !gone.has(glyph))
}

/** The dots on a line that a figure follows. */
function leadersIn(line: readonly Glyph[]): Glyph[] {
  const found: Glyph[] = []
  let dots: Glyph[] = []
  for (const [at, glyph] of line.entries()) {
    if (DOT.test(glyph.text)) {
      dots.push(glyph)
      continue
    }
    const [first, last] = [dots[0], dots.at(-1)]
    const isLong = first !== undefined && last !== undefined && last.box[2] - first.box[0] >= LEAST_LENGTH * first.size
    if (isLong && FIGURE.test(textFrom(line, at))) found.push(...dots)
    dots = []
  }
  return found
}

const textFrom = (line: readonly Glyph[], at: number): string =>
  line
    .slice(at)
    .map(({ text }) => text)
    .join('')
