import { expect, test } from 'vitest'
import { gridsOf } from '../../src/grid/grids.ts'
import { across, centred, coverage, down, ending, page, shown, text } from './page.ts'

const frame = (left: number, top: number, right: number, bottom: number) => [
  across(top, left, right),
  across(bottom, left, right),
  down(left, top, bottom),
  down(right, top, bottom),
]
const names = [...text(55, 114, '国家'), ...text(155, 114, '本年'), ...text(255, 114, '上年')]
const body = ['甲', '乙', '丙', '丁'].flatMap((name, index) => [
  ...text(55, 134 + 15 * index, name),
  ...ending(240, 134 + 15 * index, `${index + 1}.50`),
  ...ending(340, 134 + 15 * index, `${index + 5}.25`),
])
const expected = [
  ['国家', '本年', '上年'],
  ['甲', '1.50', '5.25'],
  ['乙', '2.50', '6.25'],
  ['丙', '3.50', '7.25'],
  ['丁', '4.50', '8.25'],
]

test('a drawn row that holds the whole body is cut into its rows', () => {
  const rulings = [...frame(50, 100, 350, 190), across(120, 50, 350), down(150, 100, 190), down(250, 100, 190)]
  const [grid] = gridsOf(page([...names, ...body], rulings))
  expect(shown(grid)).toEqual(expected)
  expect(grid && coverage(grid)).toEqual(new Set([1]))
})

test('columns ruled in the header only go on through the rows', () => {
  const rulings = [
    ...frame(50, 100, 350, 185),
    ...[120, 140, 155, 170].map(y => across(y, 50, 350)),
    down(150, 100, 120),
    down(250, 100, 120),
  ]
  expect(shown(gridsOf(page([...names, ...body], rulings))[0])).toEqual(expected)
})

test('columns of amounts behind one rule are told apart', () => {
  const rulings = [across(100, 50, 350), across(120, 50, 350), across(190, 50, 350), down(150, 100, 190)]
  expect(shown(gridsOf(page([...names, ...body], rulings))[0])).toEqual(expected)
})

test('an amount wrapped in a narrow cell does not cut its row', () => {
  const rulings = [
    ...frame(50, 100, 190, 190),
    ...[130, 160].map(y => across(y, 50, 190)),
    down(90, 100, 190),
    down(140, 100, 190),
  ]
  const wrapped = [114, 144, 174].flatMap(y => [
    ...text(55, y + 6, '教育'),
    ...text(95, y, '1682.7'),
    ...text(95, y + 12, '6'),
    ...text(145, y, '997.2'),
    ...text(145, y + 12, '0'),
  ])
  expect(shown(gridsOf(page(wrapped, rulings))[0])).toEqual([
    ['教育', '1682.76', '997.20'],
    ['教育', '1682.76', '997.20'],
    ['教育', '1682.76', '997.20'],
  ])
})

test('a merged cell of running text stays merged', () => {
  const rulings = [...frame(50, 100, 350, 200), across(120, 50, 350), down(200, 100, 120)]
  const glyphs = [
    ...text(55, 114, '项目名称'),
    ...text(205, 114, '资金'),
    ...centred(200, 140, '保障机关正常运转和各项工作任务的完成'),
    ...centred(200, 160, '提高资金的使用效益并接受社会监督检查'),
  ]
  expect(shown(gridsOf(page(glyphs, rulings))[0])).toEqual([
    ['项目名称', '资金'],
    ['保障机关正常运转和各项工作任务的完成提高资金的使用效益并接受社会监督检查 1x2'],
  ])
})

test('a figure wrapped after its point does not cut its row, however many lines the row has', () => {
  const borders = [50, 110, 210, 304, 350]
  const rulings = [...[100, 130, 166].map(y => across(y, 50, 350)), ...borders.map(x => down(x, 100, 166))]
  const glyphs = [
    ...['代码', '单位', '合计', '基金'].flatMap((name, at) => centred(80 + 85 * at, 118, name)),
    ...text(115, 140, '市交通运输局（'),
    ...ending(348, 140, '143,999.0'),
    ...text(60, 151, '313001'),
    ...ending(300, 151, '984,760.87'),
    ...text(115, 162, '本级）'),
    ...ending(348, 162, '0'),
  ]
  expect(shown(gridsOf(page(glyphs, rulings))[0])).toEqual([
    ['代码', '单位', '合计', '基金'],
    ['313001', '市交通运输局（本级）', '984,760.87', '143,999.00'],
  ])
})

test('a figure above a smaller one in a column with room is not wrapped', () => {
  const rulings = [...frame(50, 100, 350, 190), across(120, 50, 350), down(150, 100, 190), down(250, 100, 190)]
  const rows = [
    ['甲', '1.50', '5.25'],
    ['乙', '2.5', '6.25'],
    ['丙', '7', '7.25'],
    ['丁', '4.50', '8.25'],
  ] as const
  const glyphs = rows.flatMap(([name, left, right], index) => [
    ...text(55, 134 + 15 * index, name),
    ...ending(240, 134 + 15 * index, left),
    ...ending(340, 134 + 15 * index, right),
  ])
  expect(shown(gridsOf(page([...names, ...glyphs], rulings))[0])).toEqual([['国家', '本年', '上年'], ...rows])
})

test('thousands that a space parts from the rest are one amount in a ruled column', () => {
  const amounts = ['21 633.16', '14 541.29', '1 283.48', '960.16', '2 919.38']
  const rulings = [
    ...frame(50, 100, 290, 200),
    ...[120, 136, 152, 168, 184].map(y => across(y, 50, 290)),
    ...[110, 200].map(x => down(x, 100, 200)),
  ]
  const glyphs = [
    ...[...text(60, 114, '科目'), ...centred(155, 114, '人员经费'), ...centred(245, 114, '公用经费')],
    ...amounts.flatMap((amount, row) => [
      ...text(55, 132 + 16 * row, '工资'),
      ...ending(196, 132 + 16 * row, amount, 9),
      ...ending(286, 132 + 16 * row, '57.00', 9),
    ]),
  ]
  const rows = amounts.map(amount => ['工资', amount, '57.00'])
  expect(shown(gridsOf(page(glyphs, rulings))[0])).toEqual([['科目', '人员经费', '公用经费'], ...rows])
})
