import { expect, test } from 'vitest'
import { doubtsOf } from '../../src/ocr/doubted-figures.ts'
import type { PixelBox } from '../../src/ocr/picture/raster.ts'

const INK: PixelBox = [100, 50, 140, 70]

/** What a figure may be that was read as `text` with a score. */
function readingsOf(text: string, score: number): string[] {
  const line = { line: { ink: INK, within: INK }, box: INK, characters: [], readings: [{ text, score }] }
  return doubtsOf([line], 1, 2).flatMap(({ readings }) => readings.map(reading => reading.text))
}

test('a digit hardly seen may be what a seal left in an empty cell, a figure of several digits is print', () => {
  expect(readingsOf('5', 0.1)).toEqual(['5', ''])
  expect(readingsOf('873', 0.17)).toEqual([])
})

test('a digit that was seen is no dirt', () => {
  expect(readingsOf('5', 0.6)).toEqual([])
})
