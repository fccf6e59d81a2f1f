import { expect, test } from 'vitest'
import type { Box } from '../../src/geometry.ts'
import { gridEvidenceOf, gridsOf } from '../../src/grid/grids.ts'
import type { Glyph } from '../../src/page/page.ts'
import { across, centred, down, ending, page, shown, text } from './page.ts'

const row = (baseline: number, code: string, name: string, amounts: readonly string[]): Glyph[] => [
  ...text(44, baseline, code),
  ...text(104, baseline, name),
  ...amounts.flatMap((amount, index) => ending(277 + 80 * index, baseline, amount)),
]
const rows = [
  row(160, '201', '教育支出', ['3,597.49', '3,597.49', '-']),
  row(180, '20106', '抚恤', ['1,200.00', '1,000.00', '200.00']),
  row(200, '2010601', '行政运行', ['997.49', '990.00', '7.49']),
  row(220, '203', '水利', ['9,276.86', '276.86', '9,000.00']),
].flat()
/** Names over two rows: 合计 stands between both, 支出 over the last two columns. */
const header = [
  ...centred(70, 120, '编码'),
  ...centred(150, 120, '名称'),
  ...centred(240, 120, '合计'),
  ...centred(360, 110, '支出'),
  ...centred(320, 130, '基本支出'),
  ...centred(400, 130, '项目支出'),
]
const names = [
  ['编码 2x1', '名称 2x1', '合计 2x1', '支出 1x2'],
  ['基本支出', '项目支出'],
]
const body = [
  ['201', '教育支出', '3,597.49', '3,597.49', '-'],
  ['20106', '抚恤', '1,200.00', '1,000.00', '200.00'],
  ['2010601', '行政运行', '997.49', '990.00', '7.49'],
  ['203', '水利', '9,276.86', '276.86', '9,000.00'],
]

test('vertical rules only: where one ends in the open, the row border that is not drawn tells the height of a group', () => {
  const rules = [across(98, 40, 440), across(140, 40, 440), across(230, 40, 440)]
  const walls = [40, 100, 200, 280, 440].map(x => down(x, 98, 230))
  const [grid] = gridsOf(page([...header, ...rows], [...rules, ...walls, down(360, 119, 230)]))
  expect(shown(grid)).toEqual([...names, ...body])
})

test('the row border of a group goes on through a column whose names stand at the same heights, as the only one of a group cut by the sheet does', () => {
  const rules = [across(98, 40, 440), across(140, 40, 440), across(230, 40, 440)]
  const walls = [...[40, 100, 200, 280, 440].map(x => down(x, 98, 230)), down(360, 119, 230)]
  const printed = (glyphs: readonly Glyph[]) => gridsOf(page([...glyphs, ...rows], [...rules, ...walls])).map(shown)
  const others = header.filter(({ text: sign }) => sign !== '合' && sign !== '计')
  const below = centred(240, 130, '小计')
  const read = (group: string) => [[['编码 2x1', '名称 2x1', group, '支出 1x2'], ['小计', '基本支出', '项目支出'], ...body]]
  expect(printed([...others, ...centred(240, 110, '收入'), ...below])).toEqual(read('收入'))
  expect(printed([...others, ...below])).toEqual(read(''))
  expect(printed([...others, ...centred(240, 113, '财政'), ...centred(240, 127, '拨款')])).toEqual([
    [['编码 2x1', '名称 2x1', '财政拨款 2x1', '支出 1x2'], ['基本支出', '项目支出'], ...body],
  ])
})

test('a name in the middle of three rows of names is one cell, though it stands as high as names below a group', () => {
  const rules = [across(80, 40, 440), across(140, 40, 440), across(230, 40, 440)]
  const walls = [...[40, 200, 440].map(x => down(x, 80, 230)), down(280, 99, 230), down(360, 119, 230)]
  const heads = [...centred(320, 92, '本年'), ...centred(240, 122, '合计'), ...centred(360, 112, '支出')]
  const leaves = [...centred(320, 132, '基本支出'), ...centred(400, 132, '项目支出')]
  const [grid] = gridsOf(page([...centred(120, 112, '项目'), ...heads, ...leaves, ...rows], [...rules, ...walls]))
  expect(shown(grid).slice(0, 3)).toEqual([
    ['项目 3x1', '本年 1x3'],
    ['合计 2x1', '支出 1x2'],
    ['基本支出', '项目支出'],
  ])
})

