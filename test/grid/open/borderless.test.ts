import { expect, test } from 'vitest'
import { gridsOf, readGrids } from '../../../src/grid/grids.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { across, centred, coverage, down, ending, page, shown, text } from '../page.ts'

/** A row of a table of accounts: code, name, two amounts that end at 300 and 380. */
const account = (baseline: number, code: string, name: string, first: string, second: string): Glyph[] => [
  ...text(50, baseline, code),
  ...text(100, baseline, name),
  ...ending(300, baseline, first),
  ...ending(380, baseline, second),
]
const header = (baseline: number): Glyph[] => [
  ...text(50, baseline, '编码'),
  ...centred(140, baseline, '科目名称'),
  ...centred(280, baseline, '预算数'),
  ...centred(360, baseline, '决算数'),
]
const rows = [
  ...account(140, '2010301', '行政运行', '675.65', '1,675.65'),
  ...account(160, '2010302', '一般行政管理事务', '332.80', '332.80'),
  ...account(180, '2080505', '养老保险缴费', '80.13', '80.13'),
  ...account(200, '2210201', '住房公积金', '65.87', '65.87'),
]
/** A glyph further down. */
const moved = (glyph: Glyph, by: number): Glyph => {
  const [left, top, right, bottom] = glyph.box
  return { ...glyph, baseline: glyph.baseline + by, box: [left, top + by, right, bottom + by] }
}
const table = [
  ['编码', '科目名称', '预算数', '决算数'],
  ['2010301', '行政运行', '675.65', '1,675.65'],
  ['2010302', '一般行政管理事务', '332.80', '332.80'],
  ['2080505', '养老保险缴费', '80.13', '80.13'],
  ['2210201', '住房公积金', '65.87', '65.87'],
]

test('three rules are a table: columns by alignment, rows by amounts', () => {
  const [grid] = gridsOf(page([...header(114), ...rows], [across(100, 48, 382), across(120, 48, 382), across(206, 48, 382)]))
  expect(shown(grid)).toEqual(table)
  expect(grid?.kind).toBe('borderless')
})

test('a total below the last rule, in the columns of the rows above it, belongs to them; other figures do not', () => {
  const below = (glyphs: Glyph[]) =>
    gridsOf(page([...header(114), ...rows, ...glyphs], [across(100, 48, 382), across(120, 48, 382), across(206, 48, 382)]))
  const total = below(account(220, '', '合计', '1,154.45', '2,154.45'))
  expect(total.map(shown)).toEqual([[...table, ['', '合计', '1,154.45', '2,154.45']]])
  const wrapped = below([
    ...[...account(220, '', '合计', '1,154.45', '2,154.45'), ...text(100, 236, '其他社会'), ...ending(300, 242, '7.50')],
    ...[...ending(380, 242, '8.25'), ...text(100, 248, '保障支出')],
  ])
  expect(wrapped.map(shown)).toEqual([
    [...table, ['', '合计', '1,154.45', '2,154.45'], ['', '其他社会保障支出', '7.50', '8.25']],
  ])
  const elsewhere = below([...text(50, 220, '其中：'), ...text(160, 220, '12.50'), ...text(210, 220, '13.50')])
  expect(shown(elsewhere[0])).toEqual(table)
})

/** Codes of three levels, each in its own column, with rules between all rows. */
const levels = (codes: readonly (readonly [x: number, code: string, name: string])[]) => {
  const rowsBelow = codes.flatMap(([x, code, name], at) => [
    ...centred(x, 152 + 20 * at, code),
    ...text(130, 152 + 20 * at, name),
    ...ending(300, 152 + 20 * at, `${at + 1}2.50`),
    ...ending(380, 152 + 20 * at, `${at + 1}1.25`),
  ])
  const names = [
    ...[
      ...centred(70, 112, '科目编码'),
      ...centred(180, 122, '科目名称'),
      ...centred(280, 122, '合计'),
      ...centred(360, 122, '基本支出'),
    ],
    ...[...centred(45, 132, '类'), ...centred(70, 132, '款'), ...centred(95, 132, '项')],
  ]
  const rules = [100, ...codes.map((_, at) => 138 + 20 * at), 138 + 20 * codes.length].map(y => across(y, 35, 384))
  return shown(gridsOf(page([...names, ...rowsBelow], [...rules, across(118, 35, 108)]))[0])
}

test('类 款 项 are the names of three columns though no row has codes in two of them, and where a page has codes of the last alone', () => {
  const head = [
    ['科目编码 1x3', '科目名称 2x1', '合计 2x1', '基本支出 2x1'],
    ['类', '款', '项'],
  ]
  const all = [
    [45, '205', '教育支出'],
    [70, '02', '普通教育'],
    [95, '01', '学前教育'],
    [95, '02', '小学教育'],
  ] as const
  expect(levels(all).slice(0, 5)).toEqual([
    ...head,
    ['205', '', '', '教育支出', '12.50', '11.25'],
    ['', '02', '', '普通教育', '22.50', '21.25'],
    ['', '', '01', '学前教育', '32.50', '31.25'],
  ])
  expect(levels(all.slice(2)).slice(0, 3)).toEqual([...head, ['', '', '01', '学前教育', '12.50', '11.25']])
})

