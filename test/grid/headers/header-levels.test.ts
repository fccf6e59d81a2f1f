import { expect, test } from 'vitest'
import { levelled, type Span } from '../../../src/grid/headers/header-levels.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import { text } from '../page.ts'

const span = (name: string, baseline: number, first: number, last = first): Span => ({
  ...{ first, last, doubtful: false },
  phrases: wordLinesOf(text(50, baseline, name)).flatMap(line => phrasesOf(line).phrases),
})

/** Each name with the header rows that it covers. */
const rowsOf = (...spans: readonly Span[]): Record<string, string> =>
  Object.fromEntries(levelled(spans).map(({ phrases, top, bottom }) => [phrases[0]?.text ?? '', `${top}-${bottom}`]))

test('a group is above its columns, and a name without a group goes over all rows, however low it stands', () => {
  expect(rowsOf(span('编码', 120, 0), span('本年支出', 110, 1, 2), span('基本', 130, 1), span('项目', 130, 2))).toEqual({
    本年支出: '0-0',
    编码: '0-1',
    基本: '1-1',
    项目: '1-1',
  })
})

test('a group within a group has a row between that of the outer and those of its columns', () => {
  const inner = [span('工资', 150, 1), span('补助', 150, 2)]
  expect(rowsOf(span('支出', 110, 0, 2), span('其他', 140, 0), span('人员经费', 130, 1, 2), ...inner)).toEqual({
    支出: '0-0',
    人员经费: '1-1',
    其他: '1-2',
    工资: '2-2',
    补助: '2-2',
  })
})

test('a header of one line is one row', () => {
  expect(rowsOf(span('科目', 110, 0), span('金额', 110, 1))).toEqual({ 科目: '0-0', 金额: '0-0' })
})
