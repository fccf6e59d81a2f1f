import { type Box, heightOf } from '../../geometry.ts'

/** A page is cut into so many bands: a line of a dense table on A4 is as high as one. */
const BANDS = 64

/**
 * Things on a page by the bands of its height that they touch, so that what lies at a height is found without looking at all; none at
 * first, and what lies beyond the page belongs to the outermost ones.
 */
export function bandsOf<T>(bounds: Box) {
  const bands: T[][] = Array.from({ length: BANDS }, () => [])
  const bandAt = (y: number): number => {
    const band = Math.floor(((y - bounds[1]) / heightOf(bounds)) * BANDS)
    return Number.isNaN(band) ? 0 : Math.max(0, Math.min(BANDS - 1, band))
  }
  return {
    add: (box: Box, thing: T): void => {
      const last = bandAt(box[3])
      for (let band = bandAt(box[1]); band <= last; band++) bands[band]?.push(thing)
    },
    /** What was added to the band of this height. */
    at: (y: number): readonly T[] => bands[bandAt(y)] ?? [],
    /** Whether something that was added to the bands of a box is such. */
    hasWithin: (box: Box, isSuch: (thing: T) => boolean): boolean =>
      bands.slice(bandAt(box[1]), bandAt(box[3]) + 1).some(things => things.some(isSuch)),
  }
}
