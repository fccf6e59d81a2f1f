import { expect, test } from 'vitest'
import { plainAreas } from '../../../src/grid/open/plain-areas.ts'
import { type TextLine, wordLinesOf } from '../../../src/grid/texts/words.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { centred, ending, text } from '../page.ts'

const row = (y: number, name: string, ...figures: readonly string[]): Glyph[] => [
  ...text(50, y, name),
  ...figures.flatMap((figure, at) => ending(200 + 100 * at, y, figure)),
]
const names = [...centred(70, 140, '科目'), ...centred(180, 140, '基本支出'), ...centred(280, 140, '项目支出')]
const rows = ['教育', '卫生健康', '住房保障'].flatMap((name, at) =>
  row(160 + 20 * at, name, `${at + 1},200.50`, `${at + 1}1.00`),
)
/** The lines of each area, those of its header before a bar. */
const areasOf = (glyphs: readonly Glyph[], opensPage = false): string[] =>
  plainAreas(wordLinesOf(glyphs), [], opensPage).map(({ lines, body }) => {
    const words = (own: readonly TextLine[]): string =>
      own.map(({ phrases }) => phrases.map(piece => piece.text).join(' ')).join('/')
    return `${words(lines.slice(0, body))}|${words(lines.slice(body))}`
  })

test('rows of figures are an area with the names above them, without what stands around', () => {
  const around = [...text(50, 60, '现将有关情况说明如下'), ...text(50, 300, '本表不含上年结转资金')]
  expect(areasOf([...around, ...names, ...rows])).toEqual([
    '科目 基本支出 项目支出|教育 1,200.50 11.00/卫生健康 2,200.50 21.00/住房保障 3,200.50 31.00',
  ])
})

test('one row of three figures is a table below names alone, or where it opens its page', () => {
  const total = row(160, '合计', '42.20', '7.00', '35.20')
  const heads = [...names, ...centred(380, 140, '结转')]
  expect(areasOf([...heads, ...total])).toEqual(['科目 基本支出 项目支出 结转|合计 42.20 7.00 35.20'])
  expect(areasOf(total)).toEqual([])
  expect(areasOf(total, true)).toEqual(['|合计 42.20 7.00 35.20'])
})

test('the unit of the next table ends the rows of the one above', () => {
  const next = [...ending(300, 220, '单位：元'), ...row(240, '培训', '1.50', '2.50'), ...row(260, '维修', '3.50', '4.50')]
  expect(areasOf([...names, ...rows, ...next]).map(area => area.includes('培训'))).toEqual([false])
})

test('sentences with figures in them are no rows', () => {
  const sentence = (y: number): Glyph[] => text(50, y, '二零二五年收入1,200.50万元，比上年增加12.00万元，增长1.00%')
  expect(areasOf([160, 180, 200, 220].flatMap(sentence))).toEqual([])
})

test('the rest of the last name belongs to it, though its first line is set in further than that goes; a note as far below is none', () => {
  const wrapped = [...text(80, 214, '基础设施建设'), ...ending(200, 220, '4,200.50'), ...ending(300, 220, '41.00')]
  const last = (rest: readonly Glyph[]): boolean =>
    areasOf([...names, ...rows, ...wrapped, ...rest])[0]?.endsWith('支出') === true
  expect(last(text(50, 226, '支出'))).toBe(true)
  expect(last(text(50, 240, '支出'))).toBe(false)
})

test('a name with a sign for nothing in a column of figures is a row, wrapped or beside the amount of another list, and the header stands over the first', () => {
  const wrapped = (y: number, one: string, other: string, ...more: readonly Glyph[]): Glyph[] => [
    ...text(50, y - 6, one),
    ...more,
    ...text(50, y + 6, other),
  ]
  const nothing = (y: number): Glyph[] => text(295, y, '-')
  const head = [
    ...centred(70, 106, '项目'),
    ...centred(180, 106, '金额'),
    ...centred(220, 106, '科目'),
    ...centred(290, 106, '合计'),
  ]
  const body = [
    ...wrapped(
      126,
      '一般公共预算财政',
      '拨款收入',
      ...ending(200, 126, '1,200.50'),
      ...text(205, 126, '一、外交'),
      ...nothing(126),
    ),
    ...wrapped(152, '政府性基金财政', '拨款收入', ...nothing(152)),
    ...[...text(205, 178, '二、教育'), ...ending(300, 178, '1,200.50')],
    ...[190, 202, 214, 226, 238, 250, 262, 274].flatMap(y => [...text(205, y, '三、国防'), ...nothing(y)]),
    ...[...text(50, 286, '合计'), ...ending(200, 286, '1,200.50'), ...text(205, 286, '合计'), ...ending(300, 286, '1,200.50')],
  ]
  const [area = ''] = areasOf([...head, ...body])
  expect(area.split('|')[0]).toBe('项目 金额 科目 合计')
  expect(area).toContain('|一般公共预算财政/1,200.50 一、外交 -/拨款收入/政府性基金财政/-/拨款收入/')
  expect(area.endsWith('合计 1,200.50 合计 1,200.50')).toBe(true)
  expect(areasOf([100, 112, 124, 136].flatMap(y => [...text(50, y, '本表无数据'), ...nothing(y)]))).toEqual([])
})

test('the first line of the only name, too near to the figures to stand over them, is no line of the header', () => {
  const heads = [...names, ...centred(380, 140, '结转')]
  const only = (gap: number): string[] =>
    areasOf([
      ...heads,
      ...text(50, 166 - gap, '教育和体'),
      ...row(166, '', '1.50', '2.50', '3.50'),
      ...text(50, 166 + gap, '育局'),
    ])
  expect(only(6)).toEqual(['科目 基本支出 项目支出 结转|教育和体/1.50 2.50 3.50/育局'])
  expect(only(12)).not.toEqual(only(6))
})

test('names of the list at the right whose amounts are blank are rows, as many as there are; as many lines below the first column are none', () => {
  const both = row(160, '收入', '1,200.50').concat(text(240, 160, '教育'), ending(420, 160, '1,100.50'))
  const blank = Array.from({ length: 9 }, (_, at) => `第${at}项`)
  const listed = (x: number): Glyph[] => [
    ...both,
    ...blank.flatMap((name, at) => text(x, 180 + 20 * at, name)),
    ...text(240, 360, '住房'),
    ...ending(420, 360, '90.00'),
    ...row(380, '总计', '1,200.50'),
    ...[...text(240, 380, '总计'), ...ending(420, 380, '1,200.50')],
  ]
  const heads = [...text(50, 140, '收入'), ...ending(200, 140, '金额'), ...text(240, 140, '支出'), ...ending(420, 140, '数额')]
  const ends = (x: number): boolean[] =>
    areasOf([...heads, ...listed(x)]).map(area => area.includes('教育') && area.includes('总计'))
  expect(ends(240)).toEqual([true])
  expect(ends(50)).not.toContain(true)
})
