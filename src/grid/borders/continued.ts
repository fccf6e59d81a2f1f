import { type Box, endsOf, isOneOf, itemAt, neighbours } from '../../geometry.ts'
import type { Lattice } from '../cells/lattice.ts'
import { coversRow } from '../grid.ts'
import { LARGER, LEAST_NAMES, namesBelow } from '../headers/header-above.ts'
import { LEADING } from '../headers/header-texts.ts'
import {
  clustersOf,
  isAlike,
  isRow,
  linesBetween,
  NEXT_ROW,
  type Stretch,
  WRAPPED_LINES,
  widthwise,
  within,
} from '../open/areas.ts'
import { isFull } from '../open/plain-areas.ts'
import { isRunning, JUTS } from '../open/prose.ts'
import { ruledRows } from '../open/ruled-rows.ts'
import {
  areNames,
  goesOn,
  holdsRows,
  isBelow,
  isInside,
  isSetAsTitle,
  runsAcross,
  stripeBorders,
  titleOf,
} from '../open/stripes.ts'
import { columnsBetween, middle } from '../texts/columns.ts'
import { amountColumns } from '../texts/rows.ts'
import { CENTRED, hasFigure, isDash, isFormatted, middleOfLine, type Phrase, phrasesOf, type TextLine } from '../texts/words.ts'
import { type Border, type Borders, type Drawn, NONE } from './drawn.ts'
import { type Edge, SNAP } from './edges.ts'
import { bordersBetween } from './text-rows.ts'

/** Rows of text below a header without any rule between them must be this many to belong to it; one ruled row is enough. */
const LEAST_ROWS = 2
/** Of the phrases of a table's rows at most this share runs across a border: the label of a total, a name that overflows. */
const CROSSING = 0.1
/** A header has at most so many rows. */
const HEADER_ROWS = 8
/** A single row belongs to a header above it when it is several figures, or texts stand in this share of its columns. */
const WHOLE_ROW = 0.6
/** A row begins this far (in sizes) above the baseline of its first line: a glyph and some white. */
const ROW_TOP = 1.2
/** So many texts centred over columns are no accident (press fin9-1031-html-sections p.9: a single text decides no page otherwise). */
const LEAST_CENTRED = 3
/** An empty row at the end of a table is about as high as the last with text: so many times at least and at most (layouts 250115 of the fuzzer with rules between rows alone). */
const EMPTY_ROW = [0.6, 1.5] as const
/** A rule that closes the last row stands at most this far (in sizes) below its text. */
const CLOSING = 2.5

/** A lattice without its last drawn row where that is a single place: the frame around rows that nobody drew. */
function aboveFrame(lattice: Lattice): Lattice {
  const { box, rowEdges, places } = lattice
  const last = rowEdges.length - 2
  const [frame, ...more] = places.filter(place => coversRow(place, last))
  if (last < 1 || frame === undefined || more.length > 0 || frame.rowSpan > 1) return lattice
  const above: Box = [box[0], box[1], box[2], itemAt(rowEdges, last)]
  return { ...lattice, box: above, rowEdges: rowEdges.slice(0, -1), places: places.filter(place => place !== frame) }
}

/**
 * The borders of a header's columns go on below it, where the rows have none: through the rows between rules of its
 * width, or through lines of text that keep to its columns. Edges that a reader sees with the mind only; none where
 * the lattice has rows of its own, or what follows does not fit. The tops of headers that are printed again close the rows above.
 */
export function continuedEdges(lattice: Lattice, drawn: Drawn): Borders {
  const header = aboveFrame(lattice)
  const { edges, lattices, em } = drawn
  if (header.columnEdges.length < 3) return NONE
  const lines = drawn.lines()
  const [left, top, right, bottom] = header.box
  const hasFigures = lines.some(line => isInside(line, header) && within([line], left, right).some(hasFigure))
  const borders = hasFigures ? stripeBorders(header, drawn) : header.columnEdges
  if (borders.length < 3 || (header.rowEdges.length > HEADER_ROWS + 1 && !holdsRows(header, drawn))) return NONE
  const inside = within(lines, left - SNAP * em, right + SNAP * em).map(line => phrasesOf(line, borders))
  const end = Math.min(
    nextHeading(
      inside.filter(line => middleOfLine(line) > top),
      bottom,
      borders,
    ),
    ...lattices.filter(other => isBelow(other, header) && !goesOn(header, other, borders, drawn)).map(({ box }) => box[1]),
  )
  const isAgain = edges.vertical.some(
    ({ source, at, from }) => source === 'again' && Math.abs(from - end) <= SNAP * em && at >= left && at <= right,
  )
  const last = isAgain ? end + SNAP * em : end
  const isOwn = (rule: Edge): boolean => isAlike(rule, widthwise(header.box), em)
  const full = edges.horizontal
    .filter(rule => rule.at > bottom + SNAP * em && rule.at < last && isOwn(rule))
    .sort((a, b) => a.at - b.at)
  const rows = rowsBelow(linesBetween(inside, bottom, end), { borders, bottom, full, partial: [] })
  if (rows.length === 0) return NONE
  const above = hasFigures ? rowAbove(inside, top, borders) : []
  const first = above[0]
  const start = first === undefined ? null : Math.max(first.baseline - ROW_TOP * first.size, 2 * top - bottom)
  const partial = edges.horizontal.filter(
    rule => rule.at > bottom + SNAP * em && rule.at < end && !full.includes(rule) && endsAtBorders(rule, borders, em),
  )
  return edgesOfRows(rows, { borders, bottom, full, partial }, em, start === null ? null : { from: start, to: top })
}

