import type { PixelBox } from '../picture/raster.ts'

/** Pixels of the probability map above this are text; the value of the model's authors. */
const TEXT = 0.3
/** A patch of text counts when its mean probability reaches this; the value of the model's authors, a little lower for small print. */
const SURE = 0.5
/** Patches smaller than this, in pixels of the map, are noise. */
const SMALLEST = 3
/** The model paints the middle of a line: its box grows by this share of area over outline (the authors' unclip ratio). */
const GROWTH = 1.6

/** Boxes of the text patches in the detection model's probability map, in pixels of the page; `scale` is what a pixel of the map is across and down. */
export function boxesOf(map: Float32Array, width: number, height: number, scale: readonly [number, number]): PixelBox[] {
  const [scaleX, scaleY] = scale
  const seen = new Uint8Array(width * height)
  const boxes: PixelBox[] = []
  const stack: number[] = []
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] !== 0 || (map[start] ?? 0) < TEXT) continue
    let [x0, y0, x1, y1, sum, count] = [width, height, 0, 0, 0, 0]
    stack.push(start)
    seen[start] = 1
    while (stack.length > 0) {
      const at = stack.pop() ?? 0
      const x = at % width
      const y = (at - x) / width
      x0 = Math.min(x0, x)
      y0 = Math.min(y0, y)
      x1 = Math.max(x1, x + 1)
      y1 = Math.max(y1, y + 1)
      sum += map[at] ?? 0
      count++
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next >= 0 && next < seen.length && seen[next] === 0 && (map[next] ?? 0) >= TEXT) {
          seen[next] = 1
          stack.push(next)
        }
      }
    }
    const [w, h] = [x1 - x0, y1 - y0]
    if (Math.min(w, h) < SMALLEST || sum / count < SURE) continue
    const grow = (w * h * GROWTH) / (2 * (w + h))
    boxes.push([
      Math.max(0, Math.floor((x0 - grow) * scaleX)),
      Math.max(0, Math.floor((y0 - grow) * scaleY)),
      Math.min(Math.round(width * scaleX), Math.ceil((x1 + grow) * scaleX)),
      Math.min(Math.round(height * scaleY), Math.ceil((y1 + grow) * scaleY)),
    ])
  }
  return boxes
}
