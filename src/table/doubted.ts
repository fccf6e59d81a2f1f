import { type Decision, DOUBTFUL } from '../evidence.ts'
import type { Cell } from './table.ts'

/** A decision and the cells it is about. */
interface About {
  readonly about: readonly Cell[]
  readonly decision: Decision
}

/** Cells with no more confidence than a decision about them, where it was a close one. */
export function doubted(cells: readonly Cell[], decided: readonly About[]): Cell[] {
  const margins = new Map(
    decided.flatMap(({ about, decision: { margin } }) =>
      margin < DOUBTFUL ? about.map(cell => [placeOf(cell), margin] as const) : [],
    ),
  )
  if (margins.size === 0) return [...cells]
  return cells.map(cell => {
    const margin = margins.get(placeOf(cell)) ?? 1
    return margin < cell.confidence ? { ...cell, confidence: margin } : cell
  })
}

const placeOf = ({ row, column }: Cell): string => `${row},${column}`