test('收 入 and 支 出, set wide over two columns each, are two names', () => {
  const sides = [...centred(85, 112, '收'), ...centred(115, 112, '入'), ...centred(285, 112, '支'), ...centred(315, 112, '出')]
  const names = [
    ...text(40, 132, '项目'),
    ...ending(160, 132, '预算数'),
    ...text(240, 132, '项目'),
    ...ending(360, 132, '预算数'),
  ]
  const rowsBelow = ['1,215.75', '18.00', '3.50', '1,237.25'].flatMap((figure, at) => [
    ...[...text(40, 152 + 20 * at, '拨款'), ...ending(160, 152 + 20 * at, figure)],
    ...[...text(240, 152 + 20 * at, '教育'), ...ending(360, 152 + 20 * at, figure)],
  ])
  const rules = [100, 138, 218].map(y => across(y, 37, 363))
  expect(shown(gridsOf(page([...sides, ...names, ...rowsBelow], rules))[0]).slice(0, 3)).toEqual([
    ['收入 1x2', '支出 1x2'],
    ['项目', '预算数', '项目', '预算数'],
    ['拨款', '1,215.75', '教育', '1,215.75'],
  ])
})

test('names above the first of two rules are the header though a wrapped remark begins above the figures of the first row', () => {
  const names = [
    ...text(40, 114, '项目名称'),
    ...centred(220, 114, '预算数'),
    ...centred(290, 114, '执行数'),
    ...text(360, 114, '备注'),
  ]
  const project = (y: number, name: string, first: string, second: string, remarks: readonly string[]): Glyph[] => [
    ...text(40, y, name),
    ...ending(240, y, first),
    ...ending(310, y, second),
    ...remarks.flatMap((remark, at) => text(330, y + 10 * (at - (remarks.length - 1) / 2), remark)),
  ]
  const body = [
    ...project(138, '河道清淤', '7,590.85', '6,650.28', ['含上年结转资金', '1,518.17万元，县', '级配套资金']),
    ...project(164, '水文监测', '3,059.19', '1,602.10', ['按进度支付']),
    ...project(180, '防汛物资', '1,619.31', '724.03', ['按进度支付']),
    ...project(196, '管网改造', '3,067.27', '2,813.37', ['']),
  ]
  const [grid] = gridsOf(
    page(
      [...names, ...body, ...project(212, '合计', '15,336.62', '11,789.78', [''])],
      [across(120, 38, 430), across(201, 38, 430)],
    ),
  )
  expect(shown(grid).slice(0, 3)).toEqual([
    ['项目名称', '预算数', '执行数', '备注'],
    ['河道清淤', '7,590.85', '6,650.28', '含上年结转资金1,518.17万元，县级配套资金'],
    ['水文监测', '3,059.19', '1,602.10', '按进度支付'],
  ])
})

test('the first line of a wrapped name above its figures is no name of a column: group names stand above the names', () => {
  const names = [
    ...centred(50, 94, '科目'),
    ...centred(320, 84, '支出'),
    ...centred(280, 104, '预算数'),
    ...centred(360, 104, '决算数'),
  ]
  const wrapped = (y: number, first: string, rest: string, ...amounts: string[]): Glyph[] => [
    ...text(40, y - 10, first),
    ...text(40, y + 10, rest),
    ...amounts.flatMap((amount, at) => ending(300 + 80 * at, y, amount)),
  ]
  const body = [
    ...wrapped(134, '201 一般公共服', '务支出', '675.65', '1,675.65'),
    ...text(40, 168, '205 教育支出'),
    ...ending(300, 168, '1,065.87'),
    ...ending(380, 168, '65.87'),
    ...wrapped(202, '208 社会保障和', '就业支出', '332.80', '332.80'),
    ...wrapped(246, '224 灾害防治及', '应急管理支出', '80.13', '80.13'),
  ]
  expect(gridsOf(page([...names, ...body], [across(88, 242, 384), across(112, 38, 384)])).map(shown)).toEqual([
    [
      ['科目 2x1', '支出 1x2'],
      ['预算数', '决算数'],
      ['201一般公共服务支出', '675.65', '1,675.65'],
      ['205教育支出', '1,065.87', '65.87'],
      ['208社会保障和就业支出', '332.80', '332.80'],
      ['224灾害防治及应急管理支出', '80.13', '80.13'],
    ],
  ])
})

test('rules around and inside the header alone: the rows that go on below to the end of the page belong to it', () => {
  const groups = [...centred(120, 94, '支出功能分类'), ...centred(320, 94, '本年支出')]
  const grids = gridsOf(
    page(
      [...groups, ...header(114), ...rows],
      [80, 100, 120].map(y => across(y, 48, 382)),
    ),
  )
  expect(grids.map(grid => shown(grid).slice(1))).toEqual([table])
})

