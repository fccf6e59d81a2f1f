import { expect, test } from 'vitest'
import { hasUnknownLetters, withLetters } from '../../src/ocr/unknown-letters.ts'
import type { Page } from '../../src/page/page.ts'
import { page, text } from '../grid/page.ts'

const printed: Page = {
  ...page([
    ...text(50, 100, '功').map(glyph => ({ ...glyph, text: '\uFFFD' })),
    ...text(60, 100, '能分类'),
    ...text(200, 100, '1\uFFFD.50'),
  ]),
  garbled: [{ font: 'f', share: 0.2, glyphs: 40 }],
}

/** The same page as it was read, a point aside. */
const read: Page = page(
  [...text(51, 101, '功熊分类'), ...text(201, 101, '12.50')].map(glyph => ({ ...glyph, source: 'ocr', confidence: 0.97 })),
)

const textOf = ({ glyphs }: Page): string => glyphs.map(glyph => glyph.text).join('')

test('a letter that its font cannot tell is the one that was read at its place; all others, and figures, stay as they are', () => {
  const whole = withLetters(printed, read)
  expect(textOf(whole)).toBe('功能分类1\uFFFD.50')
  expect(whole.glyphs[0]).toMatchObject({ source: 'ocr', confidence: 0.97, box: printed.glyphs[0]?.box })
  expect(whole.glyphs.slice(1).map(({ source }) => source)).not.toContain('ocr')
})

test('nothing is taken of a page that was read turned', () => {
  expect(withLetters(printed, { ...read, rotation: 90 })).toBe(printed)
})

test('a page is read for its letters only where a font is told that cannot tell them', () => {
  expect(hasUnknownLetters(printed)).toBe(true)
  expect(hasUnknownLetters({ ...printed, garbled: [] })).toBe(false)
  expect(hasUnknownLetters({ ...printed, glyphs: read.glyphs })).toBe(false)
})