/** Where the heading of a further table begins, a text alone over names (in several lines below a larger one), below rows of figures; nowhere where none does. */
function nextHeading(lines: readonly TextLine[], bottom: number, borders: readonly number[]): number {
  const heading = lines.find((line, index) => {
    const [next, rows] = [lines[index + 1], lines.slice(0, index)]
    if (line.phrases.length !== 1 || middleOfLine(line) <= bottom || next === undefined) return false
    return (
      areNames(next, borders, rows) ||
      (line.size > LARGER * next.size && rows.some(hasFigure) && namesBelow(lines, index) >= LEAST_NAMES)
    )
  })
  return heading === undefined ? Number.POSITIVE_INFINITY : heading.baseline - heading.size
}

/** The lines of an uncoloured row right above the first stripe of a page; none where what stands there is something else, names without a figure among them. */
function rowAbove(lines: readonly TextLine[], top: number, borders: readonly number[]): TextLine[] {
  const row: TextLine[] = []
  let below = top
  for (const line of lines.filter(other => middleOfLine(other) < top).reverse()) {
    if (
      below - line.baseline > (row.length === 0 ? 1 : LEADING) * line.size ||
      line.phrases.some(phrase => runsAcross(phrase, borders))
    )
      break
    row.unshift(line)
    below = line.baseline
  }
  const isFilled = row.some(({ phrases }) => phrases.slice(1).some(({ text }) => isFormatted(text) || isDash(text)))
  return isFilled ? row : []
}

interface Frame {
  readonly borders: readonly number[]
  readonly bottom: number
  /** Rules below of the header's width, top to bottom. */
  readonly full: readonly Border[]
  /** … and those that end at borders of its columns. */
  readonly partial: readonly Border[]
}

const endsAtBorders = (rule: Border, borders: readonly number[], em: number): boolean =>
  [rule.from, rule.to].every(end => isOneOf(end, borders, SNAP * em))

/** The lines below a header that are its rows. */
function rowsBelow(lines: readonly TextLine[], { borders, bottom, full }: Frame): TextLine[] {
  const [left, right] = endsOf(borders)
  const whole = rowsBeside(lines)
  const rows: TextLine[] = []
  let end = 0
  let last = bottom
  let [phrases, crossing] = [0, 0]
  for (const line of lines) {
    const ruled = full.some(rule => rule.at > last && rule.at < line.baseline)
    const next = full.some(rule => rule.at > line.baseline && rule.at - line.baseline <= CLOSING * line.size)
    if (line.baseline - last > NEXT_ROW * line.size || rows.length - end >= WRAPPED_LINES) break
    if (!ruled && !next && line.phrases.length < 3 && isRunning(line, left, right)) break
    if (line.size > LARGER * (rows[0]?.size ?? line.size) && isSetAsTitle(titleOf(line), [left, right])) break
    phrases += line.phrases.length
    crossing += line.phrases.filter(phrase => runsAcross(phrase, borders)).length
    if (crossing > Math.max(1, CROSSING * phrases)) break
    rows.push(line)
    last = line.baseline
    const row = whole.get(line) ?? line
    if (isRow(row) || (row.phrases.length > 1 && row.phrases.slice(1).some(phrase => isDash(phrase.text))) || (ruled && next))
      end = rows.length
  }
  const ruled = full.some(rule => rule.at > (rows[0]?.baseline ?? Number.POSITIVE_INFINITY))
  const kept = rows.slice(0, wrappedEnd(rows, end, full))
  const told = [...new Set(kept.map(line => whole.get(line) ?? line))].filter(row => row.phrases.length > 1)
  const isWhole = told.some(line => isFull(line) || line.phrases.length >= WHOLE_ROW * (borders.length - 1))
  return told.length >= (ruled || isWhole ? 1 : LEAST_ROWS) ? kept : []
}

/** Lines, each with the row that it and those side by side with it are: figures stand in the middle between the two lines of a wrapped name. */
const rowsBeside = (lines: readonly TextLine[]): ReadonlyMap<TextLine, TextLine> =>
  new Map(
    clustersOf(lines).flatMap(cluster => {
      const phrases = cluster.flatMap(line => line.phrases).sort((a, b) => a.left - b.left)
      const row = { ...itemAt(cluster, 0), phrases }
      return cluster.map(line => [line, row] as const)
    }),
  )

