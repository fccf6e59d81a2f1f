import type { Box } from '../../geometry.ts'
import { isOneOf, itemAt } from '../../geometry.ts'
import { type Lattice, placeBox } from '../cells/lattice.ts'
import type { Place } from '../cells/places.ts'
import { rowsOfCell } from '../grid.ts'
import { wordsIn } from '../open/areas.ts'
import { columnsBetween, middle, type TextColumn } from '../texts/columns.ts'
import { rowsOf } from '../texts/rows.ts'
import { isAmount, isFormatted, type Phrase, type TextLine } from '../texts/words.ts'
import { type Border, type Borders, type Drawn, NONE } from './drawn.ts'
import { crossings } from './kept-borders.ts'
import { bordersBetween } from './text-rows.ts'

/** A cell over so many columns may be rows whose borders nobody drew; of 6 columns and more only wide tables have such (from 2 to 4 alike) … */
const LEAST_COLUMNS = 3
/** … where each line of figures in it has one alone in at least so many columns that hold figures elsewhere: a sentence has none so (3 reads press and dev alike, 1 parts a cell more; tables of three columns of figures have no 4). */
const LEAST_FIGURES = 2
/** One figure beside a word is in its own column where it ends as the figures of that column do, within this (in sizes; from .15 to .6 alike). */
const SAME_END = 0.3

/** A ruled table, its words, and where the figures of each column end that has them alone in cells of their own. */
interface Ruled {
  readonly lattice: Lattice
  readonly inside: readonly TextLine[]
  readonly ends: readonly (readonly number[])[]
}

/**
 * Rows of a ruled table that are left without some rulings: what is drawn there is one cell over several columns or rows, and its
 * texts keep to those that are drawn around, figures below figures. The borders between them.
 */
export function openRows(lattice: Lattice, { lines }: Drawn): Borders {
  const open = lattice.places.filter(({ columnSpan, rowSpan }) => columnSpan > 1 !== rowSpan > 1)
  if (open.length === 0) return NONE
  const inside = wordsIn(lines(), lattice.box)
  const ends = columnsBetween(lattice.columnEdges).map((_, column) =>
    lattice.places
      .filter(place => place.column === column && place.columnSpan === 1 && place.rowSpan === 1)
      .flatMap(place => figureIn(wordsIn(inside, placeBox(lattice, place)))?.right ?? []),
  )
  const ruled = { lattice, inside, ends }
  const told = open.map(place => (place.rowSpan > 1 ? inTallCell(place, ruled) : inWideCell(place, ruled)))
  return { horizontal: told.flatMap(({ horizontal }) => horizontal), vertical: told.flatMap(({ vertical }) => vertical) }
}

/** The figure of a cell that holds one and nothing else. */
function figureIn(lines: readonly TextLine[]): Phrase | null {
  const [text, ...more] = lines.flatMap(({ phrases }) => phrases)
  return text !== undefined && more.length === 0 && isAmount(text.text) ? text : null
}

/** The borders in a cell of one drawn row over several columns; none where its texts do not tell them for sure. */
function inWideCell(place: Place, { lattice, inside, ends }: Ruled): Borders {
  const [left, top, right, bottom] = placeBox(lattice, place)
  const lines = wordsIn(inside, [left, top, right, bottom])
  const columns = columnsBetween(lattice.columnEdges.slice(place.column, place.column + place.columnSpan + 1))
  const own = ends.slice(place.column, place.column + place.columnSpan)
  const anchors = own.map(all => all.length > 0)
  const edges = columns.slice(1).map(column => column.left)
  const asBorder = (at: number): Border => ({ at, from: top, to: bottom })
  const figures = lines.filter(line => figuresAlone(line, columns, anchors) >= LEAST_FIGURES)
  if (figures.length === 0 || columns.length < LEAST_COLUMNS)
    return { horizontal: [], vertical: aroundFigure(lines, columns, own).map(asBorder) }
  if (lines.some(line => crossings(line, edges).length > 0)) return NONE
  const rows = rowsOf(lines, columns, anchors)
  if (rows.length !== figures.length || rows.some(row => !row.some(line => figures.includes(line)))) return NONE
  return { horizontal: bordersBetween(rows).map(at => ({ at, from: left, to: right })), vertical: edges.map(asBorder) }
}

