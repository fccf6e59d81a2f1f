import { levels } from './levels.ts'
import type { Grey } from './raster.ts'

/** What is brighter than this share of a page is paper. */
const DARKER_SHARE = 0.3

/** Grain of paper above this (mean difference from the pixels around, in grey levels) hides thin strokes and is smoothed. */
const GRAINY = 4
/** A picture is black and white when it has no more grey pixels than this share of its black ones; the edges of grey print alone are more. */
const GREY_SHARE = 0.05

/** Whether a picture has two levels only, as fax machines and old scanners make it. */
export function isBilevel({ data }: Grey): boolean {
  let [black, grey] = [0, 0]
  for (let i = 0; i < data.length; i += 13) {
    const value = data[i] ?? 0
    if (value < 8) black++
    else if (value <= 247) grey++
  }
  return grey <= GREY_SHARE * black
}

/** How much neighbouring pixels of paper differ, in grey levels. */
function grainOf(picture: Grey): number {
  const { width, data } = picture
  const [brighter = 128] = levels(picture, [DARKER_SHARE])
  let sum = 0
  let looked = 0
  for (let i = width + 1; i + width + 1 < data.length; i += 17) {
    const value = data[i] ?? 0
    if (value < brighter) continue
    sum += Math.abs(value - ((data[i - 1] ?? 0) + (data[i + 1] ?? 0) + (data[i - width] ?? 0) + (data[i + width] ?? 0)) / 4)
    looked++
  }
  return looked === 0 ? 0 : sum / looked
}

/** Whether a picture in grey should be smoothed before its ink is looked for. */
export const isGrainy = (picture: Grey): boolean => grainOf(picture) > GRAINY

/** A picture with each pixel mixed with its neighbours (binomial 3 × 3); mixed twice, the 5 of a black and white page is read as 3 more often. */
export function smoothed({ width, height, data }: Grey): Grey {
  const across = new Uint16Array(data.length)
  for (let i = 0; i < data.length; i++) across[i] = (data[i - 1] ?? 255) + 2 * (data[i] ?? 255) + (data[i + 1] ?? 255)
  const result = new Uint8Array(data.length)
  for (let i = 0; i < result.length; i++)
    result[i] = ((across[i - width] ?? 1020) + 2 * (across[i] ?? 1020) + (across[i + width] ?? 1020) + 8) >> 4
  return { width, height, data: result }
}
