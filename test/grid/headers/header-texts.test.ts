import { expect, test } from 'vitest'
import { textsOf } from '../../../src/grid/headers/header-texts.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { centred } from '../page.ts'

const COLUMNS = [100, 200, 300].map(x => ({ left: x - 40, right: x + 40 }))
const read = (glyphs: readonly Glyph[], rules: Parameters<typeof textsOf>[2] = []): string[] =>
  textsOf(
    wordLinesOf(glyphs).map(line => phrasesOf(line)),
    COLUMNS,
    rules,
  ).map(pieces => pieces.map(({ text }) => text).join(''))

const wrapped = [...centred(100, 110, '政府性基金'), ...centred(100, 122, '预算拨款')]

test('lines close below each other in one column are one name', () => {
  expect(read([...wrapped, ...centred(200, 116, '合计')])).toContain('政府性基金预算拨款')
})

test('a rule between two lines makes them two names', () => {
  const names = read(wrapped, [{ at: 112, from: 60, to: 140 }])
  expect(names.toSorted()).toEqual(['政府性基金', '预算拨款'].toSorted())
})

test('lines further apart than lines of a text are two names', () => {
  expect(read([...centred(100, 110, '支出'), ...centred(100, 132, '项目')])).toHaveLength(2)
})

test('a name alone in the middle of three is that of their group and no line of the middle one', () => {
  const names = [100, 200, 300].flatMap((x, at) => centred(x, 122, ['工资', '补助', '津贴'][at] ?? ''))
  expect(read([...centred(200, 110, '人员经费'), ...names])).toContain('人员经费')
  expect(read([...centred(100, 110, '基本'), ...names])).toContain('基本工资')
})

/** Two groups over three names each, as wide as their columns: what a name would be that is wrapped. */
const TIGHT = [90, 134, 178, 222, 266, 310].map(x => ({ left: x - 20, right: x + 20 }))
const NAMES = ['小计', '人员经费', '公用经费', '小计', '财政拨款', '自有资金']
const groups = [
  ...centred(134, 110, '基本支出'),
  ...centred(266, 110, '项目支出'),
  ...TIGHT.flatMap(({ left }, at) => centred(left + 20, 123, NAMES[at] ?? '')),
]
const readTight = (glyphs: readonly Glyph[]): string[] =>
  textsOf(
    wordLinesOf(glyphs).map(line => phrasesOf(line)),
    TIGHT,
    [],
  ).map(phrases => phrases.map(({ text }) => text).join(''))

test('groups as wide as their columns are told by a name that stands halfway up, in the middle of its cell', () => {
  expect(readTight([...centred(30, 116.5, '科目'), ...groups])).toEqual(expect.arrayContaining(['基本支出', '项目支出']))
})

test('where no name stands halfway up, a name that fills its column may be wrapped', () => {
  expect(readTight([...centred(30, 123, '科目'), ...groups])).toContain('基本支出人员经费')
})

test('a group over a wrapped name is told in the same way', () => {
  const low = ['小计', '', '公用经费', '小计', '财政拨款', '自有资金']
  const glyphs = [
    ...centred(30, 119.5, '科目'),
    ...centred(134, 107, '基本支出'),
    ...centred(266, 107, '项目支出'),
    ...[...centred(134, 120, '人员经'), ...centred(134, 132, '费')],
    ...TIGHT.flatMap(({ left }, at) => centred(left + 20, 126, low[at] ?? '')),
  ]
  expect(readTight(glyphs)).toEqual(expect.arrayContaining(['基本支出', '人员经费']))
})
