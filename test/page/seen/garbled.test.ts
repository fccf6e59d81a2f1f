import { expect, test } from 'vitest'
import type { Glyph } from '../../../src/page/page.ts'
import { markGarbled } from '../../../src/page/seen/garbled.ts'

const glyphs = (text: string, font: string, width = 10): Glyph[] =>
  Array.from(text, (character, n) => ({
    text: character,
    box: [n * width, 0, (n + 1) * width, 10],
    baseline: 9,
    size: 10,
    font,
    direction: 0,
    source: 'pdf',
    confidence: 1,
  }))

test('plain Chinese, also Traditional, is trusted', () => {
  const page = [...glyphs('一般公共预算财政拨款支出决算表', 'A'), ...glyphs('中華民國總預算歲出機關別預算表', 'B')]
  expect(markGarbled(page)).toEqual({ glyphs: page, garbled: [] })
})

test('a font that maps into private use is named, and its glyphs lose their confidence', () => {
  const { glyphs: marked, garbled } = markGarbled([
    ...glyphs('预算数', 'good'),
    ...glyphs('\uE001\uE002\uE003\uE004'.repeat(4), 'bad'),
  ])
  expect(garbled).toEqual([{ font: 'bad', share: 1, glyphs: 16 }])
  expect(marked.map(glyph => glyph.confidence < 0.9)).toEqual([...Array(3).fill(false), ...Array(16).fill(true)])
})

test('a font of rare characters is a wrong mapping', () => {
  expect(markGarbled(glyphs('㐀㐁㐂㐃㐄㐅㐆㐇㐈㐉㐊㐋㐌', 'rare')).garbled).toHaveLength(1)
})

test('letters as wide as Han characters are Chinese with a wrong encoding', () => {
  expect(markGarbled(glyphs('abcdefghijklmnop', 'wide')).garbled).toHaveLength(1)
  expect(markGarbled(glyphs('abcdefghijklmnop', 'narrow', 5)).garbled).toEqual([])
})

test('one bullet of a symbol font is doubtful by itself and condemns no font', () => {
  const { glyphs: marked, garbled } = markGarbled(glyphs('\uF0D8', 'Wingdings'))
  expect(garbled).toEqual([])
  expect(marked[0]?.confidence).toBeLessThan(0.9)
})

test('marks of Windows 1252 as wide as Han characters are Chinese in a one-byte font without mapping', () => {
  expect(markGarbled(glyphs('€‚ƒ„†‡ˆŠ‹ŒŽ˜™š›œžŸ¡¢', 'one-byte')).garbled).toHaveLength(1)
  expect(markGarbled(glyphs('“”‘’…—·°±×÷§“”‘’…—', 'symbols')).garbled).toEqual([])
})
