import type { Ink, PixelBox } from './raster.ts'

/** The part of a box that has ink in it, and how many pixels; null when there is none. */
export function inkBox(
  { width, data }: Ink,
  [x0, y0, x1, y1]: PixelBox,
): { readonly box: PixelBox; readonly count: number } | null {
  let [left, top, right, bottom, count] = [x1, y1, x0, y0, 0]
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (data[y * width + x] === 0) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = y + 1
      count++
    }
  }
  return count === 0 ? null : { box: [left, top, right, bottom], count }
}