test('no rules at all: names of groups in the middle of their cells, over white of any width, over no column alone', () => {
  const groups = [...centred(160, 94, '经济分类科目'), ...centred(392, 94, '基本支出')]
  const names = [
    ['编码', 70],
    ['名称', 190],
    ['合计', 319],
    ['人员经费', 392],
    ['公用经费', 465],
  ] as const
  const row = (y: number, code: string, name: string, sum: string, first: string, second: string): Glyph[] => [
    ...text(40, y, code),
    ...text(100, y, name),
    ...ending(350, y, sum),
    ...ending(423, y, first),
    ...ending(496, y, second),
  ]
  const body = [
    ['301', '工资福利支出', '632.15', '632.15', ''],
    ['30101', '基本工资', '504.44', '504.44', ''],
    ['302', '商品和服务支出', '261.54', '', '261.54'],
    ['30201', '办公费', '153.31', '', '153.31'],
  ] as const
  const lines = body.flatMap(([a, b, c, d, e], index) => row(122 + 14 * index, a, b, c, d, e))
  const [grid] = gridsOf(page([...groups, ...names.flatMap(([name, x]) => centred(x, 108, name)), ...lines]))
  expect(shown(grid)).toEqual([
    ['经济分类科目 1x2', '基本支出 1x3'],
    names.map(([name]) => name),
    ...body.map(cells => [...cells]),
  ])
})

test('no rules at all: a single row of several figures below their names is a table, without names it is none', () => {
  const names = [
    ...centred(80, 94, '合计'),
    ...centred(180, 94, '因公出国费'),
    ...centred(280, 94, '公务接待费'),
    ...centred(380, 94, '公务用车费'),
  ]
  const row = [
    ...centred(80, 114, '42.20'),
    ...centred(180, 114, '12.00'),
    ...centred(280, 114, '10.20'),
    ...centred(380, 114, '20.00'),
  ]
  expect(gridsOf(page([...names, ...row])).map(shown)).toEqual([
    [
      ['合计', '因公出国费', '公务接待费', '公务用车费'],
      ['42.20', '12.00', '10.20', '20.00'],
    ],
  ])
  expect(gridsOf(page([...text(60, 94, '支出情况如下'), ...row]))).toEqual([])
})

test('no rules at all: the header above is found, title and unit are left out', () => {
  const around = [
    ...centred(215, 80, '部门支出总表', 16),
    ...ending(380, 98, '单位：万元'),
    ...text(50, 222, '注：数据未经审计，仅供参考，以批复为准，其他事项另行说明。'),
  ]
  const grids = gridsOf(page([...around, ...header(120), ...rows]))
  expect(grids.map(shown)).toEqual([table])
})

test('a rule under each row: each band is a row, also the empty one', () => {
  const rules = [100, 120, 146, 166, 186, 206, 226].map(y => across(y, 48, 382))
  const [grid] = gridsOf(page([...header(114), ...rows], rules))
  expect(shown(grid)).toEqual([...table, ['', '', '', '']])
})

test('an empty row at the end is as high as others, though the last with text is wrapped and higher', () => {
  const wrapped = [
    ...text(100, 221, '国有土地使用权出让'),
    ...account(227, '2120899', '', '18.00', '18.00'),
    ...text(100, 233, '支出'),
  ]
  const rules = [100, 120, 146, 166, 186, 206, 246, 266].map(y => across(y, 48, 382))
  const [grid] = gridsOf(page([...header(114), ...rows, ...wrapped], rules))
  expect(shown(grid).slice(-2)).toEqual([
    ['2120899', '国有土地使用权出让支出', '18.00', '18.00'],
    ['', '', '', ''],
  ])
})

test('a wrapped name centred beside its amounts is one cell of one row', () => {
  const wrapped = [
    ...text(100, 215, '其他国有土地使用权出让'),
    ...account(221, '2120899', '', '18.00', '18.00'),
    ...text(100, 227, '收入安排的支出'),
  ]
  const [grid] = gridsOf(
    page([...header(114), ...rows, ...wrapped], [across(100, 48, 382), across(120, 48, 382), across(236, 48, 382)]),
  )
  expect(shown(grid).at(-1)).toEqual(['2120899', '其他国有土地使用权出让收入安排的支出', '18.00', '18.00'])
})

test('a name of three lines is one cell where names of two tell how far its lines stand apart, and what goes on from no full line is a row', () => {
  const two = (at: number): Glyph[] => [
    ...text(100, at - 8.7, '一般公共预算财政'),
    ...account(at, '2010399', '', '21.00', '21.00'),
    ...text(100, at + 7.8, '服务支出'),
  ]
  const three = (at: number): Glyph[] => [
    ...text(100, at - 16.6, '其他国有土地使用'),
    ...account(at, '2120899', '权出让收入安排的', '18.00', '18.00'),
    ...text(100, at + 16.6, '支出'),
  ]
  const head = text(100, 366, '其中：')
  const last = [...account(386, '2210202', '提租补贴', '7.00', '7.00'), ...text(100, 402.5, '不含上年结转')]
  const glyphs = [...header(114), ...rows, ...two(229), ...three(275), ...three(329), ...head, ...last]
  const [grid] = gridsOf(page(glyphs, [across(100, 48, 382), across(120, 48, 382), across(408, 48, 382)]))
  expect(shown(grid).slice(5)).toEqual([
    ['2010399', '一般公共预算财政服务支出', '21.00', '21.00'],
    ['2120899', '其他国有土地使用权出让收入安排的支出', '18.00', '18.00'],
    ['2120899', '其他国有土地使用权出让收入安排的支出', '18.00', '18.00'],
    ['', '其中：', '', ''],
    ['2210202', '提租补贴', '7.00', '7.00'],
    ['', '不含上年结转', '', ''],
  ])
})

