import { expect, test } from 'vitest'
import type { Grid } from '../../../src/grid/grid.ts'
import type { Page } from '../../../src/page/page.ts'
import { repeatedHeader } from '../../../src/table/headers/repeated-header.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { type Drawn, drawn, gridOf, pageOf } from '../grids.ts'

const HEADER = '编码|名称|合计\n'
const BODY = '201|公共|9.00\n208|养老|1.00'
const title = (page: number, text = '支出总表'): Page => pageOf(page, [text, 100, 90, 12])

/** Grids on pages that follow each other. */
const onPages = (drawings: readonly string[], how: Drawn = {}): Grid[] =>
  drawings.map((drawing, index) => gridOf(drawing, { ...how, page: index + 1 }))

const rowsOf = (pages: readonly Page[], grids: readonly Grid[]): string[][] =>
  tablesOf(pages, grids).tables.map(table => drawn(table.cells, table.rowCount))

test.each(['支出总表（续）', '支出总表（续表）', '支出总表（续上表）', '续表2-1', '支出总表续表', '（续一）'])(
  'a page under “%s” goes on with the table',
  caption => {
    const tables = rowsOf([title(1), title(2, caption)], onPages([HEADER + BODY, `${HEADER}210|医疗|2.00`]))
    expect(tables).toEqual([['编码|名称|合计', '201|公共|9.00', '208|养老|1.00', '210|医疗|2.00']])
  },
)

test('a table goes on below a paragraph of the same page where it says so', () => {
  const note = '说明：上述科目按照政府收支分类科目列示，其余科目接下表，支出安排坚持量入为出、收支平衡的原则。'
  const [first, second] = [gridOf(HEADER + BODY), gridOf(`${HEADER}210|医疗|2.00\n合计|<|12.00`, { top: 220 })]
  const under = (caption: string): string[][] =>
    rowsOf([pageOf(1, ['支出总表', 100, 90, 12], [note, 50, 180, 9], [caption, 50, 215, 9])], [first, second])
  expect(under('接上表')).toEqual([['编码|名称|合计', '201|公共|9.00', '208|养老|1.00', '210|医疗|2.00', '合计[1x2]|12.00']])
  expect(under('其中')).toHaveLength(2)
})

test('the total that a table prints at the foot of each page is one row; that of one column may be of another form', () => {
  const printed = (total: string): string[][] =>
    rowsOf(
      [title(1), pageOf(2), pageOf(3)],
      onPages(
        ['201|公共|9.00|1.00', '208|养老|1.00|2.00', '210|医疗|2.00|0.50'].map(row => `编码|名称|本级|上级\n${row}\n${total}`),
      ),
    )
  expect(printed('合计|<|12.00|3.50')).toEqual([
    ['编码|名称|本级|上级', '201|公共|9.00|1.00', '208|养老|1.00|2.00', '210|医疗|2.00|0.50', '合计[1x2]|12.00|3.50'],
  ])
  expect(printed('合计|<|100|·')[0]).toHaveLength(7)
})

test('a blank row over the header that a page prints again is none of the table', () => {
  const tables = rowsOf([title(1), pageOf(2)], onPages([HEADER + BODY, `·|<|<\n${HEADER}210|医疗|2.00`]))
  expect(tables).toEqual([['编码|名称|合计', '201|公共|9.00', '208|养老|1.00', '210|医疗|2.00']])
})

test.each(['-', '无', '*', '……'])('a continuation whose first row prints %s for its amount is no header', nil => {
  const tables = rowsOf([title(1), pageOf(2)], onPages([HEADER + BODY, `210|医疗|${nil}\n221|住房|3.00`]))
  expect(tables).toEqual([['编码|名称|合计', '201|公共|9.00', '208|养老|1.00', `210|医疗|${nil}`, '221|住房|3.00']])
})

