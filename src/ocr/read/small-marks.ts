import type { ReadCharacter } from '../engine/engine.ts'
import { inkBox } from '../picture/ink-box.ts'
import type { Ink, PixelBox } from '../picture/raster.ts'
import type { SeenLine } from './seen-line.ts'

/** A mark of punctuation is smaller than this in both directions, and larger than that in one (in glyph heights). */
const LARGEST = 0.5
const SMALLEST = 0.16
/** Its middle lies below this share of the height of the line: some fonts set 、 in the middle. */
const LOW = 0.38
/** Confidence of a mark that only its shape tells. */
export const BY_SHAPE = 0.6
/** Ink nearer than this (in glyph heights) to the middle of a neighbour is the neighbour's, with all that touches it. */
const NEIGHBOUR = 0.3
/** Pixels around a line that are looked at too. */
export const BEYOND = 2
/** A stroke leans when its ends are apart, across, by this share of its width. */
const LEANS = 0.25

/** Whether ink of a line stands as low as a mark of punctuation. */
const isLow = ([, top, , bottom]: PixelBox, [, lineTop, , lineBottom]: PixelBox): boolean =>
  (top + bottom) / 2 >= lineTop + LOW * (lineBottom - lineTop)

/** The box of a mark of punctuation that stands alone in an area of a line; null when what stands there is no mark, or not one alone. */
export function markBox(ink: Ink, area: PixelBox, em: number): PixelBox | null {
  const box = inkBox(ink, area)?.box
  if (box === undefined || !isLow(box, area)) return null
  const size = Math.max(box[2] - box[0], box[3] - box[1])
  return size >= SMALLEST * em && size <= LARGEST * em ? box : null
}

/** The comma whose shape a mark has, told by the way its stroke leans; null when it does not lean. */
export function markIn(ink: Ink, area: PixelBox, em: number): '、' | '，' | null {
  const box = markBox(ink, area, em)
  if (box === null) return null
  const [left, top, right, bottom] = box
  const middleOf = (from: number, to: number): number => {
    let [sum, seen] = [0, 0]
    for (let y = from; y < to; y++) {
      for (let x = left; x < right; x++) if (ink.data[y * ink.width + x] === 1) [sum, seen] = [sum + x, seen + 1]
    }
    return seen === 0 ? (left + right) / 2 : sum / seen
  }
  const third = Math.max(1, Math.round((bottom - top) / 3))
  const lean = middleOf(bottom - third, bottom) - middleOf(top, top + third)
  if (lean >= LEANS * (right - left)) return '、'
  return lean <= -LEANS * (right - left) ? '，' : null
}

/** The part of an area between two characters that holds print of its own: columns with ink that reach neither side. */
function ownPrint(ink: Ink, [x0, y0, x1, y1]: PixelBox): PixelBox | null {
  const inked = (x: number): boolean => {
    for (let y = y0; y < y1; y++) if (ink.data[y * ink.width + x] === 1) return true
    return false
  }
  let [from, to] = [x0, x1]
  while (from < to && inked(from)) from++
  while (to > from && inked(to - 1)) to--
  while (from < to && !inked(from)) from++
  while (to > from && !inked(to - 1)) to--
  return to > from ? [from, y0, to, y1] : null
}

/** The print of its own between two characters of a line, or beyond the first or the last; null where there is none. */
export function printBetween({ line, box, ink, em }: SeenLine, before?: ReadCharacter, after?: ReadCharacter): PixelBox | null {
  const place = ({ at }: ReadCharacter): number => box[0] + at * (box[2] - box[0])
  const from = before === undefined ? line.ink[0] - BEYOND : place(before) + NEIGHBOUR * em
  const to = after === undefined ? line.ink[2] + BEYOND : place(after) - NEIGHBOUR * em
  return ownPrint(ink, [Math.round(from), line.ink[1], Math.round(to), line.ink[3]])
}

/** What a 。 at the end of a line is read as. */
const LIKE_STOP = /^[0oO°·≤~*\\]$/u
const HAN = /[\p{Script=Han}%％）)”]/u

/** A line of Chinese whose last character is a small ring low on the line and was read as a zero or a degree sign. */
export function withFullStop(
  characters: readonly ReadCharacter[],
  { line: { ink: line }, box, ink, em }: SeenLine,
): readonly ReadCharacter[] {
  const last = characters.at(-1)
  const before = characters.at(-2)
  const isHan = characters.some(({ text }) => /\p{Script=Han}/u.test(text))
  if (!isHan || last === undefined || before === undefined || !LIKE_STOP.test(last.text) || !HAN.test(before.text))
    return characters
  const from = Math.round(box[0] + ((last.at + before.at) / 2) * (box[2] - box[0]) + 0.1 * em)
  const end = inkBox(ink, [from, line[1], line[2], line[3]])?.box
  if (end === undefined || end[3] - end[1] > LARGEST * em || !isLow(end, line)) return characters
  const mark = markIn(ink, [from, line[1], line[2], line[3]], em) ?? '。'
  return [...characters.slice(0, -1), { ...last, text: mark, score: BY_SHAPE }]
}
