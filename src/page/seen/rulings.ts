import { areaOf, type Box, centreOf, heightOf, lineBox, runsOf, unionAll, usualSize, widthOf } from '../../geometry.ts'
import { type Drawing, type Fill, groundOf, type Stroke } from '../operators/drawing.ts'
import type { Glyph, Ruling } from '../page.ts'
import { bandsOf } from './bands.ts'

/**
 * A fill or pen at most this thick (in glyph heights) is a line, a thicker one an area. The thickest rulings seen are
 * 2.25 pt around 9 pt text; the thinnest coloured cells are as high as a glyph.
 */
const MAX_THICKNESS = 0.35
/** A stroke whose ends differ by at most this many points across its axis is straight: PDF printers round coordinates. */
const SLOPE = 1
/** Colour is seen around a white box when its area is larger by this factor: rounding leaves less. */
const SEEN = 1.01
/** A strip of colour is at least so many points thick: 2.15 behind the empty paragraphs of LibreOffice, and borders under coloured cells are half of that. */
const THINNEST_SHADE = 1.5
/** Nor is it thinner than this share of the thickest lines: on a sheet of thrice the size, borders are thrice as thick. */
const SHADE_OF_THICK = 0.43
/** Where a page begins. */
const CORNER: Box = [0, 0, 0, 0]
/** Glyph height that is assumed on a page without text. */
const DEFAULT_GLYPH = 10

/** The lines and the coloured areas that a reader sees in a drawing. White paint draws neither, unless over colour. */
export function rulingsOf(drawing: Drawing): { readonly rulings: Ruling[]; readonly shades: Box[] } {
  const thick = MAX_THICKNESS * usualSize(drawing.glyphs, DEFAULT_GLYPH)
  const rulings: Ruling[] = []
  const shades: Box[] = []
  const fills = [...withoutSlices(drawing.fills, thick), ...drawing.pictures.map(pictureLine)]
  const grounds = bandsOf<Fill>(unionAll([CORNER, ...fills.map(({ box }) => box)]))
  const groundAt = (box: Box): Fill | null => groundOf(box, grounds.at((box[1] + box[3]) / 2))
  for (const { box, white } of fills) {
    const ground = white ? groundAt(box) : null
    if (isThin(box, thick)) {
      if (!white || ground?.white === false) rulings.push(...rulingsOfFill(box, thick))
      continue
    }
    if (!white) shades.push(box)
    else if (ground?.white === false && areaOf(ground.box) > SEEN * areaOf(box)) rulings.push(...sidesOf(box))
    grounds.add(box, { box, white })
  }
  const isInLetter = letterTest(drawing.glyphs)
  for (const stroke of drawing.strokes) {
    const ruling = rulingOfStroke(stroke)
    if (ruling === null || (stroke.white && groundAt(boxOf(ruling))?.white !== false)) continue
    if ((stroke.bends || ruling.to - ruling.from > thick) && isInLetter(ruling)) continue
    const box = boxOf(ruling)
    if (ruling.width <= thick) rulings.push(ruling)
    else if (isThin(box, thick)) rulings.push(...rulingsOfFill(box, thick))
    else shades.push(box)
  }
  return { rulings: rulings.filter(ruling => !isEmptyShade(ruling, rulings, shades, thick)), shades }
}

/**
 * Whether a line is the shade behind an empty paragraph of a cell, a strip as high as its smallest font allows: shades above or below it begin
 * and end where it does, none lies close to it, as over and under a border, and borders of columns stand off both its ends by the padding.
 */
function isEmptyShade(
  { axis, at, from, to, width }: Ruling,
  rulings: readonly Ruling[],
  shades: readonly Box[],
  thick: number,
): boolean {
  if (axis !== 'horizontal' || width < Math.max(THINNEST_SHADE, SHADE_OF_THICK * thick)) return false
  if (!shades.some(box => isNear(box[0], from)) || !shades.some(box => isNear(box[2], to))) return false
  const isClose = shades.some(box => box[0] < to && box[2] > from && box[1] - width < at && box[3] + width > at)
  const standsOff = (gapOf: (border: number) => number): boolean =>
    rulings.some(
      other =>
        other.axis === 'vertical' && other.from <= at && other.to >= at && gapOf(other.at) >= 1 && gapOf(other.at) <= thick,
    )
  return !isClose && standsOff(border => from - border) && standsOff(border => border - to)
}

