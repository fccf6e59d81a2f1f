import { itemAt, neighbours } from '../../geometry.ts'
import { type Lattice, placeBox } from '../cells/lattice.ts'
import type { Place } from '../cells/places.ts'
import { coversRow } from '../grid.ts'
import { bodyStart, wordsIn } from '../open/areas.ts'
import { columnsBetween, meets, middle, type TextColumn } from '../texts/columns.ts'
import { amountColumns, goesOn, rowsOf } from '../texts/rows.ts'
import { CENTRED, hasFigure, isAmount, isWord, joined, middleOfLine, type Phrase, type TextLine } from '../texts/words.ts'
import { isWhole, restsOfFigures } from '../texts/wrapped-figures.ts'
import { type Borders, type Drawn, NONE } from './drawn.ts'

/** So many lines of figures tell rows, whatever their decimals are. */
const LEAST_ROWS = 3
/** A drawn row is cut into rows of text only where such rows hold at least this share of the lattice's lines below its header: a table whose header alone is ruled. */
const MOST_LINES = 0.5
/** Rows of text that tell themselves have texts in several columns at least this often. */
const SEVERAL = 0.6
/** A label of several rows stands in the middle of their height in so many drawn rows at least: in one it might as well be the label of a middle row. */
const LEAST_LABELLED = 2
/** Names over so many columns of figures in one drawn row are a header; over one they may be the first line of its label. */
const LEAST_NAMED = 2
/** Glyphs reach this far (in sizes) above and below their baseline, at most. */
const ABOVE_BASELINE = 0.8
const BELOW_BASELINE = 0.2

/** The borders between several rows of text that one drawn row holds, in a table whose header alone is ruled. */
export function textRows(lattice: Lattice, { lines }: Drawn): Borders {
  const { box, rowEdges } = lattice
  const inside = wordsIn(lines(), box)
  if (inside.length < rowEdges.length) return NONE
  const told = rowEdges.slice(1).map((_, row) => textRowsOf(lattice, row, inside))
  const held = told.filter(groups => groups.length > 1).flatMap(groups => groups.flat()).length
  if (held === 0 || held < MOST_LINES * linesOfRows(lattice, inside)) return NONE
  const rows = told.flatMap((groups, row) => (groups.length > 1 ? [row] : []))
  const stretches = rows.length < LEAST_LABELLED ? [{ from: box[0], to: box[2] }] : cutStretches(lattice, rows, inside)
  const horizontal = told.flatMap(groups => bordersBetween(groups).flatMap(at => stretches.map(each => ({ at, ...each }))))
  return { horizontal, vertical: [] }
}

/** From where to where drawn rows are cut: but for the columns that in each of them hold one label, in the middle of its height. */
function cutStretches({ rowEdges, columnEdges }: Lattice, rows: readonly number[], lines: readonly TextLine[]) {
  const isLabelled = ({ left, right }: TextColumn): boolean =>
    rows.every(row => {
      const [top, bottom] = [itemAt(rowEdges, row), itemAt(rowEdges, row + 1)]
      const [label, ...more] = wordsIn(lines, [left, top, right, bottom])
      const off = label === undefined ? 0 : middleOfLine(label) - (top + bottom) / 2
      const isLabel = label?.phrases.every(({ text }) => !isAmount(text)) === true
      return isLabel && more.length === 0 && Math.abs(off) <= CENTRED * label.size
    })
  const cut = columnsBetween(columnEdges).filter(column => !isLabelled(column))
  return cut.map(({ left, right }) => ({ from: left, to: right }))
}

/** Borders in the middle of the white between rows of lines. */
export const bordersBetween = (rows: readonly (readonly TextLine[])[]): number[] =>
  neighbours(rows).map(([row, next]) => {
    const [above, below] = [row.at(-1), next[0]]
    if (above === undefined || below === undefined) return 0
    return (above.baseline + BELOW_BASELINE * above.size + below.baseline - ABOVE_BASELINE * below.size) / 2
  })

/** How many lines a lattice holds from its first drawn row with an amount on: those above are its header. */
function linesOfRows({ box, rowEdges }: Lattice, lines: readonly TextLine[]): number {
  const first = lines.find(hasFigure)
  const top = first === undefined ? box[1] : (rowEdges.findLast(at => at < middleOfLine(first)) ?? box[1])
  return lines.filter(line => line.baseline > top).length
}

