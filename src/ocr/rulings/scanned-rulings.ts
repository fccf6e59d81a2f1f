import { type Ink, transpose } from '../picture/raster.ts'
import { BIN, type Trace, tracesOf } from './traces.ts'

/** A ruling found in a picture, in pixels. */
export interface ScannedRuling extends Trace {
  readonly axis: 'horizontal' | 'vertical'
  /** Its middle line: the median of `middles`. */
  readonly at: number
}

/** Both axes of a picture's rulings. */
export interface ScannedRulings {
  readonly horizontal: readonly ScannedRuling[]
  readonly vertical: readonly ScannedRuling[]
}

/** No stroke of body print is longer than this (in glyph heights, which are estimated a fifth too low at worst): a Han character fills one. */
const LEAST = 1.35
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
const DOTTED_BREAK = 4
/** Share of a dotted break that is ink of a thin line; print that stands between two lines has ink above or below. */
const DOTTED = 0.25
/** Pieces of one line may be off by this much (in glyph heights) where they meet. */
const STEP = 0.14
/** An end this near (in glyph heights) to a crossing line touches it. */
const TOUCH = 0.45
/** The same for a line shorter than TALL: the stroke of a 门 fills a low row nearly, a ruling wholly. */
const TOUCH_SHORT = 0.14
/** A horizontal line this long (in glyph heights) needs no crossing lines: three-line tables have none. */
const LONG = 8
/** A vertical line this long (in glyph heights) may stand on one crossing line only. */
const TALL = 4
/** Share of a line that has white on both sides, where print may touch it; the strokes of print have other strokes there. */
const WHITE_SIDES = 0.6
/** The same for a line shorter than TALL: two lines of small print touch and their strokes look like a short ruling. */
const WHITE_SIDES_SHORT = 0.8

/** Ruling lines in the ink of a level page. `em` is the glyph height in pixels. */
export function scannedRulings(ink: Ink, em: number): ScannedRulings {
  const linesIn = (picture: Ink, axis: ScannedRuling['axis']): ScannedRuling[] => {
    const traces = tracesOf(picture, LEAST * em, em).filter(trace => isThinLine(trace, picture, em))
    return joined(traces, picture, em)
      .filter(line => seenAlong(line, picture, em).ink >= UNBROKEN && isStraight(line, em))
      .map(trace => rulingOf(trace, axis))
  }
  const turned = transpose(ink)
  const [across, down] = [linesIn(ink, 'horizontal'), linesIn(turned, 'vertical')]
  return pruned(
    {
      horizontal: across.map(line => withDottedEnds(line, down, ink, em)),
      vertical: down.map(line => withDottedEnds(line, across, turned, em)),
    },
    em,
  )
}

/** A line drawn on to the crossing lines that its dotted ends reach; an end that meets one already stays. */
function withDottedEnds(line: ScannedRuling, crossing: readonly ScannedRuling[], picture: Ink, em: number): ScannedRuling {
  const reached = (end: number, side: 1 | -1): number => {
    const at = middleAt(line, end)
    const distances = crossing
      .filter(other => at >= other.from - TOUCH * em && at <= other.to + TOUCH * em)
      .map(other => side * (middleAt(other, at) - end))
    const nearest = Math.min(...distances.filter(distance => distance > 0))
    if (nearest > DOTTED_BREAK * em || distances.some(distance => Math.abs(distance) <= TOUCH * em)) return end
    const border = end + side * Math.round(nearest)
    return isDotted(seenAlong(line, picture, em, side === 1 ? [end, border] : [border, end])) ? border : end
  }
  return isTall(line, em) ? stretchedTo(line, reached(line.from, -1), reached(line.to, 1)) : line
}

/** Whether a line is longer than the strokes of two lines of print below each other, which may pass for a dotted line. */
const isTall = ({ from, to }: Trace, em: number): boolean => to - from >= TALL * em

const rulingOf = (trace: Trace, axis: ScannedRuling['axis']): ScannedRuling => ({
  ...trace,
  axis,
  at: [...trace.middles].sort((a, b) => a - b)[trace.middles.length >> 1] ?? 0,
})

