import type { Ink, PixelBox } from './raster.ts'

/** A patch of ink whose pixels touch each other, also at corners. */
export interface Component {
  readonly box: PixelBox
  /** Indices of its pixels in the picture. */
  readonly pixels: readonly number[]
}

/** All patches of ink of a picture, in the order of their first pixel. */
export function* componentsOf({ width, height, data }: Ink): Generator<Component> {
  // ink that was not met yet
  const rest = data.slice()
  for (let start = rest.indexOf(1); start >= 0; start = rest.indexOf(1, start)) {
    const pixels = [start]
    let [x0, y0, x1, y1] = [width, height, 0, 0]
    rest[start] = 0
    for (let done = 0; done < pixels.length; done++) {
      const at = pixels[done] ?? 0
      const y = (at / width) | 0
      const x = at - y * width
      if (x < x0) x0 = x
      if (x >= x1) x1 = x + 1
      if (y < y0) y0 = y
      if (y >= y1) y1 = y + 1
      const [left, right] = [x > 0 ? -1 : 0, x < width - 1 ? 1 : 0]
      const [above, below] = [y > 0 ? at - width : at, y < height - 1 ? at + width : at]
      for (let row = above; row <= below; row += width) {
        for (let next = row + left; next <= row + right; next++) {
          if (rest[next] === 1) {
            rest[next] = 0
            pixels.push(next)
          }
        }
      }
    }
    yield { box: [x0, y0, x1, y1], pixels }
  }
}
