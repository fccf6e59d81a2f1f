import { expect, test } from 'vitest'
import { glyphHeight } from '../../../src/ocr/picture/glyph-height.ts'
import { blank, fill } from '../drawing.ts'

test('a guess far above the print gives way to the ink, a fair one stays', () => {
  const ink = blank(800, 200)
  for (let n = 0; n < 40; n++) fill(ink, 10 + n * 18, 50, 18 + n * 18, 66)
  expect(glyphHeight(ink, 30)).toBeCloseTo(20)
  expect(glyphHeight(ink, 22)).toBe(22)
})

test('a few patches say nothing', () => {
  const ink = blank(200, 200)
  fill(ink, 10, 50, 18, 66)
  expect(glyphHeight(ink, 30)).toBe(30)
})
