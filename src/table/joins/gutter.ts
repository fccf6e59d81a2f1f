import { endsOf, itemAt, runsOf, sideOf } from '../../geometry.ts'
import type { Glyph } from '../../page/page.ts'

/** What stands on one line is two texts where they are this far (in sizes) apart; two columns of text are never set closer; half and twice as far read the pages of the test alike. */
const APART = 1.2
/** A column of text has so many lines of at least this length (in sizes): 单位：万元 and a list of amounts are shorter. Of half the length are names and amounts side by side; lists of 12 lines would lose pages of two columns that end early. */
const LEAST_LINES = 6
const LONG = 9
/** Lines of a column begin at one place, to this much (in sizes); the first lines of paragraphs are set in (from .25 to 1 alike). */
const SAME_EDGE = 0.5

/** A stretch of text on one line. */
interface Part {
  readonly glyphs: readonly Glyph[]
  readonly left: number
  readonly right: number
}

/** Lines of a page in the order in which they are read, and where the gutter between its two columns of text is, if it has two. */
export interface Flow {
  readonly lines: Glyph[][]
  readonly gutter: number | null
}

/** Upright lines from top to bottom; a page set in two columns is read one column after the other. */
export function flowOf(lines: Glyph[][]): Flow {
  const parts = lines.map(partsOf)
  const gutter = edgesOf(parts.flat()).find(edge => bandsAt(parts, edge).some(isTwoColumns)) ?? null
  return { lines: gutter === null ? lines : inColumns(lines, gutter), gutter }
}

/** Lines of two columns, one column after the other. */
export const inColumns = (lines: readonly (readonly Glyph[])[], gutter: number): Glyph[][] =>
  bandsAt(lines.map(partsOf), gutter).flatMap(({ left, right, across }) => [...left, ...right, ...across])

/** Lines between two that run across the page, by column, and the one that ends them. */
interface Band {
  readonly left: Glyph[][]
  readonly right: Glyph[][]
  readonly across: Glyph[][]
}

function bandsAt(lines: readonly (readonly Part[])[], gutter: number): Band[] {
  const sideAt = ({ left, right }: Part) => sideOf(left, right, gutter)
  const crosses = (parts: readonly Part[]): boolean => parts.some(part => sideAt(part) === null)
  return runsOf(lines, (_, last) => !crosses(last)).map(run => {
    const across = run.filter(crosses)
    const beside = run.filter(parts => !crosses(parts))
    return {
      left: beside.flatMap(parts => joined(parts.filter(part => sideAt(part) === 'left'))),
      right: beside.flatMap(parts => joined(parts.filter(part => sideAt(part) === 'right'))),
      across: across.flatMap(joined),
    }
  })
}

const joined = (parts: readonly Part[]): Glyph[][] => (parts.length === 0 ? [] : [parts.flatMap(({ glyphs }) => glyphs)])

/** Whether both sides of a band are columns of running text, abreast of each other. */
function isTwoColumns({ left, right }: Band): boolean {
  const [a, b] = [left.filter(isLong), right.filter(isLong)]
  if (a.length < LEAST_LINES || b.length < LEAST_LINES) return false
  const within = (lines: Glyph[][], others: Glyph[][]): number => {
    const [first, last] = endsOf(others)
    return lines.filter(line => yOf(line) >= yOf(first) - sizeOf(line) && yOf(line) <= yOf(last) + sizeOf(line)).length
  }
  return within(a, b) >= LEAST_LINES && within(b, a) >= LEAST_LINES
}

const isLong = (line: readonly Glyph[]): boolean => {
  const [first, last] = endsOf(line)
  return last.box[2] - first.box[0] >= LONG * first.size
}
const yOf = (line: readonly Glyph[]): number => itemAt(line, 0).baseline
const sizeOf = (line: readonly Glyph[]): number => itemAt(line, 0).size

/** Where long stretches of text begin that have other text at their left, the commonest place first. */
function edgesOf(parts: readonly Part[]): number[] {
  const long = parts.filter(({ glyphs }) => isLong(glyphs)).sort((a, b) => a.left - b.left)
  const edges = runsOf(long, (part, _, [first = part]) => part.left - first.left <= SAME_EDGE * sizeOf(part.glyphs))
  return edges
    .filter(run => run.length >= LEAST_LINES / 2)
    .sort((a, b) => b.length - a.length)
    .flatMap(([first]) => (first === undefined ? [] : [first.left]))
}

const partsOf = (line: readonly Glyph[]): Part[] =>
  runsOf(
    line.filter(({ text }) => text !== ' '),
    (glyph, last) => glyph.box[0] - last.box[2] < APART * glyph.size,
  ).map(glyphs => ({ glyphs, left: itemAt(glyphs, 0).box[0], right: endsOf(glyphs)[1].box[2] }))
