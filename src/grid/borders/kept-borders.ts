import { itemAt, runsOf } from '../../geometry.ts'
import type { Lattice } from '../cells/lattice.ts'
import type { Place } from '../cells/places.ts'
import { wordsIn } from '../open/areas.ts'
import { runsAcross } from '../open/stripes.ts'
import { middle } from '../texts/columns.ts'
import type { Phrase, TextLine } from '../texts/words.ts'
import { type Borders, type Drawn, NONE } from './drawn.ts'

/** So many rows in the same way without a border, and a border drawn only above them: the columns go on unruled. */
const LEAST_ROWS = 3
/** Of such rows at least this share has texts on both sides of the border … */
const BOTH_SIDES = 0.6
/** … and at most this share of the texts runs across it, as in a merged cell it would. */
const CROSSING = 0.04
/** A word gap this wide (in sizes) parts two cells where a border would stand. */
const GAP = 0.33

/** Column borders that are drawn elsewhere in a lattice and go on, undrawn, through rows whose texts keep to them. */
export function keptBorders({ places, columnEdges, rowEdges }: Lattice, { lines }: Drawn): Borders {
  const wide = places.filter(place => place.columnSpan > 1 && place.rowSpan === 1)
  if (wide.length < LEAST_ROWS) return NONE
  const vertical = stacksOf(wide).flatMap(run => {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined || run.length < LEAST_ROWS) return []
    const borders = columnEdges.slice(first.column + 1, first.column + first.columnSpan)
    const [left, right] = [itemAt(columnEdges, first.column), itemAt(columnEdges, first.column + first.columnSpan)]
    const rows = run.map(({ row }) => wordsIn(lines(), [left, itemAt(rowEdges, row), right, itemAt(rowEdges, row + 1)]))
    const [from, to] = [itemAt(rowEdges, first.row), itemAt(rowEdges, last.row + 1)]
    return areKept(borders, rows) ? borders.map(at => ({ at, from, to })) : []
  })
  return { horizontal: [], vertical }
}

/** Places of equal columns in rows that follow each other. */
const stacksOf = (places: readonly Place[]): Place[][] =>
  runsOf(
    [...places].sort((a, b) => a.column - b.column || a.columnSpan - b.columnSpan || a.row - b.row),
    (place, last) => last.column === place.column && last.columnSpan === place.columnSpan && last.row + 1 === place.row,
  )

/** Whether the texts of rows stand between borders: most rows on both sides of one, and hardly any text across. */
function areKept(borders: readonly number[], rows: readonly (readonly TextLine[])[]): boolean {
  const filled = rows.filter(row => row.length > 0)
  const told = filled.filter(row => new Set(row.flatMap(line => line.phrases.map(word => slotOf(word, borders)))).size > 1)
  const texts = filled.flatMap(row => row.flatMap(line => line.phrases))
  const crossing = filled.flatMap(row => row.flatMap(line => crossings(line, borders)))
  return told.length >= LEAST_ROWS && told.length >= BOTH_SIDES * filled.length && crossing.length <= CROSSING * texts.length
}

const slotOf = (word: Phrase, borders: readonly number[]): number => borders.filter(border => border <= middle(word)).length

/** Words that stand on a border, or too near to the next word beyond it to be a text of their own. */
export function crossings(line: TextLine, borders: readonly number[]): Phrase[] {
  return line.phrases.filter((word, index) => {
    const next = line.phrases[index + 1]
    const runsOn =
      next !== undefined && slotOf(word, borders) !== slotOf(next, borders) && next.left - word.right < GAP * word.size
    return runsAcross(word, borders) || runsOn
  })
}
