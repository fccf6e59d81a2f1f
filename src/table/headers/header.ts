import {
  BEFORE_LOOKING,
  type Decision,
  decide,
  type Hypothesis,
  type Observation,
  sumOf,
  type Weights,
  weigh,
} from '../../evidence.ts'
import { itemAt, numbersFrom } from '../../geometry.ts'
import { type Grid, rowCount, rowsOfCell } from '../../grid/grid.ts'
import { onceEach } from '../../once.ts'
import { captionDepth } from '../captions/caption.ts'
import { rowsOf } from './headed.ts'
import { headlessEvidence, looksOf } from './header-body.ts'
import { headerEvidence } from './header-evidence.ts'
import fitted from './header-weights.json' with { type: 'json' }

/** What evidence is worth for a header, and for none; `none` is measured against. */
const WEIGHTS: Readonly<Record<HeaderReading['kind'], Weights>> = fitted

/** The deepest header seen has five rows, with the caption inside the frame eight. */
const DEEPEST = 9

/** One way to read the top of a grid, with what is seen for and against it. */
export interface HeaderReading {
  readonly kind: 'none' | 'rows'
  /** How many rows are the header, those of a caption inside the frame among them; 0 for a form or a grid of body rows. */
  readonly depth: number
  readonly observations: readonly Observation[]
}

/** All readings of the top of a grid: no header, or one of each depth that no cell crosses. */
export const headerReadings = onceEach((grid: Grid): readonly HeaderReading[] => {
  const rows = rowsOf(grid)
  const start = captionDepth(grid)
  const single = rows.map(row => row.map(cell => (cell?.columnSpan === 1 ? cell : undefined)))
  const top = grid.cells.filter(({ row }) => row <= DEEPEST)
  const seen = { grid, top, rows, single, looks: looksOf(rows), start }
  const crossed = new Set(grid.cells.flatMap(cell => rowsOfCell(cell).slice(1)))
  const depths = numbersFrom(start + 1, Math.min(DEEPEST, rowCount(grid)) + 1)
  return [
    { kind: 'none', depth: 0, observations: headlessEvidence({ ...seen, depth: start, own: [] }) },
    ...depths
      .filter(depth => !crossed.has(depth))
      .map(depth => {
        const own = top.filter(({ row }) => row >= start && row < depth)
        return { kind: 'rows' as const, depth, observations: headerEvidence({ ...seen, depth, own }) }
      }),
  ]
})

/** How the top of a grid is read. */
export interface Header {
  readonly headerRows: number
  readonly decision: Decision
  /** All its readings, with all that was seen for and against them. */
  readonly readings: readonly HeaderReading[]
}

/** The best reading of the top of a grid; `more` is what the grids around it say of each depth. */
export function decideHeader(
  page: number,
  known: readonly HeaderReading[],
  more: (depth: number) => readonly Observation[] = () => [],
): Header {
  const readings = known.map(reading => ({ ...reading, observations: [...reading.observations, ...more(reading.depth)] }))
  const { choice, decision } = decide('how deep the header is', readings.map(hypothesisOf))
  return { headerRows: choice, decision: { ...decision, page }, readings }
}

/** By how many log-odds a grid alone would rather be read otherwise than with this depth. */
export function readOtherwise(readings: readonly HeaderReading[], depth: number): number {
  const odds = readings.map(reading => sumOf(hypothesisOf(reading).evidence))
  const own = readings.findIndex(reading => reading.depth === depth)
  return Math.max(...odds) - (own < 0 ? 0 : itemAt(odds, own))
}

const hypothesisOf = ({ kind, depth, observations }: HeaderReading): Hypothesis<number> => ({
  choice: depth,
  label: depth === 0 ? 'has no header' : `has a header of ${depth} rows`,
  evidence: weigh([BEFORE_LOOKING, ...observations], WEIGHTS[kind]),
})
