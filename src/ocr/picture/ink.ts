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
  // sums of each column over the rows of the window, moved down row by row
  const sums = new Uint32Array(width)
  const add = (y: number, sign: 1 | -1) => {
    const row = y * width
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + sign * (data[row + x] ?? 0)
  }
  for (let y = 0; y < Math.min(height, radius); y++) add(y, 1)
  for (let y = 0; y < height; y++) {
    if (y + radius < height) add(y + radius, 1)
    if (y - radius - 1 >= 0) add(y - radius - 1, -1)
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1
    let total = 0
    for (let x = 0; x < Math.min(width, radius); x++) total += sums[x] ?? 0
    for (let x = 0; x < width; x++) {
      if (x + radius < width) total += sums[x + radius] ?? 0
      if (x - radius - 1 >= 0) total -= sums[x - radius - 1] ?? 0
      const columns = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1
      const at = y * width + x
      if ((data[at] ?? 0) + offset < total / (rows * columns)) ink[at] = 1
    }
  }
  return { width, height, data: ink }
}
