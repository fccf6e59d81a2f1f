import type { Grey } from './raster.ts'

/** Shares of a page that lie below its darkest print, and below its paper. */
export const DARKEST_SHARE = 0.005
export const PAPER_SHARE = 0.8

/** Grey levels below which the given share of a picture lies; of a page every 7th pixel is looked at. */
export function levels(picture: Grey, shares: readonly number[], step = 7): number[] {
  const histogram = histogramOf(picture.data, step)
  return shares.map(share => levelBelow(histogram, share))
}

/** How often each grey level occurs among every so many pixels. */
export function histogramOf(data: Uint8Array, step = 1): Uint32Array {
  const histogram = new Uint32Array(256)
  for (let at = 0; at < data.length; at += step) histogram[data[at] ?? 0] = (histogram[data[at] ?? 0] ?? 0) + 1
  return histogram
}

/** The level up to which a share of what is counted in a histogram lies. */
export function levelBelow(histogram: Uint32Array, share: number): number {
  const all = histogram.reduce((total, count) => total + count, 0)
  let seen = 0
  return histogram.findIndex(count => {
    seen += count
    return seen >= share * all
  })
}
