import { expect, test } from 'vitest'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

const grid = gridOf('编码|名称|合计\n201|公共|9.00')

test('a row of amounts under a table is told, with the table it may belong to', () => {
  const page = pageOf(1, ['支出总表', 100, 90, 12], ['农林水支出', 100, 160], ['43,664.50', 200, 160], ['32.17', 320, 160])
  const { findings, tables } = tablesOf([page], [grid])
  expect(findings).toMatchObject([{ code: 'amounts-outside-tables', page: 1, table: tables[0]?.id, actual: '2' }])
})

test('so is a single amount below nothing, with a minus sign of any width', () => {
  const told = (amount: string) => {
    const page = pageOf(1, ['支出总表', 100, 90, 12], ['滚存结余', 60, 160], [amount, 180, 160])
    return tablesOf([page], [grid]).findings.map(({ code }) => code)
  }
  expect(['3,515', '-3,515', '－3,515', '△3,515'].map(told)).toEqual(Array(4).fill(['amounts-outside-tables']))
})

test('so is the name of a total with amounts, on a page without a table as well; one in a sentence is none', () => {
  const told = (...texts: readonly (readonly [string, number, number])[]) =>
    tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2, ...texts)], [grid]).findings.map(({ code }) => code)
  const head = [
    ['科目名称', 100, 90],
    ['金额', 300, 90],
    ['3', 200, 700],
  ] as const
  expect(told(...head, ['合 计', 100, 110], ['323191', 300, 110])).toEqual(['amounts-outside-tables'])
  expect(told(...head, ['合 计', 100, 110], ['—', 300, 110])).toEqual([])
  expect(told(...head, ['合计支出323191元', 100, 110], ['323191', 300, 110])).toEqual([])
})

test('so is one of full-width digits', () => {
  const page = pageOf(
    1,
    ['支出总表', 100, 90, 12],
    ['农林水支出', 100, 160],
    ['４３．５０', 200, 160],
    ['３２．１７', 320, 160],
  )
  expect(tablesOf([page], [grid]).findings).toMatchObject([{ code: 'amounts-outside-tables', actual: '2' }])
})

test('a page between those of a table on which single amounts stand is a lost part of it', () => {
  const last = gridOf('编码|名称|合计\n205|教育|8.00', { page: 3 })
  const pages = [
    pageOf(1, ['支出总表', 100, 90, 12]),
    pageOf(2, ['43,664.50', 200, 160], ['32.17', 200, 180], ['其中：部门结转', 100, 200], ['其中：上级结转', 100, 220]),
    pageOf(3),
  ]
  const { findings, tables } = tablesOf(pages, [grid, last])
  expect(tables).toHaveLength(1)
  expect(findings).toMatchObject([{ code: 'amounts-outside-tables', page: 2, table: tables[0]?.id, actual: '2' }])
})

test('a last page of amounts alone is a lost part of the table before; a chart with its captions is none', () => {
  const codes = (...texts: readonly (readonly [string, number, number])[]) =>
    tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2, ...texts)], [grid]).findings.map(({ code }) => code)
  expect(codes(['43,664.50', 200, 160], ['32.17', 200, 180])).toEqual(['amounts-outside-tables'])
  const nothing = [200, 220, 240, 260].map(at => ['—', 200, at] as const)
  expect(codes(['43,664.50', 200, 160], ['32.17', 200, 180], ...nothing)).toEqual(['amounts-outside-tables'])
  expect(
    codes(['支出结构图', 100, 90], ['基本支出', 100, 160], ['12.50', 200, 160], ['项目支出', 100, 180], ['3.20', 200, 200]),
  ).toEqual([])
})

test('a column of amounts beside names in several lines is a lost table; those on a chart end where its bars do, or are its scale', () => {
  const codes = (step: number, amounts = ['20.50', '30.10', '47.00', '12.40']) => {
    const lines = amounts.flatMap((amount, at) => [
      ['社会保险基金本年', 60, 100 + 40 * at] as const,
      [amount, 300 + step * at, 110 + 40 * at] as const,
      ['收支结余', 60, 120 + 40 * at] as const,
    ])
    return tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2, ...lines)], [grid]).findings.map(({ code, actual }) => [
      code,
      actual,
    ])
  }
  expect(codes(0)).toEqual([['amounts-outside-tables', '4']])
  expect(codes(9)).toEqual([])
  expect(codes(0, ['80.00', '60.00', '40.00', '20.00'])).toEqual([])
})

