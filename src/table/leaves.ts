import { type Box, sideOf } from '../geometry.ts'
import type { Grid } from '../grid/grid.ts'
import type { PageText } from './table.ts'

/** The printed pages of a document in their order: a sheet is one, or two where two pages are printed on it. */
export interface Leaves {
  readonly of: (printed: { readonly page: number; readonly box: Box }) => number
  readonly isHalf: (page: number) => boolean
}

export function leavesOf(pages: readonly PageText[]): Leaves {
  const middles = new Map(pages.flatMap(({ page, gutter, isSpread: isHalved }) => (isHalved ? [[page, gutter]] : [])))
  return {
    of: ({ page, box }) => 2 * page + Number(sideOf(box[0], box[2], middles.get(page) ?? null) === 'right'),
    isHalf: page => middles.has(page),
  }
}

/** Grids by printed page. */
export const byLeaf = (grids: readonly Grid[], leaves: Leaves): Map<number, Grid[]> =>
  Map.groupBy(
    grids.toSorted((a, b) => leaves.of(a) - leaves.of(b)),
    leaves.of,
  )
