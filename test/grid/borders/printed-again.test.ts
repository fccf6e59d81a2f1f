import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { across, centred, down, ending, page, shown, text } from '../page.ts'

const BORDERS = [50, 250, 330, 410]
const names = (top: number): Glyph[] => [
  ...centred(150, top + 24, '科目名称'),
  ...centred(330, top + 14, '预算数'),
  ...centred(290, top + 34, '基本支出'),
  ...centred(370, top + 34, '项目支出'),
]
const row = (y: number, name: string, basic: string, project: string): Glyph[] => [
  ...text(53, y, name),
  ...ending(327, y, basic),
  ...ending(407, y, project),
]
const glyphs = [
  ...names(100),
  ...row(154, '一般公共服务支出', '1,100.00', '20.00'),
  ...row(174, '教育支出', '15.50', '8.25'),
  ...row(194, '卫生健康支出', '2.75', '1,000.50'),
  ...names(200),
  ...row(254, '农林水支出', '9.00', '0.00'),
  ...row(274, '交通运输支出', '7.00', '2.00'),
  ...row(294, '住房保障支出', '6.00', '1.00'),
]
const HEADER = [
  ['科目名称 2x1', '预算数 1x2'],
  ['基本支出', '项目支出'],
]
const ROWS = [
  ...HEADER,
  ['一般公共服务支出', '1,100.00', '20.00'],
  ['教育支出', '15.50', '8.25'],
  ['卫生健康支出', '2.75', '1,000.50'],
  ...HEADER,
  ['农林水支出', '9.00', '0.00'],
  ['交通运输支出', '7.00', '2.00'],
  ['住房保障支出', '6.00', '1.00'],
]
const flat = [100, 140, 160, 180, 200, 240, 260, 280, 300].map(y => across(y, 50, 410))
const underGroups = [across(120, 250, 410), across(220, 250, 410)]
const headerWalls = [down(50, 100, 140), down(250, 100, 140), down(330, 120, 140), down(410, 100, 140)]
const walls = [
  ...[50, 250, 410].map(x => down(x, 100, 300)),
  down(330, 120, 200),
  down(330, 220, 300),
  ...[100, 140, 300].map(y => across(y, 50, 410)),
]

test.each([
  ['the first header alone has vertical rules', [...flat, ...underGroups, ...headerWalls]],
  ['rules stand between rows only', [...flat, ...underGroups]],
  ['rules stand between columns only', walls],
])('a header printed again inside a page is laid out as the first: %s', (_, rulings) => {
  expect(gridsOf(page(glyphs, rulings)).map(shown)).toEqual([ROWS])
})

test('a header printed again inside a page is laid out as the first, though a stripe begins in it', () => {
  const shades = [[100, 140], ...[160, 200, 240, 280].map(top => [top, top + 20])].map(
    ([top = 0, bottom = 0]) => [50, top, 410, bottom] as const,
  )
  expect(gridsOf({ ...page(glyphs), shades }).map(shown)).toEqual([ROWS])
})

test('the rest of a remark that stands in several rows is no header', () => {
  const rest = (y: number): Glyph[] => [...text(333, y, '成并通过竣'), ...text(333, y + 12, '工验收')]
  const rows = [0, 1, 2].flatMap(index => [
    ...text(53, 114 + 30 * index, '防汛'),
    ...ending(327, 114 + 30 * index, '1.00'),
    ...rest(114 + 30 * index),
  ])
  const rulings = [...[100, 130, 160, 190].map(y => across(y, 50, 410)), ...BORDERS.map(x => down(x, 100, 190))]
  expect(gridsOf(page(rows, rulings)).map(shown)).toEqual([[0, 1, 2].map(() => ['防汛', '1.00', '成并通过竣工验收'])])
})

test('nor is one with a figure in it, set off by less than a space, that a page begins with', () => {
  const rest = (y: number): Glyph[] => [...text(333, y, '低于'), ...text(355.5, y, '60%不得分')]
  const rows = [0, 1, 2].flatMap(index => [
    ...text(53, 136 + 40 * index, '防汛'),
    ...ending(327, 136 + 40 * index, '1.00'),
    ...text(333, 130 + 40 * index, '完成的得满分'),
    ...rest(147 + 40 * index),
  ])
  const rulings = [
    ...[100, 118, 158, 198, 238].map(y => across(y, 50, 430)),
    ...[50, 250, 330, 430].map(x => down(x, 100, 238)),
  ]
  const [grid] = gridsOf(page([...rest(113), ...rows], rulings))
  expect(shown(grid)).toEqual([
    ['', '', '低于60%不得分'],
    ...[0, 1, 2].map(() => ['防汛', '1.00', '完成的得满分低于60%不得分']),
  ])
})

