import type { ReadCharacter } from '../engine/engine.ts'
import type { PrintLine } from '../lines/lines.ts'
import type { Ink, PixelBox } from '../picture/raster.ts'

/** What was seen of a line on its page. */
export interface SeenLine {
  readonly line: PrintLine
  /** The crop of it that was read; the places of characters are shares of its width. */
  readonly box: PixelBox
  /** What the recogniser saw faintly in it and left out. */
  readonly missed: readonly ReadCharacter[]
  readonly ink: Ink
  /** Glyph height in pixels. */
  readonly em: number
}

/** A correction of the characters of a line by its ink, and by the room that each has. */
export type CharacterCorrection = (characters: readonly ReadCharacter[], seen: SeenLine) => readonly ReadCharacter[]
