import { areaOf, type Box, intersection, overlap } from '../../geometry.ts'
import { type Ink, type PixelBox, wholeBox } from '../picture/raster.ts'
import type { TextLine } from './lines.ts'
import { markOf } from './marks.ts'

/** The detected box of a line reaches beyond its ink by this share of its height on each side. */
const MARGIN = 0.18
/** A line and a detected box are the same line when they share this part of the lower one's height. */
const SAME_HEIGHT = 0.5
/** Detected lines with less ink than this share of their box are shadows. */
const LEAST_INK = 0.02

/**
 * Lines of one cell completed by what text detection saw there: print so faint or broken that its ink is in pieces is
 * still a line to it. `ink` is all ink of the page, specks included.
 */
export function withDetected(lines: readonly TextLine[], detected: readonly PixelBox[], area: Box, ink: Ink): TextLine[] {
  const result = [...lines]
  const within = wholeBox(area)
  for (const box of detected) {
    const inner = extentOf(ink, shrunk(box), within)
    if (inner === null) continue
    const index = result.findIndex(
      ({ ink: own }) => sharesHeight(own, inner) && overlap(own[0], own[2], inner[0], inner[2]) > 0,
    )
    const line = result[index]
    if (line === undefined) {
      if (!result.some(({ ink: own }) => sharesHeight(own, inner))) result.push({ ink: inner, within })
    } else {
      // longer where detection saw more; the height stays that of the ink
      result[index] = {
        ...line,
        ink: [Math.min(line.ink[0], inner[0]), line.ink[1], Math.max(line.ink[2], inner[2]), line.ink[3]],
      }
    }
  }
  return result
}

const sharesHeight = (a: PixelBox, b: PixelBox): boolean =>
  overlap(a[1], a[3], b[1], b[3]) >= SAME_HEIGHT * Math.min(a[3] - a[1], b[3] - b[1])

function shrunk([x0, y0, x1, y1]: PixelBox): PixelBox {
  const margin = MARGIN * Math.min(x1 - x0, y1 - y0)
  return wholeBox([x0 + margin, y0 + margin, x1 - margin, y1 - margin])
}

/** The extent of the ink inside a box, as high as the box; null when there is next to none. */
function extentOf(ink: Ink, box: PixelBox, within: PixelBox): PixelBox | null {
  const inside = intersection(box, within)
  const found = inside && markOf(ink, inside)
  if (!found || found.count < LEAST_INK * areaOf(inside)) return null
  return [found.box[0], inside[1], found.box[2], inside[3]]
}
