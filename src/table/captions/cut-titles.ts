import { BEFORE_LOOKING, type Decision, DOUBTFUL, decideWhether, type Weights, weigh } from '../../evidence.ts'
import { type Box, union } from '../../geometry.ts'
import { joinLines } from '../../join-lines.ts'
import { doubted } from '../doubts/doubted.ts'
import fitted from '../joins/cut-weights.json' with { type: 'json' }
import type { Cell } from '../table.ts'
import { isWords, squash } from '../words.ts'
import { titleEvidence } from './cut-title-evidence.ts'
import { type Halves, type TitlePair, textOf } from './title-halves.ts'

/** What evidence is worth for a title over several columns that the border of the paper may have cut. */
const WEIGHTS: Weights = fitted.title

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
export function mendTitles(drawnLeft: readonly Cell[], drawnRight: readonly Cell[], cut: Cut): Mended {
  const { column, headerRows } = cut
  const isHeader = ({ row, rowSpan }: Cell): boolean => row + rowSpan <= headerRows
  const ends = drawnLeft.filter(cell => isHeader(cell) && cell.column + cell.columnSpan === column)
  const begins = drawnRight.filter(cell => isHeader(cell) && cell.column === column)
  const left = drawnLeft.flatMap(cell => (ends.includes(cell) ? levelsOf(cell, begins, cut.titles) : [cell]))
  const right = drawnRight.flatMap(cell => (begins.includes(cell) ? levelsOf(cell, ends, cut.titles) : [cell]))
  const decided = halvesAt(left, right, cut).map(halves => isOneTitle(halves, cut.titles))
  const whole = new Map(
    decided.flatMap(({ halves, choice }) => (choice ? [[halves.pair[0], asOneTitle(halves.pair)] as const] : [])),
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
 * group are read as one: its first lines are then those of the title that goes on beyond the cut or, where that is blank
 * there, those above the title of another column. The cell as two, or as it is.
 */
function levelsOf(cell: Cell, beyond: readonly Cell[], titles: ReadonlySet<string>): Cell[] {
  const above = beyond.find(other => other.row === cell.row && other.rowSpan < cell.rowSpan)
  if (above === undefined) return [cell]
  const textOfLines = (from: number, to?: number): string => squash(joinLines(cell.lines.slice(from, to)))
  const isEnd = (_: string, at: number): boolean =>
    at > 0 && (above.text === '' ? titles.has(textOfLines(at)) : squash(above.text) === textOfLines(0, at))
  const count = cell.lines.findIndex(isEnd)
  if (count < 0) return [cell]
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
  const { choice, decision } = decideWhether(
    'whether the border between two parts cut a title',
    { no: `begins with a title of its own, “${right.text}”`, yes: `goes on with the title “${textOf(halves.pair).text}”` },
    weigh([BEFORE_LOOKING, ...titleEvidence(halves, titles)], WEIGHTS),
  )
  return { halves, choice, decision: { ...decision, page: right.page } }
}

function asOneTitle(pair: TitlePair): Cell {
  const [a, b] = pair
  const { text, lines } = textOf(pair)
  const box: Box = a.page === b.page ? union(a.box, b.box) : a.box
  const confidence = a.text === '' ? b.confidence : b.text === '' ? a.confidence : Math.min(a.confidence, b.confidence)
  return { ...a, text, lines, box, confidence, columnSpan: a.columnSpan + b.columnSpan }
}
