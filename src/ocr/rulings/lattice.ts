import {
  type AxisLine,
  areaOf,
  type Box,
  endsOf,
  itemAt,
  lineBox,
  mean,
  neighbours,
  overlap,
  runsOf,
  sum,
  unionAll,
} from '../../geometry.ts'
import { joinedSets } from '../../joined-sets.ts'
import { type Ink, type PixelBox, transpose } from '../picture/raster.ts'
import { hairlinesOf, marksOf, seenIn } from './hairlines.ts'
import { coveredBy, isMiddleIn, panesOf } from './panes.ts'
import { type ScannedRuling, type ScannedRulings, stretchedTo } from './scanned-rulings.ts'
import { middleAt } from './traces.ts'

/** What is seen of a hairline outweighs the white on it by so much, in ems: four dashes of print. */
const LEAST = 1
/** Lines nearer than this (in ems) are one; no row is lower than that and no column narrower. */
const SAME = 0.3
const ROW = 1
/** Pieces of a line are no further apart (in ems). */
const APART = 12
/** A line of which a part is found meets others so far beyond its ends (in ems). */
const NEAR = 2
/** Of a faint line as much is seen near the lines that it meets, within this (in ems, but for the pixels of their own) … */
const ZONE = 0.5
const OWN = 3
/** … as elsewhere, or this share of it, and elsewhere as near: of true ones .4 and more was, of rows of dashes or commas in their middle below .25 and at their edges four times as much … */
const EVEN = 0.3
/** … but not where more than this share of it is seen: rows of dashes had .1. */
const PLAIN = 0.15
/** Print that crosses a line on more places than this share of those where it is seen stands in its row. */
const MIXED = 0.5
/** Of a stretch of a border that is seen there is this share, and so many pixels. */
const SEEN = 0.03
const SPECK = 3
/** A ruling that covers so much of a stretch is one there. */
const COVERED = 0.5
/** Print across a stretch, in ems, and not much less than is seen of a line: it is part of a larger cell. */
const ACROSS = 0.3
const MUCH = 1.5
/** Where this share of a stretch would be seen and nothing is, there is no border: where merged cells begin. */
const EXPECTED = 0.3
/** Where rulings close this share of a table none is wanting. */
const CLOSED = 0.9
/** Print side by side so often in one pane is a table: a cell has words set apart in a line or two. */
const LINES = 4
/** What is seen of a stretch is looked for so far (in ems) from the lines that it meets. */
const INNER = 0.1

type Axis = ScannedRuling['axis']
type BothMarks = Readonly<Record<Axis, Ink>>
const AXES: readonly Axis[] = ['horizontal', 'vertical']

/** A line of a table as far as it is known: the rulings found there, and the hull of what is left of it. */
interface Line extends AxisLine {
  readonly rulings: readonly ScannedRuling[]
}

/**
 * The rulings of a fax with those that it broke to specks or lost in part: borders of a table are a system, and what
 * the others of a row or column show tells whether one would be seen. `ink` is that of the level page, `boxes` is where text detection
 * saw print, `em` the glyph height, all in pixels.
 */
export function latticeOf(ink: Ink, found: ScannedRulings, boxes: readonly PixelBox[], em: number): ScannedRulings {
  const sideways = boxes.map(([x0, y0, x1, y1]): PixelBox => [y0, x0, y1, x1])
  const marks = {
    horizontal: marksOf(transpose(ink), { walls: found.vertical, boxes }, em),
    vertical: marksOf(ink, { walls: found.horizontal, boxes: sideways }, em),
  }
  const lines = evenOf(
    AXES.flatMap(axis => linesOf(axis, found[axis], marks[axis], em)),
    marks,
    em,
  )
  const made = systemsOf(lines, em).flatMap(system => (isClosed(system, ink, boxes, em) ? [] : rulingsOf(system, marks, em)))
  const all = (axis: Axis) => {
    const own = made.filter(ruling => ruling.axis === axis)
    return [...found[axis].filter(ruling => !own.some(it => isAlong(it, ruling, em))), ...own]
  }
  return { horizontal: all('horizontal'), vertical: all('vertical') }
}

