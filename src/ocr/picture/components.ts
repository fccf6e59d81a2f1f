import type { Ink, PixelBox } from './raster.ts'

/** A patch of ink whose pixels touch each other, also at corners. */
export interface Component {
  readonly box: PixelBox
  /** Indices of its pixels in the picture. */
  readonly pixels: readonly number[]
}

/** All patches of ink of a picture, in the order of their first pixel. */
export function* componentsOf({ width, height, data }: Ink): Generator<Component> {
  const seen = new Uint8Array(data.length)
  for (let start = 0; start < data.length; start++) {
    if (data[start] === 0 || seen[start] === 1) continue
    const pixels = [start]
    let [x0, y0, x1, y1] = [width, height, 0, 0]
    seen[start] = 1
    for (let done = 0; done < pixels.length; done++) {
      const at = pixels[done] ?? 0
      const x = at % width
      const y = (at / width) | 0
      if (x < x0) x0 = x
      if (x >= x1) x1 = x + 1
      if (y < y0) y0 = y
      if (y >= y1) y1 = y + 1
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const next = row * width + column
          if (data[next] === 1 && seen[next] === 0) {
            seen[next] = 1
            pixels.push(next)
          }
        }
      }
    }
    yield { box: [x0, y0, x1, y1], pixels }
  }
}
