import { expect, test } from 'vitest'
import type { ReadCharacter } from '../../../src/ocr/engine/engine.ts'
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
