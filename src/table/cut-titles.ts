import { type Decision, DOUBTFUL, decide, type Observation, STRENGTH, type Weights, weigh } from '../evidence.ts'
import { type Box, union } from '../geometry.ts'
import { joinLines } from '../join-lines.ts'
import fitted from './cut-weights.json' with { type: 'json' }
import { doubted } from './doubted.ts'
import type { Cell } from './table.ts'
import { isWords, squash } from './words.ts'

/** What evidence is worth for a title over several columns that the border of the paper may have cut. */
const WEIGHTS: Weights = fitted.title

/** Letters that the border of the paper parts stand within one of them from it: a glyph and the padding of the cell. */
const AT_CUT = 1
/** … and have so many letters more of room at the other side. */
const MORE_ROOM = 0.5
/** Words stand off the border of their cell by its padding, a fifth of a letter at least; one that the edge of the paper cuts through stands against it on both sheets. */
const FLUSH = 0.1

/** Titles on both sides of the border between two parts of a wide table, over the same header rows. */
type Pair = readonly [left: Cell, right: Cell]

/** Two such titles with the titles in the header row right below each. */
export interface Halves {
  readonly pair: Pair
  readonly below: readonly [left: readonly string[], right: readonly string[]]
}

/** Where two parts of a wide table meet. */
export interface Cut {
  /** The first column of the right part. */
  readonly column: number
  readonly headerRows: number
  /** Titles that stand whole somewhere in the document. */
  readonly titles: ReadonlySet<string>
}

/** The header of two parts as one. */
export interface Mended {
  readonly cells: Cell[]
  readonly decisions: readonly Decision[]
}

/** Header cells on both sides of the cut that may be halves of one: they divide the same rows, and titles stand below them. */
export const halvesAt = (
  left: readonly Cell[],
  right: readonly Cell[],
  { column, headerRows }: Omit<Cut, 'titles'>,
): Halves[] =>
  left
    .filter(cell => cell.column + cell.columnSpan === column && cell.row + cell.rowSpan < headerRows)
    .flatMap((cell): Halves[] => {
      const twin = right.find(other => other.column === column && other.row === cell.row && other.rowSpan === cell.rowSpan)
      if (twin === undefined) return []
      const below = [titlesBelow(left, cell), titlesBelow(right, twin)] as const
      // Over nothing but the numbers of columns each title is that of one column.
      return below.flat().length === 0 ? [] : [{ pair: [cell, twin], below }]
    })

const titlesBelow = (cells: readonly Cell[], title: Cell): string[] =>
  cells
    .filter(({ row, column }) => row === title.row + title.rowSpan && column >= title.column)
    .filter(({ column, text }) => column < title.column + title.columnSpan && isWords(text))
    .map(({ text }) => squash(text))

/**
 * The cells of two parts that stand beside each other, where a title that the border of the paper cut in two is one cell again:
 * its words stand on both sides or on one, or some of its letters on either.
 */
export function mendTitles(left: readonly Cell[], drawn: readonly Cell[], cut: Cut): Mended {
  const right = drawn.flatMap(cell => levelsOf(cell, left, cut))
  const decided = halvesAt(left, right, cut).map(halves => isOneTitle(halves, cut.titles))
  const whole = new Map(
    decided.flatMap(({ halves, choice }) => (choice ? [[halves.pair[0], together(halves.pair)] as const] : [])),
  )
  const gone = new Set(decided.flatMap(({ halves, choice }) => (choice ? [halves.pair[1]] : [])))
  return {
    cells: doubted(
      [...left.map(cell => whole.get(cell) ?? cell), ...right.filter(cell => !gone.has(cell))],
      decided.map(({ halves, decision }) => ({ about: halves.pair, decision })),
    ),
    // That titles in the middle of their cells are two tells nobody anything.
    decisions: decided.flatMap(({ choice, decision }) => (choice || decision.margin < DOUBTFUL ? [decision] : [])),
  }
}

/**
 * Where a part shows one group alone and no rule parts the levels of its header, the title over all groups and that of the
 * group are read as one: its first lines are then those of the title that goes on from the left. The cell as two, or as it is.
 */
function levelsOf(cell: Cell, left: readonly Cell[], { column, headerRows }: Cut): Cell[] {
  if (cell.column !== column || cell.row + cell.rowSpan > headerRows) return [cell]
  const above = left.find(
    other => other.row === cell.row && other.rowSpan < cell.rowSpan && other.column + other.columnSpan === column,
  )
  const count = above?.lines.length ?? 0
  const isSame = squash(above?.text ?? '') === squash(joinLines(cell.lines.slice(0, count)))
  if (above === undefined || count === 0 || count >= cell.lines.length || !isSame) return [cell]
  const [x0, top, x1, bottom] = cell.box
  const middle = top + ((bottom - top) * count) / cell.lines.length
  const level = (row: number, rowSpan: number, lines: readonly string[], box: Box): Cell => ({
    ...{ ...cell, row, rowSpan, box },
    ...{ lines, text: joinLines(lines) },
  })
  return [
    level(cell.row, above.rowSpan, cell.lines.slice(0, count), [x0, top, x1, middle]),
    level(cell.row + above.rowSpan, cell.rowSpan - above.rowSpan, cell.lines.slice(count), [x0, middle, x1, bottom]),
  ]
}

