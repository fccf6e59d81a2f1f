import { expect, test } from 'vitest'
import { textsOf } from '../../src/grid/header-texts.ts'
import { phrasesOf, wordLinesOf } from '../../src/grid/words.ts'
import type { Glyph } from '../../src/page/page.ts'
import { centred } from './page.ts'

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
