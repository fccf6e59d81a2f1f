import { componentsOf } from './components.ts'
import type { Grey } from './raster.ts'

/** Print has a place so many of its own pixels wide and high that is all ink; dots of a pale grey stand alone or touch at corners. */
const CORE = 2
/** So has a point of print in a picture drawn larger, as good as: so many of its pixels, that fill so much of their box. */
const POINT = { pixels: 3, filled: 0.7 } as const
/** Patches of more of its own pixels are no dots but hairlines and strokes that are drawn in dots themselves. */
const LARGEST = 5
/** Side of the tiles in which dots are counted, in pixels; in tiles with print and beside them they may be broken strokes. */
const SIDE = 4
/** The tone of a screen is that of a window so wide and so high, in points: stripes are long, and end sharply above and below. */
const WIDE = 12
const HIGH = 3
/** Dots of a screen cover this share of the paper: 5 % of the palest stripe (#f2f2f2); the specks of noisy copies under 1 %. */
const DENSE = 0.03
/** Where a screen is printed at all, this share of a page has one: a stripe alone is more. */
const PRINTED = 0.01

/**
 * A black and white picture whose grey is made of dots, as fax machines draw tinted rows: the dots become the even grey that
 * they stand for, print stays black. `scale` is pixels a point, `fine` how many of them the picture has of its own: it may have
 * been drawn larger. The same picture where nothing is drawn so.
 */
export function withoutScreens(picture: Grey, scale: number, fine = scale): Grey {
  const { width, height, data } = picture
  const columns = Math.ceil(width / SIDE)
  const tileOf = (at: number): number => ((at / width / SIDE) | 0) * columns + (((at % width) / SIDE) | 0)
  const { dots, print } = dotsOf(picture, scale / Math.min(scale, fine))
  const counts = countsOf(dots, print, { columns, tiles: columns * Math.ceil(height / SIDE), tileOf })
  const tones = tonesOf(counts, columns, [Math.round((WIDE * scale) / SIDE), Math.max(1, Math.round((HIGH * scale) / SIDE))])
  if (tones.filter(tone => tone >= DENSE).length < PRINTED * tones.length) return picture
  const paper = Uint8Array.from(tones, tone => (tone >= DENSE ? 255 * (1 - tone) : 255))
  const result = Uint8Array.from(data, (value, at) => Math.min(value, paper[tileOf(at)] ?? 255))
  for (const at of dots) if ((paper[tileOf(at)] ?? 255) < 255) result[at] = paper[tileOf(at)] ?? 255
  return { width, height, data: result }
}

interface Dots {
  /** The pixels of dots, and those of print. */
  readonly dots: readonly number[]
  readonly print: readonly number[]
}

/** `pixel` is how wide and high a pixel of its own is drawn. */
function dotsOf({ width, height, data }: Grey, pixel: number): Dots {
  const core = Math.ceil(CORE * pixel)
  const ink = { width, height, data: data.map(value => (value < 128 ? 1 : 0)) }
  const steps = Array.from({ length: core * core }, (_, place) => Math.floor(place / core) * width + (place % core))
  const isCore = (at: number): boolean => steps.every(step => ink.data[at + step] === 1)
  const found: { readonly [Kind in keyof Dots]: number[] } = { dots: [], print: [] }
  for (const { box, pixels } of componentsOf(ink)) {
    const [across, down] = [box[2] - box[0], box[3] - box[1]]
    const isPoint = pixels.length >= POINT.pixels * pixel ** 2 && pixels.length >= POINT.filled * across * down
    const isDot = pixels.length <= LARGEST * pixel ** 2 && !isPoint && !pixels.some(isCore)
    for (const at of pixels) found[isDot ? 'dots' : 'print'].push(at)
  }
  return found
}

/** How a picture is cut in tiles. */
interface Tiling {
  readonly columns: number
  readonly tiles: number
  readonly tileOf: (at: number) => number
}

/** Pixels of dots in each tile; -1 where print is near. */
function countsOf(dots: readonly number[], print: readonly number[], { columns, tiles, tileOf }: Tiling): Int16Array {
  const counts = new Int16Array(tiles)
  for (const at of dots) counts[tileOf(at)] = (counts[tileOf(at)] ?? 0) + 1
  for (const at of print) {
    const tile = tileOf(at)
    for (const row of [tile - columns, tile, tile + columns]) counts.fill(-1, Math.max(0, row - 1), Math.max(0, row + 2))
  }
  return counts
}

/** The share of dots around each tile, window by window; where a window has nothing but print, that of the one before. */
function tonesOf(counts: Int16Array, columns: number, [across, down]: readonly [number, number]): Float64Array {
  const tones = new Float64Array(counts.length)
  for (let top = 0; top * columns < counts.length; top += down) {
    let tone = 0
    for (let left = 0; left < columns; left += across) {
      const rows = Array.from({ length: down }, (_, row) => (top + row) * columns + left)
      const ends = rows.map(row => [row, Math.min(row + across, row - left + columns)] as const)
      const free = ends.flatMap(([from, to]) => [...counts.subarray(from, to)]).filter(count => count >= 0)
      if (free.length > 0) tone = free.reduce((sum, count) => sum + count, 0) / (free.length * SIDE * SIDE)
      for (const [from, to] of ends) tones.fill(tone, from, to)
    }
  }
  return tones
}
