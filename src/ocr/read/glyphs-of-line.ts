import type { Glyph } from '../../page/page.ts'
import { HAN, placeIn, type ReadCharacter } from '../engine/engine.ts'
import { inPoints, type PixelBox } from '../picture/raster.ts'
import type { ReadLine } from './read-line.ts'

/** Ink of a line of Han characters, and of one of digits only, as a share of the font size. */
const HAN_INK = 0.92
const DIGIT_INK = 0.72
/** Height of the middle of a line above its baseline, in sizes. */
const MIDDLE = 0.36
/** Half the width of a Han and of any other character, in sizes. */
const HALF_HAN = 0.5
const HALF_LATIN = 0.28
/** Sizes of print a line may have, against the usual one of the page: a dash alone is low, a headline is high. */
const SMALLEST = 0.6
/** A line lower than this against the usual glyph has no character of full height: its size is the page's. */
const NO_FULL_HEIGHT = 0.45

/** Confidence of a cell in which ink was taken for dirt. */
const EMPTY_WITH_INK = 0.8

/** A blank where ink was taken for dirt: empty is a reading too, and not sure there. */
export const blankOf = (ink: PixelBox, em: number, scale: number): Glyph =>
  glyphOf({ text: ' ', score: EMPTY_WITH_INK }, ink, { size: em, baseline: (ink[1] + ink[3]) / 2 + MIDDLE * em, scale })

interface Setting {
  readonly size: number
  readonly baseline: number
  /** Pixels a point. */
  readonly scale: number
}

const glyphOf = (
  { text, score }: Pick<ReadCharacter, 'text' | 'score'>,
  box: PixelBox,
  { size, baseline, scale }: Setting,
): Glyph => ({
  ...{ text, box: inPoints(box, scale), baseline: baseline / scale, size: size / scale },
  ...{ font: '', direction: 0, source: 'ocr', confidence: score },
})

/** Glyphs of a line in points: each reaches half way to its neighbours, and no further than it is wide; those of one figure touch. `em` is the glyph height in pixels, `scale` pixels a point. */
export function glyphsOf({ line, box, characters, readings }: ReadLine, em: number, scale: number): Glyph[] {
  const [x0, y0, x1, y1] = line.ink
  const height = y1 - y0
  const hasHan = characters.some(character => HAN.test(character.text))
  const size = height < NO_FULL_HEIGHT * em ? em : Math.max(SMALLEST * em, height / (hasHan ? HAN_INK : DIGIT_INK))
  const middles = characters.map(character => placeIn(box, character))
  const baseline = (y0 + y1) / 2 + MIDDLE * size
  return characters.map((character, index): Glyph => {
    const middle = middles[index] ?? x0
    // the places of digits are known to a step of the recogniser, which in wide print leaves white between them
    const half = readings.length > 0 ? x1 - x0 : size * (HAN.test(character.text) ? HALF_HAN : HALF_LATIN)
    const before = middles[index - 1]
    const after = middles[index + 1]
    const left = before === undefined ? x0 : Math.max(x0, (before + middle) / 2, middle - half)
    const right = after === undefined ? x1 : Math.min(x1, (after + middle) / 2, middle + half)
    return glyphOf(character, [left, y0, Math.max(left + 1, right), y1], { size, baseline, scale })
  })
}
