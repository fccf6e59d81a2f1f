import { areaOf, holdsMiddle, itemAt, median, movedBox, sum } from '../geometry.ts'
import type { Bitmap } from '../page/bitmap.ts'
import { glyphHeight, patchesOfPrint } from './picture/glyph-height.ts'
import { greyOf } from './picture/grey.ts'
import { inkOf } from './picture/ink.ts'
import { type Grey, type Ink, type PixelBox, transpose } from './picture/raster.ts'
import { unreversing } from './picture/reversed.ts'
import { gridLinesOf } from './rulings/grid-lines.ts'
import { panesOf } from './rulings/panes.ts'
import { scannedRulings } from './rulings/scanned-rulings.ts'
import { thinLinesOf } from './rulings/thin-lines.ts'
import { BIN } from './rulings/traces.ts'

/** White around a picture, in points: a border at the edge of a page is none. */
export const MARGIN = 6
/** White around a picture whose dark paper is looked for, in glyph heights: that of a header reaches the edges, where a scan has shadows. */
const ROOM = 1.5
/** A line ends at the edge of its picture when it is this near (in glyph heights). */
const AT_EDGE = 0.15
/** So many lines that end at an edge had a border to end at. */
const CUT_OFF = 2
/** Thickness of a border that is put back, in glyph heights. */
const BORDER = 0.08

/** A table has so many cells with print each way; between the bars and grid lines of a chart stands hardly any. */
const LEAST_CELLS = 2
/** This share of its cells is printed at least. */
const LEAST_PRINTED = 1 / 3
/** The cells of a table are this share of its picture, or hold this share of its print; what else is on it is its title, its unit and its margin, wide on a photo of a page. Of charts of eight cities no more than .37 stood in cells. */
const MOST_OF_IT = 0.5
const MOST_PRINT = 0.6

/** A picture with so many patches of print to the square em is full of it: no chart of 85 on published pages has more than .22, tables without rulings have .39 and more. */
const FULL = 0.3

/** The shortest amounts, such as 0.5, are so many patches of ink. */
const LEAST_PRINT = 2

/** A picture as lines are looked for in it: itself, its grey, its ink and the height of its glyphs in pixels. */
export interface SeenPicture {
  readonly picture: Bitmap
  readonly grey: Grey
  readonly ink: Ink
  readonly height: number
}

/** A picture to be looked at; `em` is about the height of its glyphs in points. */
export function lookedAt(picture: Bitmap, em: number): SeenPicture {
  const { grey } = greyOf(picture)
  const guess = em * picture.scale
  const ink = inkOf(grey, guess)
  const height = glyphHeight(ink, guess)
  return { picture, grey, height, ink: height === guess ? ink : inkOf(grey, height) }
}

/** A picture with white print on dark paper as dark print on white; null where it has none. */
function undarkened({ picture, grey, height }: SeenPicture): SeenPicture | null {
  const room = Math.round(ROOM * height)
  const wide: Grey = within(grey, room, { bytes: 1, paper: 255 })
  const read = unreversing(wide, height)?.(wide)
  if (read === undefined) return null
  const [light, data] = [new Uint8Array(grey.data.length), picture.data.slice()]
  for (let at = 0; at < light.length; at++) {
    const from = (Math.floor(at / grey.width) + room) * wide.width + (at % grey.width) + room
    light[at] = itemAt(read.data, from)
    if (light[at] !== grey.data[at]) data.fill(itemAt(light, at), WHITE.bytes * at, WHITE.bytes * at + 3)
  }
  const own = { ...grey, data: light }
  return { picture: { ...picture, data }, grey: own, height, ink: inkOf(own, height) }
}

/**
 * A picture of a table within a margin, with the lines that it wants: its outer border, and where it is no table without them the pale ones of a
 * spreadsheet; null where it shows none, not even with its white print on dark paper made dark.
 */
export function tableIn(seen: SeenPicture): Bitmap | null {
  const whole = withLines(seen)
  const light = whole === null ? undarkened(seen) : null
  return light === null ? whole : withLines(light)
}

function withLines(seen: SeenPicture): Bitmap | null {
  const { picture } = seen
  const margin = Math.round(MARGIN * picture.scale)
  const plain = withBorder(seen.ink, margin, seen.height)
  if (isTable(plain.ink, seen.height)) return blackened(picture, margin, plain.border)
  const lines = gridLinesIn(seen)
  if (lines.length === 0) return null
  const gridded = withBorder(inked(seen.ink, lines), margin, seen.height)
  if (!isTable(gridded.ink, seen.height)) return null
  return blackened(picture, margin, [...gridded.border, ...lines.map(line => movedBox(line, margin, margin))])
}

/** A picture that stands in a table, within a margin and without the `lines` of that, which would be read as figures; null where it shows none. */
export function printIn({ picture, ink, height }: SeenPicture, lines: readonly PixelBox[]): Bitmap | null {
  if (patchesOfPrint(ink, height).length < LEAST_PRINT) return null
  const bare = { ...picture, data: picture.data.slice() }
  for (const at of pixelsOf(lines, bare)) bare.data.fill(WHITE.paper, WHITE.bytes * at, WHITE.bytes * at + 3)
  return blackened(bare, Math.round(MARGIN * picture.scale), [])
}

/** Whether a picture, table or not, is full of print. */
export const isFullOfPrint = ({ ink, height }: SeenPicture): boolean =>
  patchesOfPrint(ink, height).length * height ** 2 >= FULL * ink.width * ink.height

