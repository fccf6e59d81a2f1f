import { expect, test } from 'vitest'
import { textOfReading } from '../../../src/ocr/engine/engine.ts'
import type { Layout } from '../../../src/ocr/layout.ts'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'
import { loneMarks } from '../../../src/ocr/read/lone-marks.ts'
import type { ReadLine } from '../../../src/ocr/read/read-line.ts'
import { blank, fill } from '../drawing.ts'

const EM = 20
const CELL: PixelBox = [0, 0, 200, 100]

const lineOf = (text: string, ink: PixelBox): ReadLine => ({
  line: { ink, within: CELL },
  box: ink,
  characters: [...text].map((character, index) => ({
    text: character,
    score: 0.99,
    at: (index + 0.5) / text.length,
    others: [],
  })),
  readings: [],
})

/** The texts of a cell with a line of text and, below it, a ring of a size that is read as 0. */
function readBelow(text: string, size: number): string[] {
  const ink = blank(200, 100)
  fill(ink, 10, 50, 10 + size, 50 + size)
  for (let y = 52; y < 48 + size; y++) ink.data.fill(0, y * 200 + 12, y * 200 + 8 + size)
  const lines = [lineOf(text, [10, 10, 190, 30]), lineOf('0', [10, 50, 10 + size, 50 + size])]
  const layout = { print: { ink, strokes: ink, left: [] }, em: EM } as unknown as Layout
  return loneMarks(lines, layout).map(textOfReading)
}

test('a full stop for which the line above had no room is one', () => {
  expect(readBelow('警钟长鸣的效果', 6)).toEqual(['警钟长鸣的效果', '。'])
})

test('a digit below a text is as high as a digit, and a small one below a figure is no full stop', () => {
  expect(readBelow('警钟长鸣的效果', 15)).toEqual(['警钟长鸣的效果', '0'])
  expect(readBelow('12.50', 6)).toEqual(['12.50', '0'])
})
