import { expect, test } from 'vitest'
import type { Grid } from '../../src/grid/grid.ts'
import type { Page } from '../../src/page/page.ts'
import { titlesMissing } from '../../src/table/table.ts'
import { tablesOf } from '../../src/table/tables.ts'
import { type Drawn, drawn, gridOf, pageOf } from './grids.ts'

const HEADER = '编码|名称|合计\n'
const title = (page: number, text = '支出总表'): Page => pageOf(page, [text, 100, 90, 12])
const bare = (page: number): Page => pageOf(page)

/** The tables of pages that each hold one grid, in short: title, pages, and the cells. */
const tables = (pages: readonly Page[], grids: readonly Grid[]) =>
  tablesOf(pages, grids).tables.map(table => ({
    title: table.title,
    pages: table.regions.map(region => region.page),
    rows: drawn(table.cells, table.rowCount),
  }))

const onPages = (...drawings: readonly (string | readonly [string, Drawn])[]): Grid[] =>
  drawings.map((drawing, n) =>
    typeof drawing === 'string' ? gridOf(drawing, { page: n + 1 }) : gridOf(drawing[0], { page: n + 1, ...drawing[1] }),
  )

test('a table goes on over pages, its header repeated or not, and loses no row', () => {
  const grids = onPages(`${HEADER}201|公共|9.00`, `${HEADER}208|养老|1.00`, '210|医疗|2.00')
  expect(tables([title(1), bare(2), bare(3)], grids)).toEqual([
    { title: '支出总表', pages: [1, 2, 3], rows: ['编码|名称|合计', '201|公共|9.00', '208|养老|1.00', '210|医疗|2.00'] },
  ])
})

test('the foot of the page in the frame is no row', () => {
  const grids = onPages(`${HEADER}201|公共|9.00\n第 1 页　共 2 页|<|<`, `${HEADER}208|养老|1.00\n第 2 页　共 2 页|<|<`)
  expect(tables([title(1), bare(2)], grids)).toMatchObject([{ rows: ['编码|名称|合计', '201|公共|9.00', '208|养老|1.00'] }])
})

test('a page with empty drawn rows alone goes on with the table; empty rows alone are no table', () => {
  expect(tables([title(1), bare(2)], onPages(`${HEADER}201|公共|9.00`, '·|·|·\n·|·|·'))[0]?.rows).toHaveLength(4)
  expect(tables([bare(1)], onPages('·|·|·\n·|·|·'))).toEqual([])
})

test('a title, another number or another department begins a new table, equal columns or not', () => {
  const grids = onPages(`${HEADER}201|公共|9.00`, `${HEADER}208|养老|1.00`)
  expect(tables([title(1), title(2, '收入总表')], grids)).toHaveLength(2)
  const of = (page: number, name: string) => pageOf(page, ['支出总表', 100, 70, 12], [`部门：${name}`, 50, 95])
  expect(tables([of(1, '甲局'), of(2, '乙局')], grids)).toHaveLength(2)
  expect(tables([of(1, '甲局'), of(2, '甲局')], grids)).toHaveLength(1)
})

test('prose between two grids parts them', () => {
  const grids = onPages(`${HEADER}201|公共|9.00`, '208|养老|1.00')
  expect(tables([title(1), pageOf(2, ['以下为说明文字。', 50, 90])], grids)).toHaveLength(2)
})

test('a merged label that the page break cut is one cell: repeated, or left empty', () => {
  const grids = onPages('编码|名称|合计|备注\n甲|a|1.00|·\n^|b|2.00|·', '甲|c|3.00|·\n^|d|4.00|·', '·|e|5.00|·\n^|f|6.00|·')
  expect(tables([title(1), bare(2), bare(3)], grids)[0]?.rows).toEqual([
    '编码|名称|合计|备注',
    '甲[6x1]|a|1.00|',
    'b|2.00|',
    'c|3.00|',
    'd|4.00|',
    'e|5.00|',
    'f|6.00|',
  ])
})

test('records under a repeated header stay apart although their unit is the same', () => {
  const page = (project: string) => `单位|项目|指标\n甲局|${project}|数量\n^|^|质量`
  expect(tables([title(1), bare(2)], onPages(page('一'), page('二')))[0]?.rows).toEqual([
    '单位|项目|指标',
    '甲局[2x1]|一[2x1]|数量',
    '质量',
    '甲局[2x1]|二[2x1]|数量',
    '质量',
  ])
})

test('a row that the page break cut is one row, and a finding says so', () => {
  const grids = onPages(`${HEADER}201|机关事业单位/基本养老保险|9.00`, '·|缴费支出|·\n208|养老|1.00')
  const found = tablesOf([title(1), bare(2)], grids)
  expect(drawn(found.tables[0]?.cells ?? [], 3)).toEqual([
    '编码|名称|合计',
    '201|机关事业单位基本养老保险缴费支出|9.00',
    '208|养老|1.00',
  ])
  expect(found.findings).toMatchObject([{ code: 'row-joined-over-page', severity: 'info', page: 2 }])
})

