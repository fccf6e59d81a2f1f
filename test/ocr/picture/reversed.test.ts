import { expect, test } from 'vitest'
import type { Grey } from '../../../src/ocr/picture/raster.ts'
import { unreversing } from '../../../src/ocr/picture/reversed.ts'

const EM = 20
const [PAPER, DARK, MIDDLING] = [250, 30, 90]

/** White paper with boxes of a grey, the later ones on top. */
function page(...boxes: readonly (readonly [x0: number, y0: number, x1: number, y1: number, grey: number])[]): Grey {
  const [width, height] = [600, 400]
  const data = new Uint8Array(width * height).fill(PAPER)
  for (const [x0, y0, x1, y1, grey] of boxes) for (let y = y0; y < y1; y++) data.fill(grey, y * width + x0, y * width + x1)
  return { width, height, data }
}

const at = ({ width, data }: Grey, x: number, y: number) => data[y * width + x] ?? -1

/** Strokes as a line of print has them, each 3 wide, 20 high. */
const print = (left: number, top: number, grey: number) =>
  Array.from({ length: 20 }, (_, n) => [left + 10 * n, top, left + 10 * n + 3, top + EM, grey] as const)

test('white print on a dark header is dark on white, and a line is left where the header ends', () => {
  const seen = page(
    [100, 100, 500, 140, MIDDLING],
    [299, 100, 301, 140, PAPER],
    ...print(120, 110, PAPER),
    ...print(120, 200, DARK),
  )
  const read = unreversing(seen, EM)?.(seen) ?? seen
  expect(at(read, 121, 120)).toBeLessThan(60)
  expect(at(read, 127, 120)).toBe(PAPER)
  expect(at(read, 450, 105)).toBe(PAPER)
  // the border between its cells, and its own
  expect(at(read, 300, 104)).toBeLessThan(60)
  const edges = [at(read, 450, 99), at(read, 450, 140), at(read, 99, 120), at(read, 500, 120)]
  expect(Math.max(...edges)).toBeLessThan(60)
  expect(at(read, 121, 210)).toBe(DARK)
  expect(at(read, 450, 210)).toBe(PAPER)
})

test.each([
  ['black print', page(...print(120, 110, DARK), ...print(125, 110, DARK))],
  ['a thick ruling', page([100, 100, 500, 106, DARK], ...print(120, 110, DARK))],
  ['the shadow of a fold', page([0, 0, 60, 400, MIDDLING], ...print(120, 110, DARK))],
  ['a black bar', page([100, 100, 500, 140, DARK])],
  ['a tinted header', page([100, 100, 500, 140, 200], ...print(120, 110, DARK))],
])('%s is no white print', (_, seen) => {
  expect(unreversing(seen, EM)).toBeNull()
})
