import { type Box, contains, intersection } from '../../geometry.ts'
import { OPS } from '../pdfjs.ts'
import type { Canvas } from './canvas.ts'
import { initialState } from './graphics-state.ts'
import { mapBox, multiply } from './matrix.ts'

/** Operators that show text. */
const SHOWS: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
])
/** An area that sticks out of a tile by no more than this, in points, has no second one: rounding. */
const SLACK = 1

/**
 * Paint an area with a pattern, where that is a drawing and no texture: some producers put whole pages into one tile. It has text, and fills the area
 * by itself. Whether it is one.
 */
export function paintTile(canvas: Canvas, area: Box): boolean {
  const { tile, base } = canvas.state
  if (tile === null || !tile.operators.fnArray.some(operator => SHOWS.has(operator))) return false
  const matrix = multiply(base, tile.matrix)
  const [left, top, right, bottom] = mapBox(matrix, tile.box)
  const room: Box = [left - SLACK, top - SLACK, right + SLACK, bottom + SLACK]
  const clip = intersection(room, area)
  if (clip === null || !contains(room, area[0], area[1]) || !contains(room, area[2], area[3])) return false
  const { state, stack } = canvas
  canvas.state = { ...initialState(matrix, clip), fillWhite: tile.white, strokeWhite: tile.white }
  canvas.stack = []
  canvas.run(tile.operators)
  Object.assign(canvas, { state, stack })
  return true
}