test('a table whose later pages print another title than the first is one', () => {
  const header = '行次|编码|名称|合计\n'
  const pages = [
    `${header}1|·|合计|22345.72\n2|301|工资|12345.67\n3|30101|基本|4000.00\n4|30102|津贴|8345.67`,
    `${header}5|302|商品|10000.05\n6|30201|办公|3000.05\n7|30202|印刷|4000.00`,
    `${header}8|30203|咨询|700.00\n9|30204|手续|700.00\n10|30205|水费|700.00`,
  ]
  const titles = ['基本支出预算明细表', '基本支出经济科目表', '基本支出经济科目表'].map((text, at) => title(at + 1, text))
  const { tables, findings } = tablesOf(titles, onPages(pages))
  expect(tables.map(({ rowCount }) => rowCount)).toEqual([11])
  expect(findings.filter(({ code, page }) => code === 'join-doubtful' && page === 3)).toEqual([])
})

test('a title printed again behind the number of the page is the same title', () => {
  const codes = (...rows: string[]): string => HEADER + rows.map(code => `${code}|科目${code}|1.00`).join('\n')
  const titles = [title(1, '部门支出总表'), title(2, '2部门支出总表')]
  expect(rowsOf(titles, onPages([codes('201', '20101'), codes('20102', '208')]))).toHaveLength(1)
  expect(rowsOf([title(1, '01部门支出总表'), title(2, '02部门支出总表')], onPages([codes('201'), codes('201')]))).toHaveLength(
    2,
  )
})

test('a page with nothing but the total row, its label over the label columns, ends the table', () => {
  const page2 = '合计|<|10.00'
  expect(rowsOf([title(1), pageOf(2)], onPages([HEADER + BODY, page2]))[0]?.at(-1)).toBe('合计[1x2]|10.00')
})

test('a header of two rows that a page repeats in one, or with a speck in a cell, is repeated', () => {
  const header = '科目|<|预算|<\n编码|名称|基本支出|项目支出\n'
  const rows = '201|公共|9.00|1.00\n208|养老|1.00|1.00'
  const flat = '编码|名称|基本支出|项目支出\n210|医疗|2.00|2.00'
  const specked = '科目|<|预算|<\n编码|名称|.基本支出|项目支出\n210|医疗|2.00|2.00'
  // Specks are what a scan has.
  for (const [second, source] of [
    [flat, 'pdf'],
    [specked, 'ocr'],
  ] as const)
    expect(rowsOf([title(1), pageOf(2)], onPages([header + rows, second], { source }))[0]?.slice(2)).toEqual([
      '201|公共|9.00|1.00',
      '208|养老|1.00|1.00',
      '210|医疗|2.00|2.00',
    ])
})

test('a header printed again inside a page is no row', () => {
  expect(rowsOf([title(1)], onPages([`${HEADER}201|公共|9.00\n${HEADER}208|养老|1.00`]))).toEqual([
    ['编码|名称|合计', '201|公共|9.00', '208|养老|1.00'],
  ])
})

test('a header printed again inside a page with the title in its frame is no row', () => {
  const header = `支出预算总表|<|<\n${HEADER}`
  expect(rowsOf([pageOf(1)], onPages([`${header}201|公共|9.00\n${header}208|养老|1.00`]))).toEqual([
    ['支出预算总表[1x3]', '编码|名称|合计', '201|公共|9.00', '208|养老|1.00'],
  ])
})

test('a running head is no title of the page that goes on, be there two pages only', () => {
  const head = ['示例市2025年部门预算公开', 90, 30, 9] as const
  const tables = rowsOf(
    [pageOf(1, head, ['支出总表', 100, 90, 12]), pageOf(2, head)],
    onPages([HEADER + BODY, '210|医疗|2.00']),
  )
  expect(tables).toHaveLength(1)
})

test('the first line of a title that two pages print is part of it, also where the number of the table stands above', () => {
  const lines = [
    ['预算01表', 150, 50],
    ['示例市2025年', 100, 70, 12],
    ['度支出总表', 105, 90, 12],
  ] as const
  const { tables } = tablesOf([pageOf(1, ...lines), pageOf(2, ...lines)], onPages([HEADER + BODY, `${HEADER}210|医疗|2.00`]))
  expect(tables.map(({ title }) => title)).toEqual(['示例市2025年度支出总表'])
})

