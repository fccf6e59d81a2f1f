import { median } from '../geometry.ts'
import type { Glyph } from './page.ts'

/** A watermark is larger than the text of the page by at least this; titles are too, but stand over nothing. */
const LARGER = 1.3
/** One that is printed once is larger by this much. */
const MUCH_LARGER = 2
/** Printed at so many places it is a pattern. */
const LEAST_PLACES = 3
/** So many characters stand in the squares of a watermark's; a mark set on a text on purpose covers fewer. */
const LEAST_COVERED = 3
/** Glyphs of one text follow each other within this distance (in sizes), on one baseline within a tenth. */
const NEXT = 1
const SAME_BASELINE = 0.1

/** Glyphs painted one after the other as one text. */
interface Run {
  readonly key: string
  readonly glyphs: Glyph[]
}

/**
 * The glyphs of a page without its upright watermarks: text larger than the page's own, printed across other text again and
 * again, or once if much larger. Text without letters stays, whatever it is printed across: figures are never left out.
 */
export function withoutWatermarks(glyphs: readonly Glyph[]): readonly Glyph[] {
  const inked = glyphs.filter(glyph => glyph.text !== ' ')
  const body = median(
    inked.map(glyph => glyph.size),
    0,
  )
  const large = inked.filter(glyph => glyph.size >= LARGER * body)
  if (large.length === 0) return glyphs
  const small = inked.filter(glyph => glyph.size < LARGER * body)
  const marks = [...Map.groupBy(runsOf(large), run => run.key).values()].filter(runs => isWatermark(runs, small, body))
  const gone = new Set(marks.flatMap(runs => runs.flatMap(run => run.glyphs)))
  return gone.size === 0 ? glyphs : glyphs.filter(glyph => !gone.has(glyph))
}

/** Whether the places at which one text is printed make it a watermark over the `small` text, whose size is `body`. */
function isWatermark(runs: readonly Run[], small: readonly Glyph[], body: number): boolean {
  const marks = runs.flatMap(run => run.glyphs)
  if (!marks.some(glyph => /\p{L}/u.test(glyph.text))) return false
  if (runs.length < LEAST_PLACES && !marks.every(glyph => glyph.size >= MUCH_LARGER * body)) return false
  return small.filter(glyph => marks.some(mark => isAcross(mark, glyph))).length >= LEAST_COVERED
}

/** Height of the square of a character over its baseline, in ems: capitals and Han characters fill it. */
const CAPITAL = 0.8

/** Whether the middle of a glyph stands in the square of a larger one. */
function isAcross({ box, baseline, size }: Glyph, other: Glyph): boolean {
  const [x, y] = [(other.box[0] + other.box[2]) / 2, other.baseline - other.size / 3]
  return x > box[0] && x < box[2] && y < baseline && y > baseline - CAPITAL * size
}

function runsOf(glyphs: readonly Glyph[]): Run[] {
  const runs: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1)
    if (last !== undefined && follows(glyph, last)) runs.at(-1)?.push(glyph)
    else runs.push([glyph])
  }
  return runs.map(run => ({ key: `${Math.round(run[0]?.size ?? 0)} ${run.map(glyph => glyph.text).join('')}`, glyphs: run }))
}

const follows = (glyph: Glyph, last: Glyph): boolean =>
  Math.abs(glyph.size - last.size) < SAME_BASELINE * last.size &&
  Math.abs(glyph.baseline - last.baseline) < SAME_BASELINE * last.size &&
  Math.abs(glyph.box[0] - last.box[2]) < NEXT * last.size
