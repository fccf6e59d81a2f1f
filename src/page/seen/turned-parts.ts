import { type Box, heightOf, holdsMiddle, isSameBox, lineBox, overlap, union, unionAll, widthOf } from '../../geometry.ts'
import { type Turn, turnedSize, turnOf } from '../../turn.ts'
import { HAN_DESCENT } from '../fonts/font.ts'
import type { Drawing, Stroke } from '../operators/drawing.ts'
import { applyX, applyY, IDENTITY, type Matrix, mapBox, multiply } from '../operators/matrix.ts'
import type { Glyph, Page, Turned, TurnedPart } from '../page.ts'

/** A page is turned when at least this share of its glyphs runs in one other direction; headers set sideways are fewer. */
const MOST = 0.6

/** The direction in which most glyphs of a page run; 0 when there is none. */
export function mainDirection(glyphs: readonly Glyph[]): Turn {
  const counts = { 0: 0, 90: 0, 180: 0, 270: 0 }
  for (const glyph of glyphs) if (glyph.text !== ' ') counts[glyph.direction]++
  const all = counts[0] + counts[90] + counts[180] + counts[270]
  return ([90, 180, 270] as const).find(direction => counts[direction] > MOST * all) ?? 0
}

/** Turn a drawing so that text of `direction` stands upright; the page is `width` × `height` before. */
export function turn(drawing: Drawing, direction: Turn, width: number, height: number): Drawing {
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
function turning(direction: TurnedPart['direction'], width: number, height: number): Matrix {
  if (direction === 90) return [0, -1, 1, 0, 0, width]
  if (direction === 180) return [-1, 0, 0, -1, width, height]
  return [0, 1, -1, 0, height, 0]
}

/** A glyph turned by `matrix` so that text of `direction` stands upright. */
function turnGlyph(glyph: Glyph, direction: Turn, matrix: Matrix): Glyph {
  const box = mapBox(matrix, glyph.box)
  const turned = turnOf(glyph.direction - direction)
  return { ...glyph, box, direction: turned, baseline: turned === 0 ? baselineOf(glyph, box) : box[3] }
}

/** The baseline kept its share of the box: that of a Han character where it is not known. */
function baselineOf(glyph: Glyph, box: Box): number {
  const length = glyph.direction === 0 || glyph.direction === 180 ? heightOf(glyph.box) : widthOf(glyph.box)
  return box[3] - Math.max(0, overlap(0, length, 0, -HAN_DESCENT * glyph.size))
}

const turnStroke = ({ x0, y0, x1, y1, ...pen }: Stroke, matrix: Matrix): Stroke => ({
  x0: applyX(matrix, x0, y0),
  y0: applyY(matrix, x0, y0),
  x1: applyX(matrix, x1, y1),
  y1: applyY(matrix, x1, y1),
  ...pen,
})

/** So many glyphs that run in one other direction are a part of the page to be read on its own; labels set sideways are fewer, or stand beside upright text. */
const LEAST_GLYPHS = 20
/** Lines this near to a turned text (in its sizes) frame it. */
const FRAME = 2

/**
 * A page with parts whose text runs in another direction → the page with these laid out upright where they stand: what is
 * below moves down or up, and `turned` keeps where each part is printed. A part has its band of the page for itself; other
 * turned text, such as names set sideways in a table, stays as it is.
 */
export function withUprightParts(page: Page): Page {
  const directions = ([90, 180, 270] as const).filter(
    direction => page.glyphs.filter(glyph => isInkOf(glyph, direction)).length >= LEAST_GLYPHS,
  )
  return directions.reduce((upright, direction) => withUprightPart(upright, direction), page)
}

const isInkOf = (glyph: Glyph, direction: Turn): boolean => glyph.direction === direction && glyph.text !== ' '

function withUprightPart(page: Page, direction: TurnedPart['direction']): Page {
  const glyphs = page.glyphs.filter(glyph => isInkOf(glyph, direction))
  const size = Math.max(...glyphs.map(glyph => glyph.size))
  const printed = framed(unionAll(glyphs.map(glyph => glyph.box)), page.rulings.map(lineBox), FRAME * size)
  const isBeside = ({ box }: Glyph): boolean => overlap(box[1], box[3], printed[1], printed[3]) > 0
  if (page.glyphs.some(glyph => glyph.text !== ' ' && glyph.direction !== direction && isBeside(glyph))) return page
  const [width, height] = turnedSize(direction, widthOf(printed), heightOf(printed))
  const laid: Box = [printed[0], printed[1], printed[0] + width, printed[1] + height]
  return laidOut(page, { direction, printed, laid })
}

/** A box with the lines that touch it, or one that does. */
function framed(box: Box, lines: readonly Box[], reach: number): Box {
  const touching = lines.filter(
    line => overlap(line[0], line[2], box[0], box[2]) >= -reach && overlap(line[1], line[3], box[1], box[3]) >= -reach,
  )
  const wider = touching.reduce(union, box)
  return isSameBox(wider, box) ? box : framed(wider, lines, reach)
}

function laidOut(page: Page, part: TurnedPart): Page {
  const { width, height, pictures } = page
  const { direction, printed, laid } = part
  const upright = uprightOf(part)
  const down = heightOf(laid) - heightOf(printed)
  const below: Matrix = [1, 0, 0, 1, 0, down]
  const mapOf = (box: Box): Matrix => {
    if (holdsMiddle(printed, box)) return upright
    return box[1] >= printed[3] ? below : IDENTITY
  }
  const moved = (box: Box): Box => mapBox(mapOf(box), box)
  return {
    ...page,
    width: Math.max(width, laid[2]),
    height: height + down,
    glyphs: page.glyphs.map(glyph => {
      const map = mapOf(glyph.box)
      if (map === upright) return turnGlyph(glyph, direction, upright)
      return { ...glyph, box: mapBox(map, glyph.box), baseline: applyY(map, 0, glyph.baseline) }
    }),
    rulings: page.rulings.map(ruling => {
      const [left, top, right, bottom] = moved(lineBox(ruling))
      return bottom - top > right - left
        ? { ...ruling, axis: 'vertical' as const, at: left, from: top, to: bottom }
        : { ...ruling, axis: 'horizontal' as const, at: top, from: left, to: right }
    }),
    pictures: pictures.map(picture => ({ ...picture, box: moved(picture.box) })),
    shades: page.shades.map(moved),
    turned: { width, height, pictures, ...page.turned, parts: [...(page.turned?.parts ?? []), part] },
  }
}

/** The map from where a part is printed to where it is laid out. */
function uprightOf({ direction, printed, laid }: TurnedPart): Matrix {
  const own = multiply(turning(direction, widthOf(printed), heightOf(printed)), [1, 0, 0, 1, -printed[0], -printed[1]])
  return multiply([1, 0, 0, 1, laid[0], laid[1]], own)
}

/** Where a box of a page with parts laid out upright is printed. */
export function printedBox(box: Box, { parts }: Turned): Box {
  return parts.reduceRight((place, part) => {
    const { printed, laid } = part
    if (holdsMiddle(laid, place)) return mapBox(inverse(uprightOf(part)), place)
    return (place[1] + place[3]) / 2 > laid[3]
      ? [place[0], place[1] + printed[3] - laid[3], place[2], place[3] + printed[3] - laid[3]]
      : place
  }, box)
}

/** The inverse of a quarter turn. */
function inverse(map: Matrix): Matrix {
  const [a, b, c, d, e, f] = map
  const turn: Matrix = [a, c, b, d, 0, 0]
  return [a, c, b, d, -applyX(turn, e, f), -applyY(turn, e, f)]
}
