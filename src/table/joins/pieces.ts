import { type Box, centreOf, sideOf } from '../../geometry.ts'
import type { Grid } from '../../grid/grid.ts'
import { type Caption, captionOf } from '../captions/caption.ts'
import { headingsOf } from '../captions/headings.ts'
import type { Segment, Surroundings } from '../captions/surroundings.ts'
import { tallyOf } from '../doubts/tally.ts'
import { rowsOf } from '../headers/headed.ts'
import { decideHeader, headerReadings } from '../headers/header.ts'
import type { PageText } from '../table.ts'
import type { Piece } from './piece.ts'
import { seriesAmong } from './series.ts'
import { inTracks } from './tracks.ts'

/** Each grid with its caption and header, in the order in which tables go on. */
export function piecesOf(pages: readonly PageText[], all: readonly Grid[], surroundings: Surroundings): Piece[] {
  const leaves = leavesOf(pages)
  const onLeaf = byLeaf(all, leaves)
  const grids = inTracks([...onLeaf.values()])
  const byPage = Map.groupBy(grids, ({ page }) => page)
  const printedUpTo = printedPages(onLeaf, surroundings, leaves)
  const footOf = feet(pages, grids)
  const headings = headingsOf(grids, surroundings)
  const gutters = new Map(pages.map(({ page, gutter }) => [page, gutter]))
  const pieces = grids.map((grid, index): Omit<Piece, 'isOfSeries'> => {
    const [previous, next] = [grids[index - 1], grids[index + 1]]
    const onPage = (onLeaf.get(leaves.of(grid)) ?? []).filter(other => other !== grid)
    const column = inColumn(surroundings.get(grid.page) ?? [], grid, gutters.get(grid.page) ?? null)
    const segments = territory(column, grid, onPage)
    const room = roomOf(grid, onPage)
    const own = captionOf(grid, segments, room)
    const isOnPageBefore = !leaves.isHalf(grid.page) && room.top === 0 && own.title === null && own.number === null
    const caption = isOnPageBefore ? captionBefore(grid, byPage.get(grid.page - 1) ?? [], surroundings, own) : own
    const rows = rowsOf(grid)
    const readings = headerReadings(grid)
    const { headerRows } = decideHeader(grid.page, readings)
    return {
      grid,
      rows,
      caption,
      heading: headings.get(grid) ?? null,
      headerReadings: readings,
      headerRows,
      tally: tallyOf(rows.slice(headerRows)),
      opensPage: previous === undefined || leaves.of(previous) !== leaves.of(grid),
      closesPage: next === undefined || leaves.of(next) !== leaves.of(grid),
      linesBefore: caption.otherLines,
      linesAfter: linesBelow(segments, grid, caption),
      pagesOn: previous === undefined ? 0 : printedUpTo(grid) - printedUpTo(previous),
      freeBelow: freeBelow(grid, footOf(grid)),
    }
  })
  const isOfSeries = seriesAmong(pieces)
  return withUnitsAbove(pieces.map(piece => ({ ...piece, isOfSeries: isOfSeries(piece) })))
}

/** The printed pages of a document in their order: a sheet is one, or two where two pages are printed on it. */
interface Leaves {
  readonly of: (printed: { readonly page: number; readonly box: Box }) => number
  readonly isHalf: (page: number) => boolean
}

function leavesOf(pages: readonly PageText[]): Leaves {
  const middles = new Map(pages.flatMap(({ page, gutter, isSpread: isHalved }) => (isHalved ? [[page, gutter]] : [])))
  return {
    of: ({ page, box }) => 2 * page + Number(sideOf(box[0], box[2], middles.get(page) ?? null) === 'right'),
    isHalf: page => middles.has(page),
  }
}

/** Grids by printed page. */
const byLeaf = (grids: readonly Grid[], leaves: Leaves): Map<number, Grid[]> =>
  Map.groupBy(
    grids.toSorted((a, b) => leaves.of(a) - leaves.of(b)),
    leaves.of,
  )

/** A block that was cut from the one above it, within one frame, and has no name of its own, is counted in its unit where it names none. */
function withUnitsAbove(pieces: readonly Piece[]): Piece[] {
  const above = new Map<string, Caption['units']>()
  return pieces.map(piece => {
    const { page, box } = piece.grid
    const own = piece.caption.units
    const isOwn = own.length > 0 || piece.caption.title !== null
    const units = isOwn ? own : (above.get(`${page} ${box[0]} ${box[1]}`) ?? [])
    above.set(`${page} ${box[0]} ${box[3]}`, units)
    return { ...piece, caption: { ...piece.caption, units } }
  })
}

