import { heightOf, sum, widthOf } from '../../geometry.ts'
import { placeIn, type ReadCharacter } from '../engine/engine.ts'
import { inkedColumns, type Mark, markOf, marksOf, type Row } from '../lines/marks.ts'
import { type Ink, type PixelBox, sizeOf } from '../picture/raster.ts'
import type { SeenLine } from './seen-line.ts'

/** A mark of punctuation is smaller than this in both directions, and larger than that in one (in glyph heights). */
const LARGEST = 0.5
const SMALLEST = 0.16
/** Its middle lies below this share of the height of the line: some fonts set 、 in the middle. */
const LOW = 0.38
/** Confidence of a mark that only its shape tells. */
export const BY_SHAPE = 0.6
/** Ink nearer than this (in glyph heights) to the middle of a neighbour is the neighbour's, with all that touches it. */
const NEIGHBOUR = 0.3
/** Pixels around a line that are looked at too. */
export const BEYOND = 2
/** A stroke leans when its ends are apart, across, by this share of its width. */
const LEANS = 0.25

/** Whether ink of a line stands as low as a mark of punctuation. */
const isLow = ([, top, , bottom]: PixelBox, [, lineTop, , lineBottom]: PixelBox): boolean =>
  (top + bottom) / 2 >= lineTop + LOW * (lineBottom - lineTop)

/** The mark of punctuation that stands alone in an area of a line; null when what stands there is none, or not one alone. */
export function smallMarkIn(ink: Ink, area: PixelBox, em: number): Mark | null {
  const mark = markOf(ink, area)
  if (mark === null || !isLow(mark.box, area)) return null
  const size = sizeOf(mark.box)
  return size >= SMALLEST * em && size <= LARGEST * em ? mark : null
}

/** The comma whose shape a small mark has, told by the way its stroke leans; null when it does not lean. */
function commaOf({ box, rows }: Mark): '、' | '，' | null {
  const width = widthOf(box)
  const middleOf = (some: readonly Row[]): number => {
    const count = sum(some.map(row => row.count))
    return count === 0 ? width / 2 : sum(some.map(row => row.count * row.middle)) / count
  }
  const third = Math.max(1, Math.round(rows.length / 3))
  const lean = middleOf(rows.slice(-third)) - middleOf(rows.slice(0, third))
  if (lean >= LEANS * width) return '、'
  return lean <= -LEANS * width ? '，' : null
}

/** Print fills more than this share of a glyph's square: an ideographic comma fills about 0.04. */
const PRINT = 0.008
/** A full stop is a ring, as wide as high within this factor and no smaller than this (in glyph heights). */
const ROUND = 1.3
const RING = 0.24
/** Ink that fills less of its box than this is dirt: marks of a noisy scan fill .31 to .75, three specks .08 and .09. */
const FILLED = 0.25

/** The mark of Chinese punctuation whose shape a small mark has, a comma or a full stop; null when it has none. */
export function markShape(mark: Mark, em: number): '、' | '，' | '。' | null {
  const [width, height] = [widthOf(mark.box), heightOf(mark.box)]
  if (height < SMALLEST * em || mark.count < FILLED * width * height) return null
  const isRound = Math.min(width, height) >= RING * em && Math.max(width, height) <= ROUND * Math.min(width, height)
  return commaOf(mark) ?? (isRound ? '。' : null)
}

/** Whether the ink of a mark is too little for print; null is no ink at all. */
export const isGrain = (mark: Mark | null, em: number): boolean => (mark?.count ?? 0) <= PRINT * em * em

/** The part of an area between two characters that holds print of its own: columns with ink that reach neither side. */
function ownPrint(ink: Ink, area: PixelBox): PixelBox | null {
  const own = inkedColumns(ink, area).filter(({ from, to }) => from > area[0] && to < area[2])
  const [first, last] = [own[0], own.at(-1)]
  return first === undefined || last === undefined ? null : [first.from, area[1], last.to, area[3]]
}

/** The print of its own between two characters of a line, or the outermost beyond the first or the last; null where there is none. */
export function printBetween({ line, box, ink, em }: SeenLine, before?: ReadCharacter, after?: ReadCharacter): PixelBox | null {
  const from = before === undefined ? line.ink[0] - BEYOND : placeIn(box, before) + NEIGHBOUR * em
  const to = after === undefined ? line.ink[2] + BEYOND : placeIn(box, after) - NEIGHBOUR * em
  const [, top, , bottom] = line.ink
  const own = ownPrint(ink, [Math.round(from), top, Math.round(to), bottom])
  if (own === null || (before !== undefined && after !== undefined)) return own
  // a stroke of the neighbour may stand alone too, and grain beside a mark
  const marks = marksOf(ink, own)
  const printed = marks.filter(mark => !isGrain(mark, em))
  const outermost = (printed.length > 0 ? printed : marks).at(before === undefined ? 0 : -1)
  return outermost === undefined ? null : [outermost.box[0], top, outermost.box[2], bottom]
}
