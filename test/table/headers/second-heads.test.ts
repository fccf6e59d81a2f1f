import { expect, test } from 'vitest'
import { tablesOf } from '../../../src/table/tables.ts'
import { type Drawn, gridOf, pageOf } from '../grids.ts'

const TITLE = ['支出情况表', 100, 70, 12] as const
const UNIT = ['单位：万元', 200, 90, 9] as const

/** The tables of grids, one a page: the last name over each column, the labels of the rows, and the unit. */
const tables = (...drawings: readonly (readonly [string, Drawn?])[]) => {
  const grids = drawings.map(([drawing, more], n) => gridOf(drawing, { page: n + 1, ...more }))
  const pages = drawings.map((_, n) => (n === 0 ? pageOf(1, TITLE, UNIT) : pageOf(n + 1)))
  return tablesOf(pages, grids).tables.map(({ columns, cells, headerRows, unit }) => ({
    names: columns.map(({ path }) => path.at(-1)).join(' '),
    labels: cells.flatMap(({ row, column, text }) => (column === 0 && row >= headerRows ? [text] : [])).join(' '),
    unit,
  }))
}

const UPPER = '项目|合计|基本支出\n教育|9.10|4.10\n医疗|8.20|3.20\n住房|7.30|2.30'

test('a head with other names in the middle of a page begins a table of its own in the same unit', () => {
  expect(tables([`${UPPER}\n项目|上年数|本年数\n农林水|1.40|6.40\n交通|2.50|5.50\n金融|3.60|4.60`])).toEqual([
    { names: '项目 合计 基本支出', labels: '教育 医疗 住房', unit: '万元' },
    { names: '项目 上年数 本年数', labels: '农林水 交通 金融', unit: '万元' },
  ])
})

test('nothing names a table that a second head begins: the one above it in its frame is told', () => {
  const lower = '项目|上年数|本年数\n农林水|1.40|6.40\n交通|2.50|5.50\n金融|3.60|4.60'
  const { tables, findings } = tablesOf([pageOf(1, TITLE, UNIT)], [gridOf(`${UPPER}\n${lower}`)])
  const orphan = findings.find(({ code }) => code === 'orphan-grid')
  expect(orphan?.message.zh).toBe('第1页有6个数的表格没有表名，紧接《支出情况表》之下，表头为“项目、上年数、本年数”')
  expect(orphan?.tables).toEqual([tables[1]?.id, tables[0]?.id])
})

test('a line across the frame goes with the head below it', () => {
  const found = tables([`${UPPER}\n二、增减情况|<|<\n项目|上年数|本年数\n农林水|1.40|6.40\n交通|2.50|5.50\n金融|3.60|4.60`])
  expect(found.map(({ labels }) => labels)).toEqual(['教育 医疗 住房', '农林水 交通 金融'])
})

test('a head of two rows, its groups drawn over other columns, begins a table of its own', () => {
  const upper = '项目|合计|本年|<\n^|^|基本|项目\n教育|9.10|4.10|5.00\n医疗|8.20|3.20|5.00\n住房|7.30|2.30|5.00'
  const lower = '科目|上年|<|结余\n^|拨款|其他|^\n农林水|1.40|6.40|1.00\n交通|2.50|5.50|1.00\n金融|3.60|4.60|1.00'
  expect(tables([`${upper}\n${lower}`]).map(({ names }) => names)).toEqual(['项目 合计 基本 项目', '科目 拨款 其他 结余'])
})

test('without rulings a second head of groups, which was laid out as a row, is told and not read', () => {
  const open = gridOf(`${UPPER}\n科目|本年/拨款|其他\n农林水|1.40|6.40\n交通|2.50|5.50\n金融|3.60|4.60`)
  const found = tablesOf([pageOf(1, TITLE, UNIT)], [{ ...open, kind: 'borderless' }])
  expect(found.tables).toHaveLength(1)
  expect(found.findings.map(({ code }) => code)).toContain('header-doubtful')
})

