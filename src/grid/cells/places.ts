import { runsOf } from '../../geometry.ts'
import type { Covered } from '../grid.ts'

/** A rectangle of grid positions that one cell covers. */
export interface Place extends Covered {
  /** Set where the drawn cell was no rectangle and this is a part of it: a border stops in the middle, or is missing. */
  readonly cut?: true
}

/** Whether there is a border to the right of and below a grid position. */
export interface Walls {
  readonly right: (row: number, column: number) => boolean
  readonly below: (row: number, column: number) => boolean
}

/**
 * Cover a grid of `rows` × `columns` positions with cells: positions without a border between them are one cell.
 * Where that would not be a rectangle (a border stops in the middle), it is cut into rectangles, row by row.
 * The cells come in reading order and cover each position exactly once.
 */
export function placesOf(rows: number, columns: number, walls: Walls): Place[] {
  const owner = new Int32Array(rows * columns).fill(-1)
  const places: Place[] = []
  for (let start = 0; start < owner.length; start++) {
    if (owner[start] !== -1) continue
    const parts = rectanglesOf(flood(start, columns, walls, owner), columns)
    for (const place of parts) places.push(parts.length > 1 ? { ...place, cut: true } : place)
  }
  return places.sort((a, b) => a.row - b.row || a.column - b.column)
}

/** All positions reachable from `start` without crossing a border; marks them in `owner`. */
function flood(start: number, columns: number, walls: Walls, owner: Int32Array): number[] {
  const rows = owner.length / columns
  const region = [start]
  owner[start] = start
  const visit = (next: number) => {
    if (owner[next] !== -1) return
    owner[next] = start
    region.push(next)
  }
  for (const at of region) {
    const row = Math.floor(at / columns)
    const column = at % columns
    if (column + 1 < columns && !walls.right(row, column)) visit(at + 1)
    if (column > 0 && !walls.right(row, column - 1)) visit(at - 1)
    if (row + 1 < rows && !walls.below(row, column)) visit(at + columns)
    if (row > 0 && !walls.below(row - 1, column)) visit(at - columns)
  }
  return region
}

/** Cut a region into rectangles: runs of each row, equal runs below each other put together. */
function rectanglesOf(region: readonly number[], columns: number): Place[] {
  const runs = runsOf(
    [...region].sort((a, b) => a - b),
    (at, last) => at === last + 1 && at % columns !== 0,
  )
  const merged: { row: number; column: number; rowSpan: number; columnSpan: number }[] = []
  for (const { 0: start = 0, length } of runs) {
    const [row, column] = [Math.floor(start / columns), start % columns]
    const above = merged.find(p => p.column === column && p.columnSpan === length && p.row + p.rowSpan === row)
    if (above !== undefined) above.rowSpan++
    else merged.push({ row, column, rowSpan: 1, columnSpan: length })
  }
  return merged
}
