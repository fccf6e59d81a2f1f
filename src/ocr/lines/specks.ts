import { componentsOf } from '../picture/components.ts'
import { type Grey, type Ink, type PixelBox, sizeOf } from '../picture/raster.ts'
import { sealShare } from '../picture/seal-places.ts'
import { isBar } from './marks.ts'

/** Patches smaller than this in both directions (in glyph heights) are dots: of print when they stand beside it, else noise. */
const DOT = 0.24
/** Patches smaller than this (in glyph heights) are noise wherever they stand; a decimal point is about 0.12. */
export const GRAIN = 0.075
/** Under a seal, patches smaller than this (in glyph heights) are left over from the seal: no line starts with them. */
const DOT_UNDER_SEAL = 0.36
/** Dots further than this (in glyph heights) from any stroke belong to no line. */
const BESIDE = 0.5

/** Ink that is print, and the part of it that is more than dots. */
export interface Print {
  readonly ink: Ink
  /** Patches large enough to be a character or a good part of one: where these are, there are lines. */
  readonly strokes: Ink
  /** Patches that have the shape of a dash. */
  readonly bars: readonly PixelBox[]
  /** Dots that stand alone and are too large for grain: dirt, or print too faint to be seen as such. */
  readonly left: readonly PixelBox[]
}

/** What is left over tells something from this size (in glyph heights) on: smaller is the grain of paper. */
const TELLING = 0.12

/** Print without noise: without patches too small for it, and without dots that stand alone. `em` is the glyph height in pixels, `seals` as `Unsealed` has it. */
export function printOf(ink: Ink, em: number, seals: Grey | null): Print {
  const { width, height, data } = ink
  const result = data.slice()
  const strokes = data.slice()
  const tile = Math.max(2, Math.round(BESIDE * em))
  const columns = Math.ceil(width / tile)
  const printed = new Uint8Array(columns * Math.ceil(height / tile))
  const bars: PixelBox[] = []
  const dots: { readonly pixels: readonly number[]; readonly box: PixelBox }[] = []
  for (const { box, pixels } of componentsOf(ink)) {
    const size = sizeOf(box)
    const isSealed = size < DOT_UNDER_SEAL * em && sealShare(seals, box) > 0.5
    const isDash = !isSealed && isBar({ box, count: pixels.length }, em)
    const isDot = isSealed || (size < DOT * em && !isDash)
    if (isDash) bars.push(box)
    if (isDot) for (const at of pixels) strokes[at] = 0
    if (size < GRAIN * em) for (const at of pixels) result[at] = 0
    else if (isDot) dots.push({ pixels, box })
    else markAround(printed, columns, box, tile)
  }
  const left: PixelBox[] = []
  for (const { pixels, box } of dots) {
    const [x, y] = [(box[0] + box[2] - 1) / 2, (box[1] + box[3] - 1) / 2]
    if (printed[((y / tile) | 0) * columns + ((x / tile) | 0)] !== 0) continue
    for (const at of pixels) result[at] = 0
    if (sizeOf(box) >= TELLING * em) left.push(box)
  }
  return { ink: { width, height, data: result }, strokes: { width, height, data: strokes }, bars, left }
}

/** Marks the tiles that a box touches, and their neighbours. */
function markAround(tiles: Uint8Array, columns: number, [x0, y0, x1, y1]: PixelBox, tile: number): void {
  const last = tiles.length / columns - 1
  const from = Math.max(0, ((x0 / tile) | 0) - 1)
  const to = Math.min(columns, (((x1 - 1) / tile) | 0) + 2)
  for (let row = Math.max(0, ((y0 / tile) | 0) - 1); row <= Math.min(last, (((y1 - 1) / tile) | 0) + 1); row++)
    tiles.fill(1, row * columns + from, row * columns + to)
}
