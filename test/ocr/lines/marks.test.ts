import { expect, test } from 'vitest'
import { loneBar, marksOf } from '../../../src/ocr/lines/marks.ts'
import { printOf } from '../../../src/ocr/lines/specks.ts'
import type { Ink } from '../../../src/ocr/picture/raster.ts'
import { blank, fill } from '../drawing.ts'

/** Glyph height of the drawings, in pixels. */
const EM = 20
const CELL = [0, 0, 80, 40] as const

const barOf = (draw: (ink: Ink) => void) => {
  const ink = blank(80, 40)
  draw(ink)
  return loneBar(marksOf(ink, CELL), CELL, EM)
}

test.each([
  ['the hyphen of a narrow font', 30, 19, 35, 21],
  ['the dash of a Chinese font', 20, 19, 40, 21],
])('%s is a bar', (_, x0, y0, x1, y1) => {
  expect(barOf(ink => fill(ink, x0, y0, x1, y1))?.box).toEqual([x0, y0, x1, y1])
})

test('a pixel of grain that touches a dash, and a speck beside it, change nothing', () => {
  const bar = barOf(ink => {
    fill(ink, 30, 19, 37, 21)
    fill(ink, 33, 18, 34, 19)
    fill(ink, 50, 10, 52, 12)
  })
  expect(bar?.box).toEqual([30, 18, 37, 21])
})

test.each([
  ['a digit', 30, 10, 36, 26],
  ['a point', 30, 24, 33, 27],
  ['the rest of a ruling at the border of its cell', 30, 1, 40, 3],
  ['a ruling', 10, 19, 70, 21],
])('%s is none', (_, x0, y0, x1, y1) => {
  expect(barOf(ink => fill(ink, x0, y0, x1, y1))).toBeNull()
})

test('two bars are no lone bar', () => {
  const bars = barOf(ink => {
    fill(ink, 20, 19, 30, 21)
    fill(ink, 40, 19, 50, 21)
  })
  expect(bars).toBeNull()
})

test('a small dash is a stroke of its own, a dot that stands alone is left over and told', () => {
  const ink = blank(80, 40)
  fill(ink, 10, 19, 14, 21)
  fill(ink, 60, 19, 63, 22)
  const { strokes, left } = printOf(ink, EM, null)
  expect(strokes.data[19 * 80 + 11]).toBe(1)
  expect(strokes.data[19 * 80 + 61]).toBe(0)
  expect(left).toEqual([[60, 19, 63, 22]])
})
