import { type Box, heightOf, sum, widthOf } from '../../geometry.ts'
import type { Turn } from '../../turn.ts'

/** A grey picture, 0 black to 255 white, row by row from the top left. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Ink of a picture: 1 where there is some, 0 elsewhere, row by row from the top left. */
export type Ink = Grey

/** A rectangle in whole pixels: left, top, right, bottom; right and bottom are outside. */
export type PixelBox = readonly [x0: number, y0: number, x1: number, y1: number]

/** The ink of two pictures of one page. */
export const joinedInk = (one: Ink, other: Ink): Ink => ({
  ...one,
  data: one.data.map((ink, at) => ink | (other.data[at] ?? 0)),
})

/** The nearest box in whole pixels. */
export const wholeBox = ([x0, y0, x1, y1]: Box): PixelBox => [Math.round(x0), Math.round(y0), Math.round(x1), Math.round(y1)]

/** The longer side of a box. */
export const sizeOf = (box: PixelBox): number => Math.max(widthOf(box), heightOf(box))

/** A box of a picture in points; `scale` is pixels a point. */
export const inPoints = ([x0, y0, x1, y1]: PixelBox, scale: number): Box => [x0 / scale, y0 / scale, x1 / scale, y1 / scale]

/** A picture turned so that rows become columns: x and y change places. */
export function transpose(picture: Ink): Ink {
  const { width, height, data } = picture
  const turned = new Uint8Array(data.length)
  // in tiles, so that both pictures stay in the processor's cache
  const tile = 64
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      const bottom = Math.min(height, top + tile)
      const right = Math.min(width, left + tile)
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const value = data[y * width + x] ?? 0
          // most of a picture of ink has none
          if (value !== 0) turned[x * height + y] = value
        }
      }
    }
  }
  return { width: height, height: width, data: turned }
}

/** A picture turned clockwise by a quarter, a half or three quarters. */
export function turned(picture: Grey, degrees: Turn): Grey {
  if (degrees === 0) return picture
  const { width, height, data } = picture
  if (degrees === 180) return { width, height, data: data.slice().reverse() }
  const flipped = transpose(picture)
  const result = new Uint8Array(data.length)
  // transposed rows reversed: clockwise; transposed columns reversed: counterclockwise
  for (let y = 0; y < flipped.height; y++) {
    const row = flipped.data.subarray(y * flipped.width, (y + 1) * flipped.width)
    if (degrees === 90) result.set(row.slice().reverse(), y * flipped.width)
    else result.set(row, (flipped.height - 1 - y) * flipped.width)
  }
  return { width: flipped.width, height: flipped.height, data: result }
}

/** The part of a picture inside a box; what lies outside the picture is white. */
export function crop(picture: Grey, [x0, y0, x1, y1]: PixelBox): Grey {
  const width = Math.max(1, x1 - x0)
  const height = Math.max(1, y1 - y0)
  const data = new Uint8Array(width * height).fill(255)
  const from = Math.max(0, x0)
  const to = Math.min(picture.width, x1)
  for (let y = Math.max(0, y0); y < Math.min(picture.height, y1) && to > from; y++) {
    data.set(picture.data.subarray(y * picture.width + from, y * picture.width + to), (y - y0) * width + from - x0)
  }
  return { width, height, data }
}

/**
 * A picture in another size: the mean of what a pixel covers when it gets smaller, linear interpolation when larger.
 */
export function resize(picture: Grey, width: number, height: number): Grey {
  const narrow = resampled(picture.data, picture.width, picture.height, width)
  const rows = transpose({ width, height: picture.height, data: narrow })
  const short = resampled(rows.data, rows.width, rows.height, height)
  return transpose({ width: height, height: width, data: short })
}

/** Every row in another length. */
function resampled(data: Uint8Array, width: number, height: number, target: number): Uint8Array {
  const result = new Uint8Array(target * height)
  const step = width / target
  // the triangle filter: at least one source pixel wide, as wide as the target pixel when shrinking
  const reach = Math.max(1, step)
  const weights: { from: number; values: number[] }[] = []
  for (let x = 0; x < target; x++) {
    const centre = (x + 0.5) * step - 0.5
    const from = Math.max(0, Math.ceil(centre - reach))
    const to = Math.min(width - 1, Math.floor(centre + reach))
    const values: number[] = []
    for (let source = from; source <= to; source++) values.push(Math.max(1e-6, 1 - Math.abs(source - centre) / reach))
    const all = sum(values)
    weights.push({ from, values: values.map(value => value / all) })
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < target; x++) {
      const weight = weights[x]
      if (weight === undefined) continue
      let sum = 0
      const at = y * width + weight.from
      for (let i = 0; i < weight.values.length; i++) sum += (weight.values[i] ?? 0) * (data[at + i] ?? 0)
      result[y * target + x] = sum + 0.5
    }
  }
  return result
}
