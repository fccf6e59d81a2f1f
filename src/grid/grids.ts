import { type Box, median, overlap } from '../geometry.ts'
import type { Glyph, Page } from '../page/page.ts'
import { borderlessGrids } from './borderless.ts'
import { gridOf } from './cells.ts'
import { type Edge, edgesOf, SNAP } from './edges.ts'
import { middleOf } from './fill.ts'
import type { Grid } from './grid.ts'
import { type Lattice, latticesOf } from './lattice.ts'

/** Glyph height assumed where a page has no text. */
const DEFAULT_EM = 10
const NO_DOUBT: ReadonlySet<number> = new Set()

/** The tables of a page as drawn, from top to bottom. */
export function gridsOf(page: Page): Grid[] {
  const em = median(page.glyphs.map(glyph => glyph.size), DEFAULT_EM)
  const edges = edgesOf(page.rulings, em)
  const drawn = latticesOf(edges, em)
    .map(lattice => gridOfLattice(page, lattice))
    .filter(isTable)
  const boxes = drawn.map(grid => grid.box)
  const open = borderlessGrids(page, freeRules(edges.horizontal, boxes, em), boxes, em)
  return [...drawn, ...open].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

/** Horizontal rules that belong to no lattice. */
const freeRules = (rules: readonly Edge[], boxes: readonly Box[], em: number): Edge[] =>
  rules.filter(rule => !boxes.some(box => rule.at >= box[1] - SNAP * em && rule.at <= box[3] + SNAP * em && overlap(rule.from, rule.to, box[0], box[2]) > 0))

/** A frame around one cell is a box, not a table; so is one without any text. */
const isTable = (grid: Grid): boolean => grid.cells.length > 1 && grid.cells.some(cell => cell.text !== '')

function gridOfLattice(page: Page, { box, columnEdges, rowEdges, places }: Lattice): Grid {
  const columns = columnEdges.length - 1
  const owner = new Int32Array(columns * (rowEdges.length - 1))
  places.forEach((place, index) => {
    for (let row = place.row; row < place.row + place.rowSpan; row++) {
      owner.fill(index, row * columns + place.column, row * columns + place.column + place.columnSpan)
    }
  })
  const glyphs = places.map((): Glyph[] => [])
  for (const glyph of page.glyphs) {
    const [x, y] = middleOf(glyph)
    const column = slot(columnEdges, x)
    const row = slot(rowEdges, y)
    if (column >= 0 && row >= 0) glyphs[owner[row * columns + column] ?? 0]?.push(glyph)
  }
  return gridOf(page, { box, columnEdges, rowEdges, places, glyphs, doubtful: NO_DOUBT }, 'lattice')
}

/** Index of the stretch between two borders that holds `value`, or -1 outside. */
function slot(borders: readonly number[], value: number): number {
  if (value < (borders[0] ?? 0) || value >= (borders.at(-1) ?? 0)) return -1
  let low = 0
  let high = borders.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((borders[middle] ?? 0) <= value) low = middle
    else high = middle
  }
  return low
}
