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

type Place = Pick<Correction, 'page' | 'box'>

/** Of what stands at some places what is likest to another one; undefined where nothing is like it. */
const likest = <Placed extends Place>(all: readonly Placed[], { page, box }: Place): Placed | undefined =>
  all
    .filter(one => one.page === page && isSamePlace(one.box, box))
    .sort((a, b) => likeness(b.box, box) - likeness(a.box, box))[0]

/** The cell at the place of a correction; null when no cell is like it. */
export function cellAt({ tables }: DocumentJson, place: Place): Found | null {
  const found = tables.flatMap(table => table.cells.map(cell => ({ table, cell, page: cell.page, box: cell.box })))
  const best = likest(found, place)
  return best ? { table: best.table, cell: best.cell } : null
}

/** The table with a region at the place of a correction; null when there is none. */
export const tableAt = ({ tables }: DocumentJson, place: Place): TableJson | null =>
  likest(
    tables.flatMap(table => table.regions.map(region => ({ ...region, table }))),
    place,
  )?.table ?? null

/** A printed text as two readings of it are compared: white space and thousands separators aside. */
const plain = (text: string): string => text.replaceAll(/[\s,，]/g, '')

/** Whether two texts are one reading. */
export const sameText = (a: string, b: string): boolean => plain(a) === plain(b)
