import { expect, test } from 'vitest'
import { withoutGreySeals } from '../../../src/ocr/picture/grey-seals.ts'
import type { Ink } from '../../../src/ocr/picture/raster.ts'
import { sealShare } from '../../../src/ocr/picture/seal-places.ts'
import { rimsOf, withRims } from '../../../src/ocr/picture/seal-rims.ts'
import { blank, fill } from '../drawing.ts'

/** Glyph height of the drawings, in pixels. */
const EM = 20

function ring(ink: Ink, x: number, y: number, across: number, down = across): void {
  for (let step = 0; step < 2000; step++) {
    const angle = (step * 2 * Math.PI) / 2000
    const [left, top] = [Math.round(x + across * Math.cos(angle)), Math.round(y + down * Math.sin(angle))]
    fill(ink, Math.max(0, left - 2), top - 2, Math.max(0, left + 2), top + 2)
  }
}

/** Takes out a bar of ink, as erasing a ruling does. */
function cut({ width, data }: Ink, from: number, to: number): void {
  data.fill(0, from * width, to * width)
}

test('a seal without colour is told by its rim, also where print touches it', () => {
  const ink = blank(500, 400)
  ring(ink, 200, 200, 120)
  fill(ink, 310, 190, 380, 196)
  const seals = withRims(null, rimsOf(ink, EM), ink)
  expect(sealShare(seals, [150, 150, 250, 250])).toBe(1)
  expect(sealShare(seals, [400, 150, 480, 250])).toBe(0)
})

test('an oval seal that rulings have cut in arcs is one seal', () => {
  const ink = blank(500, 400)
  ring(ink, 200, 200, 120, 140)
  for (const y of [90, 150, 210, 270]) cut(ink, y, y + 4)
  const [rim, ...others] = rimsOf(ink, EM)
  expect(others).toEqual([])
  expect(rim?.x).toBeCloseTo(200, -0.5)
  expect(rim?.radius[0]).toBeCloseTo(120, -0.5)
  expect(rim?.radius[1]).toBeCloseTo(140, -0.5)
})

test('print stays where a paler seal is taken away, whether it is under the seal or beside it', () => {
  const seal = blank(500, 400)
  ring(seal, 200, 200, 120)
  const print = blank(500, 400)
  fill(print, 60, 195, 140, 205)
  const both = { ...seal, data: seal.data.map((value, at) => value | (print.data[at] ?? 0)) }
  const grey = { ...both, data: both.data.map((_, at) => (print.data[at] === 1 ? 40 : seal.data[at] === 1 ? 130 : 255)) }
  const clean = withoutGreySeals({ grey, ink: both }, rimsOf(seal, EM), 215)
  expect(Buffer.from(clean.ink.data).equals(print.data)).toBe(true)
  expect(Buffer.from(clean.grey.data).equals(print.data.map(value => (value === 1 ? 40 : 255)))).toBe(true)
})

test('a grey seal that the edge of the sheet cuts takes nothing away at the other edge', () => {
  const ink = blank(500, 400)
  ring(ink, 90, 200, 100)
  fill(ink, 494, 195, 499, 205)
  const grey = { ...ink, data: ink.data.map(value => (value === 1 ? 130 : 255)) }
  const clean = withoutGreySeals({ grey, ink }, rimsOf(ink, EM), 215)
  expect(clean.ink.data[200 * 500 + 496]).toBe(1)
  expect(clean.grey.data[200 * 500 + 496]).toBe(130)
})

test('a box, a bar and a ring of the size of print are no seal', () => {
  const ink = blank(500, 400)
  for (const edge of [50, 290]) {
    fill(ink, edge, 50, edge + 4, 294)
    fill(ink, 50, edge, 294, edge + 4)
  }
  fill(ink, 320, 20, 480, 24)
  ring(ink, 400, 200, 12)
  expect(withRims(null, rimsOf(ink, EM), ink)).toBeNull()
})