test('a wrapped name centred beside its amounts is whole in the last row of a table without rules; a note below is none of it', () => {
  const wrapped = [
    ...text(100, 215, '其他国有土地使用权出让'),
    ...account(221, '2120899', '', '18.00', '18.00'),
    ...text(100, 227, '收入安排的支出'),
  ]
  const note = text(100, 241, '注：数据未经审计')
  const [grid] = gridsOf(page([...header(120), ...rows, ...wrapped, ...note]))
  expect(shown(grid).at(-1)).toEqual(['2120899', '其他国有土地使用权出让收入安排的支出', '18.00', '18.00'])
})

test('the rest of a row that the page before cut stands between rules below the header and is no name of it', () => {
  const rest = text(100, 134, '使用权出让收入安排的支出')
  const [grid] = gridsOf(
    page(
      [...header(114), ...rest, ...rows.map(glyph => moved(glyph, 20))],
      [100, 120, 140, 166, 186, 206, 226].map(y => across(y, 48, 382)),
    ),
  )
  expect(shown(grid)).toEqual([table[0], ['', '使用权出让收入安排的支出', '', ''], ...table.slice(1)])
})

/** A table of amounts alone, as the second part of a wide sheet: three groups of two columns each. */
const groupsOnly = [
  ...['政府性基金预算', '国有资本预算', '单位资金'].flatMap((name, at) => centred(130 + 160 * at, 100, name)),
  ...[0, 1, 2].flatMap(at => [...centred(90 + 160 * at, 118, '基本支出'), ...centred(170 + 160 * at, 118, '项目支出')]),
  ...[136, 154, 172].flatMap((y, row) => [0, 1, 2, 3, 4, 5].flatMap(at => ending(112 + 80 * at, y, `${row + 1}${at}.50`))),
]

test('a group in the middle of a table without rules keeps its name, though it stands in the middle of the table as well', () => {
  expect(gridsOf(page(groupsOnly)).map(grid => shown(grid).slice(0, 2))).toEqual([
    [
      ['政府性基金预算 1x2', '国有资本预算 1x2', '单位资金 1x2'],
      ['基本支出', '项目支出', '基本支出', '项目支出', '基本支出', '项目支出'],
    ],
  ])
})

test('a title in larger type right above the names of a table without rules is none of them', () => {
  expect(gridsOf(page([...centred(290, 82, '部门收支预算总表', 12), ...groupsOnly])).map(grid => shown(grid)[0]?.[0])).toEqual([
    '政府性基金预算 1x2',
  ])
})

test('the numbers of the columns of a table without rules are below its names, and tell no columns', () => {
  const labels = [...text(50, 89, '编码'), ...centred(140, 89, '科目名称')]
  const heads = [...labels, ...centred(303, 80, '合计数'), ...centred(262, 98, '预算数'), ...centred(344, 98, '决算数')]
  const numbers = [...text(50, 116, '栏次'), ...centred(262, 116, '1'), ...centred(344, 116, '2')]
  expect(gridsOf(page([...heads, ...numbers, ...rows])).map(shown)).toEqual([
    [['编码 2x1', '科目名称 2x1', '合计数 1x2'], ['预算数', '决算数'], ['栏次', '', '1', '2'], ...table.slice(1)],
  ])
})

/** Names, numbers of the columns where they have any, and three rows of a project list, from `x` on. */
const projects = (x: number, first: string, numbers: readonly string[] = []): Glyph[] => [
  ...text(x + 40, 110, '项目'),
  ...numbers.flatMap((number, at) => centred(x + 50 + (at > 0 ? 10 + 50 * at : 0), 126, number)),
  ...['合计', '基本', '项目'].flatMap((name, at) => centred(x + 110 + 50 * at, 110, name)),
  ...[first, '河道清淤', '水文监测'].flatMap((name, row) => {
    const y = 128 + 18 * row + (numbers.length > 0 ? 14 : 0)
    return [...text(x, y, name), ...['9.50', '8.25', '1.25'].flatMap((amount, at) => ending(x + 125 + 50 * at, y, amount))]
  }),
]

test('two tables side by side without rules are two where each has its title, and one where they share it', () => {
  const both = [...projects(50, '堤防加固'), ...projects(330, '农村饮水')]
  const titles = [...centred(165, 84, '部门收入总表', 14), ...centred(445, 84, '部门支出总表', 14)]
  const half = (first: string) => [
    ['项目', '合计', '基本', '项目'],
    ...[first, '河道清淤', '水文监测'].map(name => [name, '9.50', '8.25', '1.25']),
  ]
  expect(gridsOf(page([...titles, ...both])).map(shown)).toEqual([half('堤防加固'), half('农村饮水')])
  expect(gridsOf(page([...centred(290, 84, '部门收支总表', 14), ...both])).map(grid => grid.columnEdges.length - 1)).toEqual([
    8,
  ])
})