const isThin = (box: Box, thick: number): boolean => Math.min(widthOf(box), heightOf(box)) <= thick

/** Some printers draw lines as pictures one pixel high. */
const pictureLine = ({ box }: { readonly box: Box }): Fill => ({ box, white: Math.min(widthOf(box), heightOf(box)) > 1 })

/** A thin box is one ruling; a tiny square may belong to either axis (dots of a dotted line, corners) and gives both. */
function rulingsOfFill(box: Box, thick: number): Ruling[] {
  const horizontal: Ruling = { axis: 'horizontal', at: (box[1] + box[3]) / 2, from: box[0], to: box[2], width: heightOf(box) }
  const vertical: Ruling = { axis: 'vertical', at: centreOf(box), from: box[1], to: box[3], width: widthOf(box) }
  if (Math.max(widthOf(box), heightOf(box)) <= thick) return [horizontal, vertical]
  return [widthOf(box) >= heightOf(box) ? horizontal : vertical]
}

function rulingOfStroke({ x0, y0, x1, y1, width }: Stroke): Ruling | null {
  const dx = Math.abs(x1 - x0)
  const dy = Math.abs(y1 - y0)
  if (dx === 0 && dy === 0) return null
  if (dy <= SLOPE && dx >= dy) {
    return { axis: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1), width }
  }
  if (dx <= SLOPE) return { axis: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1), width }
  return null
}

/**
 * Tells of a stroke whether it stands within one letter: programs without a bold font stroke the outline of a letter over it, and the
 * sides of 国 are as straight as borders. A shorter one that stands alone may be a dot of a border that runs through print. The letters are found by
 * height, since a page has thousands of them and of strokes.
 */
function letterTest(glyphs: readonly Glyph[]): (ruling: Ruling) => boolean {
  const letters = glyphs.filter(({ text }) => text.trim() !== '').map(({ box }) => box)
  if (letters.length === 0) return () => false
  const bands = bandsOf<Box>(unionAll(letters))
  for (const box of letters) bands.add(box, box)
  return ruling => {
    const [left, top, right, bottom] = lineBox(ruling)
    const slack = ruling.width
    const holds = (box: Box): boolean =>
      left >= box[0] - slack && right <= box[2] + slack && top >= box[1] - slack && bottom <= box[3] + slack
    const y = (top + bottom) / 2
    return [y - slack, y + slack].some(at => bands.at(at).some(holds))
  }
}

/** The sides of a white box on colour: what is left of the colour around it is a line to the reader. */
const sidesOf = ([left, top, right, bottom]: Box): Ruling[] => [
  ...[top, bottom].map((at): Ruling => ({ axis: 'horizontal', at, from: left, to: right, width: 0 })),
  ...[left, right].map((at): Ruling => ({ axis: 'vertical', at, from: top, to: bottom, width: 0 })),
]

const boxOf = ({ axis, at, from, to, width }: Ruling): Box =>
  axis === 'horizontal' ? [from, at - width / 2, to, at + width / 2] : [at - width / 2, from, at + width / 2, to]

/** So many slices are a gradient: a double line has two, a cell four sides. LibreOffice paints the bar of a figure in 32 to 64. */
const LEAST_SLICES = 8
/** Slices touch, and end alike, but for this many points: what producers round to is hundredths. */
const TOUCHING = 0.05

/** The fills of a page in painting order, with what was painted in slices that touch, each in a colour of its own, as the one area that a reader sees. A slice is at most `thick` points wide. */
function withoutSlices(fills: readonly Fill[], thick: number): readonly Fill[] {
  const runs = runsOf(fills, ({ box }, last) => isThin(box, thick) && isThin(last.box, thick) && isNextSlice(box, last.box))
  return runs.flatMap(run =>
    run.length < LEAST_SLICES ? run : { box: unionAll(run.map(({ box }) => box)), white: run.every(({ white }) => white) },
  )
}

/** Whether a box is painted as a slice behind another: as long, narrow, and side by side with it along its length. */
const isNextSlice = (box: Box, last: Box): boolean =>
  widthOf(box) < heightOf(box)
    ? isNear(box[1], last[1]) && isNear(box[3], last[3]) && (isNear(box[0], last[2]) || isNear(box[2], last[0]))
    : isNear(box[0], last[0]) && isNear(box[2], last[2]) && (isNear(box[1], last[3]) || isNear(box[3], last[1]))

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOUCHING
