import { expect, test } from 'vitest'
import type { ReadCharacter } from '../../../src/ocr/engine/engine.ts'
import { sideBySide } from '../../../src/ocr/lines/side-by-side.ts'
import { blank, fill } from '../drawing.ts'

/** Glyph height of the drawings, in pixels. */
const EM = 20
const WIDTH = 200
const LINE = { ink: [10, 10, 190, 30], within: [0, 0, WIDTH, 40] } as const

/** A line of characters ten pixels wide that begin at `starts`; a blank is read and has no ink. */
function cutOf(text: string, starts: readonly number[]) {
  const ink = blank(WIDTH, 40)
  const characters = [...text].map((character, index): ReadCharacter => {
    const start = starts[index] ?? 0
    if (character !== ' ') fill(ink, start, 10, start + 9, 30)
    return { text: character, score: 0.99, at: (start + 5) / WIDTH, others: [] }
  })
  return sideBySide({ line: LINE, box: [0, 0, WIDTH, 40], reading: { characters, missed: [], figures: [] } }, ink, EM)
}

test('two figures side by side are two lines, each with an area of its own, also when the white was read as a blank', () => {
  const parts = [
    { ink: [10, 10, 39, 30], within: [0, 0, 50, 40] },
    { ink: [60, 10, 79, 30], within: [50, 0, WIDTH, 40] },
  ]
  expect(cutOf('1.246', [10, 20, 30, 60, 70])).toEqual(parts)
  expect(cutOf('1.2 46', [10, 20, 30, 45, 60, 70])).toEqual(parts)
})

test('one figure, and a text before a figure, are one line', () => {
  expect(cutOf('1.2', [10, 20, 30])).toEqual([LINE])
  expect(cutOf('支出46', [10, 20, 60, 70])).toEqual([LINE])
})

test('a mark beside an amount is a line of its own; a sign before a goal is part of it', () => {
  expect(cutOf('/1.20', [10, 60, 70, 80, 90])).toHaveLength(2)
  expect(cutOf('1.20!', [10, 20, 30, 40, 90])).toHaveLength(2)
  expect(cutOf('≥95', [10, 60, 70])).toEqual([LINE])
  expect(cutOf('共1.20', [10, 60, 70, 80, 90])).toEqual([LINE])
})
