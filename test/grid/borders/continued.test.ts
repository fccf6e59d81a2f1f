import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import type { Glyph, Ruling } from '../../../src/page/page.ts'
import { across, centred, down, ending, page, shown, text } from '../page.ts'

// A header is drawn with all its borders, 120 to 140; what stands below it is not, or only between rows.

const BORDERS = [40, 190, 290, 390]
const NAMES = ['科目名称', '基本支出', '项目支出']
const MIDDLES = [115, 240, 340]
const names = NAMES.flatMap((name, column) => centred(MIDDLES[column] ?? 0, 134, name))
const header: readonly Ruling[] = [...[120, 140].map(y => across(y, 40, 390)), ...BORDERS.map(x => down(x, 120, 140))]
const FUNDS = [
  ['行政运行', '1,200.00', '300.50'],
  ['一般行政管理事务', '45.10', '20.00'],
  ['机关服务', '7.25', '–'],
]

/** Rows of a name and figures that end in their columns, so far from each other. */
const rows = (texts: readonly (readonly string[])[], first = 154, step = 20): Glyph[] =>
  texts.flatMap(([name = '', ...figures], row) => [
    ...text(44, first + step * row, name),
    ...figures.flatMap((figure, at) => ending(286 + 100 * at, first + step * row, figure)),
  ])

const read = (glyphs: readonly Glyph[], rules: readonly Ruling[] = header): string[][][] =>
  gridsOf(page(glyphs, rules)).map(shown)

test('rows below a header go on in its columns, with no rule between them and with rules between rows alone', () => {
  const open = [...names, ...rows(FUNDS)]
  expect(read(open)).toEqual([[NAMES, ...FUNDS]])
  expect(read(open, [...header, ...[160, 180, 200].map(y => across(y, 40, 390))])).toEqual([[NAMES, ...FUNDS]])
})

test('rows within a frame below a header, two are enough, go on in its columns; a note within it is none', () => {
  const frame = (bottom: number) => [...header, across(bottom, 40, 390), down(40, 140, bottom), down(390, 140, bottom)]
  expect(read([...names, ...rows(FUNDS)], frame(204))).toEqual([[NAMES, ...FUNDS]])
  expect(read([...names, ...rows(FUNDS.slice(0, 2))], frame(184))).toEqual([[NAMES, ...FUNDS.slice(0, 2)]])
  const note = read([...names, ...text(44, 154, '注：单位为万元')], frame(164))
  expect(note).toEqual([[NAMES, ['注：单位为万元 1x3']]])
})

test('one line of text below a header is no row of it, one ruled row and one full of figures are', () => {
  const note = [...names, ...text(44, 154, '注：单位为万元')]
  expect(read(note)).toEqual([[NAMES]])
  const [first = []] = FUNDS
  expect(read([...names, ...rows([first])])).toEqual([[NAMES, first]])
  const one = [...names, ...text(44, 154, '机关服务'), ...ending(386, 154, '9.00')]
  expect(read(one, [...header, across(160, 40, 390)])).toEqual([[NAMES, ['机关服务', '', '9.00']]])
})

test('rows end where the text runs on across the columns, and where white parts them from what follows', () => {
  const prose = text(44, 214, '以上支出按照年初批复的部门预算安排，不含上年结转的资金')
  expect(read([...names, ...rows(FUNDS), ...prose])).toEqual([[NAMES, ...FUNDS]])
  const far = rows([['水利工程', '1.00', '2.00']], 320)
  expect(read([...names, ...rows(FUNDS), ...far])[0]).toEqual([NAMES, ...FUNDS])
})

test('rows end above the heading of a further table', () => {
  const further = [
    ...centred(215, 222, '项目支出表'),
    ...['项目名称', '预算数', '决算数'].flatMap((name, column) => centred(MIDDLES[column] ?? 0, 242, name)),
    ...rows([['信息化', '4.00', '5.00']], 262),
  ]
  expect(read([...names, ...rows(FUNDS), ...further])[0]).toEqual([NAMES, ...FUNDS])
})

test('rows end at the next table that is drawn', () => {
  const lower = [...[230, 250].map(y => across(y, 40, 390)), ...[40, 215, 390].map(x => down(x, 230, 250))]
  const words = [...centred(127, 244, '人数'), ...centred(302, 244, '车辆')]
  expect(read([...names, ...rows(FUNDS), ...words], [...header, ...lower])[0]).toEqual([NAMES, ...FUNDS])
})

test('the lines of a wrapped name are one row between two rules', () => {
  const wrapped = [
    ...names,
    ...text(44, 152, '一般公共预算拨款的'),
    ...text(44, 164, '机关运行支出'),
    ...[286, 386].flatMap(x => ending(x, 158, '12.00')),
    ...rows(FUNDS, 184),
  ]
  const rules = [170, 190, 210, 230].map(y => across(y, 40, 390))
  expect(read(wrapped, [...header, ...rules])).toEqual([
    [NAMES, ['一般公共预算拨款的机关运行支出', '12.00', '12.00'], ...FUNDS],
  ])
})