test('rows of one table that page breaks cut are told in one finding, which names each', () => {
  const first = `${HEADER}201|机关事业单位/基本养老保险|9.00`
  const grids = onPages(first, '·|缴费支出|·\n208|机关事业单位/基本养老保险|1.00', '·|缴费支出|·\n210|医疗|2.00')
  const { findings } = tablesOf([title(1), bare(2), bare(3)], grids)
  const [joined, ...others] = findings.filter(({ code }) => code === 'row-joined-over-page')
  expect(others).toEqual([])
  expect(joined?.cells?.map(({ row }) => row)).toEqual([1, 2])
  expect(joined?.message.zh).toBe('第2、3页开头的文字并入上一页最后一行')
})

test('an entry of its own without an amount is no cut row', () => {
  const grids = onPages(`${HEADER}·|（一）公共服务支出/包括机关运行费|9.00`, '·|（二）外交支出|·\n·|（三）国防支出|·')
  expect(tables([title(1), bare(2)], grids)[0]?.rows).toHaveLength(4)
})

const LEFT = ['编码|名称|合计\n201|公共|3.00\n208|养老|7.00', '210|医疗|9.00\n221|住房|5.00']
const RIGHT = ['基本|项目\n1.00|2.00\n3.00|4.00', '4.00|5.00\n·|5.00']
const WIDE = [
  '编码|名称|合计|基本|项目',
  '201|公共|3.00|1.00|2.00',
  '208|养老|7.00|3.00|4.00',
  '210|医疗|9.00|4.00|5.00',
  '221|住房|5.00||5.00',
]

test.each([
  ['down, then over', [LEFT[0], LEFT[1], RIGHT[0], RIGHT[1]]],
  ['over, then down', [LEFT[0], RIGHT[0], LEFT[1], RIGHT[1]]],
])('a wide table printed %s is joined sideways', (_, drawings) => {
  const pages = [title(1), bare(2), bare(3), bare(4)]
  expect(tables(pages, onPages(...drawings.map(text => text ?? '')))).toEqual([
    { title: '支出总表', pages: [1, 2, 3, 4], rows: WIDE },
  ])
})

test('row labels that each part repeats stand in the table once', () => {
  const right = '编码|名称|基本|项目\n201|公共|1.00|2.00\n208|养老|3.00|4.00'
  expect(tables([title(1), bare(2)], onPages(LEFT[0] ?? '', right))[0]?.rows).toEqual(WIDE.slice(0, 3))
})

test('a group header that the page border cut is one cell again', () => {
  const left = '名称|当年|<\n^|合计|基本\n甲|3.00|1.00\n乙|7.00|3.00'
  const right = '当年|上年|<\n项目|合计|项目\n2.00|·|·\n4.00|1.00|1.00'
  expect(tables([title(1), bare(2)], onPages(left, right))[0]?.rows).toEqual([
    '名称[2x1]|当年[1x3]|上年[1x2]',
    '合计|基本|项目|合计|项目',
    '甲|3.00|1.00|2.00||',
    '乙|7.00|3.00|4.00|1.00|1.00',
  ])
})

test.each([
  ['left', '名称|合计|基本\n甲|3.00|1.00\n乙|7.00|3.00', '当年|<\n人员|公用\n2.00|1.00\n4.00|1.00'],
  ['right', '名称|当年|<\n^|合计|基本\n甲|3.00|1.00\n乙|7.00|3.00', '人员|公用\n2.00|1.00\n4.00|1.00'],
])('the %s part may draw fewer lines in its header', (_, left, right) => {
  const [table] = tables([title(1), bare(2)], onPages(left, right))
  expect([table?.pages, table?.rows.length, table?.rows.at(-1)]).toEqual([[1, 2], 4, '乙|7.00|3.00|4.00|1.00'])
})

test('a nameless table with words of its own and other rows is not a right half', () => {
  const other = '序号|单位\n1|信访局\n2|审计局\n3|财政局'
  expect(tables([title(1), bare(2)], onPages(LEFT[0] ?? '', other))).toHaveLength(2)
})

test('a form goes on over pages and begins anew where its first label comes again', () => {
  const form = ['项目名称|会议费|<\n资金|9.00|<\n指标|名称|值\n^|场次|9', '指标|人数|8', '项目名称|培训费|<\n资金|3.00|<']
  expect(tables([title(1, '绩效目标表'), bare(2), title(3, '绩效目标表')], onPages(...form))).toEqual([
    {
      title: '绩效目标表',
      pages: [1, 2],
      rows: ['项目名称|会议费[1x2]', '资金|9.00[1x2]', '指标[3x1]|名称|值', '场次|9', '人数|8'],
    },
    { title: '绩效目标表', pages: [3], rows: ['项目名称|培训费[1x2]', '资金|3.00[1x2]'] },
  ])
})

