import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { across, centred, coverage, down, ending, page, shown, text } from '../page.ts'

const frame = (left: number, top: number, right: number, bottom: number) => [
  across(top, left, right),
  across(bottom, left, right),
  down(left, top, bottom),
  down(right, top, bottom),
]

test('two amounts 5 points apart stay in their own cells', () => {
  const rulings = [...frame(50, 100, 250, 140), down(150, 100, 140), across(120, 50, 250)]
  const glyphs = [
    ...text(55, 114, '合计'),
    ...text(155, 114, '项目'),
    ...ending(147.5, 134, '1,215.75'),
    ...text(152.5, 134, '864.95'),
  ]
  expect(shown(gridsOf(page(glyphs, rulings))[0])).toEqual([
    ['合计', '项目'],
    ['1,215.75', '864.95'],
  ])
})

test('a table open at the sides is closed where its rules end', () => {
  const rulings = [across(100, 50, 250), across(120, 50, 250), across(140, 50, 250), down(150, 100, 140)]
  const glyphs = [...text(55, 114, '科目'), ...text(155, 114, '金额'), ...text(55, 134, '教育'), ...text(155, 134, '7.09')]
  const [grid] = gridsOf(page(glyphs, rulings))
  expect(grid?.columnEdges).toEqual([50, 150, 250])
  expect(shown(grid)).toEqual([
    ['科目', '金额'],
    ['教育', '7.09'],
  ])
})

test('merged cells keep their span, in a header and downwards', () => {
  const rulings = [
    ...frame(50, 100, 350, 160),
    across(120, 150, 350),
    across(140, 50, 350),
    down(150, 100, 160),
    down(250, 120, 160),
  ]
  const glyphs = [
    ...text(55, 124, '科目'),
    ...centred(250, 114, '本年支出'),
    ...text(155, 134, '合计'),
    ...text(255, 134, '项目'),
    ...text(55, 154, '教育'),
  ]
  const [grid] = gridsOf(page(glyphs, rulings))
  expect(shown(grid)).toEqual([
    ['科目 2x1', '本年支出 1x2'],
    ['合计', '项目'],
    ['教育', '', ''],
  ])
  expect(grid && coverage(grid)).toEqual(new Set([1]))
})

test('characters written downwards, one a line, are one text', () => {
  const rulings = [...frame(50, 100, 250, 200), down(80, 100, 200)]
  const glyphs = [
    ...text(60, 120, '绩'),
    ...text(60, 135, '效'),
    ...text(60, 150, '指'),
    ...text(60, 165, '标'),
    ...text(90, 150, '完成率'),
  ]
  expect(shown(gridsOf(page(glyphs, rulings))[0])).toEqual([['绩效指标', '完成率']])
})

test('text set sideways in a cell reads from its own left to right', () => {
  const rulings = [...frame(50, 100, 250, 200), down(80, 100, 200)]
  const sideways = [...'项目'].map((character, index) => ({
    text: character,
    box: [60, 120 + 10 * index, 70, 130 + 10 * index] as const,
    baseline: 130,
    size: 10,
    font: 'Song',
    direction: 90 as const,
    source: 'pdf' as const,
    confidence: 1,
  }))
  expect(shown(gridsOf(page([...sideways.reverse(), ...text(90, 150, '金额')], rulings))[0])).toEqual([['项目', '金额']])
})

test('print of 5 points is read in cells of 8 points', () => {
  const rulings = [...frame(50, 100, 130, 116), down(90, 100, 116), across(108, 50, 130)]
  const glyphs = [
    ...text(52, 106, '津贴', 5),
    ...text(92, 106, '1.00', 5),
    ...text(52, 114, '奖金', 5),
    ...text(92, 114, '2.00', 5),
  ]
  expect(shown(gridsOf(page(glyphs, rulings))[0])).toEqual([
    ['津贴', '1.00'],
    ['奖金', '2.00'],
  ])
})

