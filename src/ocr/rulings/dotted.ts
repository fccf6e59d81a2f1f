import { heightOf, median, neighbours, widthOf } from '../../geometry.ts'
import { componentsOf } from '../picture/components.ts'
import { type Ink, sizeOf, transpose } from '../picture/raster.ts'

/** Dots and dashes of a line are no longer and no thicker than this and no further apart than that, in ems: a sheet that prints its borders so has dots of 1/4 and white of 1/6. */
const LONGEST = 0.8
const THICKEST = 0.3
const APART = 0.45
/** So many, one after the other: a table of three rows of one line of print is as high as seven … */
const LEAST = 6
/** … of which this share is as far from the next as is usual, within that part of it: specks and the points of print are not. */
const REGULAR = 0.8
const LIKE = 0.2

/** Ink whose lines run along rows, and the same transposed for those along columns. */
export interface BothWays {
  readonly across: Ink
  readonly down: Ink
}

/** Ink with its dotted and dashed lines drawn through, or null where it has not both upright and level ones: dots that lead to the number of a page stand in rows alone. */
export function dotsDrawnThrough(ink: BothWays, em: number): BothWays | null {
  const dots = dotsOf(ink.across, em)
  const across = drawnThrough(ink.across, dots, em)
  const down = across === ink.across ? ink.down : drawnThrough(ink.down, transpose(dots), em)
  return down === ink.down ? null : { across, down }
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
function drawnThrough(ink: Ink, dots: Ink, em: number): Ink {
  let data: Uint8Array | null = null
  for (let y = 0; y < ink.height; y++) {
    for (const [from, to] of dottedIn(dots.data.subarray(y * ink.width, (y + 1) * ink.width), em)) {
      data ??= ink.data.slice()
      data.fill(1, y * ink.width + from, y * ink.width + to)
    }
  }
  return data === null ? ink : { ...ink, data }
}

/** A stretch of ink in a row of pixels. */
type Dot = readonly [from: number, to: number]

/** The stretches of a row of pixels that are dotted. */
function dottedIn(row: Uint8Array, em: number): Dot[] {
  const found: Dot[] = []
  let dots: Dot[] = []
  for (let x = row.indexOf(1); x >= 0; x = row.indexOf(1, x)) {
    const from = x
    while (row[x] === 1) x++
    if (from - (dots.at(-1)?.[1] ?? from) > APART * em) {
      found.push(...regularLine(dots))
      dots = []
    }
    dots.push([from, x])
  }
  return [...found, ...regularLine(dots)]
}

/** From the first to the last of the dots that are as far from the next as is usual among them; nothing where too few are. */
function regularLine(dots: readonly Dot[]): Dot[] {
  if (dots.length < LEAST) return []
  const steps = neighbours(dots).map(([[from], [next]]) => next - from)
  const usual = median(steps, 0)
  const isUsual = (step: number): boolean => Math.abs(step - usual) <= Math.max(1, LIKE * usual)
  const [first, last] = [dots[steps.findIndex(isUsual)], dots[steps.findLastIndex(isUsual) + 1]]
  return first === undefined || last === undefined || steps.filter(isUsual).length < REGULAR * steps.length
    ? []
    : [[first[0], last[1]]]
}
