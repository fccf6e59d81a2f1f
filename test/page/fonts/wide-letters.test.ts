import { expect, test } from 'vitest'
import { readPages } from '../../../src/page/document.ts'
import { fontObject } from '../../../src/page/fonts/font.ts'
import { tellUnmapped } from '../../../src/page/fonts/unmapped.ts'
import type { ShownGlyph } from '../../../src/page/operators/graphics-state.ts'
import { mappedPdf } from '../../make/mapped-font.ts'

/** What is read of characters that are as wide as Han, but for those that are `narrow`. */
async function readOf(said: string, narrow = ''): Promise<string> {
  const { pages } = await readPages(mappedPdf(Array.from(said, c => ({ said: c, width: narrow.includes(c) ? 500 : 1000 }))))
  return (pages[0]?.glyphs ?? []).map(({ text }) => text).join('')
}

test('letters and figures as wide as Han are unknown in a font that maps a Han character to a foreign letter', async () => {
  expect(await readOf('ß能p级1á23', '23')).toBe('\uFFFD能\uFFFD级\uFFFD\uFFFD23')
})

test('pinyin, signs and figures that a Chinese font prints as wide as Han stay', async () => {
  expect(await readOf('长×ā1级')).toBe('长×ā1级')
})

test('so are they in a font whose Han have all come out as others', async () => {
  expect(await readOf('ßp1')).toBe('\uFFFD\uFFFD\uFFFD')
  expect(await readOf('¯')).toBe('\uFFFD')
})

test('figures of a font that has all as wide stay', async () => {
  expect(await readOf('1,024.50%AÆ')).toBe('1,024.50%AÆ')
})

test('foreign letters of their own width stay', async () => {
  expect(await readOf('ß能12', 'ß12')).toBe('ß能12')
})

test('they are unknown on a later page, too, on which no foreign letter tells that the map is wrong', () => {
  const letterOf = (unicode: string): ShownGlyph => ({ unicode, width: 1000, isSpace: false, vmetric: null })
  const letters = new Set(['能', 'ß'].map(letterOf))
  const font = { ...fontObject({ name: 'Song', composite: true }), letters }
  tellUnmapped(font)
  letters.add(letterOf('p'))
  tellUnmapped(font)
  expect([...letters].map(({ unicode }) => unicode).join('')).toBe('能\uFFFD\uFFFD')
})
