import { median } from '../../geometry.ts'
import { type Ink, transpose } from '../picture/raster.ts'
import { type BothWays, dotsDrawnThrough } from './dotted.ts'
import { DOTTED_BREAK, isDotted, isTall, LEAST, thinLinesOf } from './thin-lines.ts'
import { BIN, middleAt, type Trace } from './traces.ts'

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

/** An end this near (in glyph heights) to a crossing line touches it. */
const TOUCH = 0.45
/** The same for a line shorter than TALL: the stroke of a 门 fills a low row nearly, a ruling wholly. */
const TOUCH_SHORT = 0.14
/** A horizontal line this long (in glyph heights) needs no crossing lines: three-line tables have none. */
const LONG = 8

/** A line that crosses so many others is a border, wherever it ends: a table without a frame has nothing for its ends to meet, and no stroke of print crosses two rulings. */
const CROSSED = 2

/** Ruling lines in the ink of a level page, dotted ones too where they make whole tables. `em` is the glyph height in pixels. */
export function scannedRulings(ink: Ink, em: number): ScannedRulings {
  const seen = { across: ink, down: transpose(ink) }
  const plain = rulingsIn(seen, em)
  const through = dotsDrawnThrough(seen, em)
  const dotted = through === null ? plain : rulingsIn(through, em)
  return isWhole(dotted, plain, em) ? dotted : plain
}

/** The same without the dotted ones: in a picture without print its rests in a row may pass for those. */
export const plainRulings = (ink: Ink, em: number): ScannedRulings => rulingsIn({ across: ink, down: transpose(ink) }, em)

function rulingsIn({ across, down }: BothWays, em: number): ScannedRulings {
  const linesIn = (picture: Ink, axis: ScannedRuling['axis']): ScannedRuling[] =>
    thinLinesOf(picture, em).map(trace => ({ ...trace, axis, at: median(trace.middles, 0) }))
  const [level, upright] = [linesIn(across, 'horizontal'), linesIn(down, 'vertical')]
  return pruned(
    {
      horizontal: level.map(line => withDottedEnds(line, upright, across, em)),
      vertical: upright.map(line => withDottedEnds(line, level, down, em)),
    },
    em,
  )
}

/** Whether the lines that only dots make are borders of tables: two each way at least, and all end at others. Where a dotted border is lost in part cells run together, and nothing tells it. */
function isWhole({ horizontal, vertical }: ScannedRulings, plain: ScannedRulings, em: number): boolean {
  const isMade = (lines: readonly ScannedRuling[], known: readonly ScannedRuling[], crossing: readonly ScannedRuling[]) => {
    const made = lines.filter(line => !known.some(({ at }) => Math.abs(at - line.at) <= TOUCH * em))
    return made.length >= 2 && made.every(line => touches(line, crossing, em) === 2)
  }
  return isMade(horizontal, plain.horizontal, vertical) && isMade(vertical, plain.vertical, horizontal)
}

/** Where the lines of the other axis run that are met at a place across them, or nearly. */
const metAt = (at: number, crossing: readonly ScannedRuling[], reach: number): number[] =>
  crossing.filter(({ from, to }) => at >= from - reach && at <= to + reach).map(other => middleAt(other, at))

/** A line drawn on to the crossing lines that its dotted ends reach; an end that meets one already stays. */
function withDottedEnds(line: ScannedRuling, crossing: readonly ScannedRuling[], picture: Ink, em: number): ScannedRuling {
  const reached = (end: number, side: 1 | -1): number => {
    const at = middleAt(line, end)
    const distances = metAt(at, crossing, TOUCH * em).map(position => side * (position - end))
    const nearest = Math.min(...distances.filter(distance => distance > 0))
    if (nearest > DOTTED_BREAK * em || distances.some(distance => Math.abs(distance) <= TOUCH * em)) return end
    const border = end + side * Math.round(nearest)
    return isDotted(line, picture, em, side === 1 ? [end, border] : [border, end]) ? border : end
  }
  return isTall(line, em) ? stretchedTo(line, reached(line.from, -1), reached(line.to, 1)) : line
}

/** Only lines that hold on to others, or are too long to be strokes of print; ends that nearly touch are drawn to their crossing line. */
function pruned(rulings: ScannedRulings, em: number): ScannedRulings {
  let { horizontal, vertical } = rulings
  for (let before = -1; before !== horizontal.length + vertical.length; ) {
    before = horizontal.length + vertical.length
    const [across, down] = [horizontal, vertical]
    vertical = down.filter(
      line => touches(line, across, em) >= (isTall(line, em) ? 1 : 2) || crossings(line, across, em) >= CROSSED,
    )
    horizontal = across.filter(line => {
      const ends = touches(line, vertical, em)
      // a border broken by a bad copy still meets a line at one end
      const isLong = line.to - line.from >= LONG * em
      return ends + endsAtSide(line, across, em) >= 2 || (isLong && (ends === 1 || !isInCell(line, vertical, em)))
    })
  }
  const upright = vertical.map(line => drawnToCrossings(line, horizontal, em))
  return {
    horizontal: horizontal.map(line => drawnToCrossings(line, vertical, em)),
    vertical: upright.map(line => withoutStrokes(line, horizontal, upright, em)),
  }
}

/**
 * An upright line without the strokes of print that stand on its ends, beyond the last line it meets: 部门 above a table whose
 * left border its stroke continues. Where a table is open most of its borders run on.
 */
function withoutStrokes(line: ScannedRuling, across: readonly ScannedRuling[], upright: readonly ScannedRuling[], em: number) {
  const reach = TOUCH * em
  const met = metAt(line.at, across, reach).filter(at => at >= line.from - reach && at <= line.to + reach)
  const end = (own: number, border: number, side: 1 | -1): number => {
    const beyond = (at: number) => side * (at - border)
    const others = upright.filter(other => other !== line && beyond(side === 1 ? other.from : other.to) < 0)
    const meeting = others.map(other => beyond(side === 1 ? other.to : other.from)).filter(reached => reached >= -reach)
    const isOpen = meeting.filter(reached => reached > reach).length > meeting.length / 2
    return beyond(own) > reach && beyond(own) <= LEAST * em && !isOpen ? border : own
  }
  return met.length === 0 ? line : stretchedTo(line, end(line.from, Math.min(...met), -1), end(line.to, Math.max(...met), 1))
}

/** How many ends of a horizontal line stand at the side of a table that no line closes: below and above them end long lines. */
function endsAtSide(line: ScannedRuling, across: readonly ScannedRuling[], em: number): number {
  const others = across.filter(other => other.to - other.from >= LONG * em)
  const isSide = (end: 'from' | 'to') => {
    const ending = others.filter(other => Math.abs(other[end] - line[end]) <= TOUCH_SHORT * em)
    return ending.some(({ at }) => at < line.at - em) && ending.some(({ at }) => at > line.at + em)
  }
  return (isSide('from') ? 1 : 0) + (isSide('to') ? 1 : 0)
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

/** How many lines a line runs across, beyond both their sides. */
function crossings(line: ScannedRuling, crossing: readonly ScannedRuling[], em: number): number {
  const reach = TOUCH * em
  return crossing.filter(other => {
    const at = middleAt(line, other.at)
    const isWithin = at > other.from + reach && at < other.to - reach
    return isWithin && other.at > line.from + reach && other.at < line.to - reach
  }).length
}

function drawnToCrossings(line: ScannedRuling, crossing: readonly ScannedRuling[], em: number): ScannedRuling {
  const drawn = (end: number): number => {
    const at = middleAt(line, end)
    const [nearest = end] = metAt(at, crossing, TOUCH * em).sort((a, b) => Math.abs(a - end) - Math.abs(b - end))
    return Math.abs(nearest - end) <= TOUCH * em ? nearest : end
  }
  return stretchedTo(line, drawn(line.from), drawn(line.to))
}

/** A line with other ends; beyond its own it runs on as it ended. */
export function stretchedTo(line: ScannedRuling, from: number, to: number): ScannedRuling {
  const middles = Array.from({ length: Math.max(1, Math.ceil((to - from) / BIN)) }, (_, bin) =>
    middleAt(line, from + (bin + 0.5) * BIN),
  )
  return { ...line, from, to, middles }
}
