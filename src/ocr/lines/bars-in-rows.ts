import { overlaps } from '../../geometry.ts'
import { type PixelBox, wholeBox } from '../picture/raster.ts'
import type { PrintLine } from './lines.ts'

/** The middle of a dash stands within this share of the height of its line from the middle of that. */
const MIDDLE = 0.25
/** A bar is looked at with so much white around it, in glyph heights: room for a line, and none of its neighbours in the row. */
const AROUND = 0.6

/**
 * Bars at the height of lines that were found, outside all of them: text detection passes over a dash alone, the last in a row
 * where no ruling parts the columns. `free` are all bars where such a line may stand.
 */
export const barsInRows = (free: readonly PixelBox[], lines: readonly PrintLine[], em: number): PrintLine[] =>
  free
    .filter(bar => lines.every(({ ink }) => !overlaps(bar, ink)) && lines.some(({ ink }) => isAtHeightOf(bar, ink)))
    .map(bar => ({ ink: bar, within: around(bar, em) }))

const isAtHeightOf = ([, top, , bottom]: PixelBox, [, from, , to]: PixelBox): boolean =>
  Math.abs(top + bottom - from - to) / 2 <= MIDDLE * (to - from)

const around = ([x0, y0, x1, y1]: PixelBox, em: number): PixelBox => {
  const [white, middle] = [AROUND * em, (y0 + y1) / 2]
  return wholeBox([x0 - white, middle - white, x1 + white, middle + white])
}
