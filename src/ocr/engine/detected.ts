import { componentsOf } from '../picture/components.ts'
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
  // Uint8Array.from takes thirty times as long
  const text = new Uint8Array(map.length)
  for (let at = 0; at < map.length; at++) if ((map[at] ?? 0) >= TEXT) text[at] = 1
  return [...componentsOf({ width, height, data: text })].flatMap(({ box: [x0, y0, x1, y1], pixels }): PixelBox[] => {
    const [w, h] = [x1 - x0, y1 - y0]
    const mean = pixels.reduce((sum, at) => sum + (map[at] ?? 0), 0) / pixels.length
    if (Math.min(w, h) < SMALLEST || mean < SURE) return []
    const grow = (w * h * GROWTH) / (2 * (w + h))
    return [
      [
        Math.max(0, Math.floor((x0 - grow) * scaleX)),
        Math.max(0, Math.floor((y0 - grow) * scaleY)),
        Math.min(Math.round(width * scaleX), Math.ceil((x1 + grow) * scaleX)),
        Math.min(Math.round(height * scaleY), Math.ceil((y1 + grow) * scaleY)),
      ],
    ]
  })
}