test('a line that is loose at both ends, as the bar of a chart, borders nothing', () => {
  const frame = [across(98, 40, 440), across(230, 40, 440), down(40, 98, 230), down(440, 98, 230)]
  const labels = [...text(100, 120, 'non-EU'), ...text(300, 120, 'total'), ...text(100, 200, '6'), ...text(300, 200, '68')]
  const { edges } = gridEvidenceOf(page(labels, [...frame, down(200, 150, 170)]))
  expect(edges.filter(({ source }) => source === 'loose-end')).toEqual([])
})

test.each([
  ['three lines', [across(98, 40, 440), across(140, 40, 440), across(230, 40, 440)]],
  ['no rules', []],
])('%s: a group spans what its line leaves to it, names between both lines both rows', (_, rules) => {
  const [grid] = gridsOf(page([...header, ...rows], rules))
  expect(shown(grid)).toEqual([...names, ...body])
})

test('a label centred among names set to the left stands in their column', () => {
  const total = [
    ...centred(150, 150, '合计'),
    ...ending(277, 150, '12,874.35'),
    ...ending(357, 150, '3,874.35'),
    ...ending(437, 150, '9,000.00'),
  ]
  const [grid] = gridsOf(
    page([...header, ...total, ...rows.map(glyph => ({ ...glyph, box: moved(glyph, 10), baseline: glyph.baseline + 10 }))], []),
  )
  expect(shown(grid)[2]).toEqual(['', '合计', '12,874.35', '3,874.35', '9,000.00'])
})
const moved = ({ box: [left, top, right, bottom] }: Glyph, by: number) => [left, top + by, right, bottom + by] as const

test('a line of numbers under the names is a header row of its own', () => {
  const numbers = [...centred(70, 148, '栏次'), ...centred(240, 148, '1'), ...centred(320, 148, '2'), ...centred(400, 148, '3')]
  const rules = [across(98, 40, 440), across(152, 40, 440), across(230, 40, 440)]
  const [grid] = gridsOf(page([...header, ...numbers, ...rows], rules))
  expect(shown(grid)).toEqual([...names, ['栏次', '', '1', '2', '3'], ...body])
})

test('coloured every other row: the row below the last stripe belongs to the table', () => {
  const stripe = (top: number): readonly [number, number, number, number] => [40, top, 440, top + 20]
  const shades = [[40, 98, 440, 146] as const, stripe(166), stripe(206)]
  const more = row(240, '204', '农业', ['8.00', '-', '8.00'])
  const [grid] = gridsOf({ ...page([...header, ...rows, ...more]), shades })
  expect(shown(grid)).toEqual([...names, ...body, ['204', '农业', '8.00', '-', '8.00']])
})

test('coloured every other row: so does one with a wrapped name, whose lines stand above and below its figures', () => {
  const stripe = (top: number): Box => [40, top, 440, top + 20]
  const more = [...row(245, '204', '', ['8.00', '-', '8.00']), ...text(105, 239, '农业综合'), ...text(105, 251, '开发')]
  const [grid] = gridsOf({ ...page([...header, ...rows, ...more]), shades: [[40, 98, 440, 146], stripe(166), stripe(206)] })
  expect(shown(grid)).toEqual([...names, ...body, ['204', '农业综合开发', '8.00', '-', '8.00']])
})

test('a name that is the middle of no columns below it is told as doubtful, one that is not so', () => {
  const isGroup = (glyph: Glyph): boolean => glyph.baseline === 110
  const vague = header.map(glyph => (isGroup(glyph) ? shifted(glyph, -20) : glyph))
  const confidenceOf = (names: readonly Glyph[]): number | undefined =>
    gridsOf(page([...names, ...rows], [across(98, 40, 440), across(140, 40, 440), across(230, 40, 440)]))[0]?.cells.find(
      ({ text: name }) => name.startsWith('支出'),
    )?.confidence
  expect(confidenceOf(header)).toBe(1)
  expect(confidenceOf(vague)).toBeLessThan(0.9)
})
const shifted = (glyph: Glyph, by: number): Glyph => {
  const [left, top, right, bottom] = glyph.box
  return { ...glyph, box: [left + by, top, right + by, bottom] }
}

