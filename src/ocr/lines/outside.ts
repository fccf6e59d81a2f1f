import { type Box, overlap, unionAll } from '../../geometry.ts'
import type { Ink, PixelBox } from '../picture/raster.ts'
import { isMiddleIn, type Pane, paneOf } from '../rulings/panes.ts'
import { barsInRows } from './bars-in-rows.ts'
import { linesOf, type PrintLine } from './lines.ts'
import type { Print } from './specks.ts'

/** Two boxes share a line when they share this part of the lower one's height. */
const SAME_LINE = 0.6

/** What the lines of a page are found in, all level. */
export interface Found {
  /** Where the engine saw text. */
  readonly boxes: readonly PixelBox[]
  readonly panes: readonly Pane[]
  readonly print: Print
  /** The ink of a look with more sensitivity; null where that shows grain. */
  readonly faint: Ink | null
  readonly em: number
}

/** The lines of print outside all panes: where text was seen, and dashes beside it. What was seen over a border stands in the panes. */
export function linesOutside({ boxes, panes, print, em }: Omit<Found, 'faint'>, inPanes: readonly PrintLine[]): PrintLine[] {
  const isOutside = (box: Box) => paneOf(box, panes) === undefined
  const lines = merged(boxes.filter(isOutside))
    .flatMap(box => linesOf(print, box, em))
    .filter(line => !inPanes.some(({ ink }) => isMiddleIn(ink, line.ink)))
  return [...lines, ...barsInRows(print.bars.filter(isOutside), lines, em)]
}

/** Boxes that overlap on one line as one: detection cuts long headlines, and parts them wrongly. */
function merged(boxes: readonly PixelBox[]): PixelBox[] {
  const result: PixelBox[] = []
  for (const box of boxes.toSorted((a, b) => a[0] - b[0])) {
    const index = result.findIndex(
      other =>
        overlap(other[0], other[2], box[0], box[2]) > 0 &&
        overlap(other[1], other[3], box[1], box[3]) >= SAME_LINE * Math.min(other[3] - other[1], box[3] - box[1]),
    )
    const other = result[index]
    if (other === undefined) result.push(box)
    else result[index] = unionAll([other, box])
  }
  return result
}
