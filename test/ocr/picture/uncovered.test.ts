import { expect, test } from 'vitest'
import { greyOf } from '../../../src/ocr/picture/grey.ts'

const [WIDTH, HEIGHT] = [320, 320]
const [PAPER, PRINT] = [235, 70]
/** The opaque ink of a seal, and how much of the light it takes: samples of red ink are of two thirds opacity. */
const INK = [180, 0, 8] as const
const OPACITY = 0.65

/** Strokes of a seal five pixels wide, in a ring. */
const isSeal = (x: number, y: number): boolean => {
  const distance = Math.hypot(x - 160, y - 160)
  return Math.abs(distance - 130) < 4 || (distance < 110 && distance > 60 && (x + 400 - y) % 24 < 5)
}
/** Upright strokes of print two pixels wide, so far apart as digits. */
const isPrint = (x: number, y: number): boolean => y % 40 >= 14 && y % 40 < 26 && x % 8 < 2

const SPREAD = [1, 4, 6, 4, 1]

/** A page with print under a seal, its colour kept at half the resolution of its brightness, as JPEG does. */
function sealedPage() {
  const cover = Float32Array.from({ length: WIDTH * HEIGHT }, (_, at) =>
    isSeal(at % WIDTH, Math.floor(at / WIDTH)) ? OPACITY : 0,
  )
  const along = (values: Float32Array, step: number) =>
    values.map((_, at) => SPREAD.reduce((sum, share, by) => sum + (share / 16) * (values[at + (by - 2) * step] ?? 0), 0))
  const blurred = along(along(cover, 1), WIDTH)
  const bright = ([red, green, blue]: readonly [number, number, number]) => 0.299 * red + 0.587 * green + 0.114 * blue
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255)
  cover.forEach((share, at) => {
    const below = isPrint(at % WIDTH, Math.floor(at / WIDTH)) ? PRINT : PAPER
    const seen = below * (1 - share) + bright(INK) * share
    const tints = INK.map(channel => seen + (blurred[at] ?? 0) * (channel - bright(INK)))
    data.set(tints, 4 * at)
  })
  return { width: WIDTH, height: HEIGHT, data, scale: 200 / 72 }
}

/** Mean grey under the strokes of the seal, where there is print and where there is none. */
function underSeal(grey: Uint8Array): { readonly print: number; readonly paper: number } {
  const values: { print: number[]; paper: number[] } = { print: [], paper: [] }
  grey.forEach((value, at) => {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
    if (isSeal(x, y) && Math.hypot(x - 160, y - 160) < 110) values[isPrint(x, y) ? 'print' : 'paper'].push(value)
  })
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  return { print: mean(values.print), paper: mean(values.paper) }
}

test('print under the thin strokes of a seal keeps its contrast, and no stroke of the seal is left', () => {
  const { grey, uncovered } = greyOf(sealedPage())
  const taken = underSeal(grey.data)
  expect(uncovered).toHaveLength(2)
  for (const { data } of uncovered) {
    const { print, paper } = underSeal(data)
    expect(paper).toBeGreaterThan(PAPER - 20)
    expect(paper - print).toBeGreaterThan(1.5 * (taken.paper - taken.print))
  }
})

test('a page without a seal has nothing to lift', () => {
  const page = { width: WIDTH, height: HEIGHT, data: new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255), scale: 2 }
  expect(greyOf(page).uncovered).toEqual([])
})