/** Two titles at the cut, and whether they are one. */
interface Decided {
  readonly halves: Halves
  readonly choice: boolean
  readonly decision: Decision
}

function isOneTitle(halves: Halves, titles: ReadonlySet<string>): Decided {
  const [, right] = halves.pair
  const before = { name: 'before-looking', strength: 1, because: 'how often it is so' }
  const { choice, decision } = decide('whether the border between two parts cut a title', [
    { choice: false, label: `begins with a title of its own, “${right.text}”`, evidence: [] },
    {
      choice: true,
      label: `goes on with the title “${textOf(halves.pair).text}”`,
      evidence: weigh([before, ...titleEvidence(halves, titles)], WEIGHTS),
    },
  ])
  return { halves, choice, decision: { ...decision, page: right.page } }
}

/** What speaks for and against two titles at the cut being one. */
export const titleEvidence = (halves: Halves, titles: ReadonlySet<string>): Observation[] =>
  [blankOrAgain(halves.pair), towardsCut(halves.pair), known(halves.pair, titles), columnAgain(halves)].filter(
    ({ strength }) => strength !== 0,
  )

/** A group names no column twice: what begins with a column that the left one has is another group. */
function columnAgain({ pair: [a, b], below: [left, right] }: Halves): Observation {
  const isBlank = a.text === '' || b.text === ''
  const again = right.find(title => left.includes(title))
  return {
    name: 'title-names-again',
    strength: isBlank || left.length === 0 || right.length === 0 ? 0 : again === undefined ? STRENGTH.half : -1,
    because: again === undefined ? 'no column below has the name of another' : `“${again}” stands below both`,
  }
}

/** A half without words, or with the same words: a group that goes on. */
function blankOrAgain([a, b]: Pair): Observation {
  const isBlank = a.text === '' || b.text === ''
  const isAgain = squash(a.text) === squash(b.text)
  return {
    name: 'title-blank-or-again',
    strength: Number(isBlank || isAgain),
    because: isBlank ? 'one of the titles is blank' : 'the same title on both sides',
  }
}

/** Letters on both sides that stand at the cut and not in the middle of their cells. */
function towardsCut([a, b]: Pair): Observation {
  const [left, right] = [leaning(a, 'right'), leaning(b, 'left')]
  return {
    name: 'title-towards-cut',
    strength: a.text === '' || b.text === '' ? 0 : Math.min(left, right),
    because: left + right > 1 ? 'the letters of both stand at the border' : 'a title stands in the middle of its cell',
  }
}

/** Whether the words of a cell stand at one of its sides: 1 there, -1 in the middle or at the other side, 0 where they fill it. */
function leaning(cell: Cell, side: 'left' | 'right'): number {
  const [near, far] = [gapAt(cell, side), gapAt(cell, side === 'left' ? 'right' : 'left')]
  if (Number.isNaN(near) || Math.max(near, far) <= AT_CUT) return 0
  return near <= AT_CUT && far > near + MORE_ROOM ? 1 : -1
}

/** How many letters would stand between the words of a cell and its side; NaN where their place is not known. */
function gapAt({ text, lines, box, textLeft, textRight }: Cell, side: 'left' | 'right'): number {
  if (textLeft === null || textRight === undefined) return Number.NaN
  const em = (textRight - textLeft) / (lines[0] ?? text).length
  return (side === 'left' ? textLeft - box[0] : box[2] - textRight) / em
}

/** The halves are known as a whole, or each for itself. */
function known([a, b]: Pair, titles: ReadonlySet<string>): Observation {
  if (a.text === '' || b.text === '' || squash(a.text) === squash(b.text))
    return { name: 'title-known', strength: 0, because: '' }
  const whole = squash(a.text + b.text)
  if (titles.has(whole)) return { name: 'title-known', strength: 1, because: `“${whole}” stands elsewhere as one` }
  const parts = [a, b].filter(({ text }) => titles.has(squash(text))).length
  return { name: 'title-known', strength: -parts / 2, because: `${parts} of the halves stand elsewhere as a whole` }
}

/** The words of both halves: those of the one that prints them, or line by line the letters of both. */
function textOf([a, b]: Pair): Pick<Cell, 'text' | 'lines'> {
  if (b.text === '' || squash(a.text) === squash(b.text)) return a
  if (a.text === '') return b
  const isCutThrough = gapAt(a, 'right') <= FLUSH && gapAt(b, 'left') <= FLUSH
  const joined = (line: string, rest: string): string =>
    isCutThrough && rest !== '' && line.endsWith(rest.slice(0, 1)) ? line + rest.slice(1) : line + rest
  const isLineByLine = a.lines.length === b.lines.length
  const lines = isLineByLine ? a.lines.map((line, at) => joined(line, b.lines[at] ?? '')) : [...a.lines, ...b.lines]
  return { text: joinLines(lines), lines }
}

function together(pair: Pair): Cell {
  const [a, b] = pair
  const { text, lines } = textOf(pair)
  const box: Box = a.page === b.page ? union(a.box, b.box) : a.box
  const confidence = a.text === '' ? b.confidence : b.text === '' ? a.confidence : Math.min(a.confidence, b.confidence)
  return { ...a, text, lines, box, confidence, columnSpan: a.columnSpan + b.columnSpan }
}
