import { type Box, holdsMiddle, usualSize, widthOf } from '../../geometry.ts'
import type { Glyph } from '../page.ts'

/** The same character drawn again within this distance (in glyph sizes) is fake bold: no two neighbours stand so close. */
const DOUBLE = 0.15
/** Side in points of the squares by which doubles are looked up: doubles of glyphs up to 25 pt lie in neighbouring squares. */
const SQUARE = 4
/** Squares along a side: pages of 14,400 pt are the largest that viewers have to show. What a damaged file puts beyond them shares the last square. */
const MOST_SQUARES = 14_400 / SQUARE

/** Print lower and narrower than this (in points) nobody sees: a text for search machines. */
const LEAST_SIZE = 1.5
/** Unless the rest of the page is no more than so many times larger: a page that was made small, to be shown large. */
const MUCH_LARGER = 4

/** The glyphs of a page without those that are too small to be seen beside the others. */
export function withoutSpecks(glyphs: readonly Glyph[]): readonly Glyph[] {
  const isSpeck = ({ size, box }: Glyph): boolean => Math.max(size, widthOf(box)) < LEAST_SIZE
  const seen = glyphs.filter(glyph => !isSpeck(glyph))
  return seen.length < glyphs.length && usualSize(seen, 0) >= MUCH_LARGER * LEAST_SIZE ? seen : glyphs
}

/** No glyph, where they are counted from 1. */
const NONE = 0

/** The glyphs that a reader sees: on the page, and each once. Spaces stay. */
export function visibleGlyphs(glyphs: readonly Glyph[], bounds: Box): Glyph[] {
  const [columns, rows] = [squaresOf(bounds[2]), squaresOf(bounds[3])]
  // For each square its last glyph, and for each glyph the one before it in its square, counted from 1.
  const last = new Int32Array(columns * rows)
  const before = new Int32Array(glyphs.length + 1)
  return glyphs.filter((glyph, index) => {
    const { box, text } = glyph
    if (!holdsMiddle(bounds, box)) return false
    if (text === ' ') return true
    const column = clamp(Math.floor(box[0] / SQUARE) + 1, columns)
    const row = clamp(Math.floor(glyph.baseline / SQUARE) + 1, rows)
    for (let y = row - 1; y <= row + 1; y++) {
      for (let x = column - 1; x <= column + 1; x++) {
        for (let at = last[y * columns + x] ?? NONE; at > NONE; at = before[at] ?? NONE) {
          const other = glyphs[at - 1]
          if (other !== undefined && other.text === text && isDouble(glyph, other)) return false
        }
      }
    }
    const square = row * columns + column
    before[index + 1] = last[square] ?? NONE
    last[square] = index + 1
    return true
  })
}

/** Squares along a side of this length, with one more at its beginning and two at its end. */
const squaresOf = (length: number): number => Math.min(MOST_SQUARES, Math.ceil(length / SQUARE)) + 3

const clamp = (value: number, size: number): number => Math.max(1, Math.min(size - 2, value))

const isDouble = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.box[0] - b.box[0]) < DOUBLE * a.size &&
  Math.abs(a.baseline - b.baseline) < DOUBLE * a.size &&
  Math.abs(a.box[2] - b.box[2]) < 2 * DOUBLE * a.size
