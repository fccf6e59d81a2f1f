import { endsOf, heightOf, median, runsOf, sum, widthOf } from '../../geometry.ts'
import { componentsOf } from '../picture/components.ts'
import { type Ink, type PixelBox, sizeOf, transpose } from '../picture/raster.ts'
import type { Stretch } from '../picture/stretches.ts'
import { DOTTED_BREAK, NO_PRINT } from './thin-lines.ts'

/** Dots and dashes of a line are no longer and no thicker than this and no further apart than that, in ems: a sheet that prints its borders so has dots of 1/4 and white of 1/6. */
const LONGEST = 0.8
const THICKEST = 0.3
const APART = 0.45
/** So many, one after the other: a table of three rows of one line of print is as high as seven … */
const LEAST = 6
/** … of which this share is as far from the next as is usual, within that part of it: specks and the points of print are not. */
const REGULAR = 0.8
const LIKE = 0.2

/** A fax leaves at least this share of a hairline that slopes by a pixel: pieces, here and there, on a line longer than print (eight faxes of 150 and 200 dpi; with .2 two of 21 borders of one were missed). */
const LEFT = 0.15
/** A piece of it is no thicker than this, in ems, and has white so far above and below, along most of its length: without it rows of broken digits were borders, with .4 borders that digits nearly touch were none. */
const THIN = 0.2
const FREE = 0.2
const MOSTLY_FREE = 0.6
/** A speck of dust is no longer than this, in ems, and has an em of white on both sides. */
const DUST = 0.3

/** What is looked for: lines that were drawn in dots or, in the black and white of a fax, also lines that it broke. `em` is the glyph height in pixels. */
interface Dotted {
  readonly em: number
  readonly kind: 'drawn' | 'fax'
}

/** Ink whose lines run along rows, and the same transposed for those along columns. */
export interface BothWays {
  readonly across: Ink
  readonly down: Ink
}

/** Ink with its dotted lines drawn through, or null where there are none. Lines that were drawn in dots go both ways: dots that lead to the number of a page stand in rows alone. */
export function dotsDrawnThrough(ink: BothWays, dotted: Dotted): BothWays | null {
  const { em, kind } = dotted
  if (kind === 'fax') {
    const [across, down] = [ink.across, ink.down].map(picture => drawnThrough(picture, piecesOf(picture, em), dotted))
    return across === undefined || down === undefined ? null : { across, down }
  }
  const dots = dotsOf(ink.across, em)
  const across = drawnThrough(ink.across, dots, dotted)
  const down = across === ink.across ? ink.down : drawnThrough(ink.down, transpose(dots), dotted)
  return down === ink.down ? null : { across, down }
}

/** The patches of ink that may be pieces of a level hairline: thin, with white above and below, which the pieces of a broken digit have not. */
function piecesOf(ink: Ink, em: number): Ink {
  const data = new Uint8Array(ink.data.length)
  for (const { box } of componentsOf(ink)) {
    if (heightOf(box) > THIN * em || !isFree(box, ink, FREE * em)) continue
    const [x0, y0, x1, y1] = box
    // a level line steps by a pixel here and there
    for (let y = Math.max(0, y0 - 1); y < Math.min(ink.height, y1 + 1); y++)
      data.fill(1, y * ink.width + x0, y * ink.width + x1)
  }
  return { ...ink, data }
}

/** Whether there is white above and below a box, so far, but for a small part of its width. */
function isFree([x0, y0, x1, y1]: PixelBox, { width, height, data }: Ink, reach: number): boolean {
  const isWhite = (x: number): boolean => {
    for (let y = Math.max(0, Math.floor(y0 - reach)); y < Math.min(height, y1 + reach); y++)
      if ((y < y0 || y >= y1) && data[y * width + x] === 1) return false
    return true
  }
  let free = 0
  for (let x = x0; x < x1; x++) if (isWhite(x)) free++
  return free >= MOSTLY_FREE * (x1 - x0)
}

