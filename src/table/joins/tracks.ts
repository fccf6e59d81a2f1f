import { itemAt, overlap, widthOf } from '../../geometry.ts'
import type { Grid } from '../../grid/grid.ts'

/** Sides of a table that goes on over the page differ by less than this share of its width. */
const SAME_SIDE = 0.02

/**
 * Grids in the order in which they go on: of tables that stand beside each other and go on over pages, all pages of the left
 * one come before the right one; on their first page tables may stand above them. All others stay as they are, printed page by printed page.
 */
export function inTracks(pages: readonly (readonly Grid[])[]): Grid[] {
  const ordered: Grid[] = []
  for (let at = 0; at < pages.length; ) {
    const first = pages[at] ?? []
    const tracks = first.filter(grid => !first.some(other => other.box[1] >= grid.box[3]))
    let end = at + 1
    while (areBeside(tracks) && areBelow(pages[end] ?? [], tracks, end - at)) end++
    const more = pages.slice(at + 1, end)
    const inTurn = tracks.flatMap(track => [track, ...more.flatMap(page => page.filter(grid => isUnder(grid, track)))])
    ordered.push(...(more.length > 0 ? [...first.filter(grid => !tracks.includes(grid)), ...inTurn] : first))
    at = end
  }
  return ordered
}

/** Whether all of some grids of a page, two or more, stand beside each other. */
const areBeside = (page: readonly Grid[]): boolean =>
  page.length > 1 &&
  page.every(a => page.every(b => a === b || (across(a, b) <= 0 && overlap(a.box[1], a.box[3], b.box[1], b.box[3]) > 0)))

const across = (a: Grid, b: Grid): number => overlap(a.box[0], a.box[2], b.box[0], b.box[2])

/** Whether each grid of the page that is so many pages on stands under another one of the tracks. */
const areBelow = (page: readonly Grid[], tracks: readonly Grid[], pagesOn: number): boolean =>
  page.length > 0 &&
  page.every(grid => grid.page === itemAt(tracks, 0).page + pagesOn && tracks.some(track => isUnder(grid, track))) &&
  tracks.every(track => page.filter(grid => isUnder(grid, track)).length <= 1)

/** Whether two grids begin and end at the same place from left to right. */
const isUnder = ({ box }: Grid, track: Grid): boolean =>
  ([0, 2] as const).every(side => Math.abs(box[side] - track.box[side]) < SAME_SIDE * widthOf(track.box))
