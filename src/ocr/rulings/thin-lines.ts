import { endsOf } from '../../geometry.ts'
import type { Ink } from '../picture/raster.ts'
import { BIN, middleAt, type Trace, tracesOf } from './traces.ts'

/** White is looked for so far beside a line, in ems: as far as the ink of a scanned line waves. */
const BESIDE_LINE = 0.12

/** No stroke of body print is longer than this (in glyph heights, which are estimated a fifth too low at worst): a Han character fills one. */
export const LEAST = 1.35
/** Share of a line that is ink; strokes of several lines of print that stand in a row leave gaps (0.7), even a bad copy of a ruling hardly (1.0). */
const SOLID = 0.88
/** The same for a line joined from pieces: the strokes of 制 under each other, row by row, leave a third of it white. */
const UNBROKEN = 0.8
/** A short line that leaves its chord by more than this (in glyph heights), or is steeper than that, is a curve. */
const CURVED = 0.12
const SLOPE = 0.03
/** A line longer than this (in glyph heights) is no print, even if it is dotted. */
const NO_PRINT = 12
/** Pieces of one line may be apart by this much (in glyph heights): a fold, a bad copy, a stamp over the line. */
const BREAK = 0.9
/** The same where the break is dotted: a fax keeps of a hairline that slopes by a pixel every other stretch only. */
export const DOTTED_BREAK = 4
/** Share of a dotted break that is ink of a thin line; print that stands between two lines has ink above or below. */
const DOTTED = 0.25
/** Pieces of one line may be off by this much (in glyph heights) where they meet. */
const STEP = 0.14
/** A line this long (in glyph heights) is no stroke of print; a vertical one may stand on one crossing line only. */
const TALL = 4
/** Share of a line that has white on both sides, where print may touch it; the strokes of print have other strokes there. */
const WHITE_SIDES = 0.6
/** The same for a line shorter than TALL: two lines of small print touch and their strokes look like a short ruling. */
const WHITE_SIDES_SHORT = 0.8
/** The ends of a short line lie on the lines that it meets, which are no thicker than this (in glyph heights): there is no white beside it, and of a dotted one no ink beyond: in a row of one line of print that is a fifth of it. */
const END = 0.2

/** Thin straight lines along rows of a picture, whole where a copy broke them; print is none. `em` is the glyph height in pixels. */
export function thinLinesOf(picture: Ink, em: number): Trace[] {
  const traces = tracesOf(picture, LEAST * em, em).filter(trace => isThinLine(trace, picture, em))
  return joined(traces, picture, em).filter(line => seenAlong(line, picture, em).ink >= UNBROKEN && isStraight(line, em))
}

/** Whether a line is longer than the strokes of two lines of print below each other, which may pass for a dotted line. */
export const isTall = ({ from, to }: Trace, em: number): boolean => to - from >= TALL * em

/** Pieces of one line joined: each piece is hung on the line whose end it continues. */
function joined(traces: readonly Trace[], ink: Ink, em: number): Trace[] {
  const lines: Trace[] = []
  for (const trace of [...traces].sort((a, b) => a.from - b.from)) {
    const index = lines.findIndex(
      line =>
        trace.from - line.to <= DOTTED_BREAK * em &&
        trace.to > line.to &&
        trace.from > line.to - BREAK * em &&
        Math.abs(middleAt(line, line.to) - middleAt(trace, trace.from)) <= STEP * em &&
        (trace.from - line.to <= BREAK * em ||
          ((isTall(line, em) || isTall(trace, em)) && isDotted(continued(line, trace), ink, em, [line.to, trace.from]))),
    )
    const line = lines[index]
    if (line === undefined) lines.push(trace)
    else lines[index] = continued(line, trace)
  }
  return lines
}

function continued(line: Trace, next: Trace): Trace {
  const bins = Math.max(1, Math.ceil((next.to - line.from) / BIN))
  const middles = Array.from({ length: bins }, (_, bin) => {
    const position = line.from + (bin + 0.5) * BIN
    return middleAt(position < line.to ? line : next, position)
  })
  const [a, b] = [line.to - line.from, next.to - next.from]
  return { from: line.from, to: next.to, middles, width: (line.width * a + next.width * b) / (a + b) }
}

/** Whether a short line is straight: the rim of a seal is not. */
function isStraight({ from, to, middles }: Trace, em: number): boolean {
  if (to - from >= NO_PRINT * em || middles.length < 3) return true
  const [first, last] = endsOf(middles)
  const off = (middle: number, index: number) => Math.abs(middle - first - ((last - first) * index) / (middles.length - 1))
  return Math.max(...middles.map(off)) <= CURVED * em && Math.abs(last - first) <= SLOPE * (to - from)
}

/** Shares of a line's length. */
interface Seen {
  /** Where there is ink on it. */
  readonly ink: number
  /** Where there is white on both sides of it. */
  readonly white: number
  /** Where there are both. */
  readonly thin: number
}

/** What is seen along a trace, or a stretch of it; a trace at the edge of the picture is taken for a line. */
function seenAlong(
  trace: Trace,
  { width, height, data }: Ink,
  em: number,
  [from, to]: readonly [number, number] = [trace.from, trace.to],
): Seen {
  const reach = Math.round(trace.width / 2 + BESIDE_LINE * em) + 1
  let [ink, white, thin, looked] = [0, 0, 0, 0]
  for (let x = from; x < to; x += 2) {
    const y = Math.round(middleAt(trace, x))
    if (y - reach < 0 || y + reach >= height) continue
    const isInk = data[y * width + x] === 1 || data[(y - 1) * width + x] === 1 || data[(y + 1) * width + x] === 1
    const isWhite = data[(y - reach) * width + x] === 0 && data[(y + reach) * width + x] === 0
    looked++
    if (isInk) ink++
    if (isWhite) white++
    if (isInk && isWhite) thin++
  }
  return looked === 0 ? { ink: 1, white: 1, thin: 1 } : { ink: ink / looked, white: white / looked, thin: thin / looked }
}

/** Whether a stretch of a trace is what a bad copy leaves of a line. */
export function isDotted(trace: Trace, picture: Ink, em: number, stretch: readonly [number, number]): boolean {
  const { thin, white } = seenAlong(trace, picture, em, stretch)
  return thin >= DOTTED && white >= WHITE_SIDES
}

/** Whether a trace is a drawn line: ink all along, and white on both sides along most of it. */
function isThinLine(trace: Trace, picture: Ink, em: number): boolean {
  const end = Math.round(END * em)
  const whole = seenAlong(trace, picture, em)
  const { ink, white } = seenAlong(trace, picture, em, [trace.from + end, trace.to - end])
  if (trace.to - trace.from < NO_PRINT * em && Math.max(whole.ink, ink) < SOLID) return false
  return white >= (isTall(trace, em) ? WHITE_SIDES : WHITE_SIDES_SHORT)
}
