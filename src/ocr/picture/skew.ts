import { type Grey, type Ink, transpose } from './raster.ts'

/** Largest skew that is looked for, in degrees; feeders and hands stay below. */
const MOST_SKEW = 4
/** Steps of the two searches, in degrees. */
const COARSE = 0.2
const FINE = 0.02
/** Skew below this is left alone: over the width of a page it is less than the height of a stroke. */
export const LEAST_SKEW = 0.03
/** Ink pixels looked at; more do not make the angle better. */
const MOST_POINTS = 150_000

/**
 * Degrees clockwise by which the lines of a page slope: the angle at which the ink, projected on the vertical axis,
 * has the sharpest profile (Postl 1986). Rulings and text lines both tell it.
 */
export function skewOf(ink: Ink): number {
  const points = inkPoints(ink)
  if (points.length === 0) return 0
  const sharpness = (angle: number) => profileSharpness(points, ink.height, Math.tan((angle * Math.PI) / 180), ink.width)
  const best = (from: number, to: number, step: number): number => {
    let [angle, most] = [0, -1]
    for (let i = 0; i <= Math.round((to - from) / step); i++) {
      const value = sharpness(from + i * step)
      if (value > most) [angle, most] = [from + i * step, value]
    }
    return angle
  }
  const coarse = best(-MOST_SKEW, MOST_SKEW, COARSE)
  return best(coarse - COARSE, coarse + COARSE, FINE)
}

/** x and y of ink pixels, alternating; evenly thinned when there are many. */
function inkPoints(ink: Ink): Int32Array {
  const { width: height, data } = transpose(ink)
  let count = 0
  for (let at = 0; at < data.length; at++) count += data[at] ?? 0
  const every = Math.max(1, Math.ceil(count / MOST_POINTS))
  const points = new Int32Array(2 * Math.ceil(count / every))
  let seen = 0
  for (let at = data.indexOf(1); at >= 0; at = data.indexOf(1, at + 1)) {
    if (seen % every === 0) {
      points[(2 * seen) / every] = Math.floor(at / height)
      points[(2 * seen) / every + 1] = at % height
    }
    seen++
  }
  return points
}

function profileSharpness(points: Int32Array, height: number, slope: number, width: number): number {
  const margin = Math.ceil(Math.abs(slope) * width) + 1
  const profile = new Int32Array(height + 2 * margin)
  for (let i = 0; i < points.length; i += 2) {
    const y = Math.round((points[i + 1] ?? 0) - slope * (points[i] ?? 0)) + margin
    profile[y] = (profile[y] ?? 0) + 1
  }
  let sum = 0
  for (let y = 1; y < profile.length; y++) sum += ((profile[y] ?? 0) - (profile[y - 1] ?? 0)) ** 2
  return sum
}

/** A picture turned counterclockwise by `degrees` around its middle, so that lines sloping by that much lie level; same size, corners filled with white. */
export function level(picture: Grey, degrees: number): Grey {
  const { width, height } = picture
  const sin = Math.sin((degrees * Math.PI) / 180)
  const cos = Math.cos((degrees * Math.PI) / 180)
  const [cx, cy] = [width / 2, height / 2]
  return warp(picture, (y, xs, ys) => {
    for (let x = 0; x < width; x++) {
      xs[x] = cx + cos * (x - cx) - sin * (y - cy)
      ys[x] = cy + sin * (x - cx) + cos * (y - cy)
    }
  })
}

/** Fills in where the pixels of a row come from. A function asked for each of four million pixels takes longer than all else. */
type SourcesOf = (y: number, xs: Float64Array, ys: Float64Array) => void

/** A picture of the same size whose pixels come from where `sourcesOf` says; linear interpolation, white outside. */
export function warp({ width, height, data }: Grey, sourcesOf: SourcesOf): Grey {
  const result = new Uint8Array(width * height).fill(255)
  const xs = new Float64Array(width)
  const ys = new Float64Array(width)
  for (let y = 0; y < height; y++) {
    sourcesOf(y, xs, ys)
    for (let x = 0; x < width; x++) {
      const sx = xs[x] ?? 0
      const sy = ys[x] ?? 0
      // whole numbers as places: what Math.floor gives is a fraction to the processor
      const left = Math.floor(sx) | 0
      const top = Math.floor(sy) | 0
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const fx = sx - left
      const fy = sy - top
      const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx
      const lower = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx
      result[y * width + x] = upper * (1 - fy) + lower * fy + 0.5
    }
  }
  return { width, height, data: result }
}
