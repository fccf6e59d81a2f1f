import type { Grey, PixelBox } from '../picture/raster.ts'

/** A Chinese character. */
export const HAN = /\p{Script=Han}/u

/** Another way to read something, with the recogniser's own probability. */
export interface Reading {
  readonly text: string
  /** 0..1 */
  readonly score: number
}

/** One character as recognised in the picture of a line. */
export interface ReadCharacter {
  readonly text: string
  readonly score: number
  /** Where its middle lies, as a share of the width of the picture. */
  readonly at: number
  /** What else it may be, best first; never its own text. */
  readonly others: readonly Reading[]
}

/** A character alone in its picture, told by something else than the recogniser. */
export const lone = (text: string, score: number): ReadCharacter => ({ text, score, at: 0.5, others: [] })

/** Where a character stands on the page; `box` is the picture that it was read in. */
export const placeIn = ([x0, , x1]: PixelBox, { at }: Pick<ReadCharacter, 'at'>): number => x0 + at * (x1 - x0)

/** A line as recognised. */
export interface LineReading {
  readonly characters: readonly ReadCharacter[]
  /** Characters that the recogniser saw faintly and left out, in their places. */
  readonly missed: readonly ReadCharacter[]
  /** Readings of the line as a figure, best first; empty where it does not look like one. */
  readonly figures: readonly Reading[]
}

/** A picture in which nothing was read. */
export const NOTHING_READ: LineReading = { characters: [], missed: [], figures: [] }

/** An OCR engine: pictures of single lines (dark on white) in, characters out, in the same order. */
export interface OcrEngine {
  readonly name: 'paddle' | 'tesseract'
  readonly readLines: (lines: readonly Grey[]) => Promise<readonly LineReading[]>
  /** Where text stands on a page, in any order; both upright and sideways lines. */
  readonly findText: (page: Grey) => Promise<readonly PixelBox[]>
  readonly close: () => Promise<void>
}

/** The text of a line reading. */
export const textOfReading = (line: Pick<LineReading, 'characters'>): string =>
  line.characters.map(character => character.text).join('')