/** The rows of text in a drawn row, when amounts tell them; else none. Where the rulings leave off below the header, its last names are the first. */
function textRowsOf(lattice: Lattice, row: number, lines: readonly TextLine[]): TextLine[][] {
  const { places, rowEdges } = lattice
  const [above, below] = [itemAt(rowEdges, row), itemAt(rowEdges, row + 1)]
  const isBelowNames = !lines.some(line => hasFigure(line) && middleOfLine(line) < above)
  const own = places.filter(place => coversRow(place, row))
  const isCut = ({ rowSpan, ...place }: Place): boolean => rowSpan === 1 || (isBelowNames && place.row + rowSpan === row + 1)
  if (own.length < 2 || !own.every(isCut)) return []
  const columns = own
    .map((place): TextColumn => {
      const [left, , right] = placeBox(lattice, place)
      return { left, right }
    })
    .sort((a, b) => a.left - b.left)
  const band = lines.filter(line => middleOfLine(line) >= above && middleOfLine(line) < below)
  const told = band
    .map(line => ({ ...line, phrases: columns.flatMap(column => cellPhrase(line, column)) }))
    .filter(line => line.phrases.length > 0)
  const heads = isBelowNames ? headsOf(told, columns) : []
  const rows = rowsToldBy(told.slice(heads.length), columns, heads.length > 0)
  return heads.length > 0 && rows.length > 0 ? [heads, ...rows] : rows
}

/** The lines above the first figures, where they stand over figures in several columns; else none. */
function headsOf(lines: readonly TextLine[], columns: readonly TextColumn[]): TextLine[] {
  const heads = lines.slice(0, bodyStart(lines))
  const anchors = amountColumns(lines.slice(heads.length), columns)
  const names = heads.flatMap(({ phrases }) => phrases).filter(isWord)
  const named = columns.filter((column, at) => anchors[at] === true && names.some(name => meets(name, column)))
  return named.length < LEAST_NAMED ? [] : heads
}

/** Lines in rows, where amounts tell them; else none. */
function rowsToldBy(lines: readonly TextLine[], columns: readonly TextColumn[], areHeaded: boolean): TextLine[][] {
  const anchors = amountColumns(lines, columns)
  const figures = lines.filter(line =>
    line.phrases.some(phrase =>
      columns.some((column, index) => anchors[index] === true && meets(phrase, column) && isAmount(phrase.text)),
    ),
  )
  const several = figures.filter(line => line.phrases.length > 1)
  if (
    figures.length < (areHeaded ? 1 : 2) ||
    several.length < SEVERAL * figures.length ||
    (figures.length < LEAST_ROWS && !isEven(lines, columns, anchors))
  )
    return []
  const rows = rowsOf(lines, columns, anchors)
  const named = rows.filter(group => isNamed(group, columns))
  const phrases = lines.flatMap(line => line.phrases)
  const words = columns.filter(
    (column, at) => anchors[at] !== true && phrases.some(phrase => meets(phrase, column) && isWord(phrase)),
  )
  const areWhole = figures.every(line => line.phrases.every(isWhole)) && restsOfFigures(lines, columns).size === 0
  return named.length < SEVERAL * rows.length || !areWhole || isWrapped(rows, words) ? [] : rows
}

/** Whether a row of text has words, or anything in the first column. */
const isNamed = (group: readonly TextLine[], columns: readonly TextColumn[]): boolean =>
  group.some(line =>
    line.phrases.some(phrase => !isAmount(phrase.text) || columns.slice(0, 1).some(first => meets(phrase, first))),
  )

/** Whether the words of each row of text fill their columns, so that those of the next may go on from them: a name of several lines beside as many figures. One that leaves room in any column is a row. */
function isWrapped(rows: readonly (readonly TextLine[])[], columns: readonly TextColumn[]): boolean {
  const whole = rows.map(group => ({ ...itemAt(group, 0), phrases: group.flatMap(({ phrases }) => phrases).filter(isWord) }))
  const hasText = ({ phrases }: TextLine, column: TextColumn): boolean => phrases.some(phrase => meets(phrase, column))
  const isRest = (line: TextLine, above: TextLine): boolean => {
    const both = columns.filter(column => hasText(above, column) && hasText(line, column))
    return both.length > 0 && both.every(column => goesOn(above, line, [column]))
  }
  return whole.length > 1 && neighbours(whole).every(([above, line]) => isRest(line, above))
}

/** The words of a line in one cell, as one phrase. */
function cellPhrase(line: TextLine, { left, right }: TextColumn): Phrase[] {
  const words = line.phrases.filter(word => middle(word) >= left && middle(word) < right)
  return words.length === 0 ? [] : [joined(words)]
}

/** Whether the amounts of each column have equally many decimals; two lines of which are not are one number, wrapped. */
function isEven(lines: readonly TextLine[], columns: readonly TextColumn[], anchors: readonly boolean[]): boolean {
  return columns.every((column, index) => {
    if (anchors[index] !== true) return true
    const texts = lines.flatMap(line =>
      line.phrases.filter(phrase => meets(phrase, column) && isAmount(phrase.text)).map(phrase => phrase.text),
    )
    return new Set(texts.map(text => /\.\d+/.exec(text)?.[0].length ?? 0)).size === 1
  })
}
