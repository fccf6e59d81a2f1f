import { expect, test } from 'vitest'
import { oneColumnEach } from '../../../src/grid/open/one-column.ts'
import { columnsOf } from '../../../src/grid/texts/columns.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import { centred, ending, text } from '../page.ts'

const lines = (...glyphs: ReturnType<typeof text>) => wordLinesOf(glyphs).map(line => phrasesOf(line))
const header = lines(...text(50, 80, '名称'), ...ending(300, 80, '合计'))
const NAMES = ['教育', '卫生', '住房'].flatMap((name, at) => [
  ...text(50, 100 + 20 * at, name),
  ...ending(300, 100 + 20 * at, `${at + 1}.00`),
])
/** A label set in the middle over names set to the left, without a text of theirs in its row. */
const CENTRED = [...centred(130, 160, '合计'), ...ending(300, 160, '6.00')]
const LEFT = { left: 50, right: 70 }
const MIDDLE = { left: 120, right: 140 }
const AMOUNTS = { left: 280, right: 300 }

test('a label centred among names set to the left is in their column', () => {
  const body = lines(...NAMES, ...CENTRED)
  expect(oneColumnEach([LEFT, MIDDLE, AMOUNTS], body, header)).toEqual([{ left: 50, right: 140 }, AMOUNTS])
})

test('a row with a text in both has two columns', () => {
  const body = lines(...NAMES, ...CENTRED, ...text(50, 180, '其他'), ...text(120, 180, '补助'))
  expect(oneColumnEach([LEFT, MIDDLE, AMOUNTS], body, header)).toEqual([LEFT, MIDDLE, AMOUNTS])
})

test('columns of which each has a name are two, whatever their rows hold', () => {
  const named = lines(...text(50, 80, '类别'), ...text(120, 80, '名称'), ...ending(300, 80, '合计'))
  expect(oneColumnEach([LEFT, MIDDLE, AMOUNTS], lines(...NAMES, ...CENTRED), named)).toEqual([LEFT, MIDDLE, AMOUNTS])
})

test('without a header nothing tells them from levels that have columns of their own', () => {
  expect(oneColumnEach([LEFT, MIDDLE, AMOUNTS], lines(...NAMES, ...CENTRED), [])).toEqual([LEFT, MIDDLE, AMOUNTS])
})

test('figures are no part of the names beside them', () => {
  const body = lines(...NAMES)
  expect(oneColumnEach(columnsOf(body), body, header)).toHaveLength(2)
})
