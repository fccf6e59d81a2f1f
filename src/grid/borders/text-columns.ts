import { type Box, contains, itemAt, neighbours } from '../../geometry.ts'
import type { Lattice } from '../cells/lattice.ts'
import { namedColumns, withWideWords } from '../headers/header-names.ts'
import { wordsIn } from '../open/areas.ts'
import { bordersOf, columnsBetween, columnsOf, meets, type TextColumn } from '../texts/columns.ts'
import { numericColumns } from '../texts/rows.ts'
import { isAmount, type Phrase, phrasesOf, type TextLine } from '../texts/words.ts'
import { type Border, type Borders, type Drawn, NONE } from './drawn.ts'

/** So many rows tell columns … */
const LEAST_ROWS = 3
/** … each of which has a text in at least this share of them. */
const FILLED = 0.6
/** A column without rulings inside is cut where it is at least this wide (in glyph heights): two short texts and a gutter. */
const WIDE = 8
/** Digits grouped by a space of their font stand this near (in sizes): SimSun's is half as wide as a character. */
const SPACE = 0.6

/** The borders between several columns of amounts that stand side by side in a column of a lattice; none in a frame around another one. */
export function textColumns({ box, columnEdges, rowEdges, places }: Lattice, { edges, lattices, lines, em }: Drawn): Borders {
  const isIn = ([left, top, right, bottom]: Box): boolean => contains(box, left, top) && contains(box, right, bottom)
  if (lattices.some(other => other.box !== box && isIn(other.box))) return NONE
  const vertical = columnsBetween(columnEdges).flatMap(({ left, right }, index): Border[] => {
    if (right - left < WIDE * em) return []
    const inside = wordsIn(lines(), [left, box[1], right, box[3]])
    const columns = columnsIn(inside)
    if (columns.length < 2) return []
    const borders = bordersOf(columns, left, right).slice(1, -1)
    return places
      .filter(place => place.column === index && place.columnSpan === 1)
      .flatMap(({ row, rowSpan }) => {
        const [from, to] = [itemAt(rowEdges, row), itemAt(rowEdges, row + rowSpan)]
        return borders.flatMap(at => stretchesOf({ at, from, to }, edges.horizontal, inside))
      })
  })
  return { horizontal: [], vertical }
}

/** The columns that lines of words and the names above them tell; none where they do not surely. */
function columnsIn(words: readonly TextLine[]): TextColumn[] {
  if (words.filter(line => line.phrases.length > 1).length < LEAST_ROWS) return []
  const inside = words.map(line => phrasesOf(line))
  if (areGroups(inside)) return []
  const rows = inside.filter(line => line.phrases.some(phrase => isAmount(phrase.text)))
  const columns = rows.length < LEAST_ROWS ? [] : columnsOf(rows)
  if (columns.length < 2) return []
  const named = namedColumns(
    inside.filter(line => !rows.includes(line)).map(line => withWideWords(line, columns)),
    columns,
  )
  return named.length === columns.length && areTold(rows, named) ? named : []
}

/** Whether what stands side by side are the thousands and the rest of one amount, 21 633.16, on each line of two figures. */
function areGroups(lines: readonly TextLine[]): boolean {
  const figures = lines.map(({ phrases }) => phrases.filter(({ text }) => isAmount(text)))
  const pairs = figures.flatMap(neighbours)
  const isGroup = ([before, figure]: readonly [Phrase, Phrase]): boolean =>
    figure.left - before.right < SPACE * figure.size && /^\d{1,3}$/.test(before.text) && /^\d{3}(?!\d)/.test(figure.text)
  return pairs.length > 0 && pairs.every(isGroup)
}

/** Whether nearly each line fills the columns and all but the first hold amounts. */
function areTold(lines: readonly TextLine[], columns: readonly TextColumn[]): boolean {
  const filled = columns.map(column => lines.filter(line => line.phrases.some(phrase => meets(phrase, column))).length)
  return (
    filled.every(count => count >= Math.max(LEAST_ROWS, FILLED * lines.length)) &&
    numericColumns(lines, columns).filter(Boolean).length >= Math.max(2, columns.length - 1)
  )
}

/** A border between columns without the stretches from rule to rule in which a text stands across it, as the name of a group does. */
function stretchesOf({ at, from, to }: Border, rules: readonly Border[], lines: readonly TextLine[]): Border[] {
  const crossing = rules.filter(rule => rule.at > from && rule.at < to && rule.from <= at && rule.to >= at).map(rule => rule.at)
  const ends = [from, ...crossing.sort((a, b) => a - b), to]
  return neighbours(ends).flatMap(([start, end]) =>
    phrasesBetween(lines, start, end).some(({ left, right }) => left < at && right > at) ? [] : [{ at, from: start, to: end }],
  )
}

const phrasesBetween = (lines: readonly TextLine[], top: number, bottom: number): Phrase[] =>
  lines.filter(line => line.baseline > top && line.baseline <= bottom).flatMap(line => phrasesOf(line).phrases)
