/** Pixels of an upright page or a region of it: RGBA, four bytes a pixel, row by row from the top left. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
  /** Pixels a point: multiply page coordinates by it. */
  readonly scale: number
}

/** Pixels a point at 72 points an inch. */
const dotsPerInch = (dots: number): number => dots / 72

/**
 * Resolutions in which a page is worth reading. Above 300 dpi (and a little, so that 300 dpi is drawn pixel by pixel) nothing is read
 * better and everything takes longer. From that of a fax on, 150 dpi, a picture is read as it is: enlarged by a third the two levels of a
 * black and white one become grey, and the dots of its tinted rows print. What is coarser (phone scans of 120 dpi) is enlarged.
 */
const COARSEST = dotsPerInch(149)
const ENLARGED = dotsPerInch(200)
const FINEST = dotsPerInch(310)

/** Pixels a point in which to read a page whose finest picture has so many of its own, 0 where it has none. */
export const readingScale = (own: number): number => (own < COARSEST ? ENLARGED : Math.min(FINEST, own))
