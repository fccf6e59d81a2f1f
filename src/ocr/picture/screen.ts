import { heightOf, mean, widthOf } from '../../geometry.ts'
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
/** A window with less than this share free of print does not tell its tone: what stands between strokes may be theirs. */
const FREE = 0.3
/** Dots of a screen cover this share of the paper: 5 % of the palest stripe (#f2f2f2); the specks of noisy copies under 1 %. */
const DENSE = 0.03
/** A stripe is so many windows high and wide, all dense: broken hairlines are lower, broken print is shorter. */
const BLOCK = { rows: 3, columns: 6 } as const

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
  const counts = new Int16Array(columns * Math.ceil(height / SIDE))
  count(counts, columns, { dots: dots.map(tileOf), print: print.map(tileOf) })
  const tones = tonesOf(counts, columns, [Math.round((WIDE * scale) / SIDE), Math.max(1, Math.round((HIGH * scale) / SIDE))])
  if (!tones.some(tone => tone > 0)) return picture
  const result = data.slice()
  const greyAt = (tile: number): number => Math.round(255 * (1 - (tones[tile] ?? 0)))
  for (let y = 0; y < height; y++) {
    for (let left = 0, tile = tileOf(y * width); left < width; left += SIDE, tile++) {
      const grey = greyAt(tile)
      if (grey === 255) continue
      for (let at = y * width + left; at < y * width + Math.min(width, left + SIDE); at++)
        if ((data[at] ?? 0) > grey) result[at] = grey
    }
  }
  for (const at of dots) if (greyAt(tileOf(at)) < 255) result[at] = greyAt(tileOf(at))
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
    const [across, down] = [widthOf(box), heightOf(box)]
    const isPoint = pixels.length >= POINT.pixels * pixel ** 2 && pixels.length >= POINT.filled * across * down
    const isDot = pixels.length <= LARGEST * pixel ** 2 && !isPoint && !pixels.some(isCore)
    for (const at of pixels) found[isDot ? 'dots' : 'print'].push(at)
  }
  return found
}

/** Counts the pixels of dots in each tile; -1 where print is near. Both are told by their tiles. */
function count(counts: Int16Array, columns: number, { dots, print }: Dots): void {
  for (const tile of dots) counts[tile] = (counts[tile] ?? 0) + 1
  for (const tile of print)
    for (const row of [tile - columns, tile, tile + columns]) counts.fill(-1, Math.max(0, row - 1), Math.max(0, row + 2))
}

/** The tone of the screen that each tile lies in, 0 where there is none; where a window has little but print, that of the one before. */
function tonesOf(counts: Int16Array, columns: number, [across, down]: readonly [number, number]): Float64Array {
  const rows = counts.length / columns
  const windows = Array.from({ length: Math.ceil(rows / down) }, (_, row) => {
    let tone = 0
    return Array.from({ length: Math.ceil(columns / across) }, (_, column) => {
      const free: number[] = []
      for (let y = row * down; y < Math.min(rows, (row + 1) * down); y++) {
        const ends = [y * columns + column * across, y * columns + Math.min(columns, (column + 1) * across)] as const
        for (const dots of counts.subarray(...ends)) if (dots >= 0) free.push(dots)
      }
      if (free.length >= FREE * across * down) tone = mean(free) / (SIDE * SIDE)
      return tone
    })
  })
  const screens = inBlocks(windows)
  return Float64Array.from(counts, (_, tile) => {
    const [row, column] = [Math.floor(tile / columns / down), Math.floor((tile % columns) / across)]
    return screens[row]?.[column] ?? 0
  })
}

/** The tones of windows that lie in a block of dense ones; 0 for all others. */
function inBlocks(windows: readonly (readonly number[])[]): number[][] {
  const isDense = (row: number, column: number): boolean => (windows[row]?.[column] ?? 0) >= DENSE
  const places = Array.from({ length: BLOCK.rows * BLOCK.columns }, (_, place) => {
    return { down: Math.floor(place / BLOCK.columns), right: place % BLOCK.columns }
  })
  const isBlock = (row: number, column: number) => places.every(({ down, right }) => isDense(row + down, column + right))
  return windows.map((tones, row) =>
    tones.map((tone, column) => (places.some(({ down, right }) => isBlock(row - down, column - right)) ? tone : 0)),
  )
}
