import { componentsOf } from './components.ts'
import type { Ink } from './raster.ts'

/** Patches of print are between this low and this high, in guessed glyph heights; lower ones are points and strokes, higher ones rulings. */
const PRINT: readonly [number, number] = [0.3, 1.3]
/** Three of four patches of print are lower than this, in glyph heights: digits are 0.72 high, whole Han characters 0.92. */
const USUAL = 0.8
const THREE_OF_FOUR = 0.75
/** A guess that is larger than the ink says by this factor is given up: boxes of small print on a large sheet are too high. */
const TOO_LARGE = 1.2
/** Fewer patches than this say nothing. */
const ENOUGH = 30

/** The height of a glyph of a page in pixels: what was guessed from the boxes of text detection, unless the ink is clearly smaller. */
export function glyphHeight(ink: Ink, guess: number): number {
  const heights: number[] = []
  for (const { box } of componentsOf(ink)) {
    const [width, height] = [box[2] - box[0], box[3] - box[1]]
    if (height >= PRINT[0] * guess && height <= PRINT[1] * guess && width <= PRINT[1] * guess) heights.push(height)
  }
  if (heights.length < ENOUGH) return guess
  heights.sort((a, b) => a - b)
  const seen = (heights[Math.floor(THREE_OF_FOUR * heights.length)] ?? guess) / USUAL
  return guess > TOO_LARGE * seen ? seen : guess
}
