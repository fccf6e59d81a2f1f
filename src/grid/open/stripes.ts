import { contains, isOneOf, itemAt, overlap } from '../../geometry.ts'
import type { Drawn } from '../borders/drawn.ts'
import { SNAP } from '../borders/edges.ts'
import type { Lattice } from '../cells/lattice.ts'
import { columnsBetween } from '../texts/columns.ts'
import { hasFigure, isWord, joined, middleOfLine, type Phrase, phrasesOf, type TextLine } from '../texts/words.ts'
import { isAlike, linesBetween, widthwise, within } from './areas.ts'
import { JUTS } from './prose.ts'

/** So many coloured rows of the same columns on a page without a header are a table. */
const LEAST_STRIPES = 2
/** Words over so many columns of figures are their names. */
const LEAST_NAMED = 2
/** A title stands in the middle of its table, within this share of the table's width. */
const IN_MIDDLE = 0.12
/** The name of a table stands this near to its number, in sizes: two blanks as wide as a letter, and a little. */
const BESIDE_NUMBER = 2.5

/** Whether a line stands in a lattice. */
export const isInside = (line: TextLine, { box }: Lattice): boolean =>
  middleOfLine(line) > box[1] && middleOfLine(line) < box[3]
/** Whether a lattice stands below another. */
export const isBelow = ({ box }: Lattice, header: Lattice): boolean =>
  box[1] > header.box[3] && overlap(box[0], box[2], header.box[0], header.box[2]) > 0
/** The column borders of coloured rows of one table without a header, where `stripe` is the first of them; else none. */
export function stripeBorders(stripe: Lattice, drawn: Drawn): readonly number[] {
  const isOf = ({ box }: Lattice): boolean => isAlike(widthwise(box), widthwise(stripe.box), drawn.em)
  const own = drawn.lattices.filter(other => isOf(other) && !isParted(stripe, other, drawn))
  const same = own.filter(other => other.rowEdges.length === 2 || holdsRows(other, drawn))
  const finest = same.reduce((best, other) => (other.columnEdges.length > best.columnEdges.length ? other : best), stripe)
  const stripes = same.filter(other => isWithin(other.columnEdges, finest.columnEdges, drawn.em))
  const isCovered = own.some(other => isBelow(stripe, other))
  return stripes.length < LEAST_STRIPES || isCovered ? [] : finest.columnEdges
}

/** The words of a large line as one text, where they stand as near as the number of a table and its name do. */
export function titleOf(line: TextLine): TextLine {
  const isNear = (phrase: Phrase, at: number): boolean =>
    at === 0 || phrase.left - itemAt(line.phrases, at - 1).right <= BESIDE_NUMBER * line.size
  return line.phrases.length > 1 && line.phrases.every(isNear) ? { ...line, phrases: [joined(line.phrases)] } : line
}

/** Whether a line is set as a title is: one text in the middle of a table. */
export function isSetAsTitle({ phrases: [phrase, ...more] }: TextLine, [left, right]: readonly [number, number]): boolean {
  return (
    phrase !== undefined &&
    more.length === 0 &&
    Math.abs(phrase.left + phrase.right - left - right) / 2 < IN_MIDDLE * (right - left)
  )
}

/** Whether a title across a column border, or names over columns of figures, parts two lattices, which are two tables. */
function isParted({ box, columnEdges }: Lattice, other: Lattice, { lines }: Drawn): boolean {
  const [top, bottom] = box[1] < other.box[1] ? [box[3], other.box[1]] : [other.box[3], box[1]]
  const own = within(lines(), box[0], box[2])
  const between = linesBetween(own, top, bottom)
  if (between.length === 0) return false
  const isTitle = (line: TextLine): boolean =>
    isSetAsTitle(line, [box[0], box[2]]) && line.phrases.some(phrase => runsAcross(phrase, columnEdges))
  const coloured = [box, other.box].flatMap(([, from, , to]) => linesBetween(own, from, to))
  return between.some(line => isTitle(phrasesOf(line)) || areNames(line, columnEdges, coloured))
}

/** Whether a line holds words over columns of figures, and no figure: the names of a further table. */
export function areNames(line: TextLine, borders: readonly number[], rows: readonly TextLine[]): boolean {
  if (!line.phrases.every(isWord)) return false
  const figures = columnsBetween(borders).filter(({ left, right }) => within(rows, left, right).some(hasFigure))
  return figures.filter(({ left, right }) => within([line], left, right).length > 0).length >= LEAST_NAMED
}

const isWithin = (edges: readonly number[], borders: readonly number[], em: number): boolean =>
  edges.every(edge => isOneOf(edge, borders, SNAP * em))

/** Whether a lattice is a coloured row of the same table, with all of its borders or texts side by side, or several that touch: figures between borders that go on. */
const isStripe = (lattice: Lattice, borders: readonly number[], drawn: Drawn): boolean =>
  isWithin(lattice.columnEdges, borders, drawn.em) &&
  (lattice.rowEdges.length === 2
    ? lattice.columnEdges.length === borders.length ||
      drawn.lines().some(line => isInside(line, lattice) && line.phrases.length > 1)
    : holdsRows(lattice, drawn))

/** Whether a lattice holds rows of figures and is told by colours: one that is ruled has no rows outside it. */
export const holdsRows = (lattice: Lattice, { edges, lines }: Drawn): boolean =>
  lines().some(line => isInside(line, lattice) && hasFigure(line)) &&
  !edges.vertical.some(
    ({ source, at, from, to }) =>
      source === 'ruling' && contains(lattice.box, at, (Math.max(from, lattice.box[1]) + Math.min(to, lattice.box[3])) / 2),
  )

/** Whether a lattice below belongs to the rows that go on below a header, or below the first coloured one. */
export const goesOn = (header: Lattice, other: Lattice, borders: readonly number[], drawn: Drawn): boolean =>
  isStripe(other, borders, drawn) && !isParted(header, other, drawn)

/** Whether a text runs across one of some borders. */
export const runsAcross = (phrase: Phrase, borders: readonly number[]): boolean =>
  borders.some(border => border > phrase.left + JUTS * phrase.size && border < phrase.right - JUTS * phrase.size)
