import { type Box, itemAt, overlap } from '../geometry.ts'
import type { Drawing, Stroke } from './drawing.ts'
import { HAN_DESCENT } from './font.ts'
import { applyX, applyY, type Matrix, mapBox } from './matrix.ts'
import type { Glyph } from './page.ts'

/** A page is turned when at least this share of its glyphs runs in one other direction; headers set sideways are fewer. */
const MOST = 0.6

/** The direction in which most glyphs of a page run; 0 when there is none. */
export function mainDirection(glyphs: readonly Glyph[]): Glyph['direction'] {
  const counts = { 0: 0, 90: 0, 180: 0, 270: 0 }
  for (const glyph of glyphs) if (glyph.text !== ' ') counts[glyph.direction]++
  const all = counts[0] + counts[90] + counts[180] + counts[270]
  for (const direction of [90, 180, 270] as const) if (counts[direction] > MOST * all) return direction
  return 0
}

/** Turn a drawing so that text of `direction` stands upright; the page is `width` × `height` before. */
export function turn(drawing: Drawing, direction: Glyph['direction'], width: number, height: number): Drawing {
  if (direction === 0) return drawing
  const matrix = turning(direction, width, height)
  return {
    ...drawing,
    glyphs: drawing.glyphs.map(glyph => turnGlyph(glyph, direction, matrix)),
    strokes: drawing.strokes.map(stroke => turnStroke(stroke, matrix)),
    fills: drawing.fills.map(fill => ({ ...fill, box: mapBox(matrix, fill.box) })),
    pictures: drawing.pictures.map(picture => ({ ...picture, box: mapBox(matrix, picture.box) })),
  }
}

/** The map that undoes a clockwise rotation by `direction` on a page with y downwards. */
export function turning(direction: 90 | 180 | 270, width: number, height: number): Matrix {
  if (direction === 90) return [0, -1, 1, 0, 0, width]
  if (direction === 180) return [-1, 0, 0, -1, width, height]
  return [0, 1, -1, 0, height, 0]
}

const TURNS = [0, 90, 180, 270] as const

/** A glyph turned by `matrix` so that text of `direction` stands upright. */
export function turnGlyph(glyph: Glyph, direction: Glyph['direction'], matrix: Matrix): Glyph {
  const box = mapBox(matrix, glyph.box)
  const turned = itemAt(TURNS, (((glyph.direction - direction + 360) % 360) / 90) | 0)
  return { ...glyph, box, direction: turned, baseline: turned === 0 ? baselineOf(glyph, box) : box[3] }
}

/** The baseline kept its share of the box: that of a Han character where it is not known. */
function baselineOf(glyph: Glyph, box: Box): number {
  const length = glyph.direction === 0 || glyph.direction === 180 ? glyph.box[3] - glyph.box[1] : glyph.box[2] - glyph.box[0]
  return box[3] - Math.max(0, overlap(0, length, 0, -HAN_DESCENT * glyph.size))
}

const turnStroke = ({ x0, y0, x1, y1, ...pen }: Stroke, matrix: Matrix): Stroke => ({
  x0: applyX(matrix, x0, y0),
  y0: applyY(matrix, x0, y0),
  x1: applyX(matrix, x1, y1),
  y1: applyY(matrix, x1, y1),
  ...pen,
})
