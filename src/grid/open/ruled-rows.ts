import { itemAt, neighbours, runsOf, sum } from '../../geometry.ts'
import type { Border } from '../borders/drawn.ts'
import { MIDDLE } from '../cells/fill.ts'
import { LEADING } from '../headers/header-texts.ts'
import { meets, middle, type TextColumn, touched } from '../texts/columns.ts'
import { anchorCount, rowsOf } from '../texts/rows.ts'
import { middleOfLine, type Phrase, type TextLine } from '../texts/words.ts'
import { WRAPPED_LINES } from './areas.ts'

/** A rule this far over the baseline of a text (in ems) stands over it, though it may cut into it; one that is lower underlines it. */
const OVER_TEXT = 0.2

/** Rules that enclose one row each: at least this share of the stretches between them holds one row of amounts. */
const ROW_RULED = 0.7
/** Fewer stretches than this (the rest of a table on its last page) have to hold one row each (icdar us-003 p.1: two, one of which holds five rows of texts). */
const FEW = 3
/** The text of a merged cell is this near (in sizes) to the middle of its rows: half of the least row, which is as high as its text. No known page turns on it: what it keeps from being merged are underlined amounts. */
const CENTRED = 0.5

/** A cell of one column over several rows of the body, both inclusive. */
export interface Merged {
  readonly column: number
  readonly first: number
  readonly last: number
  readonly phrases: readonly Phrase[]
}

/** Rows of the body, the rules between them where each rule is a border, and the cells that some of those leave whole. */
export interface Rows {
  readonly rows: readonly (readonly TextLine[])[]
  readonly borders: readonly number[] | null
  readonly merged: readonly Merged[]
}

/** Rules that run over the whole width of an area, and those over some of its columns. */
interface Rules {
  readonly full: readonly Border[]
  readonly partial: readonly Border[]
  /** Whether those over some columns are known to be borders, since they end at drawn ones. */
  readonly areBorders?: boolean
}

/**
 * Body lines → rows, by the rules where each stretch between them holds one row (or none), and else by the amounts. Rules
 * that spare a column whose text stands in the middle of the rows leave a merged cell; else they are no borders (an
 * underlined amount).
 */
export function ruledRows(
  lines: readonly TextLine[],
  { full, partial, areBorders = false }: Rules,
  columns: readonly TextColumn[],
  anchors: readonly boolean[],
): Rows {
  const [line] = lines
  const first = line === undefined ? Number.NEGATIVE_INFINITY : line.baseline - OVER_TEXT * line.size
  const top = full.filter(rule => rule.at <= first).at(-1)
  const rules = full.filter(rule => rule.at >= (top?.at ?? first))
  const shorter = partial.filter(rule => rule.at > (top?.at ?? first) && rule.at < (full.at(-1)?.at ?? first))
  if (shorter.length > 0) {
    const rows = bandsOf(lines, [...rules, ...shorter], columns, anchors)
    const merged = rows === null ? null : mergedCells(rows, [...rules, ...shorter], columns, areBorders)
    if (rows !== null && merged !== null) return { ...rows, rows: rows.rows.map(row => without(row, merged)), merged }
  }
  const rows = bandsOf(lines, rules, columns, anchors)
  return rows ?? { rows: partsBetween(lines, full).flatMap(part => rowsOf(part, columns, anchors)), borders: null, merged: [] }
}

type Bands = Rows & { readonly borders: readonly number[] }

/** The lines between each two rules, where nearly each of these stretches holds one row; null where not. */
function bandsOf(
  lines: readonly TextLine[],
  rules: readonly Border[],
  columns: readonly TextColumn[],
  anchors: readonly boolean[],
): Bands | null {
  const borders = [...new Set(rules.map(rule => rule.at))].sort((a, b) => a - b)
  const rows = neighbours(borders).map(([top, bottom]) =>
    lines.filter(line => middleOfLine(line) > top && middleOfLine(line) <= bottom),
  )
  const inside = sum(rows.map(row => row.length))
  const counts = rows.map(row => anchorCount(row, columns, anchors))
  const isRuled =
    rows.length < FEW
      ? rows.length > 0 && rows.every((row, index) => counts[index] === 1 && row.length <= WRAPPED_LINES)
      : counts.filter(count => count <= 1).length >= ROW_RULED * rows.length
  return inside === lines.length && isRuled ? { rows, borders, merged: [] } : null
}

/** The cells that rules leave whole: none parts their rows in that column. Null where the text of one of them is not that of a merged cell. */
function mergedCells(
  { rows, borders }: Bands,
  rules: readonly Border[],
  columns: readonly TextColumn[],
  areBorders: boolean,
): Merged[] | null {
  const merged: Merged[] = []
  for (const [column, stretch] of columns.entries()) {
    const own = rules.filter(rule => rule.from < middle(stretch) && rule.to > middle(stretch))
    let first = 0
    for (let last = 0; last < rows.length; last++) {
      const bottom = itemAt(borders, last + 1)
      if (last < rows.length - 1 && !own.some(rule => rule.at === bottom)) continue
      const lines = rows.slice(first, last + 1).flat()
      const phrases = lines.flatMap(line => line.phrases.filter(phrase => touched(phrase, columns)[0] === column))
      if (last > first && !areBorders && !isCentred(phrases, itemAt(borders, first), bottom)) return null
      if (last > first) merged.push({ column, first, last, phrases })
      first = last + 1
    }
  }
  return merged.some(({ phrases }) => phrases.length > 0) ? merged : null
}

/** Whether texts are one, of one or more close lines below each other, in the middle of a height; nothing is, where a page shows only the rest of a cell. */
function isCentred(phrases: readonly Phrase[], top: number, bottom: number): boolean {
  const [text] = phrases
  if (text === undefined) return true
  const { size } = text
  const baselines = phrases.map(phrase => phrase.baseline)
  const off = (Math.min(...baselines) + Math.max(...baselines) - 2 * MIDDLE * size - top - bottom) / 2
  const isClose = neighbours(phrases).every(
    ([above, phrase]) => phrase.baseline - above.baseline <= LEADING * size && meets(above, phrase),
  )
  return isClose && Math.abs(off) <= CENTRED * size
}

/** The lines of a row without the texts of merged cells. */
const without = (row: readonly TextLine[], merged: readonly Merged[]): TextLine[] =>
  row
    .map(line => ({ ...line, phrases: line.phrases.filter(phrase => !merged.some(({ phrases }) => phrases.includes(phrase))) }))
    .filter(line => line.phrases.length > 0)

const partsBetween = (lines: readonly TextLine[], full: readonly Border[]): TextLine[][] =>
  runsOf(lines, (line, above) => !full.some(rule => rule.at > middleOfLine(above) && rule.at <= middleOfLine(line)))
