import { expect, test } from 'vitest'
import { markOf } from '../../../src/ocr/lines/marks.ts'
import type { Ink } from '../../../src/ocr/picture/raster.ts'
import { boxOf, withBoxes } from '../../../src/ocr/read/boxes.ts'
import { blank, fill } from '../drawing.ts'

/** Glyph height of the drawings, in pixels. */
const EM = 24

/** Draws a box of 20 pixels at `left`, two pixels thick. */
function frame(ink: Ink, left: number): void {
  for (const [x0, y0, x1, y1] of [
    [0, 0, 20, 2],
    [0, 18, 20, 20],
    [0, 0, 2, 20],
    [18, 0, 20, 20],
  ] as const)
    fill(ink, left + x0, y0, left + x1, y1)
}

const shapeOf = (draw: (ink: Ink) => void) => {
  const ink = blank(24, 24)
  draw(ink)
  const mark = markOf(ink, [0, 0, 24, 24])
  return mark && boxOf(mark, EM)
}

const tick = (ink: Ink, left: number): void => {
  for (let step = 0; step < 5; step++) fill(ink, left + 4 + step, 8 + step, left + 7 + step, 9 + step)
  for (let step = 0; step < 7; step++) fill(ink, left + 8 + step, 13 - step, left + 11 + step, 14 - step)
  fill(ink, left + 6, 13, left + 14, 14)
}

test.each([
  ['an empty box', '□', (ink: Ink) => frame(ink, 0)],
  [
    'a ticked one',
    '☑',
    (ink: Ink) => {
      frame(ink, 0)
      tick(ink, 0)
    },
  ],
  ['a filled one', '■', (ink: Ink) => fill(ink, 0, 0, 20, 20)],
])('%s is told by its shape', (_, text, draw) => {
  expect(shapeOf(draw)).toBe(text)
})

test('口 has legs, and a digit is no square', () => {
  const legs = (ink: Ink) => {
    frame(ink, 0)
    fill(ink, 0, 20, 2, 23)
    fill(ink, 18, 20, 20, 23)
  }
  expect(shapeOf(legs)).toBeNull()
  expect(shapeOf(ink => fill(ink, 0, 0, 8, 20))).toBeNull()
})

test('a ticked box that was left out of a line is put in, one that was read as 口 takes its place; what is read for sure stays', () => {
  const ink = blank(120, 24)
  frame(ink, 0)
  fill(ink, 30, 0, 48, 20)
  frame(ink, 60)
  tick(ink, 60)
  const line = { ink: [0, 0, 120, 20], within: [0, 0, 120, 24] } as const
  const seen = { line, box: line.ink, missed: [], ink, em: EM }
  const character = (text: string, middle: number, score: number) => ({ text, score, at: middle / 120, others: [] })
  const read = withBoxes([character('口', 10, 0.9), character('是', 39, 0.99)], seen)
  expect(read.map(({ text }) => text).join('')).toBe('□是☑')
  expect(read.filter(({ text }) => text !== '是').every(({ score }) => score < 0.9)).toBe(true)
})
