import { expect, test } from 'vitest'
import { tablesOf } from '../../src/table/tables.ts'
import { drawn, gridOf, pageOf } from './grids.ts'

const LEFT = '科目|预算数|<\n^|基本支出|项目支出\n'
const RIGHT = '上年结转|<\n公共预算|政府性基金\n'
const title = pageOf(1, ['支出总表', 100, 90, 12])

/** The rows of the only table of these pages, and the codes of what is told about it. */
function tableOn(...drawings: readonly string[]): { readonly rows: readonly string[]; readonly codes: readonly string[] } {
  const grids = drawings.map((drawing, index) => gridOf(drawing, { page: index + 1 }))
  const pages = drawings.map((_, index) => (index === 0 ? title : pageOf(index + 1)))
  const { tables, findings } = tablesOf(pages, grids)
  expect(tables).toHaveLength(1)
  return { rows: drawn(tables[0]?.cells ?? [], tables[0]?.rowCount ?? 0), codes: findings.map(({ code }) => code) }
}

/** Rows of a table of two parts, put together. */
const FOUR_ROWS = [
  '公共|9.00|1.00|5.00|3.00',
  '教育|4.00|2.00|6.00|7.00',
  '卫生|3.00|8.00|1.00|2.00',
  '住房|7.00|6.00|2.00|4.00',
]

test('the parts of a wide table may be broken at different rows: labels that wrap leave room for fewer on a page', () => {
  const { rows, codes } = tableOn(
    `${LEFT}公共|9.00|1.00\n教育|4.00|2.00`,
    `${LEFT}卫生|3.00|8.00\n住房|7.00|6.00`,
    `${RIGHT}5.00|3.00\n6.00|7.00\n1.00|2.00\n2.00|4.00`,
  )
  expect(rows.slice(2)).toEqual(FOUR_ROWS)
  expect(codes).not.toContain('rows-not-conserved')
})

test('row labels that the right part repeats are found though one row on a short page is read otherwise', () => {
  const names = Array.from({ length: 24 }, (_, row) => `项目${String.fromCharCode(0x4e00 + row)}`)
  const rows = (labels: readonly string[], from: number): string =>
    labels.map((label, row) => `${label}|${row + from}.50`).join('\n')
  const [long, short] = [names.slice(0, 21), names.slice(21)]
  const { rows: read } = tableOn(
    `科目|预算数\n${rows(long, 1)}`,
    `科目|预算数\n${rows(short, 22)}`,
    `科目|决算数\n${rows(long, 101)}`,
    `科目|决算数\n${rows(['误读', ...short.slice(1)], 122)}`,
  )
  expect(read[0]).toBe('科目|预算数|决算数')
  expect(read[23]).toBe(`${names[22]}|23.50|123.50`)
})

test('a page break cuts a row in all parts of a wide table or in none: a blank row of the right part is one', () => {
  const { rows, codes } = tableOn(
    `${LEFT}公共|9.00|1.00\n教育|4.00|2.00`,
    `${LEFT}卫生|3.00|8.00\n住房|7.00|6.00`,
    `${RIGHT}5.00|3.00\n6.00|7.00`,
    `${RIGHT}·|·\n2.00|4.00`,
  )
  expect(rows.slice(2)).toEqual([
    '公共|9.00|1.00|5.00|3.00',
    '教育|4.00|2.00|6.00|7.00',
    '卫生|3.00|8.00||',
    '住房|7.00|6.00|2.00|4.00',
  ])
  expect(codes).not.toContain('rows-not-conserved')
})

test('each part of a wide table may be broken at its own rows, the right one first', () => {
  const { rows, codes } = tableOn(
    `${LEFT}公共|9.00|1.00\n教育|4.00|2.00\n卫生|3.00|8.00`,
    `${LEFT}住房|7.00|6.00\n农林|5.00|6.00`,
    `${RIGHT}5.00|3.00\n6.00|7.00`,
    `${RIGHT}1.00|2.00\n2.00|4.00\n8.00|9.00`,
  )
  expect(rows.slice(2)).toEqual([...FOUR_ROWS, '农林|5.00|6.00|8.00|9.00'])
  expect(codes).not.toContain('rows-not-conserved')
})

test('a band of a table printed over, then down may need a second page in each part', () => {
  const { rows } = tableOn(
    `${LEFT}公共|9.00|1.00\n教育|4.00|2.00\n卫生|3.00|8.00`,
    `${LEFT}住房|7.00|6.00`,
    `${RIGHT}5.00|3.00\n6.00|7.00\n1.00|2.00\n2.00|4.00`,
    `${LEFT}农林|5.00|6.00\n水利|8.00|2.00\n商业|4.00|1.00`,
    `${LEFT}其他|6.00|3.00`,
    `${RIGHT}8.00|9.00\n4.00|6.00\n7.00|8.00\n9.00|7.00`,
  )
  expect(rows.slice(2)).toEqual([
    ...FOUR_ROWS,
    '农林|5.00|6.00|8.00|9.00',
    '水利|8.00|2.00|4.00|6.00',
    '商业|4.00|1.00|7.00|8.00',
    '其他|6.00|3.00|9.00|7.00',
  ])
})