test('a title that the page break parted from its table names it', () => {
  const grid = gridOf(`${HEADER}201|公共|9.00`, { page: 2 })
  expect(tables([pageOf(1, ['支出总表', 100, 760, 12]), bare(2)], [grid])[0]?.title).toBe('支出总表')
})

test.each(['公开02表 2024年收入表…………', '公开表2 收入表', '表2：收入表 ……5', '二、收入表'])(
  'a list names a table behind its number: %s',
  entry => {
    const list = pageOf(1, ['一、收支总表', 50, 100], [entry, 50, 130], ['三、三公经费支出表', 50, 160])
    const grids = [gridOf(`${HEADER}201|公共|9.00`, { page: 2 }), gridOf(`${HEADER}201|公共|8.00`, { page: 3 })]
    const { findings } = tablesOf([list, title(2, '收支总表'), title(3, '2024年收入表')], grids)
    const missing = findings.filter(({ code }) => code === 'listed-table-missing')
    expect(missing.map(({ expected }) => expected)).toEqual(['三公经费支出表'])
  },
)

test('a listed table that is not there is a finding', () => {
  const list = pageOf(1, ['一、收入总表', 50, 100], ['二、支出总表', 50, 130], ['三、三公经费支出表', 50, 160])
  const grids = [gridOf(`${HEADER}201|公共|9.00`, { page: 2 }), gridOf(`${HEADER}201|公共|8.00`, { page: 3 })]
  const { findings } = tablesOf([list, title(2, '收入总表'), title(3, '2026年部门支出总体情况表')], grids)
  const missing = findings.filter(({ code }) => code === 'listed-table-missing')
  expect(missing.map(({ expected }) => expected)).toEqual(['三公经费支出表'])
})

test.each([
  ['政府采购支出预算表', '2026年政府采购预算表'],
  ['“三公”经费及会议费支出预算表', '“三公”经费、会议费表（不含上年结转）'],
])('%s is listed for %s', (listed, printed) => {
  const list = pageOf(1, [`一、${listed}`, 50, 100], ['二、支出总表', 50, 130], ['三、收入总表', 50, 160])
  const { findings } = tablesOf([list, title(2, printed)], [gridOf('编码|名称|合计|备注|说明\n201|公共|9.00|·|·', { page: 2 })])
  const missing = findings.filter(({ code }) => code === 'listed-table-missing')
  expect(missing.map(({ expected }) => expected)).toEqual(['支出总表', '收入总表'])
})

test('where none of the listed tables is there, that is said once', () => {
  const list = pageOf(1, ['一、收入总表', 50, 100], ['二、支出总表', 50, 130], ['三、三公经费支出表', 50, 160])
  const missing = tablesOf([list], []).findings.filter(({ code }) => code === 'listed-table-missing')
  expect(missing).toHaveLength(1)
  expect(titlesMissing(missing)).toEqual(['收入总表', '支出总表', '三公经费支出表'])
})

test('a table that prints no name has the heading of its section, which names no second one', () => {
  const grids = [gridOf(`${HEADER}201|公共|9.00`), gridOf('项目|金额\n甲|1.00', { page: 2 })]
  const pages = [
    pageOf(1, ['二、支出预算情况', 50, 40], ['2026年支出预算见下表：', 60, 60]),
    pageOf(2, ['以下为说明文字。', 50, 90]),
  ]
  expect(tablesOf(pages, grids).tables.map(({ title, heading }) => [title, heading])).toEqual([
    [null, '二、支出预算情况'],
    [null, undefined],
  ])
  const named = tablesOf([pageOf(1, ['一、说明', 50, 40], ['支出总表', 100, 90, 12])], grids.slice(0, 1))
  expect(named.tables.map(({ title, heading }) => [title, heading])).toEqual([['支出总表', undefined]])
})

test('captions below tables name those above them, where the document prints its captions there', () => {
  const grids = [gridOf(`${HEADER}201|公共|9.00`), gridOf('单位|<|事项|金额\n甲局|<|监测|1.00', { top: 300 })]
  const read = (...lines: Parameters<typeof pageOf>[1][]) =>
    tablesOf([pageOf(1, ...lines)], grids).tables.map(({ number, title }) => `${number} ${title}`)
  const prose = ['本部门预算均按规定编制，收支平衡。', 50, 230] as const
  expect(read(['表1 部门收入表', 100, 152], prose, ['表2 部门支出表', 100, 352])).toEqual(['1 部门收入表', '2 部门支出表'])
  expect(read(['表1 部门收入表', 100, 90], ['表2 部门支出表', 100, 290])).toEqual(['1 部门收入表', '2 部门支出表'])
  expect(read(['表1 部门收入表', 100, 90], ['表3 部门支出表', 100, 352])).toEqual(['1 部门收入表', 'null null'])
})