/** Whether a ruling lies along a longer one. */
const isAlong = (long: ScannedRuling, { at, from, to }: ScannedRuling, em: number): boolean =>
  Math.abs(middleAt(long, (from + to) / 2) - at) <= SAME * em && long.from <= from + em && long.to >= to - em

/** Rulings, the longest first, and hairlines where there are none; pieces of one are one line. */
function linesOf(axis: Axis, rulings: readonly ScannedRuling[], marks: Ink, em: number): Line[] {
  const lines: Line[] = []
  const pieces: Omit<Line, 'axis'>[] = [
    ...rulings.map(ruling => ({ ...ruling, rulings: [ruling] })).sort((a, b) => b.to - b.from - (a.to - a.from)),
    ...hairlinesOf(marks, LEAST * em, ROW * em).map(hairline => ({ ...hairline, rulings: [] })),
  ]
  for (const { at, from, to, rulings } of pieces) {
    const index = lines.findIndex(
      line => Math.abs(line.at - at) <= SAME * em && overlap(line.from, line.to, from, to) >= -APART * em,
    )
    const line = lines[index]
    if (line === undefined) lines.push({ axis, at, from, to, rulings })
    else
      lines[index] = {
        ...line,
        from: Math.min(line.from, from),
        to: Math.max(line.to, to),
        rulings: line.rulings.concat(rulings),
      }
  }
  return lines
}

/** Whether two lines cross, or would a little beyond their ends. */
const meet = (one: Line, other: Line, em: number): boolean =>
  one.axis !== other.axis && [one, other].every(line => reaches(line, (line === one ? other : one).at, em))

const reaches = ({ from, to }: Line, at: number, em: number): boolean => at >= from - NEAR * em && at <= to + NEAR * em

/** Lines without those that are points, commas and dashes in a row, which stand all in the middle of their cells or all at an edge. */
function evenOf(lines: readonly Line[], marks: BothMarks, em: number): Line[] {
  const kept = lines.filter(line => line.rulings.length > 0 || isEven(line, lines, marks[line.axis], em))
  return kept.length === lines.length ? kept : evenOf(kept, marks, em)
}

function isEven(line: Line, lines: readonly Line[], marks: Ink, em: number): boolean {
  const met = lines.filter(other => meet(line, other, em))
  const { hair, crossed, all } = seenIn(marks, line.at, line.from, line.to)
  if (met.length < 2 || crossed > MIXED * hair) return false
  const share = hair / (all - crossed)
  const zones = met.flatMap(({ at }) => [
    seenIn(marks, line.at, at - ZONE * em, at - OWN),
    seenIn(marks, line.at, at + OWN, at + ZONE * em + 1),
  ])
  const white = share * sum(zones.map(zone => zone.all - zone.crossed))
  const seen = sum(zones.map(zone => zone.hair))
  return share >= PLAIN || (seen >= EVEN * white && white >= EVEN * seen)
}

/** Lines that meet, as one system each. */
function systemsOf(lines: readonly Line[], em: number): Line[][] {
  const { join, sets } = joinedSets(lines.length)
  lines.forEach((one, i) => {
    lines.slice(0, i).forEach((other, j) => {
      if (meet(one, other, em)) join(i, j)
    })
  })
  return sets().map(members => members.map(index => itemAt(lines, index)))
}

/** Whether the rulings that were found close nearly all of a system. */
function isClosed(system: readonly Line[], { width, height }: Ink, print: readonly PixelBox[], em: number): boolean {
  const of = (axis: Axis) => system.flatMap(line => (line.axis === axis ? line.rulings : []))
  const [horizontal, vertical] = [of('horizontal'), of('vertical')]
  const boxes = [...horizontal, ...vertical].map(lineBox)
  const panes = panesOf({ horizontal, vertical }, width, height, em).filter(({ box }) => !isTable(box, print))
  return boxes.length > 0 && sum(panes.map(({ box }) => areaOf(box))) >= CLOSED * areaOf(unionAll(boxes))
}