/** Where a trace runs at `position` along it; beyond its ends, as it ends. */
export const middleAt = ({ from, middles }: Trace, position: number): number =>
  middles[Math.max(0, Math.min(middles.length - 1, ((position - from) / BIN) | 0))] ?? 0

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
          ((isTall(line, em) || isTall(trace, em)) &&
            isDotted(seenAlong(continued(line, trace), ink, em, [line.to, trace.from])))),
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
  const [first = 0, last = 0] = [middles[0], middles.at(-1)]
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

const isDotted = ({ thin, white }: Seen): boolean => thin >= DOTTED && white >= WHITE_SIDES

/** What is seen along a trace, or a stretch of it; a trace at the edge of the picture is taken for a line. */
function seenAlong(
  trace: Trace,
  { width, height, data }: Ink,
  em: number,
  [from, to]: readonly [number, number] = [trace.from, trace.to],
): Seen {
  const reach = Math.round(trace.width / 2 + 0.12 * em) + 1
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

/** Whether a trace is a drawn line: ink all along, and white on both sides along most of it. */
function isThinLine(trace: Trace, picture: Ink, em: number): boolean {
  const length = trace.to - trace.from
  const { ink, white } = seenAlong(trace, picture, em)
  if (length < NO_PRINT * em && ink < SOLID) return false
  return white >= (isTall(trace, em) ? WHITE_SIDES : WHITE_SIDES_SHORT)
}

/** Only lines that hold on to others, or are too long to be strokes of print; ends that nearly touch are drawn to their crossing line. */
function pruned(rulings: ScannedRulings, em: number): ScannedRulings {
  let { horizontal, vertical } = rulings
  for (let before = -1; before !== horizontal.length + vertical.length; ) {
    before = horizontal.length + vertical.length
    const [across, down] = [horizontal, vertical]
    vertical = down.filter(line => touches(line, across, em) >= (isTall(line, em) ? 1 : 2))
    horizontal = across.filter(line => {
      const ends = touches(line, vertical, em)
      // a border broken by a bad copy still meets a line at one end
      return ends >= 2 || (line.to - line.from >= LONG * em && (ends === 1 || !isInCell(line, vertical, em)))
    })
  }
  return {
    horizontal: horizontal.map(line => drawnToCrossings(line, vertical, em)),
    vertical: vertical.map(line => drawnToCrossings(line, horizontal, em)),
  }
}

/** Whether a line lies between vertical lines that pass its height on both sides: an underline in a cell. */
function isInCell(line: ScannedRuling, vertical: readonly ScannedRuling[], em: number): boolean {
  const passes = (other: ScannedRuling, end: number) => {
    const at = middleAt(line, end)
    return other.from <= at - TOUCH * em && other.to >= at + TOUCH * em
  }
  return (
    vertical.some(other => other.at < line.from + TOUCH * em && passes(other, line.from)) &&
    vertical.some(other => other.at > line.to - TOUCH * em && passes(other, line.to))
  )
}

/** How many ends of a line (0 to 2) meet a crossing line. */
function touches(line: ScannedRuling, crossing: readonly ScannedRuling[], em: number): number {
  const reach = (isTall(line, em) ? TOUCH : TOUCH_SHORT) * em
  const meets = (end: number) =>
    crossing.some(other => {
      const at = middleAt(line, end)
      return (
        Math.abs(middleAt(other, at) - end) <= reach + other.width / 2 &&
        at >= other.from - TOUCH * em &&
        at <= other.to + TOUCH * em
      )
    })
  return (meets(line.from) ? 1 : 0) + (meets(line.to) ? 1 : 0)
}

function drawnToCrossings(line: ScannedRuling, crossing: readonly ScannedRuling[], em: number): ScannedRuling {
  const drawn = (end: number): number => {
    const at = middleAt(line, end)
    const near = crossing
      .filter(other => at >= other.from - TOUCH * em && at <= other.to + TOUCH * em)
      .map(other => middleAt(other, at))
      .filter(position => Math.abs(position - end) <= TOUCH * em)
      .sort((a, b) => Math.abs(a - end) - Math.abs(b - end))
    return near[0] ?? end
  }
  return stretchedTo(line, drawn(line.from), drawn(line.to))
}

/** A line with other ends; beyond its own it runs on as it ended. */
function stretchedTo(line: ScannedRuling, from: number, to: number): ScannedRuling {
  const middles = Array.from({ length: Math.max(1, Math.ceil((to - from) / BIN)) }, (_, bin) =>
    middleAt(line, from + (bin + 0.5) * BIN),
  )
  return { ...line, from, to, middles }
}
