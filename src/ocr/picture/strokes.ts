import { type Box, heightOf, widthOf } from '../../geometry.ts'
import type { Bitmap } from '../../page/bitmap.ts'
import { componentsOf } from './components.ts'
import { inPoints } from './raster.ts'

/** Ink in two thirds opacity and of uneven pressure hangs together from this colour on. */
const FOLLOWED = 40

/** Ink of a colour that hangs together. */
export interface Stroke {
  /** In points. */
  readonly box: Box
  /** Share of the box that is covered. */
  readonly covered: number
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
    covered: pixels.length / (widthOf(box) * heightOf(box)),
    deepest: pixels.reduce((most, at) => Math.max(most, depths[at] ?? 0), 0),
  }))
}
