import { expect, test } from 'vitest'
import type { Matrix } from '../../../src/page/operators/matrix.ts'
import { fillsOf, pathBounds, strokesOf } from '../../../src/page/operators/path.ts'

const SAME: Matrix = [1, 0, 0, 1, 0, 0]
const EVERYWHERE = [0, 0, 600, 800] as const
const [MOVE, LINE, CURVE, CLOSE] = [0, 1, 2, 4]
const rectangle = (left: number, top: number, right: number, bottom: number): number[] => [
  ...[MOVE, left, top, LINE, right, top],
  ...[LINE, right, bottom, LINE, left, bottom, CLOSE],
]
const path = (...numbers: readonly number[]): Float32Array => new Float32Array(numbers)

test('rectangles that are filled are boxes, and one in another is a frame of four sides', () => {
  expect(fillsOf(path(...rectangle(10, 20, 110, 40), ...rectangle(10, 50, 110, 70)), SAME).boxes).toEqual([
    [10, 20, 110, 40],
    [10, 50, 110, 70],
  ])
  expect(fillsOf(path(...rectangle(0, 0, 100, 50), ...rectangle(2, 1, 99, 48)), SAME).boxes).toEqual([
    [0, 0, 100, 1],
    [0, 48, 100, 50],
    [0, 0, 2, 50],
    [99, 0, 100, 50],
  ])
})

test('curves as high as letters are outlines and no boxes, larger ones are neither', () => {
  const curve = (size: number): number[] => [MOVE, 0, 0, CURVE, 0, size, size, size, size, 0, LINE, 0, size]
  expect(fillsOf(path(...curve(12)), SAME)).toMatchObject({ boxes: [], outlines: 1 })
  expect(fillsOf(path(...curve(300)), SAME)).toMatchObject({ boxes: [], outlines: 0 })
})

test('a border that a drawing program made a curve is a line and a box all the same', () => {
  const line = path(MOVE, 10, 50, CURVE, 40, 50, 80, 50, 110, 50)
  expect(strokesOf(line, SAME, { lineWidth: 1, clip: EVERYWHERE, close: false })).toMatchObject([{ x0: 10, x1: 110, y1: 50 }])
  const side = (x: number, y: number): number[] => [CURVE, x, y, x, y, x, y]
  const box = path(MOVE, 10, 20, ...side(110, 20), ...side(110, 21), ...side(10, 21), CLOSE)
  expect(fillsOf(box, SAME)).toMatchObject({ boxes: [[10, 20, 110, 21]], outlines: 0 })
})

test('a stroke is as long as its clip shows of it, and as wide as the matrix makes it', () => {
  const options = { lineWidth: 1, clip: [0, 0, 60, 100] as const, close: false }
  const [stroke, ...more] = strokesOf(path(MOVE, 5, 25, LINE, 100, 25), [2, 0, 0, 2, 0, 0], options)
  expect(more).toEqual([])
  expect(stroke).toMatchObject({ x0: 10, y0: 50, y1: 50, width: 2 })
  expect(stroke?.x1).toBeLessThan(63)
})

test('a path that is closed draws its last side, one that is not does not', () => {
  const corner = path(MOVE, 0, 0, LINE, 10, 0, LINE, 10, 10)
  const drawn = (close: boolean): number => strokesOf(corner, SAME, { lineWidth: 1, clip: EVERYWHERE, close }).length
  expect([drawn(false), drawn(true)]).toEqual([2, 3])
})

test('a path without a point has no bounds, and an operator that is none is told', () => {
  expect(pathBounds(path(), SAME)).toBe(null)
  expect(pathBounds(path(MOVE, 3, 4, LINE, 1, 9), SAME)).toEqual([1, 4, 3, 9])
  expect(() => pathBounds(path(9), SAME)).toThrow('unknown path operator 9')
})

test('a line whose ends are round is a box, whichever way it runs; a dash of letters is none', () => {
  const capsule = (length: number, width: number): number[] => [
    ...[MOVE, 1, 0, LINE, length - 1, 0, CURVE, length, 0, length, width, length - 1, width],
    ...[LINE, 1, width, CURVE, 0, width, 0, 0, 1, 0, CLOSE],
  ]
  expect(fillsOf(path(...capsule(30, 0.5)), SAME).boxes).toEqual([[1, 0, 29, 0.5]])
  expect(fillsOf(path(...capsule(30, 0.5)), [0, 1, -1, 0, 0, 0]).boxes).toEqual([[-0.5, 1, 0, 29]])
  expect(fillsOf(path(...capsule(9, 1)), SAME).boxes).toEqual([])
})