test('lines that carry a sum over the break are no rows, and a finding says so', () => {
  const grids = onPages([`${HEADER + BODY}\n过次页|<|10.00`, `${HEADER}承前页|<|10.00\n210|医疗|2.00`])
  expect(rowsOf([title(1), pageOf(2)], grids)[0]?.slice(1)).toEqual(['201|公共|9.00', '208|养老|1.00', '210|医疗|2.00'])
  const { findings } = tablesOf([title(1), pageOf(2)], grids)
  expect(findings.filter(({ code }) => code === 'carry-line').map(({ page }) => page)).toEqual([1, 2])
})

test('the sum of a page at its foot is no row; a sum of part of the table is one', () => {
  const lines = (label: string) => onPages([`${HEADER + BODY}\n${label}|<|10.00`, `${HEADER}210|医疗|2.00\n${label}|<|2.00`])
  expect(rowsOf([title(1), pageOf(2)], lines('本 页 小 计'))[0]?.slice(1)).toEqual([
    '201|公共|9.00',
    '208|养老|1.00',
    '210|医疗|2.00',
  ])
  expect(rowsOf([title(1), pageOf(2)], lines('小计'))[0]?.slice(1)).toHaveLength(5)
})

test('a label of a span that stands only on the second page belongs to both parts', () => {
  const first = '指标|名称|值\n产出|甲|1\n^|乙|2\n·|丙|3'
  expect(rowsOf([title(1, '绩效表'), pageOf(2)], onPages([first, '效益|丁|4\n^|戊|5']))[0]).toContain('效益[3x1]|丙|3')
})

test('a right part whose header is drawn with fewer lines stands beside the left one', () => {
  const left = '科目|<|合计\n编码|名称|^\n201|公共|9.00\n208|养老|1.00\n210|医疗|2.00'
  const right = gridOf('基本|项目\n4.00|5.00\n1.00|·\n1.00|1.00', { page: 2, top: 120 })
  const tall: Grid = {
    ...right,
    box: [right.box[0], 100, right.box[2], right.box[3]],
    rowEdges: [100, ...right.rowEdges.slice(1)],
  }
  expect(rowsOf([title(1), pageOf(2)], [gridOf(left), tall])[0]?.slice(0, 3)).toEqual([
    '科目[1x2]|合计[2x1]|基本[2x1]|项目[2x1]',
    '编码|名称',
    '201|公共|9.00|4.00|5.00',
  ])
})

test('under the same first line other groups are another part, no header printed again', () => {
  const header = '科目|<|2025年|<\n^|<|一般公共预算|<\n编码|名称|基本|项目\n'
  const first = gridOf(`${header}201|公共|9.00|2.00`)
  const other = gridOf(`${header.replace('一般公共预算', '政府性基金')}201|公共|5.00|1.50`, { page: 2 })
  const again = gridOf(`${header}208|养老|1.00|3.00`, { page: 2 })
  const firstRow = gridOf('科目|<|2025年|<\n208|养老|1.00|3.00', { page: 2 })
  expect([other, again, firstRow].map(grid => repeatedHeader(first, 3, grid).rows)).toEqual([0, 3, 1])
})

test('a right part with fewer header lines prints the row labels once more', () => {
  const left =
    '科目|<|当年|<|<\n编码|名称|合计|基本|项目\n·|合计|12.00|5.00|7.00\n201|公共|9.00|4.00|5.00\n208|养老|1.00|1.00|·\n210|医疗|2.00|·|2.00'
  const right = gridOf('编码|名称|上年\n·|合计|8.00\n201|公共|5.00\n208|养老|1.00\n210|医疗|2.00', { page: 2, top: 120 })
  const tall: Grid = {
    ...right,
    box: [right.box[0], 100, right.box[2], right.box[3]],
    rowEdges: [100, ...right.rowEdges.slice(1)],
  }
  expect(rowsOf([title(1), pageOf(2)], [gridOf(left), tall])[0]?.slice(1, 4)).toEqual([
    '编码|名称|合计|基本|项目',
    '|合计|12.00|5.00|7.00|8.00',
    '201|公共|9.00|4.00|5.00|5.00',
  ])
})

test('two small tables beside each other keep their own captions', () => {
  const page = pageOf(1, ['收入总表', 100, 90, 12], ['支出总表', 400, 90, 12])
  const { tables } = tablesOf([page], [gridOf(HEADER + BODY), gridOf(HEADER + BODY, { left: 350 })])
  expect(tables.map(table => table.title)).toEqual(['收入总表', '支出总表'])
})