test('two tables side by side whose last name is wrapped and whose columns are numbered are two', () => {
  const titles = [...centred(165, 74, '部门收入总表', 14), ...centred(445, 74, '部门支出总表', 14)]
  const numbers = ['**', '1', '2', '3']
  const half = (x: number, first: string): Glyph[] => [
    ...projects(x, first, numbers).filter(({ baseline, box }) => baseline > 114 || box[0] < x + 190),
    ...[...centred(x + 210, 105, '经营'), ...centred(x + 210, 114, '支出')],
  ]
  expect(
    gridsOf(page([...titles, ...half(50, '堤防加固'), ...half(330, '农村饮水')])).map(grid => shown(grid).slice(0, 2)),
  ).toEqual([
    [['项目', '合计', '基本', '经营支出'], numbers],
    [['项目', '合计', '基本', '经营支出'], numbers],
  ])
})

test('of two tables side by side one may have a line of names more than the other', () => {
  const titles = [...centred(165, 74, '部门收入总表', 14), ...centred(445, 74, '部门支出总表', 14)]
  const group = centred(515, 94, '本年支出')
  const both = [...projects(50, '堤防加固'), ...projects(330, '农村饮水')]
  const [higher, lower] = gridsOf(page([...titles, ...group, ...both])).map(shown)
  const rows = ['河道清淤', '水文监测'].map(name => [name, '9.50', '8.25', '1.25'])
  expect(lower).toEqual([['项目', '合计', '基本', '项目'], ['堤防加固', '9.50', '8.25', '1.25'], ...rows])
  const heads = [
    ['项目 2x1', '合计 2x1', '本年支出 1x2'],
    ['基本', '项目'],
  ]
  expect(higher).toEqual([...heads, ['农村饮水', '9.50', '8.25', '1.25'], ...rows])
})

test('the label of a total stays in the column in whose middle its name stands, though it stands in the middle of more', () => {
  const set = (y: number, texts: readonly (readonly [number, string])[]): Glyph[] =>
    texts.flatMap(([x, characters]) => text(x, y, characters, 9))
  const heads = [
    ...set(111, [
      [124, '功能分类科目'],
      [420, '一般公共预算'],
      [637, '政府性基金预算'],
    ]),
    ...set(120, [[305, '合计']]),
    ...set(129, [
      [54, '科目编码'],
      [168, '科目名称'],
      [385, '基本支出'],
      [474, '项目支出'],
      [571, '小计'],
      [651, '基本支出'],
      [740, '项目支出'],
    ]),
    ...set(147, [
      [63, '栏次'],
      [312, '1'],
      [401, '2'],
      [489, '3'],
      [578, '4'],
      [667, '5'],
      [755, '6'],
    ]),
  ]
  const amounts = [
    [333, '57.36'],
    [440, '-'],
    [510, '48.29'],
    [604, '9.07'],
    [706, '-'],
    [781, '9.07'],
  ] as const
  const rows = [
    set(165, [[177, '合计'], ...amounts]),
    set(183, [[65, '201'], [106, '文化旅游体育与传媒支出'], ...amounts]),
  ].flat()
  const full = [99, 135, 153, 171, 189].map(y => across(y, 40, 802))
  const [grid] = gridsOf(page([...heads, ...rows], [...full, across(117, 40, 270), across(117, 359, 802)]))
  expect(shown(grid)[3]?.slice(0, 3)).toEqual(['', '合计', '57.36'])
})

test('a table without rules may begin with a row of dashes', () => {
  const first = account(140, '2010101', '抚恤', '-', '-')
  const [grid] = gridsOf(page([...header(120), ...first, ...rows.map(glyph => moved(glyph, 20))]))
  expect(shown(grid)).toEqual([table[0], ['2010101', '抚恤', '-', '-'], ...table.slice(1)])
})

test('a name of a group spans the columns over which it is centred, a name without a group all header rows', () => {
  const names = [
    ...centred(330, 106, '支出'),
    ...text(50, 114, '编码'),
    ...centred(140, 114, '科目名称'),
    ...centred(280, 120, '预算数'),
    ...centred(360, 120, '决算数'),
  ]
  const [grid] = gridsOf(page([...names, ...rows], [across(94, 48, 382), across(126, 48, 382), across(206, 48, 382)]))
  expect(shown(grid).slice(0, 3)).toEqual([
    ['编码 2x1', '科目名称 2x1', '支出 1x2'],
    ['预算数', '决算数'],
    ['2010301', '行政运行', '675.65', '1,675.65'],
  ])
  expect(grid && coverage(grid)).toEqual(new Set([1]))
})

test('a rule under the name of a group tells its span, also where the name is not centred', () => {
  const names = [
    ...text(255, 104, '支出'),
    ...text(50, 118, '编码'),
    ...centred(140, 118, '科目名称'),
    ...centred(280, 118, '预算数'),
    ...centred(360, 118, '决算数'),
  ]
  const rules = [across(94, 48, 382), across(107, 250, 382), across(124, 48, 382), across(206, 48, 382)]
  const { grids, findings } = readGrids(page([...names, ...rows], rules))
  expect(shown(grids[0])[0]).toEqual(['编码 2x1', '科目名称 2x1', '支出 1x2'])
  // The rule may as well be that of the row, and the name that of fewer columns.
  expect(findings.map(({ code }) => code)).toEqual(['columns-doubtful'])
})