/** Whether a figure ends where those of a column do. */
const endsAmong = ({ right, size }: Phrase, ends: readonly number[] = []): boolean => isOneOf(right, ends, SAME_END * size)

/** How many columns of figures hold one on a line, and nothing beside it. */
const figuresAlone = ({ phrases }: TextLine, columns: readonly TextColumn[], anchors: readonly boolean[]): number =>
  columns.filter(({ left, right }, index) => {
    const own = phrases.filter(phrase => middle(phrase) >= left && middle(phrase) < right)
    return anchors[index] === true && own.length === 1 && own.every(({ text }) => isAmount(text))
  }).length

/** The borders of the column that the only figure of a line stands in, where it ends as figures do there and a word stands beside it. */
function aroundFigure(
  lines: readonly TextLine[],
  columns: readonly TextColumn[],
  ends: readonly (readonly number[])[],
): number[] {
  const [line, ...more] = lines
  const [figure, ...others] = line?.phrases.filter(({ text }) => isAmount(text)) ?? []
  if (line === undefined || figure === undefined || more.length + others.length > 0 || line.phrases.length < 2) return []
  const at = columns.findIndex(({ left, right }) => middle(figure) >= left && middle(figure) < right)
  const isInColumn = endsAmong(figure, ends[at])
  const own = columns[at]
  const edges =
    own && isInColumn ? [own.left, own.right].filter(edge => columns.slice(1).some(({ left }) => left === edge)) : []
  return crossings(line, edges).length > 0 ? [] : edges
}

/** The borders in a cell of one column over several rows that holds a figure in each, or words and below them a figure in each. */
function inTallCell(place: Place, { lattice, inside, ends }: Ruled): Borders {
  const [from, , to] = placeBox(lattice, place)
  const own = rowsOfCell(place).map(row => wordsIn(inside, rowBox(lattice, place, row)))
  const figures = own.map(figureIn)
  // The digits that a full figure leaves to its next line have no separators.
  const isFigure = (figure: Phrase | null): figure is Phrase => figure !== null && isFormatted(figure.text)
  const isInColumn = (figure: Phrase | null): boolean => isFigure(figure) && endsAmong(figure, ends[place.column])
  const asBorders = (edges: readonly number[]): Borders => ({ horizontal: edges.map(at => ({ at, from, to })), vertical: [] })
  const edges = lattice.rowEdges.slice(place.row + 1, place.row + place.rowSpan)
  if (figures.every(isInColumn)) return asBorders(edges)
  const first = figures.findIndex(isFigure)
  const isRow = (figure: Phrase | null, index: number): boolean =>
    isFigure(figure) && figuresBeside(place.row + index, lattice, inside) >= LEAST_FIGURES
  if (first <= 0 || own.slice(0, first).every(lines => lines.length === 0)) return NONE
  return figures.slice(first).every((figure, at) => isRow(figure, first + at)) ? asBorders(edges.slice(first - 1)) : NONE
}

/** The part of a place that is in one row. */
const rowBox = (lattice: Lattice, place: Place, row: number): Box => {
  const [left, , right] = placeBox(lattice, place)
  return [left, itemAt(lattice.rowEdges, row), right, itemAt(lattice.rowEdges, row + 1)]
}

/** How many cells of a row, drawn around, hold a figure and nothing else. */
const figuresBeside = (row: number, lattice: Lattice, inside: readonly TextLine[]): number =>
  lattice.places.filter(
    place => place.row === row && place.rowSpan === 1 && figureIn(wordsIn(inside, placeBox(lattice, place))) !== null,
  ).length
