import type { Box } from './geometry.ts'

/** A turn clockwise by quarters, in degrees. */
export type Turn = 0 | 90 | 180 | 270

/** The turn of so many degrees, of which there may be more than a full circle or fewer than none. */
export const turnOf = (degrees: number): Turn => (((degrees % 360) + 360) % 360) as Turn

/** How wide and high a page of `width` × `height` is once turned. */
export const turnedSize = (turn: Turn, width: number, height: number): readonly [width: number, height: number] =>
  turn === 90 || turn === 270 ? [height, width] : [width, height]

/** Where a box lies after a page of `width` × `height` was turned. */
export function turnedBox([x0, y0, x1, y1]: Box, turn: Turn, width: number, height: number): Box {
  if (turn === 90) return [height - y1, x0, height - y0, x1]
  if (turn === 180) return [width - x1, height - y1, width - x0, height - y0]
  if (turn === 270) return [y0, width - x1, y1, width - x0]
  return [x0, y0, x1, y1]
}
