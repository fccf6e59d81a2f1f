import { overlap } from '../../geometry.ts'
import { type ReadCharacter, textOfReading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import type { PixelBox } from '../picture/raster.ts'
import { sealShare } from '../picture/seal-places.ts'
import { isDash } from './figures.ts'
import { isSameCell, type ReadLine } from './read-line.ts'

/** Confidence of what a seal or the print of the other side touches is at most this: it is to be looked at. */
const OVERPRINTED = 0.88
/** So near to a seal (in glyph heights) its rests are still found: one was read as a dash with .97. */
const BESIDE = 1
/** Confidence of what was read in a cell where something else could not be. */
const BESIDE_UNREADABLE = 0.6

/** A character no more confident than `score`. */
export const lessSure = (character: ReadCharacter, score: number): ReadCharacter => ({
  ...character,
  score: Math.min(character.score, score),
})

/** A line no more confident than `score`. */
export const atMost = (line: ReadLine, score: number): ReadLine => ({
  ...line,
  characters: line.characters.map(character => lessSure(character, score)),
})

/** What could not be read in a cell where something else could is no text: it makes the rest doubtful. */
export function unreadable(line: ReadLine, all: readonly ReadLine[]): ReadLine[] {
  const cell = all.filter(other => isSameCell(other, line))
  if (cell.length < 2 || !cell.some(isUnreadable) || cell.every(isUnreadable)) return [line]
  return isUnreadable(line) ? [] : [atMost(line, BESIDE_UNREADABLE)]
}

const isUnreadable = (line: ReadLine): boolean => /^[\uFFFD#]+$/u.test(textOfReading(line))

/** A line that a seal touches is doubtful; dots alone are what is left of the seal itself. A lone bar is already in doubt beside one. */
export function underSeal(line: ReadLine, { seals, em }: Layout): ReadLine[] {
  const [x0, y0, x1, y1] = line.line.ink
  const reach = isDash(line) ? BESIDE * em : 0
  if (sealShare(seals, [x0 - reach, y0 - reach, x1 + reach, y1 + reach]) === 0) return [line]
  return /^[.,、·:：'“”。]*$/u.test(textOfReading(line)) ? [] : [atMost(line, OVERPRINTED)]
}

/** A line is doubtful where ink too pale for print was taken away in its cell: the other side shows through. */
export function besidePale(line: ReadLine, { pale }: Layout): ReadLine {
  const [left, top, right, bottom] = line.line.within
  const isInCell = ([x0, y0, x1, y1]: PixelBox) => overlap(x0, x1, left, right) > 0 && overlap(y0, y1, top, bottom) > 0
  return pale.some(isInCell) ? atMost(line, OVERPRINTED) : line
}
