import { centreOf, widthOf } from '../../geometry.ts'
import { placeIn, type ReadCharacter } from '../engine/engine.ts'
import { markOf } from '../lines/marks.ts'
import type { SeenLine } from './seen-line.ts'
import { signOf } from './signs.ts'

/** Half the width of a digit with the white beside it, in glyph heights; ink further off is another character. */
const HALF_DIGIT = 0.36
/** Ink before a figure at least this wide (in glyph heights) is a sign. */
const SIGN_WIDTH = 0.3
/** Confidence of a sign that only its shape tells, and of a figure with something before it that could not be told. */
const SIGN_BY_SHAPE = 0.85
const SIGN_UNTOLD = 0.5

/**
 * A figure with the sign before it that the recogniser mistook or left out, by its shape: =100% is read as -100%, ≥98%
 * as 98%. Where the shape does not tell, the figure becomes doubtful.
 */
export function withSign(characters: ReadCharacter[], { line, box, ink: strokes, em }: SeenLine): ReadCharacter[] {
  const [x0, y0, , y1] = line.ink
  const [first, second] = characters
  if (first === undefined) return characters
  if (first.text === '-' && second !== undefined) {
    const isEquals =
      signOf(markOf(strokes, [x0, y0, Math.round(placeIn(box, { at: (first.at + second.at) / 2 })), y1]), em) === '='
    return isEquals ? [{ ...first, text: '=' }, ...characters.slice(1)] : characters
  }
  const end = Math.round(placeIn(box, first)) - Math.round(HALF_DIGIT * em)
  if (end - x0 < SIGN_WIDTH * em) return characters
  const before = markOf(strokes, [x0, y0, end, y1])
  if (before === null || widthOf(before.box) < SIGN_WIDTH * em) return characters
  const sign = signOf(before, em)
  if (sign === null) return characters.map(character => ({ ...character, score: Math.min(character.score, SIGN_UNTOLD) }))
  const at = Math.max(0, (centreOf(before.box) - box[0]) / widthOf(box))
  return [{ text: sign, score: SIGN_BY_SHAPE, at, others: [] }, ...characters]
}

/** What a comparison sign before a figure is read as, and what digits are read as in such a line. */
const LIKE_SIGN = /^[VvYΛAK<>＜＞〉》]$/u
const LIKE_DIGITS: Readonly<Record<string, string>> = { l: '1', I: '1', '|': '1', O: '0', o: '0' }

/** A line that begins with a mistaken comparison sign and goes on as a figure (≥1 read as Vl), by the shape of the sign; null when it does not. */
export function withComparison(
  characters: readonly ReadCharacter[],
  { line, box, ink: strokes, em }: SeenLine,
): ReadCharacter[] | null {
  const [x0, y0, , y1] = line.ink
  const [first, second] = characters
  if (first === undefined || second === undefined || !LIKE_SIGN.test(first.text)) return null
  const rest = characters.slice(1).map(({ text }) => LIKE_DIGITS[text] ?? text)
  if (!/^\d/.test(rest.join(''))) return null
  const end = Math.round(placeIn(box, second) - HALF_DIGIT * em)
  const sign = signOf(markOf(strokes, [x0, y0, end, y1]), em, true)
  if (sign !== '≥' && sign !== '≤') return null
  return [
    { ...first, text: sign, score: SIGN_BY_SHAPE },
    ...characters.slice(1).map((character, index) => {
      const text = rest[index] ?? character.text
      return text === character.text ? character : { ...character, text, score: Math.min(character.score, SIGN_BY_SHAPE) }
    }),
  ]
}
