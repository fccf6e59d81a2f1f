import { type Box, boxBetween } from '../../geometry.ts'
import { plainText } from '../fonts/plain-text.ts'
import { type Glyph, UNKNOWN } from '../page.ts'
import { DOUBTFUL } from '../seen/clipped.ts'
import type { GraphicsState, ShownGlyph } from './graphics-state.ts'
import { applyX, applyY, multiply } from './matrix.ts'

/** Text that leaves an axis by more than this (as a sine) is a watermark or a stamp's arc, not table text. */
const UPRIGHT = 0.1
/** The PDF text rendering mode that paints nothing. */
const INVISIBLE = 3
/** What a text has besides the ends of lines and cells, which reports print as white. */
const NOT_WHITE = /[^\t\n\r]/
/** No font has one glyph for several digits: a map that says so is wrong, and nobody can tell which it is. */
const SEVERAL_DIGITS = /^\d{2,}$/
/** Han are about as wide as high: a width of no more than this (in ems) is wrong, as cairo writes 0 or that of the first glyph for all that it copies from some fonts, and places each by itself. */
const TOO_NARROW_FOR_HAN = 0.5
const HAN = /^\p{Script=Han}/u

/**
 * The glyphs that one show operator paints, in page coordinates and whole whatever the clip; moves the text position of `state` on.
 * `items` are glyphs and, between them, adjustments in thousandths of the font size. A glyph that takes room, of which its font says that it prints
 * nothing, comes without text: it may be a digit.
 */
export function paintText(state: GraphicsState, items: readonly (ShownGlyph | number)[]): Glyph[] {
  const { font } = state
  if (font === null || state.fontSize === 0) return []
  const painted: Glyph[] = []
  const matrix = multiply(state.matrix, state.textMatrix)
  const em = state.fontSize
  const along = em * Math.sign(state.horizontalScale)
  const size = Math.abs(em) * Math.hypot(matrix[2], matrix[3])
  const direction = directionOf(matrix[0] * along, matrix[1] * along)
  const advanceScale = Math.abs(font.fontMatrix[0])
  const isPainted = state.renderingMode !== INVISIBLE && state.fillVisible
  for (const item of items) {
    if (typeof item === 'number') {
      const shift = (-item * em) / 1000
      if (font.vertical) state.y += shift
      else state.x += shift * state.horizontalScale
      continue
    }
    const spacing = state.characterSpacing + (item.isSpace ? state.wordSpacing : 0)
    const width = item.width * advanceScale * em
    font.letters?.add(item)
    const said = isPainted ? plainText(item.unicode) : ''
    const text = SEVERAL_DIGITS.test(said) ? UNKNOWN : said
    const isMute = isPainted && width !== 0 && NOT_WHITE.test(item.unicode)
    if ((text !== '' || isMute) && direction !== null) {
      const [, fromX, fromY] = (font.vertical && item.vmetric) || [0, 0, 0]
      const [x, y] = [state.x - (fromX / 1000) * em, state.y - (fromY / 1000) * em + state.rise]
      const right = x + (isTooNarrow(item.width * advanceScale, text) ? em : width) * state.horizontalScale
      const square = [x, y + font.descent * em, right, y + font.ascent * em] as const
      const box = cornersBox(matrix, square)
      const baseline = applyY(matrix, x, y)
      const confidence = item.isDoubtful ? DOUBTFUL : 1
      painted.push({ text, box, baseline, size, font: font.name, direction, source: 'pdf', confidence })
    }
    // Downwards is less: there it is negative spacing that parts characters.
    if (font.vertical) state.y += ((item.vmetric?.[0] ?? -1000) / 1000) * em + spacing
    else state.x += (width + spacing) * state.horizontalScale
  }
  return painted
}

const isTooNarrow = (width: number, text: string): boolean => width <= TOO_NARROW_FOR_HAN && HAN.test(text)

function cornersBox(matrix: GraphicsState['matrix'], [x0, y0, x1, y1]: Box): Box {
  const ax = applyX(matrix, x0, y0)
  const ay = applyY(matrix, x0, y0)
  const bx = applyX(matrix, x1, y1)
  const by = applyY(matrix, x1, y1)
  return boxBetween(ax, ay, bx, by)
}

/** Degrees clockwise of a text vector on the page (y down), or null when it is oblique. */
function directionOf(dx: number, dy: number): Glyph['direction'] | null {
  const length = Math.hypot(dx, dy)
  if (length === 0) return null
  if (Math.abs(dy) / length < UPRIGHT) return dx > 0 ? 0 : 180
  if (Math.abs(dx) / length < UPRIGHT) return dy > 0 ? 90 : 270
  return null
}
