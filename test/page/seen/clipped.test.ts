import { expect, test } from 'vitest'
import type { Glyph } from '../../../src/page/page.ts'
import { type ClippedGlyph, DOUBTFUL, isOfFigure, shownPart, withoutClips } from '../../../src/page/seen/clipped.ts'

/** The characters of a text side by side from `x` on, 5 points wide and 10 high. */
const glyphs = (text: string, x = 0, top = 0): Glyph[] =>
  [...text].map((character, at) => ({
    ...{ text: character, baseline: top + 9, size: 10, font: 'Song', direction: 0, source: 'pdf', confidence: 1 },
    box: [x + 5 * at, top, x + 5 * at + 5, top + 10] as const,
  }))

const told = (all: readonly Glyph[]): string => all.map(({ text, confidence }) => (confidence < 1 ? `${text}?` : text)).join('')

test('a glyph is the part of it that its clip shows, and none where too little is left', () => {
  const [glyph] = glyphs('室')
  if (glyph === undefined) throw new Error('a glyph is wanted')
  expect(shownPart(glyph, [-1, -1, 9, 11])).toBe(glyph)
  expect(shownPart(glyph, [0, 0, 3, 10])?.box).toEqual([0, 0, 3, 10])
  expect(shownPart(glyph, [0, 0, 1, 10])).toBeNull()
  expect(shownPart(glyph, [20, 0, 30, 10])).toBeNull()
})

test('what is left of a figure whose first digits a clip cuts is in doubt, and no other figure', () => {
  const [cut, ...rest] = glyphs('1204.50')
  if (cut === undefined) throw new Error('a glyph is wanted')
  const other = glyphs('88.00', 100)
  expect(told(withoutClips([...rest, ...other], [{ whole: cut, part: null }]))).toBe('2?0?4?.?5?0?88.00')
  expect(Math.min(...withoutClips(rest, [{ whole: cut, part: null }]).map(({ confidence }) => confidence))).toBe(DOUBTFUL)
})

test('what a clip leaves of digits, points and signs looks like another figure, what it leaves of a word does not', () => {
  expect(glyphs('7,.%-').every(isOfFigure)).toBe(true)
  expect(glyphs('局A ').some(isOfFigure)).toBe(false)
})

test('a page that is painted in tiles shows each glyph once, whole, and doubts none', () => {
  const [whole] = glyphs('7')
  if (whole === undefined) throw new Error('a glyph is wanted')
  const parts = (
    [
      [0, 0, 3, 10],
      [2, 0, 5, 10],
    ] as const
  ).map(box => ({ ...whole, box }))
  const clipped: ClippedGlyph[] = parts.map(part => ({ whole, part }))
  const shown = withoutClips(parts, clipped)
  expect(shown.map(({ box }) => box)).toEqual([[0, 0, 5, 10]])
  expect(told(shown)).toBe('7')
})

test('without a clip the glyphs of a page are what they are', () => {
  const all = glyphs('1204.50')
  expect(withoutClips(all, [])).toBe(all)
})