test('two tables side by side, coloured every other row: the last row of each belongs to it', () => {
  const stripe = (left: number, top: number): Box => [left, top, left + 200, top + 20]
  const half = (left: number) =>
    [
      ['名称', '预算数'],
      ['教育', '8.00'],
      ['农业', '7.50'],
      ['水利', '6.25'],
    ].flatMap(([name = '', amount = ''], index) => [
      ...text(left + 5, 114 + 20 * index, name),
      ...ending(left + 190, 114 + 20 * index, amount),
    ])
  const shades = [100, 120, 140].flatMap(top => [stripe(40, top), stripe(300, top)])
  const grids = gridsOf({ ...page([...half(40), ...half(300)]), shades })
  expect(grids.map(grid => shown(grid).at(-1))).toEqual([
    ['水利', '6.25'],
    ['水利', '6.25'],
  ])
})

test('a coloured header above a single row of figures is a table', () => {
  const total = [...centred(150, 160, '合计'), ...row(160, '', '', ['8.00', '2.00', '6.00'])]
  const [grid] = gridsOf({ ...page([...header, ...total]), shades: [[40, 98, 440, 146]] })
  expect(shown(grid)).toEqual([...names, ['', '合计', '8.00', '2.00', '6.00']])
})

test('names set to the left and a label in their middle are one column, when a long name runs through both', () => {
  const rule = [98, 120, 230].map(y => across(y, 40, 440))
  const lines = ['教育', '农业', '机关事业单位养老保险', '水利'].flatMap((name, index) => [
    ...text(60, 154 + 20 * index, name),
    ...ending(420, 154 + 20 * index, `${index + 4}.50`),
  ])
  const glyphs = [
    ...centred(140, 112, '科目名称'),
    ...centred(380, 112, '预算数'),
    ...centred(140, 134, '合计'),
    ...ending(420, 134, '22.00'),
  ]
  const [grid] = gridsOf(page([...glyphs, ...lines], rule))
  expect(shown(grid)[1]).toEqual(['合计', '22.00'])
  expect(shown(grid)[4]).toEqual(['机关事业单位养老保险', '6.50'])
})

test('a label in the middle of drawn rows that hold several lines of figures each belongs to all of them', () => {
  const borders = [40, 140, 240, 340, 440]
  const tall = [100, 120, 156, 206]
  const walls = [...borders.map(x => down(x, 100, 206)), ...tall.map(y => across(y, 40, 440))]
  const line = (y: number, kind: string, first: string, second: string): Glyph[] => [
    ...text(144, y, kind),
    ...ending(336, y, first),
    ...ending(436, y, second),
  ]
  const heads = ['单位', '性质', '本年', '上年'].flatMap((name, index) => centred(90 + 100 * index, 114, name))
  const glyphs = [
    ...heads,
    ...text(44, 142, '局机关'),
    ...line(134, '人员经费', '120.00', '1,110.50'),
    ...line(150, '公用经费', '30.00', '28.00'),
    ...text(44, 185, '图书馆'),
    ...line(169, '人员经费', '99.10', '98.00'),
    ...line(185, '公用经费', '12.00', '11.00'),
    ...line(201, '项目支出', '7.00', '5.00'),
  ]
  expect(gridsOf(page(glyphs, walls)).map(shown)).toEqual([
    [
      ['单位', '性质', '本年', '上年'],
      ['局机关 2x1', '人员经费', '120.00', '1,110.50'],
      ['公用经费', '30.00', '28.00'],
      ['图书馆 3x1', '人员经费', '99.10', '98.00'],
      ['公用经费', '12.00', '11.00'],
      ['项目支出', '7.00', '5.00'],
    ],
  ])
})