test('figures in the middle between the two lines of each name are rows below a header, and dashes are', () => {
  const figures = ['12.00', '－7.00', '–', '3.00']
  const wrapped = figures.flatMap((figure, at) => [
    ...text(44, 152 + 28 * at, '城乡居民养老保险'),
    ...text(44, 164 + 28 * at, `基金结余之${at + 1}`),
    ...ending(386, 158 + 28 * at, figure),
  ])
  const row = (figure: string, at: number): string[] => [`城乡居民养老保险基金结余之${at + 1}`, '', figure]
  expect(read([...names, ...wrapped])).toEqual([[NAMES, ...figures.map(row)]])
})

test('rules that go on behind the last row close rows of nothing as high as it, and no others', () => {
  const rules = [160, 180, 200]
  const ruled = (more: readonly number[]): readonly Ruling[] => [...header, ...[...rules, ...more].map(y => across(y, 40, 390))]
  expect(read([...names, ...rows(FUNDS)], ruled([220]))).toEqual([[NAMES, ...FUNDS, ['', '', '']]])
  expect(read([...names, ...rows(FUNDS)], ruled([204]))).toEqual([[NAMES, ...FUNDS]])
})

test('the label of a total runs over a border of names, whose border is not drawn through its row', () => {
  const four = [40, 90, 190, 290, 390]
  const drawn = [...[120, 140].map(y => across(y, 40, 390)), ...four.map(x => down(x, 120, 140))]
  const heads = [
    ...centred(65, 134, '编码'),
    ...['名称', '基本', '项目'].flatMap((name, at) => centred(140 + 100 * at, 134, name)),
  ]
  const body = FUNDS.flatMap(([name = '', ...figures], row) => [
    ...text(44, 154 + 20 * row, `20${row + 1}`),
    ...text(94, 154 + 20 * row, name),
    ...figures.flatMap((figure, at) => ending(286 + 100 * at, 154 + 20 * row, figure)),
  ])
  const total = [...text(44, 214, '一般公共预算合计'), ...ending(286, 214, '1,252.35'), ...ending(386, 214, '320.50')]
  expect(read([...heads, ...body, ...total], drawn)).toEqual([
    [
      ['编码', '名称', '基本', '项目'],
      ...FUNDS.map((row, at) => [`20${at + 1}`, ...row]),
      ['一般公共预算合计 1x2', '1,252.35', '320.50'],
    ],
  ])
})

test('a border between columns of which one holds all texts, centred over both, is none; where each holds its own it is one', () => {
  const five = [40, 80, 120, 160, 290, 390]
  const drawn = [...[120, 140].map(y => across(y, 40, 390)), ...five.map(x => down(x, 120, 140))]
  const heads = ['类', '款', '项', '科目名称', '预算数']
  const named = heads.flatMap((name, at) => centred(((five[at] ?? 0) + (five[at + 1] ?? 0)) / 2, 134, name))
  const body = FUNDS.flatMap(([name = '', figure = ''], row) => [
    ...text(164, 154 + 20 * row, name),
    ...ending(386, 154 + 20 * row, figure),
  ])
  const codes = FUNDS.flatMap((_, row) => centred(100, 154 + 20 * row, `201010${row + 1}`))
  const merged = read([...named, ...body, ...codes], drawn)[0] ?? []
  expect(merged.slice(1)).toEqual(FUNDS.map(([name, figure], row) => [`201010${row + 1} 1x3`, name, figure]))
  const parts = FUNDS.flatMap((_, row) =>
    ['201', '01', `0${row + 1}`].flatMap((code, at) => centred(60 + 40 * at, 154 + 20 * row, code)),
  )
  const split = read([...named, ...body, ...parts], drawn)[0] ?? []
  expect(split.slice(1)).toEqual(FUNDS.map(([name, figure], row) => ['201', '01', `0${row + 1}`, name, figure]))
})

test('a frame around the table that is wider than its header closes no row', () => {
  const frame = [...[100, 240].map(y => across(y, 20, 410)), ...[20, 410].map(x => down(x, 100, 240))]
  const rules = [160, 180, 200].map(y => across(y, 40, 390))
  const found = read([...names, ...rows(FUNDS)], [...header, ...rules, ...frame])
  expect(found).toContainEqual([NAMES, ...FUNDS])
})

test('a name over two lines keeps its second one where the rule that closes its row stands below it', () => {
  const wrapped = [...rows([['纪检监察事务大案', '3.00', '4.00']], 214), ...text(44, 226, '要案查处')]
  const closed = [...header, ...[160, 180, 200, 232].map(y => across(y, 40, 390))]
  expect(read([...names, ...rows(FUNDS), ...wrapped], closed)).toEqual([
    [NAMES, ...FUNDS, ['纪检监察事务大案要案查处', '3.00', '4.00']],
  ])
})

test('a note above the rule that closes the rows is a row of its own, and leaves the total alone', () => {
  const note = text(44, 210, '注：以上支出按照年初批复的部门预算安排，不含上年结转')
  const [grid = []] = read([...names, ...rows(FUNDS), ...note], [...header, across(222, 40, 390)])
  expect(grid.slice(0, 4)).toEqual([NAMES, ...FUNDS])
  expect(grid.slice(4).flat().join('')).toContain('不含上年结转')
})
