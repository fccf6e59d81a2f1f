import { expect, test } from 'vitest'
import type { ReadCharacter } from '../../../src/ocr/engine/engine.ts'
import type { Ink } from '../../../src/ocr/picture/raster.ts'
import { withRoom } from '../../../src/ocr/read/room.ts'
import { blank, fill } from '../drawing.ts'

/** Glyph height of the drawings, in pixels; a line is ten glyphs wide. */
const EM = 20
const LINE = [0, 0, 10 * EM, EM] as const

type Printed = readonly [text: string, middle: number, score?: number]

const read = (printed: readonly Printed[], ink = blank(10 * EM, EM)): readonly ReadCharacter[] =>
  withRoom(
    printed.map(([text, middle, score = 0.99]) => ({ text, score, at: middle / 10, others: [] })),
    { line: { ink: LINE, within: LINE }, box: LINE, missed: [], ink, em: EM },
  )
const textOf = (characters: readonly ReadCharacter[]): string => characters.map(({ text }) => text).join('')

test('what is seen between two Han characters that stand close together is none, and they are doubtful', () => {
  const characters = read([
    ['引', 1],
    ['1', 1.8, 0.4],
    ['资', 2.2],
    ['经', 3.2],
  ])
  expect(textOf(characters)).toBe('引资经')
  expect(characters.map(({ score }) => score >= 0.9)).toEqual([false, false, true])
})

test('a doubtful point where there is no room for a mark of full width is grain', () => {
  const printed = (score: number): Printed[] => [
    ['全', 1],
    ['.', 1.8, score],
    ['发', 2.5],
  ]
  expect(textOf(read(printed(0.2)))).toBe('全发')
  expect(textOf(read(printed(0.95)))).toBe('全.发')
})

test('a point before the first character of a line of Chinese is grain, before a figure it is not', () => {
  const [first, ...rest] = read([
    ['.', 0.5],
    ['中', 1.5],
    ['央', 2.5],
  ])
  expect(textOf([...(first ? [first] : []), ...rest])).toBe('中央')
  expect(first?.score).toBeLessThan(0.9)
  expect(
    textOf(
      read([
        ['.', 0.5],
        ['5', 1],
      ]),
    ),
  ).toBe('.5')
})

test('a digit that has its room, and one that is sure, stay', () => {
  expect(
    textOf(
      read([
        ['者', 1],
        ['1', 1.8, 0.4],
        ['次', 2.5],
      ]),
    ),
  ).toBe('者1次')
  expect(
    textOf(
      read([
        ['位', 1],
        ['：', 1.5],
        ['万', 2],
      ]),
    ),
  ).toBe('位：万')
})

test('a character seen twice in one place is one; one that is printed twice is two', () => {
  expect(
    textOf(
      read([
        ['商', 1],
        ['引', 2],
        ['引', 2.4],
        ['资', 3],
      ]),
    ),
  ).toBe('商引资')
  expect(
    textOf(
      read([
        ['事', 1],
        ['事', 2],
        ['业', 3],
      ]),
    ),
  ).toBe('事事业')
})

test('a doubtful point in a room of full width is the comma whose shape it has', () => {
  const ink = blank(10 * EM, EM)
  // a stroke that leans like 、
  for (let step = 0; step < 5; step++) fill(ink, 32 + step, 12 + step, 34 + step, 13 + step)
  expect(
    textOf(
      read(
        [
          ['府', 1],
          ['~', 1.8, 0.4],
          ['廉', 3],
        ],
        ink,
      ),
    ),
  ).toBe('府、廉')
  expect(
    textOf(
      read([
        ['府', 1],
        ['~', 1.8, 0.4],
        ['廉', 3],
      ]),
    ),
  ).toBe('府~廉')
})

/** A ring low in a line, as wide and as high as a full stop, with its left edge at `left`. */
function ring(ink: Ink, left: number): void {
  fill(ink, left, 10, left + 6, 16)
  for (let y = 12; y < 14; y++) ink.data.fill(0, y * ink.width + left + 2, y * ink.width + left + 4)
}

test('what is read as a digit at the end of a line of Chinese and is as low as a full stop is one', () => {
  const line: Printed[] = [
    ['效', 1],
    ['果', 2],
    ['0', 2.8, 0.95],
  ]
  const ink = blank(10 * EM, EM)
  ring(ink, 54)
  expect(textOf(read(line, ink))).toBe('效果。')
  // a digit has a digit's height
  const high = blank(10 * EM, EM)
  fill(high, 54, 3, 62, 18)
  expect(textOf(read(line, high))).toBe('效果0')
})

test('a mark at the end of a line that has the ink of a grain is none', () => {
  const line: Printed[] = [
    ['指', 1],
    ['标', 2],
    ['.', 3, 0.67],
  ]
  const ink = blank(10 * EM, EM)
  fill(ink, 60, 15, 61, 17)
  expect(textOf(read(line, ink))).toBe('指标')
})

test('a comma of full width seen twice is one', () => {
  expect(
    textOf(
      read([
        ['次', 1],
        ['，', 1.8],
        ['，', 2.2, 0.5],
        ['“', 3.6],
      ]),
    ),
  ).toBe('次，“')
})
