import { overlap } from '../../geometry.ts'
import type { Ink, PixelBox } from '../picture/raster.ts'
import { middleAt, type Trace } from './traces.ts'

/** Ink across a hairline is no thicker than this, in ems … */
const THIN = 0.3
/** … and has white as far as that on both sides: print has other strokes there, a line of two in a low row, too. */
const WHITE = 0.6
/** The soft edge of a line across, in pixels on each side. */
const EDGE = 2
/** Text detection draws a box around a line of print that is larger by this on each side, in ems: a border may run there. */
const MARGIN = 0.25
/** A pixel where nothing is seen costs so much: of a border of a fax 6 % and more was left, specks are a thousandth. */
const BLANK = 0.04

/** What is seen in the next row counts so much: lines wander, and yet lie where most of them is. */
const OFF = 0.95

/** What is seen at a place when lines along rows are looked for: nothing that tells (0), what is left of a hairline, print that runs across, or a ruling across. */
const HAIR = 1
const CROSSED = 2
const WALL = 3

/** What hides a line or passes for one. */
export interface Beside {
  /** Rulings of the other axis. */
  readonly walls: readonly Trace[]
  /** Boxes that text detection drew. */
  readonly boxes: readonly PixelBox[]
}

/** What is seen of lines along the rows of a picture, a mark for each pixel; `turned` is the picture transposed, `em` the glyph height in pixels. */
export function marksOf(turned: Ink, { walls, boxes }: Beside, em: number): Ink {
  const { width: height, height: width } = turned
  const data = new Uint8Array(width * height)
  for (let x = 0; x < width; x++)
    markColumn(turned.data.subarray(x * height, (x + 1) * height), em, (y, mark) => (data[y * width + x] = mark))
  const margin = Math.round(MARGIN * em)
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = Math.max(0, y0 + margin); y < Math.min(height, y1 - margin); y++) {
      for (let at = y * width + Math.max(0, x0 + margin); at < y * width + Math.min(width, x1 - margin); at++)
        if (data[at] === HAIR) data[at] = 0
    }
  }
  for (const wall of walls) {
    const half = wall.width / 2 + EDGE
    for (let y = Math.max(0, Math.round(wall.from)); y < Math.min(height, wall.to); y++) {
      const x = middleAt(wall, y)
      data.fill(WALL, y * width + Math.max(0, Math.round(x - half)), y * width + Math.min(width, Math.round(x + half) + 1))
    }
  }
  return { width, height, data }
}

/** Marks the ink of one column. */
function markColumn(column: Uint8Array, em: number, mark: (y: number, mark: number) => void): void {
  let last = -column.length
  for (let from = column.indexOf(1); from >= 0; ) {
    let to = from
    while (column[to] === 1) to++
    const next = column.indexOf(1, to)
    const white = [from - last, next < 0 ? column.length : next - to].filter(distance => distance >= WHITE * em).length
    const isAcross = to - from > THIN * em || white === 0
    if (isAcross || white === 2) for (let y = from; y < to; y++) mark(y, isAcross ? CROSSED : HAIR)
    last = to
    from = next
  }
}

/** What is seen at a place of a row, or of a hairline a pixel above or below: a level one wanders so far. */
const seenAt = ({ width, data }: Ink, y: number, x: number): number =>
  data[(y - 1) * width + x] === HAIR || data[(y + 1) * width + x] === HAIR ? HAIR : (data[y * width + x] ?? 0)

/** How many places of a stretch of a row show a hairline, and print across, and how many there are beside rulings. */
export interface Seen {
  readonly hair: number
  readonly crossed: number
  readonly all: number
}

/** What is seen of a stretch of a row. */
export function seenIn(marks: Ink, at: number, from: number, to: number): Seen {
  let [hair, crossed, all] = [0, 0, 0]
  for (let x = Math.max(0, Math.round(from)); x < Math.min(marks.width, to); x++) {
    const seen = seenAt(marks, Math.round(at), x)
    if (seen === WALL) continue
    all++
    if (seen === HAIR) hair++
    if (seen === CROSSED) crossed++
  }
  return { hair, crossed, all }
}

/** A stretch of a row, and how much more is seen of a line there than where there is none, in pixels. */
export interface Hairline {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly score: number
}

/** The stretches of rows that look most like a hairline: `least` is the score of one, `apart` how far off, in pixels, is the next. */
export function hairlinesOf(marks: Ink, least: number, apart: number): Hairline[] {
  const found = Array.from({ length: marks.height }, (_, y) => hairlinesIn(marks, y)).flat()
  const chosen: Hairline[] = []
  for (const one of found.filter(({ score }) => score >= least).sort((a, b) => b.score - a.score)) {
    if (!chosen.some(other => Math.abs(other.at - one.at) <= apart && overlap(one.from, one.to, other.from, other.to) > 0))
      chosen.push(one)
  }
  return chosen
}

/** The stretches of one row that score above what is beside them. */
function hairlinesIn(marks: Ink, at: number): Hairline[] {
  const found: Hairline[] = []
  let [score, from, best, to] = [0, 0, 0, 0]
  for (let x = 0; x <= marks.width; x++) {
    const seen = x < marks.width ? seenAt(marks, at, x) : CROSSED
    const isOwn = marks.data[at * marks.width + x] === HAIR
    score += seen === HAIR ? (isOwn ? 1 : OFF) : seen === CROSSED ? -1 : -BLANK
    if (score > best) [best, to] = [score, x + 1]
    if (score > 0 && x < marks.width) continue
    if (best > 0) found.push({ at, from, to, score: best })
    ;[score, from, best, to] = [0, x + 1, 0, 0]
  }
  return found
}
