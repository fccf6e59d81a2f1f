import type { TextLine } from '../lines/lines.ts'
import type { Ink, PixelBox } from '../picture/raster.ts'

/** What was seen of a line on its page. */
export interface SeenLine {
  readonly line: TextLine
  /** The crop of it that was read; the places of characters are shares of its width. */
  readonly box: PixelBox
  readonly ink: Ink
  /** Glyph height in pixels. */
  readonly em: number
}
