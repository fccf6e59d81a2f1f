import type { Grey, Ink } from '../picture/raster.ts'
import { sealShare } from '../picture/seal-places.ts'

/** Patches smaller than this in both directions (in glyph heights) are dots: of print when they stand beside it, else noise. */
const DOT = 0.24
/** Patches smaller than this (in glyph heights) are noise wherever they stand; a decimal point is about 0.12. */
const GRAIN = 0.075
/** Under a seal, patches smaller than this (in glyph heights) are left over from the seal: no line starts with them. */
const DOT_UNDER_SEAL = 0.36
/** Dots further than this (in glyph heights) from any stroke belong to no line. */
const BESIDE = 0.5

/** Ink that is print, and the part of it that is more than dots. */
export interface Print {
  readonly ink: Ink
  /** Patches large enough to be a character or a good part of one: where these are, there are lines. */
  readonly strokes: Ink
}

/** Print without noise: without patches too small for it, and without dots that stand alone. `em` is the glyph height in pixels, `seals` as `Unsealed` has it. */
export function printOf(ink: Ink, em: number, seals: Grey | null): Print {
  const { width, height, data } = ink
  const result = data.slice()
  const strokes = data.slice()
  const tile = Math.max(2, Math.round(BESIDE * em))
  const columns = Math.ceil(width / tile)
  const rows = Math.ceil(height / tile)
  const printed = new Uint8Array(columns * rows)
  const seen = new Uint8Array(data.length)
  const dots: { readonly pixels: readonly number[]; readonly x: number; readonly y: number }[] = []
  const stack: number[] = []
  for (let start = 0; start < data.length; start++) {
    if (data[start] === 0 || seen[start] === 1) continue
    const pixels: number[] = []
    let [x0, y0, x1, y1] = [width, height, 0, 0]
    stack.push(start)
    seen[start] = 1
    while (stack.length > 0) {
      const at = stack.pop() ?? 0
      pixels.push(at)
      const x = at % width
      const y = (at / width) | 0
      if (x < x0) x0 = x
      if (x > x1) x1 = x
      if (y < y0) y0 = y
      if (y > y1) y1 = y
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const next = at + dy * width + dx
          if (x + dx < 0 || x + dx >= width || next < 0 || next >= data.length) continue
          if (data[next] === 1 && seen[next] === 0) {
            seen[next] = 1
            stack.push(next)
          }
        }
      }
    }
    const size = Math.max(x1 - x0, y1 - y0) + 1
    const isDot = size < DOT * em || (size < DOT_UNDER_SEAL * em && sealShare(seals, [x0, y0, x1 + 1, y1 + 1]) > 0.5)
    if (isDot) for (const at of pixels) strokes[at] = 0
    if (size < GRAIN * em) for (const at of pixels) result[at] = 0
    else if (isDot) dots.push({ pixels, x: (x0 + x1) / 2, y: (y0 + y1) / 2 })
    else {
      for (let row = Math.max(0, ((y0 / tile) | 0) - 1); row <= Math.min(rows - 1, ((y1 / tile) | 0) + 1); row++) {
        printed.fill(
          1,
          row * columns + Math.max(0, ((x0 / tile) | 0) - 1),
          row * columns + Math.min(columns, ((x1 / tile) | 0) + 2),
        )
      }
    }
  }
  for (const { pixels, x, y } of dots) {
    if (printed[((y / tile) | 0) * columns + ((x / tile) | 0)] === 0) for (const at of pixels) result[at] = 0
  }
  return { ink: { width, height, data: result }, strokes: { width, height, data: strokes } }
}
