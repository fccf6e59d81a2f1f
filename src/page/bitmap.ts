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
 * Resolutions in which a page is worth reading. Below 200 dpi small print is doubled in size for the recogniser anyway
 * (phone scans of 120 dpi), above 300 dpi (and a little, so that 300 dpi is drawn pixel by pixel) nothing is read better and everything takes longer.
 */
export const COARSEST = dotsPerInch(200)
export const FINEST = dotsPerInch(310)