/** Thickness in pixels of a line that is put back. */
const thicknessOf = (height: number): number => Math.max(1, Math.round(BORDER * height))

/** Pale grid lines of a picture, in pieces as long as their places are told. */
function gridLinesIn({ grey, height }: SeenPicture): PixelBox[] {
  const thick = thicknessOf(height)
  return gridLinesOf(grey, height).flatMap(({ axis, from, to, middles }) =>
    middles.map((middle, bin): PixelBox => {
      const [along, across] = [Math.round(from) + bin * BIN, Math.round(middle - thick / 2)]
      const box: PixelBox = [along, across, Math.min(Math.round(to), along + BIN), across + thick]
      return axis === 'horizontal' ? box : [box[1], box[0], box[3], box[2]]
    }),
  )
}

/** The pixels of boxes, those outside a picture of that size left out. */
function* pixelsOf(boxes: readonly PixelBox[], { width, height }: Pick<Ink, 'width' | 'height'>): Generator<number> {
  for (const [x0, y0, x1, y1] of boxes)
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
      for (let x = Math.max(0, x0); x < Math.min(width, x1); x++) yield y * width + x
}

/** Ink with boxes filled. */
function inked(ink: Ink, boxes: readonly PixelBox[]): Ink {
  const data = ink.data.slice()
  for (const at of pixelsOf(boxes, ink)) data[at] = 1
  return { ...ink, data }
}

/** A picture within a margin of paper, so many bytes a pixel. */
function within({ width, height, data }: Pick<Bitmap, 'width' | 'height' | 'data'>, margin: number, { bytes, paper }: Paper) {
  const size = { width: width + 2 * margin, height: height + 2 * margin }
  const wide = new Uint8Array(bytes * size.width * size.height).fill(paper)
  for (let y = 0; y < height; y++)
    wide.set(data.subarray(bytes * y * width, bytes * (y + 1) * width), bytes * ((y + margin) * size.width + margin))
  return { ...size, data: wide }
}

/** How a pixel of paper is stored. */
interface Paper {
  readonly bytes: number
  readonly paper: number
}

const WHITE: Paper = { bytes: 4, paper: 255 }
const NO_INK: Paper = { bytes: 1, paper: 0 }

/** A picture within a margin, with boxes blackened. */
function blackened(picture: Bitmap, margin: number, boxes: readonly PixelBox[]): Bitmap {
  const wide = within(picture, margin, WHITE)
  for (const at of pixelsOf(boxes, wide)) wide.data.fill(0, WHITE.bytes * at, WHITE.bytes * at + 3)
  return { ...wide, scale: picture.scale }
}

/** The ink of a picture within a margin. Who copies a table from the screen cuts its outer border off: it is drawn again along each side at which lines end. */
function withBorder(ink: Ink, margin: number, em: number): { readonly ink: Ink; readonly border: readonly PixelBox[] } {
  const { width, height } = ink
  const thick = thicknessOf(em)
  const [left, top, right, bottom] = [margin - thick, margin - thick, margin + width + thick, margin + height + thick]
  const sides: readonly PixelBox[] = [
    [left, top, margin, bottom],
    [left, top, right, margin],
    [margin + width, top, right, bottom],
    [left, margin + height, right, bottom],
  ]
  const cut = cutSides(ink, em)
  const border = sides.filter((_, at) => cut[at])
  return { border, ink: inked(within(ink, margin, NO_INK), border) }
}

/** Whether the outer border of a table was cut off at the left, the top, the right and the bottom: lines end there, borders that were cut off themselves too. */
function cutSides(ink: Ink, em: number): boolean[] {
  const reach = AT_EDGE * em
  const seenAt = (picture: Ink) => {
    const lines = thinLinesOf(picture, em)
    const ats = lines.map(({ middles }) => median(middles, 0))
    return {
      ends: [lines.filter(({ from }) => from <= reach).length, lines.filter(({ to }) => to >= picture.width - reach).length],
      isBorder: [ats.some(at => at <= reach), ats.some(at => at >= picture.height - reach)],
    }
  }
  const [level, upright] = [seenAt(ink), seenAt(transpose(ink))]
  const [top, bottom] = upright.ends.map((lines, side) => lines >= CUT_OFF && !level.isBorder[side])
  const drawn = [top, bottom].filter(Boolean).length
  const [left, right] = level.ends.map((lines, side) => lines > 0 && lines + drawn >= CUT_OFF && !upright.isBorder[side])
  return [left, top, right, bottom].map(Boolean)
}

/** Whether rulings part most of a picture into cells, and print stands in them. */
function isTable(ink: Ink, em: number): boolean {
  const cells = panesOf(scannedRulings(ink, em), ink.width, ink.height, em).map(({ box }) => box)
  if (cells.length < LEAST_CELLS ** 2) return false
  const glyphs = patchesOfPrint(ink, em)
  const printed = cells.filter(cell => glyphs.some(glyph => holdsMiddle(cell, glyph)))
  const [across, down] = [new Set(printed.map(([left]) => left)).size, new Set(printed.map(([, top]) => top)).size]
  const enclosed = glyphs.filter(glyph => cells.some(cell => holdsMiddle(cell, glyph)))
  const isParted =
    sum(cells.map(areaOf)) >= MOST_OF_IT * ink.width * ink.height || enclosed.length >= MOST_PRINT * glyphs.length
  return isParted && printed.length >= LEAST_PRINTED * cells.length && Math.min(across, down) >= LEAST_CELLS
}
