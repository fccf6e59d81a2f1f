import { expect, test } from 'vitest'
import { type LineReading, lone, NOTHING_READ, textOfReading } from '../../../src/ocr/engine/engine.ts'
import { decide } from '../../../src/ocr/read/decide.ts'
import { blank, fill } from '../drawing.ts'

const EM = 20

type Area = readonly [x0: number, y0: number, x1: number, y1: number]

/** A cell of 200 by 40 pixels with these filled areas, and what looks at its line gave. */
function decided(areas: readonly Area[], ...looks: readonly LineReading[]) {
  const ink = blank(200, 40)
  for (const [x0, y0, x1, y1] of areas) fill(ink, x0, y0, x1, y1)
  const at = (side: 0 | 1 | 2 | 3): number[] => areas.map(area => area[side])
  const around = [Math.min(...at(0)), Math.min(...at(1)), Math.max(...at(2)), Math.max(...at(3))] as const
  const line = { ink: around, within: [0, 0, 200, 40] as const }
  return decide(
    { print: { ink, strokes: ink, bars: [], left: [] }, em: EM, seals: null },
    { line, box: around, reading: looks[0] ?? NOTHING_READ },
    looks,
  )
}

const read = (text: string, figures: LineReading['figures'] = []): LineReading => ({
  characters: [...text].map((character, at) => ({ ...lone(character, 0.99), at: (at + 0.5) / text.length })),
  missed: [],
  figures,
})
const sure = (characters: readonly { readonly score: number }[]): number => Math.min(...characters.map(({ score }) => score))

/** Blocks of ink as high as print, one for each character. */
const blocks = (count: number): Area[] =>
  Array.from({ length: count }, (_, at) => [20 + 14 * at, 10, 30 + 14 * at, 30] as const)

test('a bar alone is a dash whatever was read, as wide as it is printed', () => {
  expect(textOfReading(decided([[90, 19, 98, 21]], read('一')))).toBe('-')
  expect(textOfReading(decided([[90, 19, 108, 21]], read('一')))).toBe('—')
})

test('a figure is what all looks together find likeliest, and in doubt where they differ', () => {
  const [one, other] = [
    [{ text: '507.53', score: 0.9 }],
    [
      { text: '507.33', score: 0.5 },
      { text: '507.53', score: 0.4 },
    ],
  ]
  const alone = decided(blocks(6), read('507.53', one))
  expect([textOfReading(alone), sure(alone.characters)]).toEqual(['507.53', 0.9])
  const both = decided(blocks(6), read('507.53', one), read('507.33', other))
  expect(textOfReading(both)).toBe('507.53')
  expect(sure(both.characters)).toBeLessThan(0.9)
  expect(both.readings.map(({ text }) => text)).toContain('507.33')
})

test('characters of a figure keep the places that were seen, or are spread between the first and the last', () => {
  const places = (text: string, figure: string): number[] =>
    decided(blocks(4), read(text, [{ text: figure, score: 0.9 }])).characters.map(({ at }) => at)
  expect(places('18.5', '13.5')).toEqual([0.125, 0.375, 0.625, 0.875])
  expect(places('18', '1.80')).toEqual([0.25, expect.closeTo(0.4167, 3), expect.closeTo(0.5833, 3), 0.75])
})

test('ink in which nothing was read is unreadable, and a speck may be dirt', () => {
  const [large] = decided(blocks(1), NOTHING_READ).characters
  expect(large).toMatchObject({ text: '\uFFFD', score: 0 })
  expect(decided([[90, 20, 95, 25]], NOTHING_READ).characters).toEqual([])
})