test('each page keeps how it came to its table; a close decision is a finding that names both readings', () => {
  const { tables, findings } = tablesOf(
    [title(1), pageOf(2, ['附注', 50, 90])],
    onPages([`${HEADER}201|公共|9.00`, '项目|金额|备注\n甲|1.00|·\n乙|2.00|·']),
  )
  const all = tables.flatMap(table => table.decisions)
  expect(all.find(({ what }) => what === 'how deep the header is')?.chosen).toBe('has a header of 1 rows')
  const decisions = all.filter(({ what }) => what === 'how the page goes on from the one before')
  expect(decisions.map(({ page }) => page)).toEqual([2])
  expect(decisions[0]?.evidence.length).toBeGreaterThan(2)
  for (const { margin } of decisions) expect(findings.some(({ code }) => code === 'join-doubtful')).toBe(margin < 0.9)
})

test('amounts that nothing names are told', () => {
  const { findings } = tablesOf([pageOf(1)], [gridOf('201|公共|9.00\n208|养老|1.00')])
  expect(findings).toMatchObject([{ code: 'orphan-grid', severity: 'warning', page: 1 }])
})

test('so is a list with more texts than amounts that looks like a form', () => {
  const row = (name: string, amount: string) => `某局|${name}|${amount}|按照年度工作计划，保障各项业务正常开展|经常性项目`
  const codes = (amounts: readonly string[]) =>
    tablesOf([pageOf(1)], [gridOf(amounts.map((amount, at) => row(`第${at + 1}项经费`, amount)).join('\n'))]).findings.map(
      ({ code }) => code,
    )
  expect(codes(['1.50', '2.50', '3.50', '4.50'])).toContain('orphan-grid')
  expect(codes(['1.50', '不详', '待定', '另行下达'])).not.toContain('orphan-grid')
})

test('a table without a name is told by the heads of its columns, and belongs to no other; heads that count people have no amounts', () => {
  const said = (drawing: string) => tablesOf([pageOf(1)], [gridOf(drawing)]).findings.map(({ message }) => message.zh)
  expect(said('单位|项目|预算数\n某局|甲|9.00\n某局|乙|1.00')).toEqual([
    '第1页有2个数的表格没有表名，表头为“单位、项目、预算数”',
  ])
  expect(said('序号|单位名称|在职人数\n1|某局|5\n2|某站|19')).toEqual([])
})

test('the margin of a page is against the best arrangement of the document that reads it otherwise: a total proved later counts', () => {
  const page1 = `${HEADER}·|合计|1,234,567.89\n201|公共|1,000,000.00`
  const page2 = '208|养老|200,000.00'
  const marginWith = (last: string): number | undefined => {
    const pages = [title(1), pageOf(2, ['附注', 50, 90]), title(3, '支出总表（续）')]
    const { tables } = tablesOf(pages, onPages([page1, page2, `${HEADER}${last}`]))
    return tables.flatMap(({ decisions }) => decisions).find(({ page }) => page === 2)?.margin
  }
  expect(marginWith('210|医疗|34,567.89')).toBeGreaterThan(marginWith('210|医疗|34,567.88') ?? 1)
})

test('pages as high as each other go on below beyond doubt where the levels of the code have columns of their own before the name', () => {
  const header = '类|款|项|科目名称|合计|基本支出|项目支出\n'
  const body = (from: number): string =>
    Array.from({ length: 20 }, (_, row) => `2${from}|${row + 10}|01|第${from + row}项事务|${from}.10|${row}.10|1.20`).join('\n')
  const { tables, findings } = tablesOf([title(1), title(2)], onPages([header + body(31), header + body(11)]))
  expect(tables.map(({ rowCount }) => rowCount)).toEqual([41])
  expect(findings.map(({ code }) => code)).not.toContain('join-doubtful')
})