/** The patches of ink that are small enough for dots and dashes. */
function dotsOf(ink: Ink, em: number): Ink {
  const data = new Uint8Array(ink.data.length)
  for (const { box, pixels } of componentsOf(ink)) {
    const isDot = sizeOf(box) <= LONGEST * em && Math.min(widthOf(box), heightOf(box)) <= THICKEST * em
    if (isDot) for (const at of pixels) data[at] = 1
  }
  return { ...ink, data }
}

/** The ink with the white between regular dots filled along rows; the same one where there are none. */
function drawnThrough(ink: Ink, dots: Ink, dotted: Dotted): Ink {
  let data: Uint8Array | null = null
  for (let y = 0; y < ink.height; y++) {
    for (const { from, to } of dottedIn(dots.data.subarray(y * ink.width, (y + 1) * ink.width), dotted)) {
      data ??= ink.data.slice()
      data.fill(1, y * ink.width + from, y * ink.width + to)
    }
  }
  return data === null ? ink : { ...ink, data }
}

/** The stretches of a row of pixels that are dotted. */
function dottedIn(row: Uint8Array, { em, kind }: Dotted): Stretch[] {
  const dots: Stretch[] = []
  for (let from = row.indexOf(1); from >= 0; from = row.indexOf(1, dots.at(-1)?.to)) {
    let to = from
    while (row[to] === 1) to++
    dots.push({ from, to })
  }
  const runsWithin = (some: readonly Stretch[], gap: number) => runsOf(some, (next, last) => next.from - last.to <= gap * em)
  const regular = (some: readonly Stretch[]) => runsWithin(some, APART).flatMap(regularLine)
  if (kind === 'drawn') return regular(dots)
  return runsWithin(dots, DOTTED_BREAK).flatMap(run => {
    const pieces = withoutDust(run, em)
    return isBroken(pieces, em) ? [wholeOf(pieces)] : regular(run)
  })
}

const wholeOf = (dots: readonly Stretch[]): Stretch => {
  const [first, last] = endsOf(dots)
  return { from: first.from, to: last.to }
}

/** Stretches in a row without specks that stand alone at its ends: dust beside a line. */
function withoutDust(dots: readonly Stretch[], em: number): readonly Stretch[] {
  const isPiece = ({ from, to }: Stretch, at: number): boolean =>
    to - from > DUST * em || [dots[at - 1], dots[at + 1]].some(near => near && Math.max(near.from - to, from - near.to) <= em)
  return dots.slice(dots.findIndex(isPiece), dots.findLastIndex(isPiece) + 1)
}

/** Whether pieces in a row are what a fax leaves of a hairline: dashes are all as long as each other. */
function isBroken(pieces: readonly Stretch[], em: number): boolean {
  if (pieces.length < LEAST) return false
  const { from, to } = wholeOf(pieces)
  const lengths = pieces.map(piece => piece.to - piece.from)
  const usual = median(lengths, 0)
  const alike = lengths.filter(length => Math.abs(length - usual) <= LIKE * usual).length
  return to - from >= NO_PRINT * em && sum(lengths) >= LEFT * (to - from) && alike < REGULAR * lengths.length
}

/** From the first to the last of the dots that are as far from the next as is usual among them; nothing where too few are. */
function regularLine(dots: readonly Stretch[]): Stretch[] {
  if (dots.length < LEAST) return []
  const steps = dots.slice(1).map(({ from }, index) => from - (dots[index]?.from ?? from))
  const usual = median(steps, 0)
  const isUsual = (step: number): boolean => Math.abs(step - usual) <= Math.max(1, LIKE * usual)
  if (steps.filter(isUsual).length < REGULAR * steps.length) return []
  return [wholeOf(dots.slice(steps.findIndex(isUsual), steps.findLastIndex(isUsual) + 2))]
}
