import { areaOf, type Box, intersection } from '../geometry.ts'
import type { CellJson, DocumentJson, TableJson } from '../write/document/document.ts'
import type { Correction } from './correction.ts'

/** Two boxes are one place when they share at least half of what they cover together: rulings of another version move by points, not by cells. */
const SAME_PLACE = 0.5

/** Share of what two boxes cover together that both cover, 0 to 1. */
function likeness(a: Box, b: Box): number {
  const both = intersection(a, b)
  if (both === null) return 0
  const shared = areaOf(both)
  const all = areaOf(a) + areaOf(b) - shared
  return all === 0 ? 0 : shared / all
}

/** Whether two boxes are one place. */
export const isSamePlace = (a: Box, b: Box): boolean => likeness(a, b) >= SAME_PLACE

/** A cell with the table it stands in. */
export interface Found {
  readonly table: TableJson
  readonly cell: CellJson
}

/** The cell at the place of a correction; null when no cell is like it. */
export function cellAt({ tables }: DocumentJson, { page, box }: Pick<Correction, 'page' | 'box'>): Found | null {
  const near = tables.flatMap(table =>
    table.cells
      .filter(cell => cell.page === page)
      .map(cell => ({ table, cell, like: likeness(cell.box, box) }))
      .filter(({ like }) => like >= SAME_PLACE),
  )
  const [best] = near.sort((a, b) => b.like - a.like)
  return best ? { table: best.table, cell: best.cell } : null
}

/** The table with a region at the place of a correction; null when there is none. */
export function tableAt({ tables }: DocumentJson, { page, box }: Pick<Correction, 'page' | 'box'>): TableJson | null {
  const near = tables.flatMap(table =>
    table.regions
      .filter(region => region.page === page)
      .map(region => ({ table, like: likeness(region.box, box) }))
      .filter(({ like }) => like >= SAME_PLACE),
  )
  return near.sort((a, b) => b.like - a.like)[0]?.table ?? null
}

/** A printed text as two readings of it are compared: white space and thousands separators aside. */
const plain = (text: string): string => text.replaceAll(/[\s,，]/g, '')

/** Whether two texts are one reading. */
export const sameText = (a: string, b: string): boolean => plain(a) === plain(b)
