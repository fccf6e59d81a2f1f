import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import { withoutLeaders } from '../../../src/page/seen/leaders.ts'
import { centred, ending, page, shown, text } from '../../grid/page.ts'

const printed = (line: string): string =>
  withoutLeaders(text(50, 100, line))
    .map(glyph => glyph.text)
    .join('')

test.each([
  ['一、事业收入.............1,234.56', '一、事业收入1,234.56'],
  ['一、事业收入…………………(20.50)', '一、事业收入(20.50)'],
  ['基本支出············646.24项目支出············12.00', '基本支出646.24项目支出12.00'],
])('dots that lead to a figure are no text: %s', (line, expected) => {
  expect(printed(line)).toBe(expected)
})

test.each(['一、收支总表.............12', '其他……1,234.56', '一、概况..................', '单位1.......本级'])(
  'the page of a list of contents, an ellipsis and other dots stay: %s',
  line => {
    expect(printed(line)).toBe(line)
  },
)

test('names and figures that dots join are a table, its unit above them no part of a name, and the next one begins at its title', () => {
  const row = (baseline: number, name: string, figure: string) => [
    ...text(50, baseline, name.padEnd(30, '.')),
    ...ending(500, baseline, figure.padStart(35, '.')),
  ]
  const table = (top: number, title: string, names: readonly string[]) => [
    ...centred(275, top, title, 14),
    ...ending(500, top + 16, '单位：万元'),
    ...[...text(50, top + 30, '项目'), ...ending(500, top + 30, '金额')],
    ...names.flatMap((name, at) => row(top + 44 + 14 * at, name, `${at * at + 1},234.50`)),
  ]
  const glyphs = [
    ...table(100, '部门收入预算表', ['一、财政拨款', '二、事业收入', '三、其他收入', '合计']),
    ...table(220, '部门支出预算表', ['一、教育支出', '二、住房保障支出', '合计']),
  ]
  expect(gridsOf(page(withoutLeaders(glyphs))).map(shown)).toEqual([
    [
      ['项目', '金额'],
      ['一、财政拨款', '1,234.50'],
      ['二、事业收入', '2,234.50'],
      ['三、其他收入', '5,234.50'],
      ['合计', '10,234.50'],
    ],
    [
      ['项目', '金额'],
      ['一、教育支出', '1,234.50'],
      ['二、住房保障支出', '2,234.50'],
      ['合计', '5,234.50'],
    ],
  ])
})