test('a frame around one text is no table, nor is a stack of boxes', () => {
  expect(gridsOf(page(text(60, 120, '说明：本表由系统生成'), frame(50, 100, 250, 200)))).toEqual([])
  const stack = [...frame(50, 100, 250, 200), across(150, 50, 250)]
  expect(gridsOf(page([...text(60, 120, '第一步'), ...text(60, 170, '第二步')], stack))).toEqual([])
})

test('rows that are all drawn with the same columns are a table though one column alone has texts: another part has the names', () => {
  const edges = [100, 120, 140, 160, 180, 200]
  const rulings = [...edges.map(y => across(y, 50, 290)), ...[50, 110, 170, 230, 290].map(x => down(x, 100, 200))]
  const column = (texts: Glyph[]) => shown(gridsOf(page(texts, rulings))[0]).map(row => row[2])
  expect(column([...ending(225, 134, '105.57'), ...ending(225, 174, '66.57')])).toEqual(['', '105.57', '', '66.57', ''])
  expect(column(text(175, 134, '中央直达'))).toEqual(['', '中央直达', '', '', ''])
})

test('lines that run through words are a drawing', () => {
  const rulings = [...frame(50, 100, 250, 200), down(100, 100, 200), across(150, 50, 250)]
  expect(gridsOf(page([...text(80, 130, '财政部门'), ...text(82, 180, '预算单位')], rulings))).toEqual([])
})

test('borders between an amount set to the right and the name in the next cell run through no word', () => {
  const rulings = [...frame(50, 100, 350, 160), ...[120, 200, 270].map(x => down(x, 100, 160)), across(130, 50, 350)]
  const glyphs = [
    ...[
      ...text(51, 120, '教育'),
      ...ending(199, 120, '17,977.00'),
      ...text(200.5, 120, '工资'),
      ...ending(349, 120, '3,073.28'),
    ],
    ...[
      ...text(51, 150, '卫生'),
      ...ending(199, 150, '3,901.32'),
      ...text(200.5, 150, '津贴'),
      ...ending(349, 150, '2,115.76'),
    ],
  ]
  expect(shown(gridsOf(page(glyphs, rulings))[0])).toEqual([
    ['教育', '17,977.00', '工资', '3,073.28'],
    ['卫生', '3,901.32', '津贴', '2,115.76'],
  ])
})

test('a cell that holds two figures is told as doubtful: a border between them was not seen', () => {
  const rulings = [...frame(50, 100, 250, 160), down(150, 100, 160), across(120, 50, 250)]
  const glyphs = [
    ...text(55, 114, '科目'),
    ...text(155, 114, '金额'),
    ...text(55, 134, '教育'),
    ...ending(245, 134, '1.50'),
    ...ending(245, 150, '2.75'),
  ]
  const [grid] = gridsOf(page(glyphs, rulings))
  expect(grid?.cells.filter(({ confidence }) => confidence < 0.9).map(cell => cell.lines)).toEqual([['1.50', '2.75']])
})

test('a word that runs over a border is told as doubtful in both cells', () => {
  const rulings = [...frame(50, 100, 250, 140), down(150, 100, 140), across(120, 50, 250)]
  const glyphs = [...text(105, 114, '政府性基金预算'), ...text(55, 134, '教育'), ...ending(245, 134, '1.50')]
  const [grid] = gridsOf(page(glyphs, rulings))
  expect(grid?.cells.map(({ text: shown, confidence }) => [shown, confidence < 0.9])).toEqual([
    ['政府性基', true],
    ['金预算', true],
    ['教育', false],
    ['1.50', false],
  ])
})

test('the last column of a sheet on a page of its own is a table, dashes and titles among its few figures', () => {
  const edges = [100, 120, 140, 160, 180, 200, 220]
  const rulings = [...edges.map(y => across(y, 50, 120)), down(50, 100, 220), down(120, 100, 220)]
  const texts = ['公共预算', '会议费', '17.40', '-', '-', '9.26']
  const glyphs = texts.flatMap((printed, row) => text(55, (edges[row] ?? 0) + 14, printed))
  expect(shown(gridsOf(page(glyphs, rulings))[0])).toEqual(texts.map(printed => [printed]))
})

