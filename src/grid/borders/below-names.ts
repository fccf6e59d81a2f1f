import { type Lattice, placeBox } from '../cells/lattice.ts'
import type { Place } from '../cells/places.ts'
import { coversRow } from '../grid.ts'
import { wordsIn } from '../open/areas.ts'
import { hasFigure, isAmount, isDash, isWord, middleOfLine, type Phrase, type TextLine } from '../texts/words.ts'
import { type Border, type Borders, type Drawn, NONE } from './drawn.ts'

/** So many cells with a name above a border that is drawn beside them and figures below it are heads that run on into the rows; one may be a wrapped text. */
const LEAST_HEADS = 2

/**
 * Where the header ends in columns whose names and figures nobody parted, though a border is drawn there beside them, as under a
 * merged 合计: the borders from there on down, over all columns that begin with a name.
 */
export function belowNames(lattice: Lattice, { lines }: Drawn): Borders {
  const { rowEdges, places, box } = lattice
  const inside = wordsIn(lines(), box)
  const first = inside.find(hasFigure)
  const top = first === undefined ? -1 : rowEdges.findLastIndex(at => at < middleOfLine(first))
  const edge = rowEdges[top]
  if (top <= 0 || edge === undefined) return NONE
  const tall = places.filter(place => place.row < top && coversRow(place, top))
  const named = tall
    .map(place => ({ place, lines: wordsIn(inside, placeBox(lattice, place)) }))
    .filter(({ lines: own }) => textsOf(own.filter(line => middleOfLine(line) < edge)).some(isWord))
  const heads = named.filter(({ lines: own }) => areFigures(textsOf(own.filter(line => middleOfLine(line) >= edge))))
  if (heads.length < LEAST_HEADS) return NONE
  return { horizontal: named.flatMap(({ place }) => bordersFrom(place, top, lattice)), vertical: [] }
}

const textsOf = (lines: readonly TextLine[]): Phrase[] => lines.flatMap(({ phrases }) => phrases)

/** Whether texts are figures and signs for nothing, at least one figure among them. */
const areFigures = (texts: readonly Phrase[]): boolean =>
  texts.some(({ text }) => isAmount(text)) && texts.every(({ text }) => isAmount(text) || isDash(text))

/** The borders of a lattice from one on that run through a place. */
function bordersFrom(place: Place, top: number, lattice: Lattice): Border[] {
  const [from, , to] = placeBox(lattice, place)
  return lattice.rowEdges.slice(top, place.row + place.rowSpan).map(at => ({ at, from, to }))
}
