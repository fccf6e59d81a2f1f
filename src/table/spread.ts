import { type Box, sideOf } from '../geometry.ts'
import type { Grid } from '../grid/grid.ts'
import { lineText } from '../lines.ts'
import type { Glyph } from '../page/page.ts'
import { textsOn } from './gutter.ts'
import { pageNumberIn } from './surroundings.ts'
import type { PageText } from './table.ts'

/**
 * Whether two pages are printed on a sheet: their numbers follow each other on its last line or its first, one in each
 * half, and nothing lies across the middle.
 */
export function isSpread(lines: readonly (readonly Glyph[])[], boxes: readonly Box[], middle: number): boolean {
  if (![lines.at(-1), lines[0]].some(line => line !== undefined && isNumberedTwice(line, middle))) return false
  const texts = lines.flatMap(textsOn)
  return [...texts, ...boxes].every(([left, , right]) => sideOf(left, right, middle) !== null)
}

/** Whether a line is the numbers of two pages that follow each other, one on each side. */
function isNumberedTwice(line: readonly Glyph[], middle: number): boolean {
  const { left = [], right = [] } = Object.groupBy(line, ({ box }) => sideOf(box[0], box[2], middle) ?? 'across')
  const [before, after] = [left, right].map(glyphs => pageNumberIn(lineText(glyphs)))
  return before != null && after === before + 1
}

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
