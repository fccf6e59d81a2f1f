import { expect, test } from 'vitest'
import { lone, type ReadCharacter, textOfReading } from '../../../src/ocr/engine/engine.ts'
import { withComparison, withSign } from '../../../src/ocr/read/leading-sign.ts'
import type { SeenLine } from '../../../src/ocr/read/seen-line.ts'
import { blank, fill } from '../drawing.ts'

const EM = 16
/** Characters in the middles of their places, `places` counted from the left of a line of digits 8 pixels wide each. */
const read = (text: string, places: readonly number[]): ReadCharacter[] =>
  [...text].map((character, index) => ({ ...lone(character, 0.99), at: ((places[index] ?? 0) * 8 + 4) / 80 }))

/** A line of ten places, digits as blocks from the given place on and something else before them. */
function seen(from: number, draw: (ink: ReturnType<typeof blank>) => void): SeenLine {
  const ink = blank(80, 16)
  for (let place = from; place < 10; place++) fill(ink, place * 8 + 1, 1, place * 8 + 7, 15)
  draw(ink)
  return { line: { ink: [0, 0, 80, 16], within: [0, 0, 80, 16] }, box: [0, 0, 80, 16], missed: [], ink, em: EM }
}
const twoBars = (ink: ReturnType<typeof blank>): void => {
  fill(ink, 0, 4, 10, 6)
  fill(ink, 0, 9, 10, 11)
}
const DIGITS = [2, 3, 4, 5, 6, 7, 8, 9]

test('a sign that was left out before a figure is told by its shape, and is not sure', () => {
  const characters = withSign(read('98.50000', DIGITS), seen(2, twoBars))
  expect(textOfReading({ characters })).toBe('=98.50000')
  expect(characters[0]?.score).toBeLessThan(0.9)
})

test('two bars before a figure are =, though one bar was read', () => {
  expect(textOfReading({ characters: withSign(read('-10000000', [0, ...DIGITS]), seen(2, twoBars)) })).toBe('=10000000')
  const oneBar = seen(2, ink => fill(ink, 0, 7, 10, 9))
  expect(textOfReading({ characters: withSign(read('-10000000', [0, ...DIGITS]), oneBar) })).toBe('-10000000')
})

test('a figure before which stands ink that is no sign is doubtful as a whole', () => {
  const blot = seen(2, ink => fill(ink, 0, 0, 10, 16))
  const characters = withSign(read('98.50000', DIGITS), blot)
  expect(textOfReading({ characters })).toBe('98.50000')
  expect(characters.every(({ score }) => score <= 0.5)).toBe(true)
})

test('a figure with nothing before it, or with dirt, stays as it was read', () => {
  const characters = read('98.50000', DIGITS)
  for (const draw of [() => undefined, (ink: ReturnType<typeof blank>) => fill(ink, 0, 7, 3, 9)])
    expect(withSign(characters, seen(2, draw))).toEqual(characters)
})

test('a letter before digits is a comparison only where its shape is one', () => {
  const arrow = (ink: ReturnType<typeof blank>): void => {
    for (let step = 0; step < 6; step++) {
      fill(ink, 2 * step, step, 2 * step + 2, step + 1)
      fill(ink, 2 * step, 10 - step, 2 * step + 2, 11 - step)
    }
    fill(ink, 0, 13, 12, 15)
  }
  const characters = withComparison(read('Vl0000000', [0, ...DIGITS]), seen(2, arrow))
  expect(characters && textOfReading({ characters })).toBe('≥10000000')
  expect(withComparison(read('VA0000000', [0, ...DIGITS]), seen(2, arrow))).toBe(null)
  expect(
    withComparison(
      read('Vl0000000', [0, ...DIGITS]),
      seen(2, ink => fill(ink, 0, 0, 10, 16)),
    ),
  ).toBe(null)
})
