import { expect, test } from 'vitest'
import type { Grey, PixelBox } from '../../../src/ocr/picture/raster.ts'
import { shadesOf } from '../../../src/ocr/picture/shades.ts'

const EM = 20
const [WIDTH, HEIGHT] = [400, 300]

/** A white page with boxes of one grey level each, later ones over earlier ones. */
function painted(...boxes: readonly (readonly [level: number, box: PixelBox])[]): Grey {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (const [level, [x0, y0, x1, y1]] of boxes) for (let y = y0; y < y1; y++) data.fill(level, y * WIDTH + x0, y * WIDTH + x1)
  return { width: WIDTH, height: HEIGHT, data }
}

/** Strokes like those of a line of print, as wide as the white between them. */
const printAt = (x0: number, y0: number, x1: number): (readonly [number, PixelBox])[] =>
  Array.from({ length: Math.floor((x1 - x0) / 6) }, (_, index) => [0, [x0 + 6 * index, y0, x0 + 6 * index + 3, y0 + EM]])

test('pale stripes are found under their print, each to a quarter of a glyph', () => {
  const stripes: PixelBox[] = [
    [20, 40, 380, 80],
    [20, 120, 380, 160],
  ]
  const found = shadesOf(
    painted(...stripes.map(box => [244, box] as const), ...printAt(30, 50, 150), ...printAt(30, 90, 150)),
    EM,
  )
  expect(found).toHaveLength(stripes.length)
  found.forEach((box, index) => {
    for (const side of [0, 1, 2, 3] as const) expect(Math.abs(box[side] - (stripes[index]?.[side] ?? 0))).toBeLessThanOrEqual(5)
  })
})

test('a header of another tint is a stripe of its own', () => {
  expect(shadesOf(painted([221, [20, 40, 380, 80]], [238, [20, 80, 380, 120]]), EM)).toHaveLength(2)
})

test('a line of print is no stripe, nor is the shadow of a fold', () => {
  const shadow = Array.from({ length: 120 }, (_, y): readonly [number, PixelBox] => [
    255 - Math.min(y, 120 - y) / 2,
    [0, 150 + y, WIDTH, 151 + y],
  ])
  expect(shadesOf(painted(...printAt(20, 60, 380), ...shadow), EM)).toEqual([])
})

test('a pale seam between two cells painted below each other ends no stripe', () => {
  const header: PixelBox = [20, 40, 380, 70]
  expect(shadesOf(painted([217, header], [230, [20, 50, 380, 55]]), EM)).toHaveLength(1)
})
