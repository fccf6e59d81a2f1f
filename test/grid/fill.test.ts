import { expect, test } from 'vitest'
import { textOf } from '../../src/grid/fill.ts'
import { text } from './page.ts'

test('glyphs drawn in any order are read in lines, left to right', () => {
  const glyphs = [...text(50, 112, '支出'), ...text(50, 100, '一般公共服务')]
  expect(textOf(glyphs.toReversed())).toMatchObject({ text: '一般公共服务支出', lines: ['一般公共服务', '支出'], textLeft: 50 })
})

test('spaces that only set Chinese wide disappear, those between Latin words stay', () => {
  expect(textOf([...text(50, 100, '合'), ...text(90, 100, '计')]).text).toBe('合计')
  expect(textOf([...text(50, 100, 'Total'), ...text(80, 100, 'grants')]).text).toBe('Total grants')
})

test('an empty cell is an empty text, and the least sure glyph decides', () => {
  expect(textOf([])).toMatchObject({ text: '', lines: [], textLeft: null, confidence: 1 })
  expect(textOf(text(50, 100, '1.5').map((glyph, index) => ({ ...glyph, confidence: index === 1 ? 0.4 : 1 }))).confidence).toBe(
    0.4,
  )
})
