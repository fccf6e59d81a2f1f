import { type Box, itemAt, overlap, placesAmong, runsOf, sum, unionAll } from '../../geometry.ts'
import { joinedSets } from '../../joined-sets.ts'
import type { ScannedRuling, ScannedRulings } from './scanned-rulings.ts'

/** A cell as the rulings enclose it, in pixels; only a guide for reading, the grid stage decides about cells. */
export interface Pane {
  readonly box: Box
  /** The places of the lattice of all rulings that it is made of: no cell of its grid is smaller. */
  readonly places: readonly Box[]
}

/** Whether the middle of a box lies in another. */
export const isMiddleIn = ([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean =>
  (x0 + x1) / 2 > left && (x0 + x1) / 2 < right && (y0 + y1) / 2 > top && (y0 + y1) / 2 < bottom

/** The pane that the middle of a box lies in; undefined outside all of them. */
export const paneOf = (box: Box, panes: readonly Pane[]): Pane | undefined => panes.find(pane => isMiddleIn(box, pane.box))

/** Lines nearer than this (in glyph heights) are one. */
const SAME = 0.3
/** Share of a common side that has to be covered by a line. */
const COVERED = 0.5

/** The lattice that all rulings of a page would make, were each as long as the page. */
interface Lattice {
  /** Its borders from left to right and from top to bottom, the edges of the page included. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly columns: number
  readonly rows: number
}

/** The box of a place of the lattice; places are counted row by row. */
function placeBox({ xs, ys, columns }: Lattice, place: number): Box {
  const column = place % columns
  const row = (place - column) / columns
  return [itemAt(xs, column), itemAt(ys, row), itemAt(xs, column + 1), itemAt(ys, row + 1)]
}

/**
 * Panes of a page: the places between rulings, joined where no line parts them. What is open to the edge of the page is no pane.
 * `em` is the glyph height in pixels.
 */
export function panesOf(rulings: ScannedRulings, width: number, height: number, em: number): Pane[] {
  const xs = borders(rulings.vertical, width, em)
  const ys = borders(rulings.horizontal, height, em)
  const lattice = { xs, ys, columns: xs.length - 1, rows: ys.length - 1 }
  const root = homesOf(lattice, rulings, em)
  const places = lattice.columns * lattice.rows
  const outside = root(places)
  const homes = Map.groupBy(Array(places).keys(), root)
  homes.delete(outside)
  return [...homes.values()].flatMap(members =>
    rectanglesOf(members, lattice.columns).map(places => {
      const boxes = places.map(place => placeBox(lattice, place))
      return { box: unionAll(boxes), places: boxes }
    }),
  )
}

/** Places that no line parts, from first to last → those that fill a box each: where a border is lost in part they fill none, and their box would take in the print of other panes. */
function rectanglesOf(places: readonly number[], columns: number): number[][] {
  const stripes = runsOf(places, (place, last) => place === last + 1 && place % columns > 0)
  const alike = Map.groupBy(stripes, stripe => (itemAt(stripe, 0) % columns) * columns + stripe.length)
  return [...alike.values()]
    .flatMap(stack => runsOf(stack, (stripe, above) => itemAt(stripe, 0) === itemAt(above, 0) + columns))
    .map(stripes => stripes.flat())
}

/** How much of a stretch lies under rulings along it, in pixels. */
export const coveredBy = (lines: readonly ScannedRuling[], from: number, to: number): number =>
  sum(lines.map(line => Math.max(0, overlap(line.from, line.to, from, to))))

/** For each place of the lattice the pane it belongs to, by a number; the number after the last place is the outside. */
function homesOf(lattice: Lattice, { horizontal, vertical }: ScannedRulings, em: number): (place: number) => number {
  const { columns, rows } = lattice
  const outside = columns * rows
  const { root, join } = joinedSets(outside + 1)
  const isWall = (lines: ScannedRulings['horizontal'], at: number, from: number, to: number): boolean => {
    const near = lines.filter(line => Math.abs(line.at - at) <= SAME * em)
    return coveredBy(near, from, to) >= COVERED * (to - from)
  }
  for (let place = 0; place < outside; place++) {
    const column = place % columns
    const row = (place - column) / columns
    const [x0, y0, x1, y1] = placeBox(lattice, place)
    if (row === 0 || column === 0 || column === columns - 1 || row === rows - 1) join(place, outside)
    if (column < columns - 1 && !isWall(vertical, x1, y0, y1)) join(place, place + 1)
    if (row < rows - 1 && !isWall(horizontal, y1, x0, x1)) join(place, place + columns)
  }
  return root
}

/** Positions of lines, near ones as one, and the two edges of the page. */
const borders = (lines: readonly ScannedRuling[], size: number, em: number): number[] => [
  0,
  ...placesAmong(
    lines.map(line => line.at),
    SAME * em,
  ).filter(at => at > 1 && at < size - 1),
  size,
]
