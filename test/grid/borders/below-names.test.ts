import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import type { Ruling } from '../../../src/page/page.ts'
import { across, centred, down, ending, page, shown, text } from '../page.ts'

const figures = (baseline: number, ...rights: readonly (readonly [number, string])[]) =>
  rights.flatMap(([right, figure]) => ending(right, baseline, figure))
/** The sides of a table from 50 to 410, and the border between its first column and the others. */
const framed = (bottom: number): Ruling[] => [
  ...[100, bottom].map(at => across(at, 50, 410)),
  ...[50, 410].map(at => down(at, 100, bottom)),
]
const names = [...centred(230, 132, '合计'), ...centred(320, 132, '人员经费'), ...centred(380, 132, '公用经费')]

test('names and one row of figures in the same drawn cells are two rows', () => {
  const glyphs = [
    ...[...centred(110, 132, '单位'), ...centred(320, 114, '基本支出'), ...names],
    ...[...text(55, 152, '县教育局'), ...figures(152, [255, '12.50'], [345, '9.25'], [405, '3.25'])],
  ]
  const walls = [across(120, 270, 410), down(170, 100, 160), down(270, 100, 160), down(350, 120, 160)]
  expect(gridsOf(page(glyphs, [...framed(160), ...walls])).map(shown)).toEqual([
    [
      ['单位 2x1', '合计 2x1', '基本支出 1x2'],
      ['人员经费', '公用经费'],
      ['县教育局', '12.50', '9.25', '3.25'],
    ],
  ])
})

test('rows below a header that nobody drew keep its merged cells, also where a line wraps in it', () => {
  const rows = ['教育支出', '农林水支出', '住房支出'].flatMap((name, at) => [
    ...[...text(55, 162 + 20 * at, name), ...text(175, 162 + 20 * at, `${at + 1}`)],
    ...figures(162 + 20 * at, [265, `1${at}.50`], [345, `${at}.25`], [405, '3.25']),
  ])
  const heads = [
    ...[...centred(160, 114, '收入'), ...centred(340, 114, '支出'), ...centred(110, 137, '项目')],
    ...[...centred(180, 132, '行'), ...centred(180, 142, '次')],
    ...[...centred(230, 137, '合计'), ...centred(310, 137, '人员经费'), ...centred(380, 137, '公用经费')],
  ]
  const walls = [down(270, 100, 220), ...[170, 190, 350].map(at => down(at, 120, 220))]
  const [table] = gridsOf(page([...heads, ...rows], [...framed(220), ...walls]))
  expect(shown(table)).toEqual([
    ['收入 1x3', '支出 1x2'],
    ['项目', '行次', '合计', '人员经费', '公用经费'],
    ['教育支出', '1', '10.50', '0.25', '3.25'],
    ['农林水支出', '2', '11.50', '1.25', '3.25'],
    ['住房支出', '3', '12.50', '2.25', '3.25'],
  ])
})

test('a border that only a merged total draws ends the header over all columns', () => {
  const rows = ['教育支出', '农林水支出', '住房支出'].flatMap((name, at) => [
    ...[...text(55, 172 + 20 * at, `20${at + 5}`), ...text(105, 172 + 20 * at, name)],
    ...figures(172 + 20 * at, [265, `1${at}.50`], [345, `${at}.25`], [405, '3.25']),
  ])
  const heads = [
    ...[...centred(110, 114, '项目'), ...centred(290, 114, '2024年预算数')],
    ...[...centred(75, 132, '编码'), ...centred(135, 132, '名称'), ...names],
  ]
  const total = figures(152, [265, '34.50'], [345, '3.75'], [405, '9.75'])
  const walls = [
    ...[170, 270, 350].map(at => down(at, at === 170 ? 100 : 120, 230)),
    ...[down(100, 120, 140), down(100, 160, 230)],
  ]
  const [table] = gridsOf(page([...heads, ...total, ...rows], [...framed(230), ...walls]))
  expect(shown(table).slice(0, 4)).toEqual([
    ['项目 1x2', '2024年预算数 1x3'],
    ['编码', '名称', '合计', '人员经费', '公用经费'],
    [' 1x2', '34.50', '3.75', '9.75'],
    ['205', '教育支出', '10.50', '0.25', '3.25'],
  ])
})

test('a wrapped label beside its figure is one row', () => {
  const glyphs = [
    ...[...centred(110, 114, '单位'), ...centred(230, 114, '合计'), ...centred(320, 114, '人员经费')],
    ...[...text(55, 132, '县教育局机关'), ...text(55, 144, '服务中心'), ...figures(144, [255, '12.50'], [405, '9.25'])],
  ]
  const walls = [across(120, 50, 410), down(170, 100, 150), down(270, 100, 150)]
  expect(shown(gridsOf(page(glyphs, [...framed(150), ...walls]))[0])[1]).toEqual(['县教育局机关服务中心', '12.50', '9.25'])
})

test('two rows that nobody parted are two, though a narrow column between them is full', () => {
  const rows = [
    ['农产品检测', '项', '85.16'],
    ['公路养护', '台', '14.44'],
  ].flatMap(([name = '', unit = '', figure = ''], at) => [
    ...[...text(55, 172 + 20 * at, name), ...centred(180, 172 + 20 * at, unit)],
    ...figures(172 + 20 * at, [265, figure], [345, figure], [405, '0.00']),
  ])
  const heads = [
    ...[...centred(110, 114, '项目'), ...centred(180, 114, '单位'), ...centred(230, 114, '合计')],
    ...[...centred(310, 114, '一般公共预算'), ...centred(380, 114, '其他资金')],
  ]
  const total = [...centred(120, 146, '合计'), ...figures(146, [265, '99.60'], [345, '99.60'], [405, '0.00'])]
  const walls = [
    ...[270, 350].map(at => down(at, 100, 200)),
    ...[170, 190].flatMap(at => [down(at, 100, 130), down(at, 155, 200)]),
  ]
  const [table] = gridsOf(page([...heads, ...total, ...rows], [...framed(200), ...walls]))
  expect(shown(table).slice(-2)).toEqual([
    ['农产品检测', '项', '85.16', '85.16', '0.00'],
    ['公路养护', '台', '14.44', '14.44', '0.00'],
  ])
})
