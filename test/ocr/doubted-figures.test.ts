import { expect, test } from 'vitest'
import { doubtsOf } from '../../src/ocr/doubted-figures.ts'
import type { PixelBox } from '../../src/ocr/picture/raster.ts'

const INK: PixelBox = [100, 50, 140, 70]

/** What a figure may be that was read as `text` with a score. */
function readingsOf(text: string, score: number): string[] {
  return doubtful(text, [{ text, score }], score)
}

/** What a figure may be that stands on the page as `text`. */
function doubtful(
  text: string,
  readings: readonly { readonly text: string; readonly score: number }[],
  score: number,
): string[] {
  const characters = [...text].map(character => ({ text: character, score, at: 0.5, others: [] }))
  const line = { line: { ink: INK, within: INK }, box: INK, characters, readings }
  return doubtsOf([line], 1, 2).flatMap(({ readings: all }) => all.map(reading => reading.text))
}

test('a digit hardly seen may be what a seal left in an empty cell, a figure of several digits is print', () => {
  expect(readingsOf('5', 0.1)).toEqual(['5', ''])
  expect(readingsOf('873', 0.17)).toEqual([])
})

test('a digit that was seen is no dirt', () => {
  expect(readingsOf('5', 0.6)).toEqual([])
})

test('a figure with a sign may be one without, whether the recogniser saw the sign or only its shape tells', () => {
  expect(readingsOf('-44.57', 0.6)).toEqual(['-44.57', '44.57'])
  expect(readingsOf('-', 0.6)).toEqual([])
  expect(doubtful('-44.57', [{ text: '44.57', score: 0.99 }], 0.85)).toEqual(['-44.57', '44.57'])
})