test('a named column without any text keeps its place', () => {
  const [grid] = gridsOf(
    page(
      [...header(114), ...centred(420, 114, '备注'), ...rows],
      [across(100, 48, 442), across(120, 48, 442), across(206, 48, 442)],
    ),
  )
  expect(shown(grid)[0]).toEqual(['编码', '科目名称', '预算数', '决算数', '备注'])
  expect(shown(grid)[1]).toEqual(['2010301', '行政运行', '675.65', '1,675.65', ''])
})

test('income and expenditure side by side: names 2 points behind the amounts before them', () => {
  const pair = (baseline: number, left: string, income: string, right: string, spent: string): Glyph[] => [
    ...text(50, baseline, left),
    ...ending(230, baseline, income),
    ...text(232, baseline, right),
    ...ending(420, baseline, spent),
  ]
  const glyphs = [
    ...[
      ...centred(110, 114, '项目'),
      ...centred(210, 114, '预算数'),
      ...centred(300, 114, '项目'),
      ...centred(400, 114, '预算数'),
    ],
    ...pair(140, '一、拨款收入', '1,197.75', '一、一般公共服务', '1,008.45'),
    ...pair(155, '二、基金收入', '', '二、外交', ''),
    ...pair(170, '三、事业收入', '', '三、教育', '80.13'),
    ...pair(185, '收入总计', '1,215.75', '支出总计', '1,215.75'),
  ]
  const rules = [across(100, 48, 422), across(120, 48, 422), across(192, 48, 422)]
  expect(shown(gridsOf(page(glyphs, rules))[0])).toEqual([
    ['项目', '预算数', '项目', '预算数'],
    ['一、拨款收入', '1,197.75', '一、一般公共服务', '1,008.45'],
    ['二、基金收入', '', '二、外交', ''],
    ['三、事业收入', '', '三、教育', '80.13'],
    ['收入总计', '1,215.75', '支出总计', '1,215.75'],
  ])
})

test('rules between the columns only: entries begin at the code above their amounts, the page in the middle of one', () => {
  const describe = (baseline: number, ...lines: string[]): Glyph[] =>
    lines.flatMap((line, index) => text(252, baseline + 12 * index, line))
  const glyphs = [
    ...[...centred(100, 90, '名稱及編號'), ...centred(210, 90, '預算數'), ...centred(340, 90, '說明')],
    ...describe(120, '前頁說明延續至本頁，內容甚長，', '包括各項業務費用及其計算方式。'),
    ...[...text(52, 150, '3303010100'), ...text(52, 162, '一般行政'), ...ending(248, 162, '12,345')],
    ...describe(
      150,
      '１、人員維持費：職員三十人之待',
      '遇及獎金，依規定編列，較上年度',
      '增加二人。２、業務費：文具紙張',
      '印刷費用及其他必要之開支。３、',
      '設備費：汰換老舊之電腦設備及其',
    ),
    ...[...text(52, 222, '3303010200'), ...text(52, 234, '財務行政'), ...ending(248, 234, '6,789')],
    ...describe(
      222,
      '１、辦理財務稽核業務所需之經費',
      '及差旅費。２、辦理國庫業務所需',
      '之各項經費，較上年度並無增減，',
      '並依實際需要核實支付之。３、印',
      '製各種報表費用。',
    ),
    ...[...text(52, 294, '3303010300'), ...text(52, 306, '稅務行政'), ...ending(248, 306, '1,000')],
    ...describe(294, '１、辦理稅務宣導業務所需之經費', '及差旅費用，依規定編列，較上年', '度減少。'),
  ]
  const [grid] = gridsOf(page(glyphs, [down(150, 80, 340), down(250, 80, 340)]))
  const cells = shown(grid)
  expect(cells.map(row => row.slice(0, 2))).toEqual([
    ['名稱及編號', '預算數'],
    ['', ''],
    ['3303010100一般行政', '12,345'],
    ['3303010200財務行政', '6,789'],
    ['3303010300稅務行政', '1,000'],
  ])
  expect(cells[1]?.[2]).toBe('前頁說明延續至本頁，內容甚長，包括各項業務費用及其計算方式。')
  expect(cells[3]?.[2]).toMatch(/^１、辦理財務稽核.*報表費用。$/)
})

test('a text that reaches into the next column, which is filled too, is in doubt', () => {
  const wide = account(221, '2120802', '征地补偿', '9,518.00', '18.00')
  const long = account(241, '2120803', '城市建设支出及土地开发支出费用等', '8.00', '18.00')
  const rules = [across(100, 48, 382), across(120, 48, 382), across(256, 48, 382)]
  const [grid] = gridsOf(page([...header(114), ...rows, ...wide, ...long, ...text(260, 241, '等')], rules))
  expect(grid?.cells.filter(cell => cell.confidence < 0.9).map(cell => cell.row)).toEqual([6])
})