test('two tables beside each other that go on over the page are each whole, though the right one ends first', () => {
  const wide = '单位|项目|金额\n'
  const [left, right] = [{ left: 50 }, { left: 300 }]
  const grids = [
    gridOf(`${HEADER}201|公共|9.00\n208|养老|1.00`, left),
    gridOf(`${wide}甲局|监测|4.00\n乙局|宣传|3.00`, right),
    gridOf(`${HEADER}210|医疗|2.00\n213|农林|5.00`, { ...left, page: 2 }),
    gridOf(`${wide}丙局|维修|6.00`, { ...right, page: 2 }),
    gridOf(`${HEADER}221|住房|3.00`, { ...left, page: 3 }),
  ]
  const pages = [pageOf(1, ['科目支出表', 100, 90, 12], ['单位项目表', 350, 90, 12]), pageOf(2), pageOf(3)]
  expect(rowsOf(pages, grids)).toEqual([
    ['编码|名称|合计', '201|公共|9.00', '208|养老|1.00', '210|医疗|2.00', '213|农林|5.00', '221|住房|3.00'],
    ['单位|项目|金额', '甲局|监测|4.00', '乙局|宣传|3.00', '丙局|维修|6.00'],
  ])
})

test('two tables at the foot of a page that go on side by side are each whole, whatever stands above them', () => {
  const wide = '单位|项目|金额\n'
  const [left, right] = [
    { left: 50, top: 300 },
    { left: 300, top: 300 },
  ]
  const grids = [
    gridOf(`项目|上年|本年\n拨款|4.00|5.00`, { left: 50 }),
    gridOf(`科目|预算|决算\n教育|3.00|2.00`, { left: 300 }),
    gridOf(`${HEADER}201|公共|9.00\n208|养老|1.00`, left),
    gridOf(`${wide}甲局|监测|4.00\n乙局|宣传|3.00`, right),
    gridOf(`${HEADER}合计|<|10.00`, { left: 50, page: 2 }),
    gridOf(`${wide}合计|<|7.00`, { left: 300, page: 2 }),
  ]
  const titles = [
    ['收入表', 100, 90],
    ['支出表', 350, 90],
    ['科目支出表', 100, 290],
    ['单位项目表', 350, 290],
  ] as const
  const pages = [pageOf(1, ...titles.map(([text, x, at]) => [text, x, at, 12] as const)), pageOf(2)]
  expect(rowsOf(pages, grids).slice(2)).toEqual([
    ['编码|名称|合计', '201|公共|9.00', '208|养老|1.00', '合计[1x2]|10.00'],
    ['单位|项目|金额', '甲局|监测|4.00', '乙局|宣传|3.00', '合计[1x2]|7.00'],
  ])
})

test('tables of one width below each other on a page are each read once', () => {
  const grids = [100, 300].map(top => gridOf(HEADER + BODY, { top }))
  expect(rowsOf([pageOf(1, ['收入总表', 100, 90, 12], ['支出总表', 100, 290, 12])], grids)).toHaveLength(2)
})

test('two pages printed on a sheet are read one after the other: by their numbers in the two halves', () => {
  const [left, right] = [{ left: 50 }, { left: 350, top: 60 }]
  const grids = [
    gridOf(`${HEADER}210|医疗|2.00\n213|农林|5.00`, right),
    gridOf(`${HEADER}·|合计|26.00\n201|公共|9.00\n208|养老|1.00`, left),
    gridOf(`${HEADER}221|住房|3.00\n224|应急|6.00`, { left: 50, top: 60, page: 2 }),
    gridOf('单位|项目|金额\n甲局|监测|4.00\n乙局|宣传|3.00', { ...right, top: 100, page: 2 }),
  ]
  const numbers = (n: number) => [[`${n}`, 140, 780] as const, [`${n + 1}`, 440, 780] as const]
  const pages = [pageOf(1, ['支出总表', 100, 90, 12], ...numbers(1)), pageOf(2, ['单位项目表', 400, 90, 12], ...numbers(3))]
  expect(rowsOf(pages, grids)).toEqual([
    [
      '编码|名称|合计',
      '|合计|26.00',
      '201|公共|9.00',
      '208|养老|1.00',
      '210|医疗|2.00',
      '213|农林|5.00',
      '221|住房|3.00',
      '224|应急|6.00',
    ],
    ['单位|项目|金额', '甲局|监测|4.00', '乙局|宣传|3.00'],
  ])
})
