import { expect, test } from 'vitest'
import { linesOf } from '../../../src/ocr/lines/lines.ts'
import { blank, fill } from '../drawing.ts'

/** Glyph height of the drawing, in pixels. */
const EM = 20

test('the heads of the next line, where the area of a line reaches into it, are no line of their own', () => {
  const ink = blank(200, 80)
  fill(ink, 20, 10, 180, 30)
  fill(ink, 20, 36, 60, 56)
  const inArea = (bottom: number) =>
    linesOf({ ink, strokes: ink, bars: [], left: [] }, [10, 4, 190, bottom], EM).map(line => line.ink)
  expect(inArea(39)).toEqual([[20, 10, 180, 30]])
  expect(inArea(60)).toEqual([
    [20, 10, 180, 30],
    [20, 36, 60, 56],
  ])
})
