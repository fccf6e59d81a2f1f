import { isSameBox } from '../../geometry.ts'
import { lone, type ReadCharacter, type Reading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import type { PrintLine } from '../lines/lines.ts'
import type { PixelBox } from '../picture/raster.ts'

/** A line with its reading decided. */
export interface ReadLine {
  readonly line: PrintLine
  /** The picture that was read, in pixels of the page; places of characters are shares of it. */
  readonly box: PixelBox
  readonly characters: readonly ReadCharacter[]
  /** What else a figure may be, its own text first; empty for other lines. */
  readonly readings: readonly Reading[]
}

/** A correction of the lines of a page by what else stands on it, or by what was seen where they stand. */
export type Correction = (lines: readonly ReadLine[], layout: Layout) => readonly ReadLine[]

/** Whether two lines were found in one pane. */
export const isSameCell = ({ line: one }: Pick<ReadLine, 'line'>, { line: other }: Pick<ReadLine, 'line'>): boolean =>
  isSameBox(one.within, other.within)

/** Whether no other line of its pane has text. */
export const isAlone = (line: ReadLine, lines: readonly ReadLine[]): boolean =>
  !lines.some(other => other !== line && other.characters.length > 0 && isSameCell(other, line))

/** Confidence of what was read beside something that could not be, or that was taken for dirt. */
export const BESIDE_DIRT = 0.6

/** A character no more confident than `score`. */
export const lessSure = (character: ReadCharacter, score: number): ReadCharacter => ({
  ...character,
  score: Math.min(character.score, score),
})

/** A line that is one character and cannot be another. */
export const readAs = (line: Pick<ReadLine, 'line' | 'box'>, character: ReadCharacter): ReadLine => ({
  ...line,
  characters: [character],
  readings: [],
})

/** A line no more confident than `score`. */
export const atMost = (line: ReadLine, score: number): ReadLine => ({
  ...line,
  characters: line.characters.map(character => lessSure(character, score)),
})

/** Ink that nothing could be read from is shown as U+FFFD: an empty cell would say that nothing is there. */
export const UNREADABLE = lone('\uFFFD', 0)
