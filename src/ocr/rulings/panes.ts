import { type Box, cluster, mean, overlap } from '../../geometry.ts'
import type { ScannedRulings } from './scanned-rulings.ts'

/** A cell as the rulings enclose it, in pixels; only a guide for reading, the grid stage decides about cells. */
export interface Pane {
  readonly box: Box
}

/** Lines nearer than this (in glyph heights) are one. */
const SAME = 0.3
/** Share of a common side that has to be covered by a line. */
const COVERED = 0.5

/**
 * Panes of a page: the places between rulings, joined where no line parts them. What is open to the edge of the page is no pane.
 * `em` is the glyph height in pixels.
 */
export function panesOf({ horizontal, vertical }: ScannedRulings, width: number, height: number, em: number): Pane[] {
  const xs = borders(
    vertical.map(line => line.at),
    width,
    em,
  )
  const ys = borders(
    horizontal.map(line => line.at),
    height,
    em,
  )
  const columns = xs.length - 1
  const rows = ys.length - 1
  const parent = Array.from({ length: columns * rows + 1 }, (_, index) => index)
  const outside = columns * rows
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at
    return at
  }
  const isWall = (lines: ScannedRulings['horizontal'], at: number, from: number, to: number): boolean =>
    lines.reduce(
      (sum, line) => (Math.abs(line.at - at) <= SAME * em ? sum + Math.max(0, overlap(line.from, line.to, from, to)) : sum),
      0,
    ) >=
    COVERED * (to - from)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column
      const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]]
      if (row === 0 || column === 0) parent[root(place)] = root(outside)
      if (column === columns - 1 || row === rows - 1) parent[root(place)] = root(outside)
      if (column < columns - 1 && !isWall(vertical, x1, y0, y1)) parent[root(place)] = root(place + 1)
      if (row < rows - 1 && !isWall(horizontal, y1, x0, x1)) parent[root(place)] = root(place + columns)
    }
  }
  const boxes = new Map<number, Box>()
  for (let place = 0; place < columns * rows; place++) {
    const home = root(place)
    if (home === root(outside)) continue
    const column = place % columns
    const row = (place - column) / columns
    const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]]
    const box = boxes.get(home)
    boxes.set(
      home,
      box === undefined
        ? [x0, y0, x1, y1]
        : [Math.min(box[0], x0), Math.min(box[1], y0), Math.max(box[2], x1), Math.max(box[3], y1)],
    )
  }
  return [...boxes.values()].map(box => ({ box }))
}

/** Positions of lines, near ones as one, and the two edges of the page. */
const borders = (positions: readonly number[], size: number, em: number): number[] => [
  0,
  ...cluster(positions, SAME * em)
    .map(mean)
    .filter(at => at > 1 && at < size - 1),
  size,
]
