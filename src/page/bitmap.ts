import type { Page } from './page.ts'

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

/** The longer sides of A4 and of A3, in points; a page a tenth longer than A3 is none of paper. */
const [A4, A3] = [842, 1191]
const LONGER = 1.1

/** Points of a page for each point of its paper: phones and scanners that do not know the size of the paper write a point for each pixel, and most paper is A4. */
export function enlargement({ width, height }: Pick<Page, 'width' | 'height'>): number {
  const long = Math.max(width, height)
  return long > LONGER * A3 ? long / A4 : 1
}
