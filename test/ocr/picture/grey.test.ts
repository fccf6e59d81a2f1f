import { describe, expect, test } from 'vitest'
import { greyOf } from '../../../src/ocr/picture/grey.ts'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'

type Colour = readonly [number, number, number]
type Painted = readonly [PixelBox, Colour]

const [WIDTH, HEIGHT] = [800, 240]
/** A line of black print, or a ruling, crosses the page at this height. */
const PRINT = 120
const BLACK: Colour = [20, 20, 20]
const RED: Colour = [205, 40, 50]

/** A page with boxes painted over each other, and a black line over all; `scale` is pixels a point. */
function pageOf(painted: readonly Painted[], scale = 2) {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255)
  for (const [[x0, y0, x1, y1], colour] of [...painted, [[10, PRINT, WIDTH - 10, PRINT + 3], BLACK] as const])
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) data.set(colour, (y * WIDTH + x) * 4)
  return { width: WIDTH, height: HEIGHT, data, scale }
}

const inColour = (boxes: readonly PixelBox[], colour: Colour): Painted[] => boxes.map(box => [box, colour])

/** The frame of a seal, open on one side as poor ink leaves it, with a word in it. */
const sealAt = (left: number): PixelBox[] => [
  [left, 60, left + 120, 66],
  [left, 60, left + 6, 180],
  [left, 174, left + 120, 180],
  [left + 40, 100, left + 80, 112],
]

/** The strokes of a figure. */
const figureAt = (left: number, top: number): PixelBox[] => [0, 8, 16, 24].map(by => [left + by, top, left + by + 4, top + 14])

const at = ({ data }: { readonly data: Uint8Array }, x: number, y: number): number => data[y * WIDTH + x] ?? 0

describe.each([
  ['red', RED],
  ['blue', [50, 70, 180]],
  ['purple', [120, 30, 140]],
  ['green', [30, 140, 60]],
] as const)('a %s seal', (_, colour) => {
  test('becomes paper with what stands in it, print under it stays', () => {
    const { grey, seals } = greyOf(pageOf(inColour(sealAt(100), colour)))
    expect(at(grey, 103, 80)).toBeGreaterThan(240)
    expect(at(grey, 150, 106)).toBeGreaterThan(240)
    expect(at(grey, 103, PRINT + 1)).toBeLessThan(60)
    expect(seals?.data[5 * seals.width + 6]).toBe(0)
  })

  test('is no figure of its colour', () => {
    const { grey, seals } = greyOf(pageOf(inColour(figureAt(20, 20), colour)))
    expect(at(grey, 21, 25)).toBeLessThan(130)
    expect(seals).toBeNull()
  })
})

describe('no seal', () => {
  const tick: PixelBox[] = [
    [10, 184, 50, 188],
    [10, 184, 14, 224],
    [46, 184, 50, 224],
  ]
  const frame: PixelBox[] = [
    [4, 4, 796, 6],
    [4, 234, 796, 236],
    [10, 4, 12, 236],
    [794, 4, 796, 236],
  ]
  const rulings: PixelBox[] = [0, 1, 2, 3].flatMap(line => [
    [0, 4 + 60 * line, 796, 6 + 60 * line],
    [2 + 260 * line, 4, 4 + 260 * line, 186],
  ])
  test.each([
    ['blue paper', [[10, 140, 350, 236]], 2],
    ['a box to be ticked', tick, 2],
    ['the frame of a page', frame, 0.5],
    ['the rulings of a small table', rulings, 3],
  ] as const)('is %s', (_, boxes, scale) => {
    const { grey, seals } = greyOf(pageOf(inColour(boxes, [50, 70, 180]), scale))
    expect(at(grey, 11, 185)).toBeLessThan(130)
    expect(seals).toBeNull()
  })
})

test('the thin stroke of a blue pen becomes paper, print under it stays', () => {
  const stroke = Array.from({ length: 60 }, (_, step): PixelBox => [100 + step, 150 - step, 103 + step, 152 - step])
  const { grey, seals } = greyOf(pageOf(inColour(stroke, [40, 60, 170])))
  expect(at(grey, 101, 150)).toBeGreaterThan(240)
  expect(at(grey, 151, 100)).toBeGreaterThan(240)
  expect(at(grey, 130, PRINT + 1)).toBeLessThan(60)
  expect(seals?.data[7 * seals.width + 7]).toBe(0)
})

test('the ink of each seal is taken out by its own measure', () => {
  const { grey } = greyOf(
    pageOf([...inColour(sealAt(20), RED), ...inColour(sealAt(200), [130, 50, 140]), ...inColour(sealAt(380), [20, 80, 190])]),
  )
  for (const left of [23, 203, 383]) expect(at(grey, left, 80)).toBeGreaterThan(250)
})

describe('red beside a seal', () => {
  const seal = inColour(sealAt(20), RED)

  test('is print where it is far from it, and the rest of it near', () => {
    const { grey } = greyOf(pageOf([...seal, ...inColour(figureAt(700, 20), RED), ...inColour(figureAt(200, 20), RED)]))
    expect(at(grey, 701, 25)).toBeLessThan(130)
    expect(at(grey, 201, 25)).toBeGreaterThan(240)
  })

  test('is print where a mark stands on print elsewhere, but not on a page of such marks', () => {
    const figures = [300, 400, 500, 600, 700].flatMap(left => inColour(figureAt(left, 20), RED))
    const marks = [300, 400].map(left => inColour(figureAt(left, PRINT - 5), RED))
    const printOf = (painted: readonly Painted[]) => at(greyOf(pageOf(painted)).grey, 701, 25)
    expect(printOf([...figures, ...(marks[0] ?? [])])).toBeLessThan(130)
    expect(printOf([...figures, ...marks.flat()])).toBeGreaterThan(240)
  })

  test.each([
    ['a mark on print', inColour(figureAt(700, PRINT - 5), RED), PRINT + 6],
    ['a speck', inColour([[700, 24, 704, 28]], RED), 25],
    ['a cast of the paper', inColour([[700, 16, 740, 40]], [230, 180, 185]), 30],
  ] as const)('is no print where it is %s', (_, painted, y) => {
    expect(at(greyOf(pageOf([...seal, ...painted])).grey, 701, y)).toBeGreaterThan(240)
  })
})