test('the same names again are the head printed again, and words over one column are a remark', () => {
  const again = `${UPPER}\n项目|合计|基本支出\n农林水|1.40|6.40\n交通|2.50|5.50`
  expect(tables([again])).toMatchObject([{ labels: '教育 医疗 住房 农林水 交通' }])
  expect(tables([`${UPPER}\n说明|见附注|·\n农林水|1.40|6.40\n交通|2.50|5.50`])).toHaveLength(1)
})

test('names that differ in a year are other names on one page, and over pages they are told, not left out', () => {
  const year = (of: string): string => `项目|${of}年预算数|${of}年执行数\n`
  const rows = '教育|9.10|4.10\n医疗|8.20|3.20\n住房|7.30|2.30'
  const others = '农林水|1.40|6.40\n交通|2.50|5.50\n金融|3.60|4.60'
  const names = ['项目 2023年预算数 2023年执行数', '项目 2022年预算数 2022年执行数']
  expect(tables([`${year('2023')}${rows}\n${year('2022')}${others}`]).map(table => table.names)).toEqual(names)
  const pages = [gridOf(`${year('2023')}${rows}`), gridOf(`${year('2022')}${others}`, { page: 2 })]
  const found = tablesOf([pageOf(1, TITLE, UNIT), pageOf(2)], pages)
  expect(found.tables.flatMap(({ cells }) => cells.map(({ text }) => text))).toContain('2022年预算数')
  expect(found.findings.map(({ code }) => code)).toContain('join-doubtful')
})

test('a name that a scan misreads by a sign is the same name', () => {
  const scanned = { source: 'ocr' } as const
  const again = '项目|2023年预算数|2023年执行致\n农林水|1.40|6.40\n交通|2.50|5.50'
  expect(tables(['项目|2023年预算数|2023年执行数\n教育|9.10|4.10\n医疗|8.20|3.20', scanned], [again, scanned])).toMatchObject([
    { labels: '教育 医疗 农林水 交通' },
  ])
})

test('rows inside the frame that name a table begin it, whatever its head is like', () => {
  const lower = '表2项目绩效目标表|<|<\n部门：某局|<|<\n项目名称|道路硬化|<\n一级指标|二级指标|指标值\n产出|数量|≥12'
  const grid = gridOf(`表1支出情况表|<|<\n单位：万元|<|<\n${UPPER}\n${lower}`)
  const found = tablesOf([pageOf(1)], [grid]).tables
  expect(found.map(({ number, title }) => ({ number, title }))).toEqual([
    { number: '1', title: '支出情况表' },
    { number: '2', title: '项目绩效目标表' },
  ])
  expect(found.map(({ rowCount }) => rowCount)).toEqual([6, 5])
})

test('a line across the frame that ends like a title and says nothing else names no table', () => {
  expect(tables([`${UPPER}\n详见附表|<|<\n农林水|1.40|6.40\n交通|2.50|5.50`])).toHaveLength(1)
})

test('tables of several widths in one frame: the empty room beside the narrower ones is no column of theirs', () => {
  const wide = '表1支出情况表|<|<|<\n单位：万元|<|<|<\n项目|合计|基本|项目\n教育|9.10|4.10|5.00\n医疗|8.20|3.20|5.00'
  const narrow = '表2项目支出表|<|<|·\n单位：元|<|<|^\n项目名称|<|金额|^\n修路|<|7.00|^\n架桥|<|6.00|^'
  const last = '表3采购预算表|<|<|<\n单位：万元|<|<|<\n项目|合计|货物|服务\n桌椅|3.00|2.00|1.00'
  const found = tablesOf([pageOf(1)], [gridOf(`${wide}\n${narrow}\n${last}`)]).tables
  expect(found.map(({ title, unit, columns }) => [title, unit, columns.map(({ path }) => path.at(-1)).join(' ')])).toEqual([
    ['支出情况表', '万元', '项目 合计 基本 项目'],
    ['项目支出表', '元', '项目名称 金额'],
    ['采购预算表', '万元', '项目 合计 货物 服务'],
  ])
})
