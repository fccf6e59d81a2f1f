import { heightOf, widthOf } from '../../geometry.ts'
import { componentsOf } from './components.ts'
import type { Ink, PixelBox } from './raster.ts'

/** Patches of print are between this low and this high, in guessed glyph heights; lower ones are points and strokes, higher ones rulings. */
const PRINT: readonly [number, number] = [0.3, 1.3]
/** Three of four patches of print are lower than this, in glyph heights: digits are 0.72 high, whole Han characters 0.92. */
const USUAL = 0.8
const THREE_OF_FOUR = 0.75
/** A guess that is larger than the ink says by this factor is given up: boxes of small print on a large sheet are too high. */
const TOO_LARGE = 1.2
/** Fewer patches than this say nothing. */
const ENOUGH = 30

/** The patches of ink that may be glyphs, or parts of some, of about a height in pixels. */
export function patchesOfPrint(ink: Ink, height: number): PixelBox[] {
  const [least, most] = [PRINT[0] * height, PRINT[1] * height]
  return Array.from(componentsOf(ink), ({ box }) => box).filter(
    box => heightOf(box) >= least && Math.max(heightOf(box), widthOf(box)) <= most,
  )
}

/** The height of a glyph of a page in pixels: what was guessed from the boxes of text detection, unless the ink is clearly smaller. */
export function glyphHeight(ink: Ink, guess: number): number {
  const heights = patchesOfPrint(ink, guess).map(heightOf)
  if (heights.length < ENOUGH) return guess
  heights.sort((a, b) => a - b)
  const seen = (heights[Math.floor(THREE_OF_FOUR * heights.length)] ?? guess) / USUAL
  return guess > TOO_LARGE * seen ? seen : guess
}
