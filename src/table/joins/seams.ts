import {
  BEFORE_LOOKING,
  type Decision,
  DOUBTFUL,
  decideWhether,
  type Observation,
  type Weights,
  weigh,
} from '../../evidence.ts'
import { coversColumn } from '../../grid/grid.ts'
import { joinLines } from '../../join-lines.ts'
import { doubted } from '../doubts/doubted.ts'
import type { Cell } from '../table.ts'
import { squash } from '../words.ts'
import { recordEvidence, recordsOf } from './cut-cells.ts'
import { rowEvidence } from './cut-rows.ts'
import fitted from './cut-weights.json' with { type: 'json' }
import { type Break, type BreakPlace, breakOf, type Pair } from './page-break.ts'

/** What evidence is worth for a row, and for a merged cell, that a page break may have cut. */
const WEIGHTS: Readonly<Record<'row' | 'cell', Weights>> = fitted
/** A row put together from two pages is told by the shape of its text alone: less than sure. */
const CUT_CONFIDENCE = 0.85

/** A page put below those before it. */
export interface Merged {
  readonly cells: Cell[]
  /** -1 where the first row of the page is the rest of the row before, else 0. */
  readonly rows: number
  readonly decisions: readonly Decision[]
}

/**
 * Put the cells of two pages together. A row that the page break cut is one row again, and so is a merged cell, whether
 * its text stands on one of the pages, on both, or goes on from one to the other.
 */
export function mergeSeam(above: readonly Cell[], below: readonly Cell[], place: BreakPlace): Merged {
  const between = breakOf(above, below, place)
  const row = isRowWhole(between) ? cutOf('row', between.pairs, rowEvidence(between)) : null
  // The parts of a wide table are cut alike: where one has told, no other is asked.
  const asked = row === null || place.isRowCut !== undefined ? [] : [row]
  const whole = (place.isRowCut ?? row?.isCut) ? withoutBreak(above, below, place.row) : null
  if (whole !== null)
    return { cells: doubted(whole, asked.map(aboutOf)), rows: -1, decisions: asked.map(({ decision }) => decision) }
  const cells = recordsOf(between).map(pairs => cutOf('cell', pairs, recordEvidence(between, pairs)))
  const cuts = [...asked, ...cells].filter(isTelling)
  const parts = new Map(cells.filter(({ isCut }) => isCut).flatMap(({ pairs }) => pairs))
  const gone = new Set(parts.values())
  const merged = above.map(cell => {
    const other = parts.get(cell)
    return other === undefined ? cell : { ...asOneCell([cell, other]), rowSpan: cell.rowSpan + other.rowSpan }
  })
  return {
    cells: doubted([...merged, ...below.filter(cell => !gone.has(cell))], cuts.map(aboutOf)),
    rows: 0,
    decisions: cuts.map(({ decision }) => decision),
  }
}

/** A row or a record at the break, and whether the break cut it. */
interface Cut {
  readonly pairs: readonly Pair[]
  readonly isCut: boolean
  readonly decision: Decision
}

/** The cells that a decision is about: of what is one, the parts above, whose places are those of the whole. */
const aboutOf = ({ pairs, isCut, decision }: Cut) => ({ about: pairs.flatMap(pair => (isCut ? [pair[0]] : pair)), decision })

/** What is worth to be kept: what was surely cut, and close decisions about what is printed. */
const isTelling = ({ pairs, isCut, decision }: Cut): boolean =>
  decision.margin >= DOUBTFUL ? isCut : pairs.flat().some(({ text }) => text !== '')

/** Whether each cell of the first row below has one above it: else it is no rest of that row. */
export const isRowWhole = ({ below, pairs, row }: Break): boolean => {
  const first = below.filter(cell => cell.row === row)
  return pairs.length === first.length && first.length > 0
}

/** Whether the break cut a row, or the merged cells of a record. */
function cutOf(kind: 'row' | 'cell', pairs: readonly Pair[], observations: readonly Observation[]): Cut {
  const [first] = pairs
  const text = pairs.flat().find(cell => cell.text !== '')?.text
  const label = kind === 'row' || !text ? `the ${kind} before` : `“${text}”`
  const { choice, decision } = decideWhether(
    `whether the page break cut a ${kind}`,
    { no: `begins a ${kind} of its own`, yes: `goes on with ${label}` },
    weigh([BEFORE_LOOKING, ...observations], WEIGHTS[kind]),
  )
  const cells = pairs
    .flatMap(([above, below]) => (choice ? [above] : [above, below]))
    .map(({ row, column }) => ({ row, column }))
  return { pairs, isCut: choice, decision: { ...decision, page: first?.[1].page, cells } }
}

/** The first row below and the last above as one row: each cell with what stands below it, be it drawn with other columns; null where something stands below none. */
function withoutBreak(above: readonly Cell[], below: readonly Cell[], row: number): Cell[] | null {
  const last = above.filter(cell => cell.row + cell.rowSpan === row)
  const parts = Map.groupBy(
    below.filter(cell => cell.row === row),
    ({ column }) => last.find(cell => coversColumn(cell, column)),
  )
  if (parts.has(undefined)) return null
  const whole = above.map(cell => {
    const rest = parts.get(cell) ?? []
    const taller = Math.max(0, ...rest.map(({ rowSpan }) => rowSpan - 1))
    return { ...rest.reduce((one, part) => asOneCell([one, part]), cell), rowSpan: cell.rowSpan + taller }
  })
  return [...whole, ...below.filter(cell => cell.row > row).map(cell => ({ ...cell, row: cell.row - 1 }))]
}

/** The text of two parts of one cell: that of the part that prints it, or of both. */
function asOneCell([a, b]: Pair): Cell {
  if (b.text === '' || squash(a.text) === squash(b.text)) return a
  const { row, column, columnSpan } = a
  if (a.text === '') return { ...b, row, column, columnSpan, confidence: Math.min(b.confidence, CUT_CONFIDENCE) }
  const lines = [...a.lines, ...b.lines]
  return { ...a, lines, text: joinLines(lines), confidence: Math.min(a.confidence, b.confidence, CUT_CONFIDENCE) }
}