test('the last column of a sheet is a table with nothing printed in it, or dashes alone, and a stack of boxes is none', () => {
  const edges = [100, 120, 140, 160, 180, 200, 220]
  const drawnAt = (heights: readonly number[]) => [
    ...heights.map(y => across(y, 50, 120)),
    down(50, 100, 220),
    down(120, 100, 220),
  ]
  expect(gridsOf(page(text(55, 114, '其他收入'), drawnAt(edges)))).toHaveLength(1)
  const dashes = edges.slice(1, -1).flatMap(y => text(80, y + 14, '-'))
  expect(gridsOf(page([...text(55, 114, '备注'), ...dashes], drawnAt(edges)))).toHaveLength(1)
  expect(gridsOf(page(text(55, 114, '其他收入'), drawnAt([100, 120, 125, 160, 180, 200, 220])))).toHaveLength(0)
  expect(gridsOf(page([...text(55, 114, '受理'), ...text(55, 174, '审核')], drawnAt(edges)))).toHaveLength(0)
})

test('a name wider than its cell stays whole where it stands in the middle, and texts that only touch stay apart', () => {
  const rulings = [...frame(50, 100, 230, 160), across(130, 50, 230), down(110, 100, 160), down(170, 100, 160)]
  const body = [...ending(105, 150, '1.00'), ...ending(165, 150, '2.00'), ...ending(225, 150, '3.00')]
  const wide = [...text(55, 112, '合计'), ...centred(140, 124, '财政专户管理费'), ...text(190, 112, '其他')]
  expect(shown(gridsOf(page([...wide, ...body], rulings))[0])[0]).toEqual(['合计', '财政专户管理费', '其他'])
  const touching = [...ending(110, 114, '一般公共'), ...text(110, 114, '政府性'), ...text(190, 114, '其他')]
  expect(shown(gridsOf(page([...touching, ...body], rulings))[0])[0]).toEqual(['一般公共', '政府性', '其他'])
})

test('the white between the two lines of a border above and below a table is no row', () => {
  const lines = [96, 100, 120, 140, 144].map(y => across(y, 50, 250))
  const rulings = [...lines, down(50, 96, 144), down(250, 96, 144), down(150, 100, 140)]
  const glyphs = [...text(55, 114, '科目'), ...text(155, 114, '金额'), ...text(55, 134, '教育'), ...ending(247, 134, '7.09')]
  expect(shown(gridsOf(page(glyphs, rulings))[0])).toEqual([
    ['科目', '金额'],
    ['教育', '7.09'],
  ])
})

test('a name set downwards that is higher than its cell stays whole, and words below each other in cells of their own stay apart', () => {
  const rulings = [...frame(50, 100, 170, 200), across(120, 50, 170), across(180, 50, 170), down(110, 120, 200)]
  const stack = (x: number, from: number, word: string): Glyph[] =>
    [...word].flatMap((character, at) => text(x, from + 12 * at, character))
  const body = [...ending(105, 194, '1.00'), ...ending(165, 194, '2.00')]
  const high = [...centred(110, 109, '基本支出'), ...stack(55, 118, '公务用车运行'), ...stack(115, 140, '劳务费')]
  expect(shown(gridsOf(page([...high, ...body], rulings))[0]).slice(0, 2)).toEqual([
    ['基本支出 1x2'],
    ['公务用车运行', '劳务费'],
  ])
  const apart = [...centred(110, 116, '合'), ...stack(105, 128, '计算'), ...stack(115, 140, '劳务费')]
  expect(shown(gridsOf(page([...apart, ...body], rulings))[0])[0]).toEqual(['合 1x2'])
})
