import { expect, test } from 'vitest'
import { holdsColumns, textOf } from '../../../src/grid/cells/fill.ts'
import { text } from '../page.ts'

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

test('Chinese set from top to bottom is read by its columns, the right one first', () => {
  const down = (x: number, characters: string) => [...characters].flatMap((one, index) => text(x, 100 + 10 * index, one))
  const upright = [...down(63, '职工基本医疗'), ...down(50, '保险缴费')]
  expect(textOf(upright)).toMatchObject({ text: '职工基本医疗保险缴费', lines: ['职工基本医疗', '保险缴费'] })
  const flat = ['职工', '基本', '医疗'].flatMap((line, index) => text(50, 100 + 13 * index, line))
  expect(textOf(flat).lines).toEqual(['职工', '基本', '医疗'])
})

test('lines that stand beside each other are texts of two columns; wrapped lines, set in or centred, stand below each other', () => {
  expect(holdsColumns([...text(90, 92, '群众团'), ...text(50, 100, '20129'), ...text(90, 108, '体事务')])).toBe(true)
  expect(holdsColumns([...text(50, 100, '一般公共'), ...text(60, 112, '服务'), ...text(50, 124, '支出')])).toBe(false)
  expect(holdsColumns([...text(70, 100, '养老保险缴'), ...text(50, 112, '费')])).toBe(false)
  expect(holdsColumns([...text(70, 100, '单位医疗支'), ...text(50, 109.9, '出')])).toBe(false)
  expect(holdsColumns(text(50, 100, '合 计'))).toBe(false)
})
