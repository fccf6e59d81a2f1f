import { expect, test } from 'vitest'
import type { Glyph, Page } from '../../src/page/page.ts'
import { contentOf, needsOcr } from '../../src/page-content.ts'

const glyph: Glyph = {
  text: '字',
  box: [0, 0, 10, 10],
  baseline: 8,
  size: 10,
  font: 'F',
  direction: 0,
  source: 'pdf',
  confidence: 1,
}
const page = (glyphs: number, picture: Page['pictures'][number]['box'] | null): Page => ({
  page: 1,
  width: 600,
  height: 800,
  rotation: 0,
  glyphs: Array.from({ length: glyphs }, () => glyph),
  rulings: [],
  pictures: picture ? [{ box: picture, pixels: [100, 100] }] : [],
  shades: [],
  garbled: [],
})

test.each([
  ['text', 500, null],
  ['text', 500, [50, 50, 100, 100]],
  ['scan', 0, [0, 0, 600, 800]],
  ['scan', 12, [-10, -10, 610, 810]],
  ['mixed', 500, [0, 0, 600, 800]],
  ['blank', 0, null],
] as const)('%s: %i glyphs, picture %j', (content, glyphs, picture) => {
  expect(contentOf(page(glyphs, picture))).toBe(content)
})

test('a page in a font that gives wrong characters needs recognition', () => {
  const garbled = [{ font: 'F', share: 0.9, glyphs: 80 }]
  expect(needsOcr({ content: 'text', glyphs: 100, garbled })).toBe(true)
  expect(needsOcr({ content: 'text', glyphs: 1000, garbled })).toBe(false)
})
