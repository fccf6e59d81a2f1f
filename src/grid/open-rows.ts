import type { Box } from '../geometry.ts'
import { wordsIn } from './areas.ts'
import { type Column, columnsBetween, middle } from './columns.ts'
import { type Borders, type Drawn, NONE } from './drawn.ts'
import { crossings } from './kept-borders.ts'
import type { Lattice } from './lattice.ts'
import type { Place } from './places.ts'
import { rowsOf } from './rows.ts'
import { bordersBetween } from './text-rows.ts'
import { isAmount, type Line } from './words.ts'

/** A cell over so many columns may be rows whose borders nobody drew … */
const LEAST_COLUMNS = 3
/** … where each line of figures in it has one alone in at least so many columns that hold figures elsewhere: a sentence has none so. */
const LEAST_FIGURES = 2

/**
 * Rows of a ruled table that are left without rulings: what is drawn there is one cell over several columns, and its texts keep
 * to the columns that are drawn above and below, figures below figures. The borders between them.
 */
export function openRows({ box, places, columnEdges, rowEdges }: Lattice, { lines }: Drawn): Borders {
  const wide = places.filter(({ columnSpan, rowSpan }) => columnSpan >= LEAST_COLUMNS && rowSpan === 1)
  if (wide.length === 0) return NONE
  const inside = wordsIn(lines(), box)
  const isOfFigures = columnsBetween(columnEdges).map((_, column) =>
    places.some(
      place => place.column === column && place.columnSpan === 1 && isFigure(place, { columnEdges, rowEdges }, inside),
    ),
  )
  const told = wide.map(place => {
    const columns = columnsBetween(columnEdges.slice(place.column, place.column + place.columnSpan + 1))
    return bordersIn(wordsIn(inside, boxOf(place, { columnEdges, rowEdges })), {
      columns,
      anchors: isOfFigures.slice(place.column, place.column + place.columnSpan),
      band: { from: rowEdges[place.row] ?? 0, to: rowEdges[place.row + 1] ?? 0 },
    })
  })
  return { horizontal: told.flatMap(({ horizontal }) => horizontal), vertical: told.flatMap(({ vertical }) => vertical) }
}

const boxOf = (place: Place, { columnEdges, rowEdges }: Pick<Lattice, 'columnEdges' | 'rowEdges'>): Box => [
  columnEdges[place.column] ?? 0,
  rowEdges[place.row] ?? 0,
  columnEdges[place.column + place.columnSpan] ?? 0,
  rowEdges[place.row + place.rowSpan] ?? 0,
]

/** Whether a cell holds one figure and nothing else. */
function isFigure(place: Place, edges: Pick<Lattice, 'columnEdges' | 'rowEdges'>, inside: readonly Line[]): boolean {
  const [text, ...more] = wordsIn(inside, boxOf(place, edges)).flatMap(({ pieces }) => pieces)
  return text !== undefined && more.length === 0 && isAmount(text.text)
}

/** An open cell: the columns it lies over, which of them hold figures, and from where to where it reaches down. */
interface OpenCell {
  readonly columns: readonly Column[]
  readonly anchors: readonly boolean[]
  readonly band: { readonly from: number; readonly to: number }
}

/** The borders in an open cell; none where its texts do not tell them for sure. */
function bordersIn(lines: readonly Line[], { columns, anchors, band }: OpenCell): Borders {
  const edges = columns.slice(1).map(({ left }) => left)
  const figures = lines.filter(line => figuresAlone(line, columns, anchors) >= LEAST_FIGURES)
  if (figures.length === 0 || lines.some(line => crossings(line, edges).length > 0)) return NONE
  const rows = rowsOf(lines, columns, anchors)
  if (rows.length !== figures.length || rows.some(row => !row.some(line => figures.includes(line)))) return NONE
  const [left, right] = [columns[0]?.left ?? 0, columns.at(-1)?.right ?? 0]
  return {
    horizontal: bordersBetween(rows).map(at => ({ at, from: left, to: right })),
    vertical: edges.map(at => ({ at, ...band })),
  }
}

/** How many columns of figures hold one on a line, and nothing beside it. */
const figuresAlone = ({ pieces }: Line, columns: readonly Column[], anchors: readonly boolean[]): number =>
  columns.filter(({ left, right }, index) => {
    const own = pieces.filter(piece => middle(piece) >= left && middle(piece) < right)
    return anchors[index] === true && own.length === 1 && own.every(({ text }) => isAmount(text))
  }).length
