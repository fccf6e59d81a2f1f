import type { Lattice } from '../cells/lattice.ts'
import { linesBetween, within } from '../open/areas.ts'
import { countsColumns, isAmount, isDash, middleOfLine, type Phrase } from '../texts/words.ts'
import type { Border, Borders, Drawn } from './drawn.ts'
import { type Edge, JOINT, SNAP } from './edges.ts'

/** A row or column that an undrawn border parts is at least this high (in glyph heights) on both sides: a glyph and some white. */
const LEAST_ROW = 1.1
/** A word reaches this far (in sizes) above and below its baseline. */
const ABOVE_BASELINE = 0.75
const BELOW_BASELINE = 0.1
/** Names in the middle of equal rows stand at heights that differ by less than this (in sizes), as other fonts leave it; lines of one name over both rows keep nearer to each other. */
const SAME_HEIGHT = 0.2

/**
 * Where a column border ends in the open, between two that go on, there is a border between rows that is not drawn: it
 * runs from the one to the other. Tables ruled between columns only show so how high the names of groups are.
 * Text on both sides vouches for it, and none runs across.
 */
export function looseEndEdges(drawn: Drawn): Borders {
  const { edges, em } = drawn
  const { horizontal, vertical } = edges
  const snap = SNAP * em
  const isLoose = (edge: Edge, at: number): boolean =>
    !horizontal.some(
      rule => Math.abs(rule.at - at) < LEAST_ROW * em && rule.from <= edge.at + snap && rule.to >= edge.at - snap,
    )
  const goesOn = (edge: Edge): boolean => vertical.some(other => other !== edge && Math.abs(other.at - edge.at) <= snap)
  const loose = vertical.flatMap(edge => {
    const ends = [edge.from, edge.to].filter(at => isLoose(edge, at))
    // a line loose at both ends borders nothing (a bar of a chart), unless it is a stretch of one
    return ends.length === 1 || goesOn(edge) ? ends.map(at => ({ edge, at })) : []
  })
  const found: Border[] = []
  for (const { edge, at } of loose) {
    const passing = vertical
      .filter(other => other.from < at - LEAST_ROW * em && other.to > at + LEAST_ROW * em)
      .map(other => other.at)
    const from = Math.max(...passing.filter(x => x < edge.at - snap))
    const to = Math.min(...passing.filter(x => x > edge.at + snap))
    if (!Number.isFinite(from) || !Number.isFinite(to)) continue
    const isKnown = found.some(other => Math.abs(other.at - at) <= JOINT * em && other.from <= edge.at && other.to >= edge.at)
    if (isKnown) continue
    const words = wordsAround({ at, from, to }, drawn)
    if (words !== null && isBetween(words, at) && isBetweenColumns(words, edge, at))
      found.push(goingOn({ at, from, to }, passing, drawn))
  }
  return { horizontal: found, vertical: [] }
}

/** The edges above and below a border, over or under which nothing is of the row that it would part. */
function around({ at, from, to }: Border, { edges, em }: Drawn): readonly [top: number, bottom: number] {
  const rules = edges.horizontal.filter(rule => rule.from < to && rule.to > from).map(rule => rule.at)
  return [Math.max(...rules.filter(y => y < at - SNAP * em)), Math.min(...rules.filter(y => y > at + SNAP * em))]
}

/** The words of the drawn rows through which a border would go, between its ends; null where no edge closes them. */
function wordsAround(border: Border, drawn: Drawn): Phrase[] | null {
  const [top, bottom] = around(border, drawn)
  const { from, to } = border
  if (!Number.isFinite(top) || !Number.isFinite(bottom)) return null
  return drawn
    .lines()
    .flatMap(line =>
      line.phrases.filter(word => word.baseline > top && word.baseline < bottom && word.right > from && word.left < to),
    )
}

/** Whether text stands above and below a border, and no word on it. */
const isBetween = (words: readonly Phrase[], at: number): boolean =>
  words.some(word => word.baseline <= at) && words.some(word => word.baseline > at) && !isOn(words, at)

const isOn = (words: readonly Phrase[], at: number): boolean =>
  words.some(word => word.baseline - ABOVE_BASELINE * word.size < at && word.baseline + BELOW_BASELINE * word.size > at)

/** Whether text stands on either side of a column border, where it is drawn: the frame of a chart has none. */
function isBetweenColumns(words: readonly Phrase[], border: Edge, end: number): boolean {
  const beside = words.filter(word => (end === border.from ? word.baseline > end : word.baseline <= end))
  return beside.some(word => word.right <= border.at) && beside.some(word => word.left >= border.at)
}

/**
 * A border with the columns beside it through which it goes on: those that hold figures above and below, as each row does
 * once, and those whose names stand at the heights of its own, as the only column of a group does that the sheet's edge cut.
 */
function goingOn(edge: Border, passing: readonly number[], drawn: Drawn): Border {
  const xs = [...passing].sort((a, b) => a - b)
  const own = wordsAround(edge, drawn) ?? []
  const goesOn = (left: number, right: number): boolean => {
    const words = wordsAround({ ...edge, from: left, to: right }, drawn)
    if (words === null || isOn(words, edge.at)) return false
    return (
      areInRows(words, own, edge.at) ||
      (isBetween(words, edge.at) && words.every(word => isAmount(word.text) || isDash(word.text)))
    )
  }
  let { from, to } = edge
  for (const x of xs.filter(at => at > to)) {
    if (!goesOn(to, x)) break
    to = x
  }
  for (const x of xs.filter(at => at < from).reverse()) {
    if (!goesOn(x, from)) break
    from = x
  }
  return { ...edge, from, to }
}

/** Whether the words of a column stand as high below a border, and above it if there are any, as others that it parts: in a merged cell they would stand on it. */
function areInRows(words: readonly Phrase[], others: readonly Phrase[], at: number): boolean {
  const [first] = words
  if (first === undefined) return false
  const isAsHigh = (side: -1 | 1): boolean =>
    Math.abs(heightIn(words, at, side) - heightIn(others, at, side)) <= SAME_HEIGHT * first.size
  return isAsHigh(1) && (Number.isNaN(heightIn(words, at, -1)) || isAsHigh(-1))
}

/** How high the words above (-1) or below (1) a border stand: the middle of their first and last baselines; NaN where there are none. */
function heightIn(words: readonly Phrase[], at: number, side: -1 | 1): number {
  const baselines = words.filter(word => (word.baseline - at) * side > 0).map(word => word.baseline)
  return baselines.length === 0 ? Number.NaN : (Math.min(...baselines) + Math.max(...baselines)) / 2
}

/** The numbers of columns (栏次) are a row of their own, whether a rule parts them from the names above or not. */
export function numberLineEdges({ box: [left, top, right, bottom], rowEdges }: Lattice, { lines, em }: Drawn): Borders {
  const inside = linesBetween(within(lines(), left, right), top, bottom)
  const horizontal = inside.flatMap((line, index): Border[] => {
    const above = inside[index - 1]
    if (above === undefined || !countsColumns(line)) return []
    const [from, to] = [above.baseline + BELOW_BASELINE * above.size, line.baseline - ABOVE_BASELINE * line.size]
    const isParted = rowEdges.some(at => at > middleOfLine(above) && at < middleOfLine(line))
    return isParted || to - from < SNAP * em ? [] : [{ at: (from + to) / 2, from: left, to: right }]
  })
  return { horizontal, vertical: [] }
}
