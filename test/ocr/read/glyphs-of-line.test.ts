import { expect, test } from 'vitest'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'
import { glyphsOf } from '../../../src/ocr/read/glyphs-of-line.ts'
import type { Glyph } from '../../../src/page/page.ts'

const EM = 20

/** After which glyphs of a line there is white. */
const gapsIn = (glyphs: readonly Glyph[]): number[] =>
  glyphs.slice(1).flatMap(({ box: [left] }, index) => (left > (glyphs[index]?.box[2] ?? 0) ? [index] : []))

/** A line of print in pixels, its characters in the middle of equal places but for the first, seen a step too early. */
function line(text: string, readings: readonly string[]) {
  const ink: PixelBox = [100, 100, 170, 114]
  const places = [...text].map((character, index) => {
    const at = index === 0 ? 0.02 : (index + 0.5) / text.length
    return { text: character, score: 0.99, at, others: [] }
  })
  return { line: { ink, within: ink }, box: ink, characters: places, readings: readings.map(it => ({ text: it, score: 0.99 })) }
}

test('the digits of one figure touch, however roughly their places are known', () => {
  expect(gapsIn(glyphsOf(line('2081901', ['2081901']), EM, 1))).toEqual([])
})

test('between letters that are no figure white is left', () => {
  expect(gapsIn(glyphsOf(line('A081901', []), EM, 1))).toEqual([0])
})