test('amounts that stand alone on a scanned page without a table are lost rows of one; sums in its sentences are none', () => {
  const codes = (...texts: readonly (readonly [string, number, number])[]) => {
    const page = pageOf(2, ['项目名称', 100, 90], ['修路', 200, 90], ['主管部门', 100, 120], ['某局', 200, 120], ...texts)
    const scan = { ...page, glyphs: page.glyphs.map(glyph => ({ ...glyph, source: 'ocr' as const })) }
    return tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), scan], [grid]).findings.map(({ code }) => code)
  }
  expect(codes(['资金总额', 100, 160], ['12.50', 200, 160], ['财政拨款', 100, 180], ['3.20', 200, 180])).toEqual([
    'amounts-outside-tables',
  ])
  expect(codes(['资金总额', 100, 160], ['12.50', 200, 160])).toEqual(['amounts-outside-tables'])
  expect(codes(['支出合计12.50万元，比上年增加3.20万元。', 100, 160], ['2025', 200, 200], ['12', 200, 220])).toEqual([])
})

test('one amount that stands alone beside a table is told where the page is a scan: its row may not have been found', () => {
  const printed = pageOf(1, ['支出总表', 100, 90, 12], ['农林水支出', 100, 160], ['43,664.50', 300, 160])
  const scan = { ...printed, glyphs: printed.glyphs.map(glyph => ({ ...glyph, source: 'ocr' as const })) }
  const codes = (page: typeof printed) => tablesOf([page], [grid]).findings.map(({ code }) => code)
  expect(codes(scan)).toEqual(['amounts-outside-tables'])
  expect(codes(printed)).toEqual([])
})

test('below a column of the table one amount in a line of several texts is a row of it, also where the next column adjoins it', () => {
  const told = (...line: readonly (readonly [string, number, number])[]) =>
    tablesOf([pageOf(1, ['支出总表', 100, 90, 12], ...line)], [grid]).findings.map(({ code, actual }) => [code, actual])
  expect(told(['农林水支出', 60, 160], ['43,664.50', 180, 160])).toEqual([['amounts-outside-tables', '1']])
  expect(told(['修路', 60, 160], ['43.50保障道路畅通，按期完工', 180, 160])).toEqual([['amounts-outside-tables', '1']])
  expect(told(['合计', 60, 160], ['17929404', 110, 160], ['17929404', 220, 160])).toEqual([['amounts-outside-tables', '2']])
  expect(told(['合计', 60, 160], ['1,234', 110, 160], ['17,929', 220, 160])).toEqual([['amounts-outside-tables', '2']])
  for (const amount of ['160,820', '96 162.00', '４３．５０', '160,820达到预期效果'])
    expect(told(['修路', 60, 160], [amount, 180, 160])).toEqual([['amounts-outside-tables', '1']])
  expect(told(['编号', 60, 160], ['17929404', 180, 160])).toEqual([])
  expect(told(['43,664.50', 180, 160])).toEqual([])
  expect(told(['占比', 60, 160], ['43.50%', 180, 160])).toEqual([])
  expect(told(['农林水支出', 60, 160], ['43,664.50', 300, 160])).toEqual([])
})

test('a sum in a sentence is no lost row, nor are years and page numbers', () => {
  const prose = pageOf(
    1,
    ['支出总表', 100, 90, 12],
    ['支出合计12.50万元，比上年增加3.20万元。', 100, 160],
    ['2025 2026', 100, 180],
  )
  expect(tablesOf([prose], [grid]).findings).toEqual([])
})

test('a page between those of a table that prints its titles again and no table is told', () => {
  const last = gridOf('编码|名称|合计\n205|教育|8.00', { page: 3 })
  const codes = (...texts: readonly (readonly [string, number, number])[]): string[] =>
    tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2, ...texts), pageOf(3)], [grid, last]).findings.map(
      ({ code }) => code,
    )
  const titles = [
    ['编码', 60, 110],
    ['名称', 160, 110],
    ['合计', 260, 110],
  ] as const
  expect(codes(...titles, ['费用等支出', 160, 140])).toEqual(['grid-doubtful'])
  expect(codes(['名称', 160, 110], ['费用等支出', 160, 140])).toEqual([])
})

test('digits alone on the next page below an amount that lacks them were cut off it', () => {
  const short = gridOf('编码|名称|合计\n201|公共|9.00\n202|外交|8.00\n203|国防|7.00\n204|公安|33.6')
  const codes = (...texts: readonly (readonly [string, number, number])[]): string[] =>
    tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2), pageOf(3, ...texts)], [short]).findings.map(({ code }) => code)
  expect(codes(['9', 200, 110])).toEqual(['cut-doubtful'])
  expect(codes(['9', 400, 110])).toEqual([])
  expect(codes(['98', 200, 110])).toEqual([])
})