test('a group of which the paper leaves one column keeps its name apart from the name below it', () => {
  const columns = [130, 200, 270, 340, 410]
  const leaves = ['项目支出', '基本支出', '项目支出', '基本支出', '项目支出']
  const row = (y: number, label: string, from: number) => [
    ...text(40, y, label),
    ...columns.flatMap((x, column) => ending(x + 25, y, `${from + column},${from}10.25`)),
  ]
  const glyphs = [
    ...centred(130, 96, '资本经营预算'),
    ...centred(235, 96, '财政专户资金'),
    ...centred(375, 96, '单位资金'),
    ...text(40, 107, '项目名称'),
    ...columns.flatMap((x, column) => centred(x, 118, leaves[column] ?? '')),
    ...['教育支出', '卫生支出', '住房支出', '农林支出', '交通支出'].flatMap((label, at) => row(140 + 18 * at, label, at + 1)),
  ]
  const [grid] = gridsOf(page(glyphs, [across(82, 40, 440), across(124, 40, 440), across(222, 40, 440)]))
  const texts = grid?.cells.filter(cell => cell.row < 2).map(cell => `${cell.text} ${cell.column}+${cell.columnSpan}`)
  expect(texts).toEqual(expect.arrayContaining(['资本经营预算 1+1', '财政专户资金 2+2', '单位资金 4+2']))
})

test('a column of dashes beside one of wrapped remarks is a column of its own, though no line has texts in both', () => {
  const names = [
    ...centred(80, 114, '项目'),
    ...centred(180, 114, '预算数'),
    ...centred(250, 114, '决算数'),
    ...centred(345, 114, '备注'),
  ]
  const entries = [0, 1, 2].flatMap(row => [
    ...text(50, 140 + 30 * row, '行政运行'),
    ...ending(200, 140 + 30 * row, '675.65'),
    ...ending(295, 140 + 30 * row, '-'),
  ])
  const remarks = [134, 146, 194, 206].flatMap(baseline => text(300, baseline, '安排用于设备维护'))
  const [grid] = gridsOf(
    page(
      [...names, ...entries, ...remarks],
      [100, 120, 156, 186, 216].map(y => across(y, 48, 390)),
    ),
  )
  expect(shown(grid)).toEqual([
    ['项目', '预算数', '决算数', '备注'],
    ['行政运行', '675.65', '-', '安排用于设备维护安排用于设备维护'],
    ['行政运行', '675.65', '-', ''],
    ['行政运行', '675.65', '-', '安排用于设备维护安排用于设备维护'],
  ])
})

test('in a picture nothing is surely empty in a row of which no text is sure: another column may be its place', () => {
  const gap = text(50, 220, '2290000').concat(text(100, 220, '其他支出'), ending(300, 220, '1.00'))
  const unsure = [...rows, ...gap].map(glyph => ({ ...glyph, confidence: 0.88 }))
  const rules = [across(100, 48, 382), across(120, 48, 382), across(226, 48, 382)]
  const emptyIn = (read: Parameters<typeof gridsOf>[0]) =>
    gridsOf(read).flatMap(({ cells }) => cells.filter(({ text }) => text === '').map(({ confidence }) => confidence))
  const drawn = page([...header(114), ...unsure], rules)
  expect(emptyIn(drawn)).toEqual([1])
  expect(emptyIn({ ...drawn, ocr: 'paddle' })).toEqual([0.88])
  expect(emptyIn({ ...page([...header(114), ...rows, ...gap], rules), ocr: 'paddle' })).toEqual([1])
})

test('the larger title of a second table ends the first, though rules of one extent enclose both', () => {
  const lower = [...header(114), ...rows].map(glyph => moved(glyph, 180))
  const rules = [100, 120, 206, 280, 300, 386].map(y => across(y, 48, 382))
  const title = centred(215, 262, '支出决算表', 14)
  const grids = gridsOf(page([...header(114), ...rows, ...title, ...lower], rules))
  expect(grids.map(shown)).toEqual([table, table])
  const note = text(50, 222, '注：本表为预算数。')
  expect(gridsOf(page([...header(114), ...rows, ...note, ...title, ...lower], rules)).map(shown)).toEqual([table, table])
  const stripes = [100, 120, 280, 300].map(y => across(y, 48, 382))
  expect(gridsOf(page([...header(114), ...rows, ...title, ...lower], stripes)).map(shown)[0]).toEqual(table)
})

test('rows between rules without a header keep their columns, though no row fills two of them', () => {
  const rows = [
    ['30228', '工会经费', '', '217.96'],
    ['303', '个人补助', '24,922.32', ''],
    ['30301', '离休费', '1,125.32', ''],
    ['30302', '退休费', '', '4,485.30'],
  ]
  const glyphs = rows.flatMap(([code = '', name = '', first = '', second = ''], at) =>
    account(114 + 20 * at, code, name, first, second),
  )
  const rules = [100, 120, 140, 160, 180].map(y => across(y, 48, 382))
  expect(gridsOf(page(glyphs, rules)).map(shown)).toEqual([rows])
})

