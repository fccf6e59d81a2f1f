import { expect, test } from 'vitest'
import { linesOf } from '../../../src/ocr/lines/lines.ts'
import { printOf } from '../../../src/ocr/lines/specks.ts'
import { inkOf } from '../../../src/ocr/picture/ink.ts'
import { crop, resize, turned } from '../../../src/ocr/picture/raster.ts'
import { level, skewOf } from '../../../src/ocr/picture/skew.ts'
import { blank, fill, greyFrom, inkFrom, rowsOf } from '../drawing.ts'

test('a quarter turn clockwise brings the left side up', () => {
  const picture = greyFrom(inkFrom(['#..', '...']))
  expect(turned(picture, 90)).toMatchObject({ width: 2, height: 3, data: Uint8Array.of(255, 0, 255, 255, 255, 255) })
  expect(turned(picture, 270).data).toEqual(Uint8Array.of(255, 255, 255, 255, 0, 255))
  expect(turned(turned(picture, 90), 270)).toEqual(picture)
})

test('a crop beyond the edge is white there', () => {
  const picture = { width: 2, height: 1, data: Uint8Array.of(10, 20) }
  expect(crop(picture, [1, 0, 3, 2]).data).toEqual(Uint8Array.of(20, 255, 255, 255))
})

test('a larger size keeps what is even', () => {
  expect(resize({ width: 2, height: 2, data: Uint8Array.of(7, 7, 7, 7) }, 5, 3).data.every(value => value === 7)).toBe(true)
})

test('a page is turned level by the slope of its lines', () => {
  const ink = blank(800, 400)
  for (let row = 0; row < 6; row++) {
    for (let x = 40; x < 760; x++) {
      const y = Math.round(60 + row * 50 + Math.tan((1.2 * Math.PI) / 180) * x)
      fill(ink, x, y, x + 1, y + 3)
    }
  }
  const skew = skewOf(ink)
  expect(skew).toBeCloseTo(1.2, 1)
  expect(Math.abs(skewOf(inkOf(level(greyFrom(ink), skew), 20)))).toBeLessThan(0.1)
})

test('noise is no print, a point beside a digit is', () => {
  const rows = [
    '................................',
    '.####...........................',
    '.####...........................',
    '.####...........................',
    '.####.##.................##.....',
    '.####.##.................##.....',
    '................................',
  ]
  expect(rowsOf(printOf(inkFrom(rows), 12, null).ink)[4]).toBe('.####.##........................')
})

test('a 二 is one line, two lines are two', () => {
  const ink = blank(60, 120)
  fill(ink, 10, 10, 30, 13)
  fill(ink, 8, 24, 32, 27)
  fill(ink, 8, 60, 50, 78)
  const print = printOf(ink, 20, null)
  expect(linesOf(print, [0, 0, 60, 120], 20).map(line => line.ink)).toEqual([
    [8, 10, 32, 27],
    [8, 60, 50, 78],
  ])
})
