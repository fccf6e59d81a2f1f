import { expect, test } from 'vitest'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'
import { openTables } from '../../../src/ocr/rulings/gutters.ts'
import { blank, fill } from '../drawing.ts'

const EM = 20
const [LEFT, RIGHT] = [20, 420]
const NONE = { horizontal: [], vertical: [] }

/** Rows of 40 pixels, every other one tinted; the first is the header. */
const ROWS = [40, 80, 120, 160, 200, 240, 280].map((top): PixelBox => [LEFT, top, RIGHT, top + 40])
const SHADES = ROWS.filter((_, index) => index % 2 === 0)

/** Print of rows: a name, and amounts of two columns that are so wide that the white between them is less than half a glyph. */
function printed() {
  const ink = blank(440, 340)
  const digits = (right: number, count: number, top: number) => {
    for (let digit = 0; digit < count; digit++) fill(ink, right - 10 * digit - 8, top + 12, right - 10 * digit, top + 26)
  }
  for (const [index, [, top]] of ROWS.entries()) {
    if (index === 0) continue
    fill(ink, 30, top + 10, 100, top + 30)
    digits(260, index % 2 === 0 ? 9 : 6, top)
    digits(357, index % 2 === 0 ? 5 : 9, top)
  }
  return ink
}

test('the white between the columns of tinted rows is found, however tight figures stand, and none between digits', () => {
  const { gutters } = openTables(printed(), SHADES, NONE, EM)
  expect(gutters.map(({ at, from, to }) => [at, from, to])).toEqual([
    [136, 40, 320],
    [265, 40, 320],
  ])
})

test('the white beside points that stand below each other parts no figures', () => {
  const ink = blank(440, 340)
  for (const [, top] of ROWS) {
    fill(ink, 30, top + 10, 100, top + 30)
    fill(ink, 180, top + 12, 240, top + 26)
    fill(ink, 247, top + 23, 250, top + 26)
    fill(ink, 257, top + 12, 290, top + 26)
  }
  expect(openTables(ink, SHADES, NONE, EM).gutters.map(({ at }) => at)).toEqual([140])
})

test('the name of a group crosses a gutter: the wall begins below it', () => {
  const ink = printed()
  fill(ink, 220, 44, 310, 56)
  fill(ink, 220, 62, 258, 76)
  fill(ink, 280, 62, 340, 76)
  const { walls, gutters } = openTables(ink, SHADES, NONE, EM)
  const [, between] = gutters
  const own = walls.vertical.filter(({ at }) => at === between?.at).toSorted((a, b) => a.from - b.from)
  expect(own[0]?.from).toBe(58)
  expect(walls.horizontal.filter(({ at }) => at === 58).map(({ from, to }) => [from, to])).toEqual([[136, RIGHT]])
})

test('a table with a vertical ruling has columns of its own', () => {
  const ruling = { axis: 'vertical', at: 200, from: 40, to: 320, middles: [200], width: 2 } as const
  expect(openTables(printed(), SHADES, { vertical: [ruling] }, EM)).toEqual({ gutters: [], walls: NONE })
})