/** Whether print stands side by side in several lines of a pane: a frame whose inner borders are lost. */
function isTable(pane: Box, print: readonly PixelBox[]): boolean {
  const inside = print.filter(box => isMiddleIn(box, pane))
  const isBeside = (box: PixelBox) =>
    inside.some(other => other[0] >= box[2] && overlap(box[1], box[3], other[1], other[3]) > 0)
  return inside.filter(isBeside).length >= LINES
}

/** A stretch of a line from one that it meets to the next, and the share of it that is seen. */
interface Gap {
  readonly from: number
  readonly to: number
  readonly share: number
  readonly state: 'seen' | 'crossed' | 'blank'
}

const isSeen = ({ state }: Gap): boolean => state === 'seen'

/** A line and its stretches; `usual` is the share of it that is seen where any is. */
interface Stretched {
  readonly line: Line
  readonly gaps: readonly Gap[]
  readonly usual: number
}

/** The rulings of a system: its stretches that are seen, and those that would not be if they were there. */
function rulingsOf(system: readonly Line[], marks: BothMarks, em: number): ScannedRuling[] {
  return AXES.flatMap(axis => {
    const lines = system.filter(line => line.axis === axis)
    const crossing = system.filter(line => line.axis !== axis).sort((a, b) => a.at - b.at)
    if (lines.length < 2 || crossing.length < 2) return []
    const own = lines.map((line): Stretched => {
      const gaps = gapsOf(line, crossing, marks[axis], em)
      const seen = gaps.filter(isSeen)
      return { line, gaps, usual: seen.length === 0 ? 0 : mean(seen.map(({ share }) => share)) }
    })
    return own.flatMap(one => {
      const there = one.gaps.filter((gap, place) => isSeen(gap) || (gap.state === 'blank' && isHidden(one, place, own)))
      return runsOf(there, ({ from }, { to }) => from === to).map(run => drawn(one.line, run))
    })
  })
}

/** Whether a stretch where nothing is seen may be there all the same: between others of a line that is seen mostly, or where little of this line would be seen, as the others there tell. */
function isHidden({ gaps, usual }: Stretched, place: number, own: readonly Stretched[]): boolean {
  const isMostlySeen = gaps.filter(isSeen).length >= gaps.filter(({ state }) => state === 'blank').length
  if (isMostlySeen && gaps.slice(0, place).some(isSeen) && gaps.slice(place).some(isSeen)) return true
  const beside = own.filter(other => isSeen(itemAt(other.gaps, place)))
  const seen = sum(beside.map(other => itemAt(other.gaps, place).share))
  const brightness = beside.length < 2 ? 1 : seen / sum(beside.map(other => other.usual))
  return usual * brightness < EXPECTED
}

function gapsOf(line: Line, crossing: readonly Line[], marks: Ink, em: number): Gap[] {
  return neighbours(crossing).map(([{ at: from }, { at: to }]) => {
    const { hair, crossed, all } = seenIn(marks, line.at, from + INNER * em, to - INNER * em)
    const known = coveredBy(line.rulings, from, to) / Math.max(1, to - from)
    const share = Math.max(known, hair / Math.max(1, all))
    if (known >= COVERED) return { from, to, share, state: 'seen' }
    if (crossed >= ACROSS * em && hair < MUCH * crossed) return { from, to, share, state: 'crossed' }
    return { from, to, share, state: share >= SEEN && hair >= SPECK ? 'seen' : 'blank' }
  })
}

/** A ruling over stretches of a line that are side by side; one that was found there tells how it bends. */
function drawn({ axis, at, rulings }: Line, run: readonly Gap[]): ScannedRuling {
  const [first, last] = endsOf(run)
  const known = rulings.filter(it => overlap(it.from, it.to, first.from, last.to) > 0)
  const from = Math.min(first.from, ...known.map(it => it.from))
  const to = Math.max(last.to, ...known.map(it => it.to))
  const [bent = { axis, at, from, to, middles: [at + 0.5], width: 1 }] = known
  return { ...stretchedTo(bent, from, to), at }
}
