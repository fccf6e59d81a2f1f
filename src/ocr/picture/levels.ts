import type { Grey } from './raster.ts'

/** Shares of a page that lie below its darkest print, and below its paper. */
export const DARKEST_SHARE = 0.005
export const PAPER_SHARE = 0.8

/** Grey levels below which the given share of a picture lies; of a page every 7th pixel is looked at. */
export function levels(picture: Grey, shares: readonly number[], step = 7): number[] {
  const histogram = new Uint32Array(256)
  let count = 0
  for (let i = 0; i < picture.data.length; i += step) {
    const value = picture.data[i] ?? 0
    histogram[value] = (histogram[value] ?? 0) + 1
    count++
  }
  return shares.map(share => {
    let seen = 0
    for (let value = 0; value < 256; value++) {
      seen += histogram[value] ?? 0
      if (seen >= share * count) return value
    }
    return 255
  })
}