test('rows without rules or header on a new page: the first name keeps the line above its figures, as others have one', () => {
  const wrapped = (y: number, code: string, [first, second]: readonly [string, string], amount: string): Glyph[] => [
    ...account(y, code, '', amount, amount),
    ...text(100, y - 7, first),
    ...text(100, y + 7, second),
  ]
  const glyphs = [
    ...wrapped(60, '2010301', ['公共文化设施', '开放补助'], '2,932.07'),
    ...account(88, '2010302', '行政运行', '35.83', '35.83'),
    ...wrapped(116, '2010350', ['农村饮水安全', '巩固提升'], '735.83'),
    ...account(144, '2210201', '住房公积金', '7.30', '7.30'),
  ]
  expect(gridsOf(page(glyphs)).map(grid => shown(grid).map(row => row[1]))).toEqual([
    ['公共文化设施开放补助', '行政运行', '农村饮水安全巩固提升', '住房公积金'],
  ])
})

/** A table whose rows touch: lines of wrapped names 13 apart, as rows are, their amounts in the middle; the first row has `first`. */
const touching = (first: readonly string[], more: readonly (readonly string[])[] = []): string[][] => {
  const glyphs: Glyph[] = []
  let y = 114
  for (const lines of [first, ['住房公积金'], ['一般公共服务支出含上年', '结转资金'], ['取暖费'], ['印刷费'], ...more]) {
    lines.forEach((line, at) => void glyphs.push(...text(100, y + 13 * at, line)))
    const middle = y + (13 * (lines.length - 1)) / 2
    glyphs.push(...ending(300, middle, `${y}.10`), ...ending(380, middle, `${y}.20`))
    y += 13 * lines.length
  }
  const head = [...centred(140, 101, '科目名称'), ...centred(280, 101, '预算数'), ...centred(360, 101, '决算数')]
  return gridsOf(page([...head, ...glyphs])).flatMap(grid => shown(grid))
}

test('where rows touch, the first name keeps the line above its amounts, and no name of a column takes it', () => {
  expect(touching(['社会保障和就业支出含上', '年结转']).slice(0, 2)).toEqual([
    ['科目名称', '预算数', '决算数'],
    ['社会保障和就业支出含上年结转', '114.10', '114.20'],
  ])
})

test('where rows touch, a name of three lines around its amounts is one cell, and short names are rows', () => {
  const three = ['机关事业单位基本养老保', '险缴费支出含上年结转资', '金']
  const found = touching(['奖励金'], [three, ['工会经费']])
  expect(found.map(([name]) => name)).toEqual([
    ...['科目名称', '奖励金', '住房公积金', '一般公共服务支出含上年结转资金', '取暖费', '印刷费'],
    ...['机关事业单位基本养老保险缴费支出含上年结转资金', '工会经费'],
  ])
})

test('lists beside each other under titles of their own are tables of their own; under one title they are one', () => {
  const left = [
    ['收入项目', '金额'],
    ['财政拨款', '739.69'],
    ['事业收入', '1,819.14'],
    ['其他收入', '12.50'],
    ['收入合计', '2,571.33'],
  ]
  const right = [
    ['支出科目', '基本支出', '项目支出'],
    ['公共服务', '339.73', '674.39'],
    ['科学技术', '237.70', '258.47'],
    ['教育支出', '10.04', '500.00'],
    ['社会保障', '300.00', '251.00'],
    ['支出合计', '887.47', '1,683.86'],
  ]
  const list = (rows: readonly string[][], from: number, ends: readonly number[]): Glyph[] =>
    rows.flatMap(([name = '', ...figures], row) => [
      ...text(from, 140 + 16 * row, name),
      ...figures.flatMap((figure, at) => ending(ends[at] ?? 0, 140 + 16 * row, figure)),
    ])
  const lists = [...list(left, 50, [200]), ...list(right, 280, [430, 510])]
  const units = [...ending(200, 122, '单位：万元', 8), ...ending(510, 122, '单位：万元', 8)]
  const titles = [...centred(125, 106, '收入预算表', 10.5), ...centred(395, 106, '支出预算表', 10.5)]
  expect(gridsOf(page([...titles, ...units, ...lists])).map(shown)).toEqual([left, right])
  expect(gridsOf(page([...centred(280, 106, '收支预算表', 14), ...ending(510, 122, '单位：万元', 8), ...lists]))).toHaveLength(
    1,
  )
})

test('a unit printed below rows without rules begins a further table there, in the middle of its columns or at their end', () => {
  const below = [...header(114), ...rows].map(glyph => moved(glyph, 130))
  for (const unit of [
    ending(380, 228, '单位：万元'),
    centred(280, 228, '金额单位：元'),
    text(50, 228, '部门：某某局  单位：元'),
  ]) {
    const title = [...text(50, 214, '表二 部门支出总表'), ...unit]
    expect(gridsOf(page([...header(114), ...rows, ...title, ...below])).map(shown)).toEqual([table, table])
  }
})

test('a large number and name in the middle, parted by a blank, begin a further table below the one above', () => {
  const rules = (top: number) => [across(top, 48, 382), across(top + 20, 48, 382), across(top + 106, 48, 382)]
  const title = [...text(150, 232, '表2', 15), ...text(188, 232, '支出总表', 15)]
  const [first, second] = [[...header(114), ...rows], [...header(114), ...rows].map(glyph => moved(glyph, 150))]
  const grids = gridsOf(page([...first, ...title, ...second], [...rules(100), ...rules(250)]))
  expect(grids.map(shown)).toEqual([table, table])
})
