import { type Ink, type PixelBox, sizeOf } from '../picture/raster.ts'
import { type Stretch, stretchesOf } from '../picture/stretches.ts'

/**
 * A bar (in glyph heights) is no thicker and no wider than this, and clearly wider than thick: the hyphen of a narrow
 * font is 0.2 wide, the dash of a Chinese one 1.0, both at most 0.2 high in the worst copy. Of 922 dashes in eight printed
 * styles, scanned at 200 dpi, 807 are read by it and nothing else is; 97 of those missed are the shorter hyphens of one style.
 */
const BAR_HEIGHT = 0.24
const BAR_WIDTH: readonly [number, number] = [0.17, 1.25]
const BAR_SHAPE = 1.6
/** A bar has at least this many pixels along: fewer are grain. */
const BAR_PIXELS = 4
/** A speck (in glyph heights) is no larger than this in either direction: a point is, and so is dirt. */
const SPECK = 0.17

/** Ink of one row of pixels of a mark; places are counted from the left edge of the mark. */
export interface Row {
  readonly from: number
  readonly to: number
  readonly count: number
  /** The middle of its ink. */
  readonly middle: number
}

/**
 * What the ink in an area is: the one description that all readings are held against. A line has several marks: columns of
 * ink with white on both sides.
 */
export interface Mark {
  readonly box: PixelBox
  /** Pixels of ink. */
  readonly count: number
  /** From top to bottom, the white ones between too. */
  readonly rows: readonly Row[]
}

/** The ink in an area; null where there is none. */
export function markOf({ width, data }: Ink, [x0, y0, x1, y1]: PixelBox): Mark | null {
  const rows: Row[] = []
  let [left, top, right, bottom, all] = [x1, y1, x0, y0, 0]
  for (let y = y0; y < y1; y++) {
    let [from, to, count, sum] = [x1, x0, 0, 0]
    for (let x = x0; x < x1; x++) {
      if (data[y * width + x] !== 1) continue
      from = Math.min(from, x)
      to = x + 1
      count++
      sum += x
    }
    rows.push({ from, to, count, middle: sum / Math.max(1, count) })
    if (count === 0) continue
    top = Math.min(top, y)
    bottom = y + 1
    left = Math.min(left, from)
    right = Math.max(right, to)
    all += count
  }
  if (all === 0) return null
  const inked = rows.slice(top - y0, bottom - y0)
  return {
    box: [left, top, right, bottom],
    count: all,
    rows: inked.map(row => ({ ...row, from: row.from - left, to: row.to - left, middle: row.middle - left })),
  }
}

/** Whether a mark is a bar: a dash, a minus, the 一 of Chinese. `em` is the glyph height in pixels. */
export function isBar({ box: [x0, y0, x1, y1], count }: Pick<Mark, 'box' | 'count'>, em: number): boolean {
  const width = x1 - x0
  // its thickness on the whole: a pixel of grain that touches it makes its box higher
  const thickness = count / width
  return (
    y1 - y0 <= BAR_HEIGHT * em &&
    width >= Math.max(BAR_PIXELS, BAR_WIDTH[0] * em) &&
    width <= BAR_WIDTH[1] * em &&
    width >= BAR_SHAPE * thickness
  )
}

/** The columns of a box that have ink, those side by side as one stretch. */
export function inkedColumns({ width, data }: Ink, [x0, y0, x1, y1]: PixelBox): Stretch[] {
  const columns = Array.from({ length: x1 - x0 }, (_, at) => {
    for (let y = y0; y < y1; y++) if (data[y * width + x0 + at] === 1) return true
    return false
  })
  return stretchesOf(columns, isInked => isInked).map(({ from, to }) => ({ from: x0 + from, to: x0 + to }))
}

/** The marks of the ink in a box, from left to right. */
export const marksOf = (ink: Ink, box: PixelBox): Mark[] =>
  inkedColumns(ink, box).flatMap(({ from, to }) => markOf(ink, [from, box[1], to, box[3]]) ?? [])

/** A bar nearer than this (in glyph heights) to the border of its cell is the rest of a ruling. */
const RULING = 0.3

/** The bar that stands alone in a line, specks beside it left out; null when something else is there. `within` is the cell of the line. */
export function loneBar(marks: readonly Mark[], within: PixelBox, em: number): Mark | null {
  const [bar, ...others] = marks.filter(mark => sizeOf(mark.box) > SPECK * em || isBar(mark, em))
  if (bar === undefined || others.length > 0 || !isBar(bar, em)) return null
  const middle = (bar.box[1] + bar.box[3]) / 2
  return Math.min(middle - within[1], within[3] - middle) >= RULING * em ? bar : null
}
