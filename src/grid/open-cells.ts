import type { Box } from '../geometry.ts'
import { wordsIn } from './areas.ts'
import { type Column, columnsBetween, middle } from './columns.ts'
import { type Border, type Borders, type Drawn, NONE } from './drawn.ts'
import { crossings } from './kept-borders.ts'
import { type Lattice, placeBox } from './lattice.ts'
import type { Place } from './places.ts'
import { isAmount, type Line, type Piece } from './words.ts'

/** One figure beside a word is in its own column where it ends as the figures of that column do, within this (in sizes; from .15 to .6 alike). */
const SAME_END = 0.3

/** The borders between a figure and the label beside it that stand in one drawn cell of several columns, where the figure ends as those of its column do. */
export function openCells({ places, columnEdges, box, ...lattice }: Lattice, { lines }: Drawn): Borders {
  const open = places.filter(({ columnSpan, rowSpan }) => columnSpan > 1 && rowSpan === 1)
  if (open.length === 0) return NONE
  const inside = wordsIn(lines(), box)
  const boxOf = (place: Place): Box => placeBox({ ...lattice, columnEdges }, place)
  const ends = columnsBetween(columnEdges).map((_, column) =>
    places
      .filter(place => place.column === column && place.columnSpan === 1 && place.rowSpan === 1)
      .flatMap(place => figureIn(wordsIn(inside, boxOf(place)))?.right ?? []),
  )
  const vertical = open.flatMap((place): Border[] => {
    const [, from, , to] = boxOf(place)
    const columns = columnsBetween(columnEdges.slice(place.column, place.column + place.columnSpan + 1))
    const own = ends.slice(place.column, place.column + place.columnSpan)
    return aroundFigure(wordsIn(inside, boxOf(place)), columns, own).map(at => ({ at, from, to }))
  })
  return { horizontal: [], vertical }
}

/** The figure of a cell that holds one and nothing else. */
function figureIn(lines: readonly Line[]): Piece | null {
  const [text, ...more] = lines.flatMap(({ pieces }) => pieces)
  return text !== undefined && more.length === 0 && isAmount(text.text) ? text : null
}

/** The borders of the column that the only figure of a line stands in, where it ends as figures do there and a word stands beside it. */
function aroundFigure(lines: readonly Line[], columns: readonly Column[], ends: readonly (readonly number[])[]): number[] {
  const [line, ...more] = lines
  const [figure, ...others] = line?.pieces.filter(({ text }) => isAmount(text)) ?? []
  if (line === undefined || figure === undefined || more.length + others.length > 0 || line.pieces.length < 2) return []
  const at = columns.findIndex(({ left, right }) => middle(figure) >= left && middle(figure) < right)
  const isInColumn = ends[at]?.some(end => Math.abs(end - figure.right) <= SAME_END * figure.size) === true
  const own = columns[at]
  const edges =
    own && isInColumn ? [own.left, own.right].filter(edge => columns.slice(1).some(({ left }) => left === edge)) : []
  return crossings(line, edges).length > 0 ? [] : edges
}
