import { expect, test } from 'vitest'
import type { Ink } from '../../../src/ocr/picture/raster.ts'
import { sealShare } from '../../../src/ocr/picture/seal-places.ts'
import { withRims } from '../../../src/ocr/picture/seal-rims.ts'
import { blank, fill } from '../drawing.ts'

/** Glyph height of the drawings, in pixels. */
const EM = 20

function ring(ink: Ink, x: number, y: number, radius: number): void {
  for (let step = 0; step < 2000; step++) {
    const angle = (step * 2 * Math.PI) / 2000
    const [left, top] = [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))]
    fill(ink, left - 2, top - 2, left + 2, top + 2)
  }
}

test('a seal without colour is told by its rim, also where print touches it', () => {
  const ink = blank(500, 400)
  ring(ink, 200, 200, 120)
  fill(ink, 310, 190, 380, 196)
  const seals = withRims(null, ink, EM)
  expect(sealShare(seals, [150, 150, 250, 250])).toBe(1)
  expect(sealShare(seals, [400, 150, 480, 250])).toBe(0)
})

test('a box, a bar and a ring of the size of print are no seal', () => {
  const ink = blank(500, 400)
  for (const edge of [50, 290]) {
    fill(ink, edge, 50, edge + 4, 294)
    fill(ink, 50, edge, 294, edge + 4)
  }
  fill(ink, 320, 20, 480, 24)
  ring(ink, 400, 200, 12)
  expect(withRims(null, ink, EM)).toBeNull()
})
