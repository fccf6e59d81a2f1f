import { type Box, holdsMiddle } from '../../geometry.ts'
import type { Glyph, Picture } from '../page.ts'
import type { ClippedGlyph } from '../seen/clipped.ts'

/** A straight stroked line in page coordinates, any slope. */
export interface Stroke {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  /** Pen width in points. */
  readonly width: number
  /** Whether it is one of several lines that are drawn without lifting the pen. */
  readonly bends: boolean
  readonly white: boolean
}

/** The bounding box of a filled figure without curves. */
export interface Fill {
  readonly box: Box
  readonly white: boolean
}

/** The fill on which something stands: the last one painted there; null where it stands on paper. */
export const groundOf = (box: Box, fills: readonly Fill[]): Fill | null =>
  fills.findLast(fill => holdsMiddle(fill.box, box)) ?? null

/** Whether something stands on colour: white is seen only there. */
export const isOnColour = (box: Box, fills: readonly Fill[]): boolean => groundOf(box, fills)?.white === false

/** Everything a page draws, in page coordinates, in painting order, before anything is decided about it. */
export interface Drawing {
  readonly glyphs: readonly Glyph[]
  /** Those of the glyphs, and of the characters of figures beside them, of which a clip shows a part or nothing. */
  readonly clipped: readonly ClippedGlyph[]
  readonly strokes: readonly Stroke[]
  readonly fills: readonly Fill[]
  readonly pictures: readonly Picture[]
  /** Those of the glyphs over which a picture was painted that prints something. */
  readonly under: ReadonlySet<Glyph>
  /** Filled shapes with curves, as high as letters. */
  readonly outlines: number
}
