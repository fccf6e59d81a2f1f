/** Pixels of an upright page or a region of it: RGBA, four bytes a pixel, row by row from the top left. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
  /** Pixels a point: multiply page coordinates by it. */
  readonly scale: number
}
