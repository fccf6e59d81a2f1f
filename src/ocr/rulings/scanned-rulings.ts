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
  const thinLines = (picture: Ink) => {
    const traces = tracesOf(picture, LEAST * em, em).filter(trace => isThinLine(trace, picture, em))
    return joined(traces, em).filter(line => inkShare(line, picture) >= UNBROKEN && isStraight(line, em))
  }
  const across = thinLines(ink)
  const down = thinLines(transpose(ink))
  return pruned(
    {
      horizontal: across.map(trace => rulingOf(trace, 'horizontal')),
      vertical: down.map(trace => rulingOf(trace, 'vertical')),
    },
    em,
  )
}

const rulingOf = (trace: Trace, axis: ScannedRuling['axis']): ScannedRuling => ({
  ...trace,
  axis,
  at: [...trace.middles].sort((a, b) => a - b)[trace.middles.length >> 1] ?? 0,
})

/** Where a trace runs at `position` along it; beyond its ends, as it ends. */
export const middleAt = ({ from, middles }: Trace, position: number): number =>
  middles[Math.max(0, Math.min(middles.length - 1, ((position - from) / BIN) | 0))] ?? 0

/** Pieces of one line joined: each piece is hung on the line whose end it continues. */
function joined(traces: readonly Trace[], em: number): Trace[] {
  const lines: Trace[] = []
  for (const trace of [...traces].sort((a, b) => a.from - b.from)) {
    const index = lines.findIndex(
      line =>
        trace.from - line.to <= BREAK * em &&
        trace.to > line.to &&
        trace.from > line.to - BREAK * em &&
        Math.abs(middleAt(line, line.to) - middleAt(trace, trace.from)) <= STEP * em,
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

/** Share of a line along which there is ink. */
function inkShare(trace: Trace, { width, height, data }: Ink): number {
  let [solid, looked] = [0, 0]
  for (let x = trace.from; x < trace.to; x += 2) {
    const y = Math.round(middleAt(trace, x))
    if (y < 1 || y >= height - 1) continue
    looked++
    if (data[y * width + x] === 1 || data[(y - 1) * width + x] === 1 || data[(y + 1) * width + x] === 1) solid++
  }
  return looked === 0 ? 1 : solid / looked
}

/** Whether a trace is a drawn line: ink all along, and white on both sides along most of it. */
function isThinLine(trace: Trace, { width, height, data }: Ink, em: number): boolean {
  const reach = Math.round(trace.width / 2 + 0.12 * em) + 1
  const length = trace.to - trace.from
  let [white, solid, looked] = [0, 0, 0]
  for (let x = trace.from; x < trace.to; x += 2) {
    const y = Math.round(middleAt(trace, x))
    if (y - reach < 0 || y + reach >= height) continue
    looked++
    if (data[(y - reach) * width + x] === 0 && data[(y + reach) * width + x] === 0) white++
    if (data[y * width + x] === 1 || data[(y - 1) * width + x] === 1 || data[(y + 1) * width + x] === 1) solid++
  }
  if (looked === 0) return true
  if (length < NO_PRINT * em && solid < SOLID * looked) return false
  return white >= (length < TALL * em ? WHITE_SIDES_SHORT : WHITE_SIDES) * looked
}

/** Only lines that hold on to others, or are too long to be strokes of print; ends that nearly touch are drawn to their crossing line. */
function pruned(rulings: ScannedRulings, em: number): ScannedRulings {
  let { horizontal, vertical } = rulings
  for (let before = -1; before !== horizontal.length + vertical.length; ) {
    before = horizontal.length + vertical.length
    const [across, down] = [horizontal, vertical]
    vertical = down.filter(line => touches(line, across, em) >= (line.to - line.from >= TALL * em ? 1 : 2))
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
  const reach = (line.to - line.from < TALL * em ? TOUCH_SHORT : TOUCH) * em
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
  const [from, to] = [drawn(line.from), drawn(line.to)]
  const middles = Array.from({ length: Math.max(1, Math.ceil((to - from) / BIN)) }, (_, bin) =>
    middleAt(line, from + (bin + 0.5) * BIN),
  )
  return { ...line, from, to, middles }
}
