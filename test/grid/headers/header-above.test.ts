import { expect, test } from 'vitest'
import { headerAbove, isNames, namesBelow, namesOver } from '../../../src/grid/headers/header-above.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { centred, ending, text } from '../page.ts'

const linesOf = (...glyphs: readonly (readonly Glyph[])[]) => wordLinesOf(glyphs.flat()).map(line => phrasesOf(line))
const rows = linesOf(
  ...['教育', '卫生健康', '住房保障'].map((name, at) => [
    ...text(50, 160 + 20 * at, name),
    ...ending(200, 160 + 20 * at, `${at + 1},200.50`),
    ...ending(300, 160 + 20 * at, `${at + 1}1.00`),
  ]),
)
const names = [...centred(70, 140, '科目'), ...centred(180, 140, '基本支出'), ...centred(280, 140, '项目支出')]
const group = centred(230, 124, '本年支出')

test('names right above rows are their header, the name of a group over them as well', () => {
  expect(headerAbove(linesOf(names), rows)).toBe(1)
  expect(headerAbove(linesOf(group, names), rows)).toBe(2)
})

test('the unit, what is set larger and what says a value behind a colon are above the header and none of it', () => {
  expect(headerAbove(linesOf(ending(300, 124, '单位：万元'), names), rows)).toBe(1)
  expect(headerAbove(linesOf(centred(230, 124, '本年支出', 14), names), rows)).toBe(1)
  expect(headerAbove(linesOf(text(50, 124, '编制部门：水利局'), names), rows)).toBe(1)
})

test('a text over one column, or far above, is no header', () => {
  expect(headerAbove(linesOf(centred(70, 140, '科目')), rows)).toBe(0)
  expect(headerAbove(linesOf(names.map(glyph => ({ ...glyph, baseline: 60 }))), rows)).toBe(0)
})

test('names that a run holds itself need none above it', () => {
  const own = linesOf(names)
  expect(namesOver(linesOf(group), [...own, ...rows])).toBe(0)
  expect(namesOver(own, rows)).toBe(1)
  expect(namesOver(own, rows.slice(0, 2))).toBe(0)
})

test('names are three texts or more without a figure, and are counted down to the first row', () => {
  const [line = expect.fail()] = linesOf(names)
  const [row = expect.fail()] = rows
  expect([isNames(line), isNames(row), isNames({ ...line, phrases: line.phrases.slice(1) })]).toEqual([true, false, false])
  const heading = linesOf(text(50, 110, '（二）乙单位'))
  expect(namesBelow([...heading, ...linesOf(group, names), ...rows], 0)).toBe(4)
  expect(namesBelow([...heading, ...rows], 0)).toBe(0)
  const list = ['二、国防支出', '三、外交', '支出', '四、教育支出'].flatMap((name, at) =>
    linesOf(text(40, 120 + 20 * at, name)),
  )
  expect(namesBelow([...heading, ...list, ...rows], 0)).toBe(1)
})

test('a line of letters that says how the columns are reckoned is no header, and the names above it are', () => {
  const letters = ['A=B+C', 'B', 'C'].flatMap((letter, at) => ending(100 + 100 * at, 144, letter))
  const lower = ['地区', '一般债务', '专项债务'].flatMap((name, at) => centred(75 + 100 * at, 130, name))
  expect(headerAbove(linesOf(letters), rows)).toBe(0)
  expect(headerAbove(linesOf(lower, letters), rows)).toBe(2)
})