test('a department that the paper cut is no other one beside it', () => {
  const grids = [gridOf(`${LEFT}公共|9.00|1.00\n教育|4.00|2.00`), gridOf(`${RIGHT}5.00|3.00\n6.00|7.00`, { page: 2 })]
  const pages = [
    pageOf(1, ['支出总表', 100, 75, 12], ['编制单位：临江区农业农村局', 50, 95]),
    pageOf(2, ['编制单位：临江区', 50, 95]),
  ]
  const { tables } = tablesOf(pages, grids)
  expect(tables.map(({ department, columns }) => [department, columns.length])).toEqual([['临江区农业农村局', 5]])
})

test('a nameless table with names of its own in fewer rows is no part of the table before', () => {
  const grids = [
    gridOf(`${LEFT}公共|9.00|1.00\n教育|4.00|2.00\n卫生|3.00|8.00\n住房|7.00|6.00`),
    gridOf('项目|金额|增减|占比|上年\n修路|5.00|3.00|2.00|1.00\n种树|6.00|7.00|1.00|4.00\n建桥|6.00|2.00|3.00|9.00', {
      page: 2,
    }),
  ]
  expect(tablesOf([title, pageOf(2)], grids).tables).toHaveLength(2)
})

test('the last column of a sheet repeats its own title on each page', () => {
  const { rows } = tableOn(
    '科目|预算数\n公共|9.00\n教育|4.00',
    '上年结转\n5.00\n6.00',
    '科目|预算数\n卫生|3.00\n住房|7.00',
    '上年结转\n1.00\n2.00',
  )
  expect(rows).toEqual(['科目|预算数|上年结转', '公共|9.00|5.00', '教育|4.00|6.00', '卫生|3.00|1.00', '住房|7.00|2.00'])
})

test('the last column of a sheet with nothing to print goes on with it, and without one it is no table', () => {
  const left = '科目|预算数\n公共|9.00\n教育|4.00\n卫生|7.00\n住房|3.00\n农林|1.00'
  const blank = '其他收入\n·\n·\n·\n·\n·'
  expect(tableOn(left, blank).rows.slice(0, 2)).toEqual(['科目|预算数|其他收入', '公共|9.00|'])
  expect(tablesOf([pageOf(1)], [gridOf(blank)]).tables).toEqual([])
  const dashes = blank.replaceAll('·', '-')
  expect(tableOn(left, dashes).rows.slice(0, 2)).toEqual(['科目|预算数|其他收入', '公共|9.00|-'])
  expect(tablesOf([pageOf(1)], [gridOf(dashes)]).tables).toEqual([])
})

test('a row that the break cut in the left part is cut in the right one, though its rest is drawn there as one cell', () => {
  const { rows, codes } = tableOn(
    `${LEFT}公共|9.00|1.00\n教育|4.00|22.0`,
    `${LEFT}·|·|4\n卫生|3.00|81.10\n住房|7.00|60.20`,
    `${RIGHT}5.00|3.00\n6.00|7.00`,
    `${RIGHT}·|<\n1.00|2.00\n2.00|4.00`,
  )
  expect(rows.slice(2)).toEqual([
    '公共|9.00|1.00|5.00|3.00',
    '教育|4.00|22.04|6.00|7.00',
    '卫生|3.00|81.10|1.00|2.00',
    '住房|7.00|60.20|2.00|4.00',
  ])
  expect(codes).not.toContain('rows-not-conserved')
})

test('a title that the border of the paper cuts is one, be one of its letters printed on both sheets', () => {
  const grids = [gridOf(`${LEFT}公共|9.00|1.00\n教育|4.00|2.00`), gridOf(`${RIGHT}5.00|3.00\n6.00|7.00`, { page: 2 })]
  const titleOf = (left: string, right: string, gap = 0): string | null | undefined => {
    // The grid of the left part ends at 230, that of the right one begins at 50.
    const pages = [pageOf(1, [left, 230 - gap - 14 * left.length, 90, 14]), pageOf(2, [right, 50 + gap, 90, 14])]
    return tablesOf(pages, grids).tables[0]?.title
  }
  expect(titleOf('2025年部门支', '出总表（分单位）', 3)).toBe('2025年部门支出总表（分单位）')
  expect(titleOf('部门支出', '出总表')).toBe('部门支出总表')
  expect(titleOf('部门支出总表', '部门收入总表')).not.toBe('部门支出总表部门收入总表')
})

test('a title alone where two parts meet, which stands under a group elsewhere, is told', () => {
  const bare = '基本支出|上年结转|<\n^|公共预算|政府性基金\n'
  const grouped = '合计|上年结转|<\n^|公共预算|政府性基金\n'
  const rows = '5.00|3.00|1.00\n6.00|7.00|2.00\n1.00|2.00|3.00\n2.00|4.00|4.00'
  const left = `${LEFT}公共|9.00|1.00\n教育|4.00|2.00\n卫生|3.00|8.00\n住房|7.00|6.00`
  expect(tableOn(left, `${bare}${rows}`).codes).toEqual(['header-doubtful'])
  expect(tableOn(left, `${grouped}${rows}`).codes).toEqual([])
})

test('a title alone where two parts meet, beside a group of one column, is told', () => {
  const left = '科目|预算数|<|合计\n^|基本支出|项目支出|^\n公共|9.00|1.00|10.00\n教育|4.00|2.00|6.00'
  const right = '上年结转|公共预算|<\n小计|其中|政府性基金\n5.00|3.00|1.00\n6.00|7.00|2.00'
  expect(tableOn(left, right).codes).toEqual(['header-doubtful'])
})