test('rules that end at the columns of a header leave merged cells below it whole', () => {
  const merged = [
    ...[...names(100), ...text(53, 184, '示例市水利局')],
    ...[154, 174, 194, 214].flatMap((y, index) => [...ending(327, y, `${index}.50`), ...ending(407, y, '2.00')]),
  ]
  const parts = [160, 180, 200].map(y => across(y, 250, 410))
  const rulings = [...headerWalls, across(120, 250, 410), ...parts, ...[100, 140, 220].map(y => across(y, 50, 410))]
  const [grid] = gridsOf(page(merged, rulings))
  expect(shown(grid).slice(2)).toEqual([
    ['示例市水利局 4x1', '0.50', '2.00'],
    ['1.50', '2.00'],
    ['2.50', '2.00'],
    ['3.50', '2.00'],
  ])
})

test('the numbers of columns are a row of their own where no rule parts them from the names', () => {
  const numbers = [...centred(150, 154, '栏次'), ...centred(290, 154, '1'), ...centred(370, 154, '2')]
  const rows = [174, 194, 214].flatMap((y, index) => row(y, '教育支出', `${index}.50`, '2.00'))
  const rulings = [
    ...[50, 250, 410].map(x => down(x, 100, 220)),
    down(330, 120, 220),
    ...[100, 160, 220].map(y => across(y, 50, 410)),
  ]
  const [grid] = gridsOf(page([...names(100), ...numbers, ...rows], rulings))
  expect(shown(grid).slice(0, 4)).toEqual([...HEADER, ['栏次', '1', '2'], ['教育支出', '0.50', '2.00']])
})

test('wrapped names that several rows of figures print alike are no header', () => {
  const borders = [50, 150, 250, 350]
  const rulings = [...[100, 140, 196, 236].map(y => across(y, 50, 350)), ...borders.map(x => down(x, 100, 236))]
  const glyphs = [100, 140, 196].flatMap((top, at) => [
    ...[0, 22].flatMap(by => [
      ...text(55, top + 13 + by, by === 0 ? '市公安局' : '警察支队'),
      ...text(155, top + 13 + by, by === 0 ? '行政管理' : '事务'),
    ]),
    ...ending(345, top + 24, `${at + 1},308,784.02`),
  ])
  expect(gridsOf(page(glyphs, rulings)).map(shown)).toEqual([
    [1, 2, 3].map(at => ['市公安局警察支队', '行政管理事务', `${at},308,784.02`]),
  ])
})

test('names of a row that other rows print as well, beside words of their own, are no header', () => {
  const [borders, rows] = [
    [50, 130, 210, 310],
    [100, 140, 180, 220, 260],
  ]
  const wrapped = (middle: number, left: number, [above, below]: readonly [string, string]): Glyph[] => [
    ...text(left, middle - 3, above),
    ...text(left, middle + 11, below),
  ]
  const group = (middle: number): Glyph[] => wrapped(middle, 55, ['效益指', '标'])
  const level = (middle: number, name: string): Glyph[] => wrapped(middle, 135, [name, '指标'])
  const glyphs = [
    ...group(120),
    ...group(200),
    ...['社会效益', '经济效益', '社会效益', '生态效益'].flatMap((name, at) => level(120 + 40 * at, name)),
    ...['知晓率', '增收', '水平', '改善'].flatMap((name, at) => text(215, 124 + 40 * at, name)),
  ]
  const parts = rows.map(y => across(y, [100, 140, 260].includes(y) ? 50 : 130, 310))
  expect(gridsOf(page(glyphs, [...parts, ...borders.map(x => down(x, 100, 260))])).map(shown)).toEqual([
    [
      ['效益指标', '社会效益指标', '知晓率'],
      ['效益指标 3x1', '经济效益指标', '增收'],
      ['社会效益指标', '水平'],
      ['生态效益指标', '改善'],
    ],
  ])
})

test('rows of words that are printed alike stay as their rules part them', () => {
  const rulings = [...[100, 120, 150, 170].map(y => across(y, 50, 350)), ...[50, 200, 350].map(x => down(x, 100, 170))]
  const glyphs = [113, 138, 163].flatMap(y => [...text(55, y, '产出指标'), ...text(205, y, '数量指标')])
  expect(gridsOf(page(glyphs, rulings)).map(shown)).toEqual([Array.from({ length: 3 }, () => ['产出指标', '数量指标'])])
})

test('columns ruled alone: a header over two lines that is printed again is laid out as it was before', () => {
  const again = (y: number): Glyph[] => [
    ...text(55, y + 10, '名称'),
    ...centred(240, y, '预算数'),
    ...centred(190, y + 20, '基本'),
    ...centred(290, y + 20, '项目'),
  ]
  const row = (y: number, name: string, basic: string): Glyph[] => [
    ...text(55, y, name),
    ...ending(235, y, basic),
    ...ending(335, y, '2.00'),
  ]
  const glyphs = [...again(112), ...row(152, '甲', '1.00'), ...again(172), ...row(212, '丙', '5.00')]
  const walls = [...[50, 140, 340].map(x => down(x, 100, 220)), down(240, 120, 160), down(240, 180, 220)]
  const part = [
    ['名称 2x1', '预算数 1x2'],
    ['基本', '项目'],
  ]
  expect(gridsOf(page(glyphs, [...[100, 140, 220].map(y => across(y, 50, 340)), ...walls])).map(shown)).toEqual([
    [...part, ['甲', '1.00', '2.00'], ...part, ['丙', '5.00', '2.00']],
  ])
})
