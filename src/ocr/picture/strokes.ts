import type { Box } from '../../geometry.ts'
import type { Bitmap } from '../../page/bitmap.ts'
import { componentsOf } from './components.ts'
import { type Ink, inPoints, type PixelBox } from './raster.ts'

/** Ink in two thirds opacity and of uneven pressure hangs together from this colour on. */
const FOLLOWED = 40

/** Ink of a colour that hangs together. */
export interface Stroke {
  /** In points. */
  readonly box: Box
  /** What it covers of its box, in patches. */
  readonly patches: Ink
  /** Colour of its most coloured pixel. */
  readonly deepest: number
}

/** The strokes of a colour on a page: `colours` tells how much of it each pixel has; what breaks a stroke is smaller than a patch, in points. */
export function strokesOf({ width, height, scale }: Bitmap, colours: Uint8Array, patch: number): Stroke[] {
  const side = Math.max(1, Math.round(patch * scale))
  const columns = Math.ceil(width / side)
  const depths = new Uint8Array(columns * Math.ceil(height / side))
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const colour = colours[i] ?? 0
      if (colour < FOLLOWED) continue
      const at = Math.floor(y / side) * columns + Math.floor(x / side)
      if (colour > (depths[at] ?? 0)) depths[at] = colour
    }
  }
  const patches = { width: columns, height: depths.length / columns, data: depths.map(Math.sign) }
  return Array.from(componentsOf(patches), ({ box, pixels }) => ({
    box: inPoints(box, scale / side),
    patches: alone(box, pixels, columns),
    deepest: pixels.reduce((most, at) => Math.max(most, depths[at] ?? 0), 0),
  }))
}

/** A patch of ink without what else lies in its box; `columns` is the width of the picture that it is part of. */
function alone([x0, y0, x1, y1]: PixelBox, pixels: readonly number[], columns: number): Ink {
  const width = x1 - x0
  const data = new Uint8Array(width * (y1 - y0))
  for (const at of pixels) data[(Math.floor(at / columns) - y0) * width + (at % columns) - x0] = 1
  return { width, height: y1 - y0, data }
}