/** The end of the lines below the last row of the first `end` that belong to the table: those of a wrapped text, or all down to the rule that closes it, a note among them. */
function wrappedEnd(rows: readonly TextLine[], end: number, full: readonly Border[]): number {
  const closing = full.find(rule => rule.at > (rows[end - 1]?.baseline ?? Number.POSITIVE_INFINITY))
  if (closing === undefined) return end
  const above = rows.slice(end).filter(({ baseline }) => baseline < closing.at)
  const last = above.at(-1)
  if (last !== undefined && closing.at - last.baseline <= CLOSING * last.size) return end + above.length
  const rest = above.findIndex((line, index) => line.baseline - (rows[end + index - 1] ?? line).baseline > LEADING * line.size)
  return end + (rest < 0 ? above.length : rest)
}

/** Rows and the borders above them → edges: each column border through the rows whose text it does not cut, and borders between rows that no rule parts. */
function edgesOfRows(
  lines: readonly TextLine[],
  { borders, bottom, full, partial }: Frame,
  em: number,
  before: Stretch | null,
): Borders {
  const columns = columnsBetween(borders, JUTS * em)
  const rules = { full: [{ at: bottom, from: 0, to: 0 }, ...full], partial, areBorders: true }
  const told = ruledRows(lines, rules, columns, amountColumns(lines, columns))
  const ruled = told.borders
  const ys = ruled === null ? bordersOfRows(told.rows, { borders, bottom, full, partial }, em) : withoutEmpty(ruled, told.rows)
  const kept = borders.filter(at => !isAmongEmpty(at, lines, borders))
  const [left, right] = endsOf(borders)
  const drawn = ruled === null ? ys.slice(1) : ys.slice(-1)
  return {
    horizontal: [...(before === null ? [] : [before.from]), ...drawn].map(at => ({ at, from: left, to: right })),
    vertical: kept.flatMap(at => [
      ...(before === null ? [] : [{ at, ...before }]),
      ...neighbours(ys).flatMap(([from, to], index) =>
        told.rows[index]?.some(line => line.phrases.some(phrase => runsAcross(phrase, [at]))) === true
          ? []
          : [{ at, from, to }],
      ),
    ]),
  }
}

/** Borders between rows and around them, which the text tells: at a rule, or in the middle of the white between two. */
function bordersOfRows(rows: readonly (readonly TextLine[])[], { bottom, full }: Frame, em: number): number[] {
  const last = rows.at(-1)?.at(-1)
  const [size, end] = [last?.size ?? em, last?.baseline ?? bottom]
  const close = full.findLast(rule => rule.at > end - size && rule.at - end <= CLOSING * size)?.at ?? end + size / 2
  const between = bordersBetween(rows).map((at, index) => {
    const [above, below] = [rows[index]?.at(-1), rows[index + 1]?.[0]]
    const isBetween = (rule: Border): boolean =>
      above !== undefined && below !== undefined && rule.at > middleOfLine(above) && rule.at < middleOfLine(below)
    return full.find(isBetween)?.at ?? at
  })
  return [bottom, ...between, close]
}

/** Ruled borders of rows without the empty ones at the end that are not as high as the last row with text. */
function withoutEmpty(borders: readonly number[], rows: readonly (readonly TextLine[])[]): number[] {
  const heights = neighbours(borders).map(([above, below]) => below - above)
  const last = rows.findLastIndex(row => row.length > 0)
  const usual = last < 0 ? 0 : itemAt(heights, last)
  const isRow = (height: number): boolean => height > EMPTY_ROW[0] * usual && height < EMPTY_ROW[1] * usual
  const rest = heights.slice(last + 1).findIndex(height => !isRow(height))
  return borders.slice(0, (rest < 0 ? heights.length : last + 1 + rest) + 1)
}

/**
 * Whether a border parts columns that are one in all rows: one of them holds the texts, centred over it and an empty one
 * on either side (codes under 类 | 款 | 项); a figure has a column of its own.
 */
function isAmongEmpty(border: number, lines: readonly TextLine[], borders: readonly number[]): boolean {
  const at = borders.indexOf(border)
  return [at - 1, at].some(index => {
    const [left, from, to, right] = [borders[index - 1], borders[index], borders[index + 1], borders[index + 2]]
    if (left === undefined || from === undefined || to === undefined || right === undefined) return false
    const phrases = lines.flatMap(line => line.phrases.filter(phrase => phrase.left < right && phrase.right > left))
    const isCentred = (phrase: Phrase): boolean => {
      const at = middle(phrase)
      return at > from && at < to && Math.abs(at - (left + right) / 2) <= CENTRED * phrase.size
    }
    return phrases.length >= LEAST_CENTRED && phrases.every(phrase => isCentred(phrase) && !isFormatted(phrase.text))
  })
}
