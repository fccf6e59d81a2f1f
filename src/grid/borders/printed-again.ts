import { endsOf, itemAt, overlap } from '../../geometry.ts'
import type { Lattice } from '../cells/lattice.ts'
import { linesBetween, within } from '../open/areas.ts'
import { countsColumns, hasFigure, isWord, middleOfLine, type Phrase, type TextLine } from '../texts/words.ts'
import { type Border, type Borders, type Drawn, NONE } from './drawn.ts'
import { SNAP } from './edges.ts'

/** Words that are printed again stand within this distance (in sizes) of the place of the first. */
const SAME_PLACE = 0.2
/** A header begins at one of so many first lines of a table: its title may stand in its frame. */
const FIRST_LINES = 4
/** So many names beside each other, at least, are a header; the rest of a wrapped text stands alone. */
const LEAST_NAMES = 2
/** What stands nearer than this (in sizes) is the same text: fonts set a figure off from the Han beside it by a quarter. */
const SAME_TEXT = 0.5

/** Lines at the head of a table that are printed again further down: where they begin, how many, and where they begin again. */
export interface Repeats {
  readonly first: number
  readonly count: number
  readonly starts: readonly number[]
}

/** The header of a table that is printed again inside a page, by its lines; null where none is. */
export function repeatsOf(lines: readonly TextLine[]): Repeats | null {
  for (let first = 0; first < Math.min(FIRST_LINES, lines.length); first++) {
    const next = lines.findIndex((_, at) => at > first && agreeing(lines, first, at) > 0)
    if (next < 0) continue
    const count = Math.min(agreeing(lines, first, next), next - first)
    if (!areNames(lines.slice(first, first + count))) continue
    return { first, count, starts: lines.flatMap((_, at) => (at >= next && agreeing(lines, first, at) >= count ? [at] : [])) }
  }
  return null
}

/** How many lines from `first` on are printed again from `at` on, as far apart. */
function agreeing(lines: readonly TextLine[], first: number, at: number): number {
  const shift = itemAt(lines, at).baseline - itemAt(lines, first).baseline
  let count = 0
  while (isSame(lines[first + count], lines[at + count], shift)) count++
  return count
}

const isSame = (line: TextLine | undefined, other: TextLine | undefined, shift: number): boolean =>
  line !== undefined &&
  other !== undefined &&
  Math.abs(other.baseline - line.baseline - shift) <= SAME_PLACE * line.size &&
  line.phrases.length === other.phrases.length &&
  line.phrases.every((word, index) => {
    const twin = other.phrases[index]
    return twin?.text === word.text && Math.abs(twin.left - word.left) <= SAME_PLACE * word.size
  })

/** How many texts phrases of a line are. */
const textsBesideEachOther = (phrases: readonly Phrase[]): number =>
  phrases.filter(({ left, size }, at) => left - (phrases[at - 1]?.right ?? Number.NEGATIVE_INFINITY) >= SAME_TEXT * size).length

/** Whether lines hold names, several beside each other, and nothing else but the numbers of the columns in the last. */
function areNames(lines: readonly TextLine[]): boolean {
  const isLast = (index: number): boolean => index > 0 && index === lines.length - 1
  return (
    lines.some(line => textsBesideEachOther(line.phrases.filter(isWord)) >= LEAST_NAMES) &&
    lines.every((line, index) => line.phrases.every(isWord) || (isLast(index) && countsColumns(line)))
  )
}

/** Whether one of the rules stands right above a line: what it closes is laid out by it already. */
function isParted(lines: readonly TextLine[], index: number, rules: readonly Border[]): boolean {
  const [above, below] = [lines[index - 1], lines[index]]
  return rules.some(
    ({ at }) => (above === undefined || at > middleOfLine(above)) && (below === undefined || at < middleOfLine(below)),
  )
}

/** A header that is printed again inside a page is laid out as it was before: the edges of the first, moved to where its lines stand again. */
export function edgesAgain({ box, rowEdges }: Lattice, { edges, lattices, lines, em }: Drawn): Borders {
  const [left, top, right, bottom] = box
  const end = Math.min(...lattices.filter(other => other.box[1] > bottom - SNAP * em).map(other => other.box[1]))
  const inside = linesBetween(within(lines(), left, right), top, end)
  const repeats = repeatsOf(inside)
  if (repeats === null) return NONE
  const [first, last] = endsOf(inside.slice(repeats.first, repeats.first + repeats.count))
  const from = rowEdges.findLast(at => at < middleOfLine(first))
  const to = rowEdges.find(at => at > middleOfLine(last))
  if (from === undefined || to === undefined) return NONE
  if (!isHeader(linesBetween(inside, from, to), last)) return NONE
  const isOf = (edge: Border): boolean => overlap(edge.from, edge.to, left, right) > 0
  const horizontal = edges.horizontal.filter(edge => edge.at > from - SNAP * em && edge.at < to + SNAP * em && isOf(edge))
  const vertical = edges.vertical
    .filter(edge => edge.at > left - SNAP * em && edge.at < right + SNAP * em && overlap(edge.from, edge.to, from, to) > 0)
    .map(edge => ({ ...edge, from: Math.max(edge.from, from), to: Math.min(edge.to, to) }))
  const full = edges.horizontal.filter(edge => edge.from <= left + SNAP * em && edge.to >= right - SNAP * em)
  const again = repeats.starts.flatMap(at => {
    const by = itemAt(inside, at).baseline - first.baseline
    const missing = {
      horizontal: without(
        horizontal.map(edge => ({ ...edge, at: edge.at + by })),
        edges.horizontal,
        em,
      ),
      vertical: without(
        vertical.map(edge => ({ ...edge, from: edge.from + by, to: edge.to + by })),
        edges.vertical,
        em,
      ),
    }
    const isRuled = missing.vertical.length === 0 && isParted(inside, at, full) && isParted(inside, at + repeats.count, full)
    return isRuled ? [] : [missing]
  })
  return {
    horizontal: again.flatMap(missing => missing.horizontal),
    vertical: again.flatMap(missing => missing.vertical),
  }
}

/** Whether rows are a header that ends with the last line that is printed again: in a row of a list, figures or other words stand beside names that others print, too. */
const isHeader = (lines: readonly TextLine[], last: TextLine): boolean => lines.at(-1) === last && !lines.some(hasFigure)

const without = (edges: readonly Border[], others: readonly Border[], em: number): Border[] =>
  edges.filter(
    ({ at, from, to }) =>
      !others.some(
        other => Math.abs(other.at - at) <= SNAP * em && overlap(other.from, other.to, from, to) >= to - from - SNAP * em,
      ),
  )
