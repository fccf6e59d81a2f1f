import { expect, test } from 'vitest'
import { withFaintEnds } from '../../../src/ocr/lines/faint.ts'
import type { Ink } from '../../../src/ocr/picture/raster.ts'

const EM = 20
const [WIDTH, HEIGHT] = [200, 40]

/** Ink in the given boxes: left, top, right, bottom in pixels. */
function inkIn(...boxes: readonly (readonly [number, number, number, number])[]): Ink {
  const data = new Uint8Array(WIDTH * HEIGHT)
  for (const [x0, y0, x1, y1] of boxes) for (let y = y0; y < y1; y++) data.fill(1, y * WIDTH + x0, y * WIDTH + x1)
  return { width: WIDTH, height: HEIGHT, data }
}

/** A line of figures from 100 to 160 in a cell from 40 to 180. */
const LINE = { ink: [100, 10, 160, 30], within: [40, 0, 180, 40] } as const

test('a pale digit beside the line is part of it', () => {
  expect(withFaintEnds(LINE, inkIn([100, 10, 160, 30], [85, 10, 95, 30]), EM).ink).toEqual([85, 10, 160, 30])
  expect(withFaintEnds(LINE, inkIn([100, 10, 160, 30], [165, 10, 175, 30]), EM).ink).toEqual([100, 10, 175, 30])
})

test('what is further off than a digit, a speck, and what is beyond the border are no part', () => {
  const far = inkIn([60, 10, 80, 30])
  const speck = inkIn([94, 20, 96, 21])
  const beyond = inkIn([30, 10, 100, 30])
  expect(withFaintEnds(LINE, far, EM).ink).toEqual(LINE.ink)
  expect(withFaintEnds(LINE, speck, EM).ink).toEqual(LINE.ink)
  expect(withFaintEnds(LINE, beyond, EM).ink[0]).toBe(LINE.within[0])
})

test('a line stays as long as it was where nothing pale is beside it', () => {
  expect(withFaintEnds(LINE, inkIn(), EM)).toEqual(LINE)
})
