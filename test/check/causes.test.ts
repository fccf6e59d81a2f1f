import { expect, test } from 'vitest'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { tableOf } from '../budget/table.ts'
import { checkedTables, narrated } from './checked.ts'

/** A figure printed otherwise. */
type Change = readonly [row: number, column: number, text: string]

/** 支出总表 in which two classes have two sections each; `changes` print figures otherwise, by row and column. */
function expenses(changes: readonly Change[]) {
  const texts = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', '2,013.76', '1,371.51', '642.25'],
    ['201', '一般公共服务支出', '1,124.80', '781.20', '343.60'],
    ['20103', '政府办公厅（室）及相关机构事务', '812.35', '769.80', '42.55'],
    ['20111', '纪检监察事务', '312.45', '11.40', '301.05'],
    ['208', '社会保障和就业支出', '888.96', '590.31', '298.65'],
    ['20805', '行政事业单位养老支出', '350.59', '259.93', '90.66'],
    ['20808', '抚恤', '538.37', '330.38', '207.99'],
  ]
  for (const [row, column, text] of changes) (texts[row] as string[])[column] = text
  return tableOf(texts, 1, { title: '部门支出总表' })
}
const toldOf = (...changes: readonly Change[]) =>
  checkedTables(expenses(changes)).findings.flatMap(({ verdict, message }) =>
    verdict === 'published-inconsistency' ? [/印为([\d.,]+)/.exec(message.zh)?.[1]] : [],
  )

test('two figures that are wrong by one amount are told one by one', () => {
  expect(toldOf([3, 3, '769.20'])).toEqual(['769.20'])
  expect(toldOf([3, 3, '769.20'], [7, 4, '207.39']).sort()).toEqual(['207.39', '769.20'])
})

/** 财政拨款收支总表 of two funds that carry money over; `printed` is what its lines of income print. */
function funds(printed: Readonly<Record<'fund' | 'soe' | 'carried' | 'carriedFund', string>>, columns: readonly string[]) {
  const table = tableOf(
    [
      ['项目', '预算数', '项目', ...columns, '政府性基金预算', '国有资本经营预算'],
      ['一、一般公共预算拨款收入', '3,291.33', '一、一般公共服务支出', '38.52', '38.52', '', ''],
      ['二、政府性基金预算拨款收入', printed.fund, '二、城乡社区支出', '1,761.87', '38.00', '1,723.87', ''],
      ['三、国有资本经营预算拨款收入', printed.soe, '三、农林水支出', '3,368.67', '3,368.67', '', ''],
      ['本年收入合计', '4,991.33', '本年支出合计', '5,169.06', '3,445.19', '1,723.87', ''],
      ['上年结转', '177.73', '结转下年', '', '', '', ''],
      ['其中：一般公共预算', printed.carried, '', '', '', '', ''],
      ['其中：政府性基金预算', printed.carriedFund, '', '', '', '', ''],
      ['收入总计', '5,169.06', '支出总计', '5,169.06', '3,445.19', '1,723.87', ''],
    ],
    1,
    { title: '财政拨款收支总表' },
  )
  return checkedTables(table).checks.flatMap(({ identity, verdict }) =>
    /^B2\.(?:gpb|fund)$/.test(identity) && verdict !== 'not-evaluable' ? [verdict] : [],
  )
}
const FUNDS = { fund: '1,700.00', soe: '', carried: '153.86', carriedFund: '23.87' }
const COLUMNS = ['合计', '一般公共预算']

test('what each fund has and carries over is what it spends', () => {
  expect(funds(FUNDS, COLUMNS)).toEqual(['holds', 'holds'])
  expect(funds({ ...FUNDS, carried: '153.81' }, COLUMNS)).toEqual(['published-inconsistency', 'holds'])
  // Columns that were read under each other's heads are no fault of the document.
  expect(funds(FUNDS, ['一般公共预算', '合计'])).toEqual(['unexplained', 'holds'])
})

test.each([
  ['what two funds carry over', { ...FUNDS, carried: '23.87', carriedFund: '153.86' }],
  ['the money of two funds, of which one has no column of its own', { ...FUNDS, fund: '', soe: '1,700.00' }],
  ['the money of a fund and a nought', { ...FUNDS, fund: '0', soe: '1,700.00' }],
])('%s, read into each other’s rows, blame nobody', (_, printed) => {
  const verdicts = funds(printed, COLUMNS)
  expect(verdicts).not.toContain('published-inconsistency')
  expect(verdicts).toContain('unexplained')
})

test('figures that were rounded one by one are told once of an identity, with all their places', () => {
  const table = expenses([
    [3, 2, '812.36'],
    [6, 2, '350.60'],
    [3, 3, '769.81'],
  ])
  const { checks, findings } = checkedTables(table)
  const rounded = checks.filter(({ verdict }) => verdict === 'rounding')
  const told = findings.filter(({ code }) => code === 'identity-rounding')
  const identities = [...new Set(rounded.map(({ identity }) => identity))]
  expect(rounded.length).toBeGreaterThan(identities.length)
  expect(told.map(finding => finding.identities).sort()).toEqual(identities.map(identity => [identity]).sort())
  const places = new Set(told.flatMap(({ cells }) => cells.map(({ row, column }) => `${row} ${column}`)))
  for (const place of ['3 2', '6 2', '3 3']) expect(places).toContain(place)
})

test('a subject under an unusual name is told once a document, and not where the names known are of later years', () => {
  const rows = (name: string) => [
    ['科目编码', '科目名称', '合计'],
    ['', '合计', '8.59'],
    ['303', name, '8.59'],
  ]
  const tablesOf = (name: string, year: number) =>
    [`${year}年一般公共预算基本支出表`, `${year}年基本支出表`].map((title, at) => ({
      ...tableOf(rows(name), 1, { title }),
      id: `t${at}`,
    }))
  const namedIn = (name: string, year = 2026): string[][] =>
    checkedTables(...tablesOf(name, year)).findings.flatMap(({ code, cells }) =>
      code === 'name-unusual' ? [cells.map(({ table }) => table)] : [],
    )
  expect(namedIn('个人和家庭补贴')).toEqual([['t0', 't1']])
  expect(namedIn('个人和家庭补贴', 2012)).toEqual([])
  // Without its 的 it is the usual one.
  expect(namedIn('对个人和家庭补助')).toEqual([])
})

test('a figure of the narrative that is the one of the table rounded to its places is not told of, one that is cut is', () => {
  const table = tableOf(
    [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['', '合计', '51,690,643', '34,451,900', '17,238,743'],
    ],
    1,
    { title: '部门支出总表', unit: '元' },
  )
  const codes = (said: string): string[] => checkDataset(narrated([said], [table])).findings.map(({ code }) => code)
  expect(codes('2026年支出预算5,169万元，其中：基本支出3,445万元，项目支出1,724万元。')).toEqual([])
  expect(codes('2026年支出预算5,169万元，其中：基本支出3,445万元，项目支出1,723万元。')).not.toEqual([])
})
