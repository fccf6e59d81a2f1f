import { type Box, heightOf, overlaps } from '../../geometry.ts'
import type { Bitmap } from '../../page/bitmap.ts'
import { brightestAt, CLEARLY, COLOURED } from './ink-colours.ts'
import { type Stroke, strokesOf } from './strokes.ts'

/** What breaks the ring of a seal of poor ink is smaller than these patches, in points, the white between lines of figures is larger. */
const PATCH = 3
/** A stroke in a line of print of a table is so high, in points and patches: figures are 6 to 12, specks lower. */
const [LOWEST, HIGHEST] = [5, 15]
/** So far from such a red stroke, in points, red is that of its seal, whose ring is 19 to 25 mm from its middle. */
const REACH = 85

/** Red over more black than this share of the ink in its box, rulings at its edge, is a mark that somebody made on print (.13 to .36 of ticks, 0 to .11 of figures). */
const ON_PRINT = 0.12
/** A page of which a smaller share of the red in lines is on no print was marked by hand: .95 and more where figures are red, .3 at most where somebody ticked figures. */
const MOSTLY = 0.8
/** Black is darker than this in all of red, green and blue. */
const BLACK = 128

/** Red strokes that lie in lines, on no other print and far from strokes that do not. A red cast of the paper is pale all over. */
export function redPrint(page: Bitmap, reds: Uint8Array): Stroke[] {
  const strokes = strokesOf(page, reds, PATCH)
  const reachOf = ([x0, y0, x1, y1]: Box): Box => [x0 - REACH, y0 - REACH, x1 + REACH, y1 + REACH]
  const reaches = strokes.filter(({ box }) => heightOf(box) > HIGHEST).map(({ box }) => reachOf(box))
  const isInLine = ({ box, deepest }: Stroke) =>
    deepest >= CLEARLY.red &&
    heightOf(box) >= LOWEST &&
    heightOf(box) <= HIGHEST &&
    !reaches.some(reach => overlaps(reach, box))
  const inLines = strokes.filter(isInLine)
  const onPaper = inLines.filter(({ box }) => blackShare(page, reds, box) <= ON_PRINT)
  return onPaper.length >= MOSTLY * inLines.length ? onPaper : []
}

/** Share of the ink in a box, in points, that is black and not red. */
function blackShare({ width, height, data, scale }: Bitmap, reds: Uint8Array, box: Box): number {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box.map(side => Math.round(side * scale))
  let [red, black] = [0, 0]
  for (let y = y0; y < Math.min(height, y1); y++) {
    for (let i = y * width + x0; i < y * width + Math.min(width, x1); i++) {
      if (brightestAt(data, 4 * i) < BLACK) black++
      else if ((reds[i] ?? 0) >= COLOURED) red++
    }
  }
  return black / (black + red)
}