test('a name that fills its column and goes on below it, beside two figures a cell, is one row', () => {
  const tall = [100, 120, 156, 192, 228]
  const walls = [...[40, 100, 190, 320, 440].map(x => down(x, 100, 228)), ...tall.map(y => across(y, 40, 440))]
  const pairs = (y: number, ...figures: readonly (readonly [string, string])[]): Glyph[] =>
    figures.flatMap(([own, last], index) => [...ending(316 + 120 * index, y, own), ...ending(316 + 120 * index, y + 14, last)])
  const glyphs = [
    ...['编码', '名称', '本年上年', '其中财政'].flatMap((name, index) => centred([70, 145, 255, 380][index] ?? 0, 114, name)),
    ...[...text(44, 141, '208'), ...text(104, 141, '社会保障'), ...pairs(134, ['120.00', '110.50'], ['20.00', '10.50'])],
    ...[...text(44, 177, '20805'), ...text(104, 170, '行政事业单位养老'), ...text(104, 184, '支出')],
    ...pairs(170, ['60.00', '50.50'], ['12.00', '10.50']),
    ...[...text(44, 213, '210'), ...text(104, 213, '卫生健康'), ...pairs(206, ['60.00', '60.50'], ['8.00', '9.00'])],
  ]
  expect(gridsOf(page(glyphs, walls)).map(shown)).toEqual([
    [
      ['编码', '名称', '本年上年', '其中财政'],
      ['208', '社会保障', '120.00110.50', '20.0010.50'],
      ['20805', '行政事业单位养老支出', '60.0050.50', '12.0010.50'],
      ['210', '卫生健康', '60.0060.50', '8.009.00'],
    ],
  ])
})

test('rows of a page with column borders alone are told where codes and dashes fill their columns: these do not go on below', () => {
  const walls = [...[40, 62, 160, 240, 320].map(x => down(x, 100, 190)), across(190, 40, 320)]
  const rows = [
    ['212', '公共设施支出', '287.90', '—'],
    ['221', '住房公积金', '69.45', '—'],
    ['221', '提租补贴', '99.79', '—'],
  ]
  const glyphs = rows.flatMap(([code = '', name = '', amount = '', dash = ''], at) => [
    ...[...text(43, 115 + 30 * at, code), ...text(64, 115 + 30 * at, name)],
    ...[...ending(238, 115 + 30 * at, amount), ...ending(318, 115 + 30 * at, dash)],
  ])
  expect(gridsOf(page(glyphs, walls)).map(shown)).toEqual([rows])
})

test('a frame with the borders of columns alone, whose header is ruled below its lower names only, has the rows that its figures tell', () => {
  const walls = [40, 200, 280, 440].map(x => down(x, 98, 230))
  const frame = [across(98, 40, 440), across(230, 40, 440)]
  const total = [
    ...centred(120, 244, '合计'),
    ...['14,071.84', '5,864.35', '9,207.49'].flatMap((sum, at) => ending(277 + 80 * at, 244, sum)),
  ]
  // The names of the codes are ruled, those beside them are not; below the codes a cell is ruled over all labels.
  const partly = [
    across(140, 40, 100),
    down(100, 119, 230),
    across(250, 40, 440),
    ...[40, 200, 280, 360, 440].map(x => down(x, 230, 250)),
  ]
  const [grid] = gridsOf(
    page([...header, ...rows, ...total], [frame[0] ?? across(98, 40, 440), ...walls, down(360, 98, 230), ...partly]),
  )
  expect(shown(grid).slice(-5, -1)).toEqual(body)
  expect(shown(grid).at(-1)?.slice(-3)).toEqual(['14,071.84', '5,864.35', '9,207.49'])
})

test('a head without a border below it is no cell with the figure under it, where the row of that figure is drawn beside it', () => {
  const walls = [40, 120, 200, 280, 360, 440]
  const under = across(140, 200, 440)
  const glyphs = [
    ...['合计', '出国'].flatMap((name, index) => centred(80 + 80 * index, 122, name)),
    ...centred(320, 112, '公务用车'),
    ...['小计', '购置', '运行'].flatMap((name, index) => centred(240 + 80 * index, 134, name)),
    ...['70.00', '9.85', '60.15', '50.10', '10.05'].flatMap((figure, index) => ending(116 + 80 * index, 154, figure)),
  ]
  const rules = [
    across(100, 40, 440),
    across(120, 200, 440),
    under,
    across(160, 40, 440),
    ...walls.map(x => down(x, x === 280 || x === 360 ? 120 : 100, 160)),
  ]
  expect(gridsOf(page(glyphs, rules)).map(shown)).toEqual([
    [
      ['合计 2x1', '出国 2x1', '公务用车 1x3'],
      ['小计', '购置', '运行'],
      ['70.00', '9.85', '60.15', '50.10', '10.05'],
    ],
  ])
})
