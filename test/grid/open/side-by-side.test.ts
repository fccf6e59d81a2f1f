import { expect, test } from 'vitest'
import { gutterOf } from '../../../src/grid/open/side-by-side.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { centred, ending, text } from '../page.ts'

const linesOf = (glyphs: readonly Glyph[]) => wordLinesOf(glyphs).map(line => phrasesOf(line))
/** Rows of a name and two figures, from `x` on. */
const half = (x: number): Glyph[] =>
  ['教育', '卫生', '住房'].flatMap((name, row) => [
    ...text(x, 160 + 20 * row, name),
    ...ending(x + 110, 160 + 20 * row, `${row + 1},200.50`),
    ...ending(x + 190, 160 + 20 * row, `${row + 1}1.00`),
  ])
const body = linesOf([...half(50), ...half(320)])
const names = (x: number): Glyph[] => [
  ...text(x, 140, '科目'),
  ...ending(x + 110, 140, '预算'),
  ...ending(x + 190, 140, '决算'),
]
const header = linesOf([...names(50), ...names(320)])

test('two tables with the same names and a title each are parted between them', () => {
  const above = linesOf([...centred(145, 110, '收入决算表'), ...centred(415, 110, '支出决算表')])
  const gutter = gutterOf(header, body, above) ?? expect.fail()
  expect(gutter).toBeGreaterThan(240)
  expect(gutter).toBeLessThan(320)
})

test('halves with one title over both are one table', () => {
  expect(gutterOf(header, body, linesOf(centred(280, 110, '收入支出决算总表')))).toBe(null)
})

test('titles that stand over the middle of no half part nothing', () => {
  const above = linesOf([...text(50, 110, '单位名称'), ...ending(500, 110, '二零二五年度')])
  expect(gutterOf(header, body, above)).toBe(null)
})
