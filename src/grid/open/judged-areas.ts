import { BEFORE_LOOKING, type Decision, DOUBTFUL, decide, type Weights, weigh } from '../../evidence.ts'
import { type Box, endsOf, overlaps } from '../../geometry.ts'
import type { Page } from '../../page/page.ts'
import { withBlockNames } from '../cells/block-names.ts'
import { DOUBTFUL_CELL, gridOf } from '../cells/cells.ts'
import type { AreaEvidence, DecidedArea, Grid, GridCell } from '../grid.ts'
import { areaEvidence } from './area-evidence.ts'
import fitted from './area-weights.json' with { type: 'json' }
import type { Area } from './areas.ts'
import { doubtfulColumns, doubtfulNames } from './column-doubt.ts'
import { cellsOf, readArea } from './open-table.ts'

/** What evidence is worth for an area being a table; `none` is what speaks against it. */
const WEIGHTS: Readonly<Record<'table' | 'none', Weights>> = fitted

/** Tables that no lattice encloses, and each part of the page that was looked at as one, with what was decided. */
export interface JudgedAreas {
  readonly grids: readonly Grid[]
  readonly decided: readonly DecidedArea[]
}

/** Areas → those that are tables as grids. Of areas that share lines the first that is a table is taken. */
export function judgedAreas(page: Page, areas: readonly Area[]): JudgedAreas {
  const grids: Grid[] = []
  const decided: DecidedArea[] = []
  for (const area of areas) {
    const box = boxOf(area)
    if (grids.some(grid => overlaps(grid.box, box))) continue
    const open = readArea(area)
    const isPossible = open.columns.length > 1 && open.lines.some(line => line.phrases.length > 1)
    const draft = isPossible ? cellsOf(open) : null
    if (draft === null) continue
    const seen = areaEvidence(open, draft)
    const { choice: isTable, decision } = decideTable(seen)
    const parted = doubtfulColumns(open)
    const vague = [...new Set([...parted, ...doubtfulNames(open, draft)])].sort((a, b) => a - b)
    decided.push({ box, isTable, decision: { ...decision, page: page.page }, seen, vague: isTable ? vague : [] })
    if (isTable) grids.push(doubted(gridOf(page, withBlockNames(draft, page.rulings), 'borderless'), decision.margin, parted))
  }
  return { grids, decided }
}

/** Whether an area is a table, by all that is seen of it. */
function decideTable({ table, none }: AreaEvidence): { readonly choice: boolean; readonly decision: Decision } {
  return decide('whether texts that no lattice encloses are a table', [
    { choice: true, label: 'a table', evidence: weigh([BEFORE_LOOKING, ...table], WEIGHTS.table) },
    { choice: false, label: 'no table', evidence: weigh(none, WEIGHTS.none) },
  ])
}

/** A grid whose cells are no surer than that it is a table, where that was a close decision, and in some columns than that they are columns. */
function doubted(grid: Grid, margin: number, columns: readonly number[]): Grid {
  if (margin >= DOUBTFUL && columns.length === 0) return grid
  const most = margin >= DOUBTFUL ? 1 : margin
  const isVague = ({ column, columnSpan }: GridCell): boolean => columns.some(at => at >= column && at < column + columnSpan)
  const cells = grid.cells.map(cell => ({
    ...cell,
    confidence: Math.min(cell.confidence, most, isVague(cell) ? DOUBTFUL_CELL : 1),
  }))
  return { ...grid, cells }
}

const boxOf = ({ left, right, lines }: Area): Box => {
  const [first, last] = endsOf(lines)
  return [left, first.baseline - first.size, right, last.baseline]
}
