import { expect, test } from 'vitest'
import { inkOf } from '../../../src/ocr/picture/ink.ts'
import type { Ink } from '../../../src/ocr/picture/raster.ts'
import { keystoneOf, straightened } from '../../../src/ocr/rulings/keystone.ts'
import { scannedRulings } from '../../../src/ocr/rulings/scanned-rulings.ts'
import { blank, fill, greyFrom } from '../drawing.ts'

const EM = 20

/** A table of 5 × 5 lines on a sheet of 800 × 600, its lines spread by so much from the middle of the page on. */
function table(spread: number): Ink {
  const ink = blank(800, 600)
  for (let n = 0; n < 5; n++) {
    const [x, y] = [100 + n * 150, 100 + n * 100]
    for (let i = 100; i <= 700; i++) {
      const at = Math.round(y + spread * (y - 300) * (i - 400))
      fill(ink, i, at, i + 1, at + 3)
    }
    for (let i = 100; i <= 500; i++) fill(ink, x, i, x + 3, i + 1)
  }
  return ink
}

test('a table photographed at an angle is drawn straight', () => {
  const ink = table(0.0001)
  const keystone = keystoneOf(ink, EM)
  expect(keystone?.across.growth).toBeCloseTo(0.0001, 4)
  const straight = inkOf(straightened(greyFrom(ink), keystone ?? fail()), EM)
  const { horizontal } = scannedRulings(straight, EM)
  expect(horizontal).toHaveLength(5)
  for (const { middles } of horizontal) expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(3)
})

test('the edges of a picture that was turned say nothing of the table on it', () => {
  const ink = table(0.0001)
  for (let i = 20; i < 780; i++) fill(ink, i, Math.round(20 + 0.06 * i), i + 1, Math.round(20 + 0.06 * i) + 3)
  expect(keystoneOf(ink, EM)?.across.growth).toBeCloseTo(0.0001, 4)
})

test('a straight table is left alone, and so is a page with few lines', () => {
  expect(keystoneOf(table(0), EM)).toBeNull()
  expect(keystoneOf(blank(800, 600), EM)).toBeNull()
})

const fail = (): never => {
  throw new Error('no keystone')
}
