import { DARKEST_SHARE, levels, PAPER_SHARE } from './levels.ts'
import type { Grey, Ink } from './raster.ts'

/** Window of the local mean, in glyph heights: wider than any stroke, narrower than the shadow of a page fold. */
const WINDOW = 1.4
/** Ink is darker than its surroundings by this share of the contrast of the page, and at least by LEAST_DARKER. */
const DARKER = 0.14
const LEAST_DARKER = 14
/**
 * Ink by comparison with the mean around each pixel, so that shadows, tinted rows and a faint copy do not matter.
 * `em` is the glyph height in pixels; a higher `sensitivity` finds fainter ink, and more noise.
 */
export function inkOf(picture: Grey, em: number, sensitivity = 1): Ink {
  const { width, height, data } = picture
  const radius = Math.max(4, Math.round((WINDOW * em) / 2))
  const [dark = 0, paper = 255] = levels(picture, [DARKEST_SHARE, PAPER_SHARE])
  const offset = Math.max(LEAST_DARKER, DARKER * (paper - dark)) / sensitivity
  const ink = new Uint8Array(width * height)
  // sums of each column over the rows of the window, moved down row by row; beyond the sides there is nothing to sum
  const sums = new Int32Array(width + 2 * radius)
  const inside = (at: number, size: number) => Math.min(size - 1, at + radius) - Math.max(0, at - radius) + 1
  const columns = Int32Array.from({ length: width }, (_, x) => inside(x, width))
  const count = (y: number, times: 1 | -1) => {
    for (let x = 0, at = y * width; x < width; x++, at++) sums[x + radius] = (sums[x + radius] ?? 0) + times * (data[at] ?? 0)
  }
  for (let y = 0; y < Math.min(height, radius); y++) count(y, 1)
  for (let y = 0; y < height; y++) {
    if (y + radius < height) count(y + radius, 1)
    if (y > radius) count(y - radius - 1, -1)
    const rows = inside(y, height)
    let total = 0
    for (let x = 0; x < 2 * radius; x++) total += sums[x] ?? 0
    for (let x = 0, at = y * width; x < width; x++, at++) {
      total += sums[x + 2 * radius] ?? 0
      if (((data[at] ?? 0) + offset) * rows * (columns[x] ?? 0) < total) ink[at] = 1
      total -= sums[x] ?? 0
    }
  }
  return { width, height, data: ink }
}