/** The room of a grid on its page: from the grid above it to the one below. */
const roomOf = ({ box }: Grid, others: readonly Grid[]) => ({
  top: Math.max(0, ...others.map(other => other.box[3]).filter(at => at <= box[1])),
  bottom: Math.min(...others.map(other => other.box[1]).filter(at => at >= box[3]), Number.POSITIVE_INFINITY),
})

/** How many lines stand below a grid, those that name its unit left out. */
const linesBelow = (segments: readonly Segment[], grid: Grid, { units }: Caption): number =>
  segments.filter(({ baseline, box }) => baseline > grid.box[3] && !units.some(unit => unit.box === box)).length

/** For each printed page how many up to it print anything but a page number. */
function printedPages(
  grids: ReadonlyMap<number, readonly Grid[]>,
  surroundings: Surroundings,
  leaves: Leaves,
): (grid: Grid) => number {
  const texts = [...surroundings.values()].flatMap(segments => segments.map(leaves.of))
  const printed = [...new Set([...texts, ...grids.keys()])].sort((a, b) => a - b)
  const count = new Map(printed.map((leaf, index) => [leaf, index + 1]))
  return grid => count.get(leaves.of(grid)) ?? 0
}

/** Of the text of a page set in two columns what stands in the column of a grid, or across both. */
function inColumn(segments: readonly Segment[], { box }: Grid, gutter: number | null): readonly Segment[] {
  const sideAt = ([left, , right]: Box) => sideOf(left, right, gutter)
  const side = sideAt(box)
  return side === null ? segments : segments.filter(segment => (sideAt(segment.box) ?? side) === side)
}

/** Of the text of a page what can belong to `grid`: where another grid stands beside it, only what is over or under its own width. */
function territory(segments: readonly Segment[], grid: Grid, others: readonly Grid[]): readonly Segment[] {
  const beside = others.filter(({ box }) => box[1] < grid.box[3] && box[3] > grid.box[1])
  if (beside.length === 0) return segments
  const left = Math.max(...beside.map(({ box }) => box[2]).filter(edge => edge <= grid.box[0]), Number.NEGATIVE_INFINITY)
  const right = Math.min(...beside.map(({ box }) => box[0]).filter(edge => edge >= grid.box[2]), Number.POSITIVE_INFINITY)
  const [from, to] = [(left + grid.box[0]) / 2, (right + grid.box[2]) / 2]
  return segments.filter(({ box }) => centreOf(box) > from && centreOf(box) < to)
}

/** How much room a grid leaves above the foot of its page, as a share of the height down to there. */
const freeBelow = ({ box }: Grid, foot: number): number => (foot - box[3]) / foot

/** The lowest foot of all grids on pages of the size that the page of a grid has. */
function feet(pages: readonly PageText[], grids: readonly Grid[]): (grid: Grid) => number {
  const sizes = new Map(pages.map(({ page, width, height }) => [page, `${Math.round(width)} ${Math.round(height)}`]))
  const sizeOf = ({ page }: Grid): string => sizes.get(page) ?? ''
  const lowest = new Map<string, number>()
  for (const grid of grids)
    lowest.set(sizeOf(grid), Math.max(lowest.get(sizeOf(grid)) ?? Number.NEGATIVE_INFINITY, grid.box[3]))
  return grid => lowest.get(sizeOf(grid)) ?? grid.box[3]
}

/** The caption at the foot of the page before, when the page break fell between it and its grid; else `own`. */
function captionBefore(grid: Grid, before: readonly Grid[], surroundings: Surroundings, own: Caption): Caption {
  const bottom = Math.max(0, ...before.map(({ box }) => box[3]))
  const foot = (surroundings.get(grid.page - 1) ?? []).filter(segment => segment.baseline > bottom)
  const last = foot.at(-1)
  if (last === undefined || own.otherLines > 0) return own
  const shift = grid.box[1] - last.baseline - last.size
  const moved = foot.map(segment => ({ ...segment, baseline: segment.baseline + shift }))
  const caption = captionOf(grid, moved, { top: Number.NEGATIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY })
  if (!caption.title?.endsWith('表')) return own
  const { title, number } = caption
  const units = own.units.length > 0 ? own.units : caption.units
  return { ...own, title, number, department: own.department ?? caption.department, units }
}
