import type { Bitmap } from '../../page/bitmap.ts'

/** Colour from which a pixel has ink of it: JPEG colour noise on grey print stays below. */
export const COLOURED = 24
/** Colour from which a pixel tells what the ink of its stroke is like, in red and in cool colours: purple of two thirds opacity reaches 58. */
export const CLEARLY = { red: 60, cool: 40 } as const

/** How bright a pixel is where its ink is lightest, in red, green or blue, by the place of its first channel: print under a seal stays dark. */
export const brightestAt = (data: Bitmap['data'], at: number): number =>
  Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)

/** How bright a pixel is to the eye, by the place of its first channel. */
export const seenAt = (data: Bitmap['data'], at: number): number =>
  ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8

/** How much redder than anything else each pixel is, or how blue, purple or green. Warm light, which makes paper yellow, gives nothing of these. */
export function coloursOf({ width, height, data }: Bitmap): { readonly reds: Uint8Array; readonly cools: Uint8Array } {
  const [reds, cools] = [new Uint8Array(width * height), new Uint8Array(width * height)]
  for (let i = 0, at = 0; i < reds.length; i++, at += 4) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    const most = Math.max(green, blue)
    const least = Math.min(red, green)
    const redness = red - most
    if (redness > 0) reds[i] = redness
    if (most - least > redness) cools[i] = Math.max(red, most) - least
  }
  return { reds, cools }
}
