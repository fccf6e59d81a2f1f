import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import type { Ruling } from '../../../src/page/page.ts'
import { across, centred, ending, page, shown, text } from '../page.ts'

const BORDERS = [50, 90, 150, 210, 270, 330]
/** A rule drawn in parts between these borders. */
const parts = (y: number, ...borders: readonly number[]): Ruling[] =>
  borders.slice(1).map((to, at) => across(y, borders[at] ?? to, to))

const form = [
  ...centred(100, 114, '项目名称'),
  ...centred(240, 114, '乡村医生养老补助'),
  ...centred(70, 154, '资金'),
  ...['年初数', '全年数', '执行数'].flatMap((name, at) => centred(180 + 60 * at, 134, name)),
  ...text(95, 154, '资金总额'),
  ...[180, 240, 300].flatMap(x => ending(x + 25, 154, '44.30')),
  ...text(95, 174, '其他'),
  ...centred(70, 194, '目标'),
  ...text(95, 194, '完成农村改厕和污水治理任务，改善居住条件'),
]
const read = [
  ['项目名称 1x2', '乡村医生养老补助 1x3'],
  ['资金 3x1', '', '年初数', '全年数', '执行数'],
  ['资金总额', '44.30', '44.30', '44.30'],
  ['其他', '', '', ''],
  ['目标', '完成农村改厕和污水治理任务，改善居住条件 1x4'],
]
const spared = BORDERS.slice(1)

test.each([
  [
    'a browser draws each rule column by column',
    [...[100, 120, 180, 200].flatMap(y => parts(y, ...BORDERS)), ...[140, 160].flatMap(y => parts(y, ...spared))],
  ],
  [
    'each cell is drawn with a rule above and below',
    [
      ...[100, 120].flatMap(y => parts(y, 50, 150, 330)),
      ...[120, 180].flatMap(y => parts(y, ...BORDERS)),
      ...[140, 160].flatMap(y => parts(y, ...spared)),
      ...[180, 200].flatMap(y => parts(y, 50, 90, 330)),
    ],
  ],
])('texts over several columns stay whole: %s', (_, rules) => {
  expect(gridsOf(page(form, rules)).map(shown)).toEqual([read])
})

test('a text in the middle of its own column stays in it, and cells are parted where nothing tells that they are one', () => {
  const glyphs = [
    ...form,
    ...centred(70, 214, '其他'),
    ...[...centred(120, 214, '甲'), ...centred(240, 214, '乙')],
    ...[...text(92, 234, '丙'), ...centred(180, 234, '丁')],
  ]
  const full = [100, 120, 180, 200, 240].flatMap(y => parts(y, ...BORDERS))
  const rules = [...full, ...[140, 160, 220].flatMap(y => parts(y, ...spared))]
  expect(gridsOf(page(glyphs, rules)).map(shown)).toEqual([[...read, ['其他 2x1', '甲', '', '乙', ''], ['丙', '丁', '', '']]])
})

test('a text across a border goes over the empty columns beside it in the middle of which it stands', () => {
  const others = read.slice(1)
  const glyphs = [
    ...form.filter(({ baseline }) => baseline > 114),
    ...centred(70, 114, '名称'),
    ...centred(210, 114, '养老补助'),
  ]
  const rules = [...[100, 120, 180, 200].flatMap(y => parts(y, ...BORDERS)), ...[140, 160].flatMap(y => parts(y, ...spared))]
  expect(gridsOf(page(glyphs, rules)).map(shown)).toEqual([[['名称', '养老补助 1x4'], ...others]])
})

test('a head in the middle of its group goes over the heads below it, a figure between empty cells over none', () => {
  const heads = ['合计', '基本', '项目'].map((name, at) => [120 + 60 * at, name] as const)
  const glyphs = [
    ...[...centred(70, 124, '名称'), ...centred(180, 114, '预算数')],
    ...heads.flatMap(([x, name]) => [...centred(x, 134, name), ...centred(x, 154, '9.00')]),
    ...[...centred(70, 164, '教育'), ...centred(180, 174, '8.00')],
  ]
  const rules = [
    ...[100, 140, 180].flatMap(y => parts(y, 50, 90, 150, 210, 270)),
    ...[120, 160].flatMap(y => parts(y, 90, 150, 210, 270)),
  ]
  expect(gridsOf(page(glyphs, rules)).map(shown)).toEqual([
    [
      ['名称 2x1', '预算数 1x3'],
      ['合计', '基本', '项目'],
      ['教育 2x1', '9.00', '9.00', '9.00'],
      ['', '8.00', ''],
    ],
  ])
})

test('a cell that is drawn over several columns is one, though its text stands in the first', () => {
  const glyphs = [...form, ...centred(70, 214, '备注'), ...text(95, 214, '无')]
  const rules = [
    ...[100, 120, 180, 200].flatMap(y => parts(y, ...BORDERS)),
    ...[200, 220].flatMap(y => parts(y, 50, 90, 330)),
    ...[140, 160].flatMap(y => parts(y, ...spared)),
  ]
  expect(gridsOf(page(glyphs, rules)).map(shown)).toEqual([[...read, ['备注', '无 1x4']]])
})
