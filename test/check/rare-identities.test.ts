import { expect, test } from 'vitest'
import type { Table } from '../../src/table/table.ts'
import { tableOf } from '../budget/table.ts'
import { checkedTables } from './checked.ts'

/** A table of a title, the names of its columns in one row or two. */
const titled = (title: string, rows: readonly (readonly string[])[], headerRows = 1): Table =>
  tableOf(rows, headerRows, { id: title, title })

/** Both sides of a ledger beside each other, 收入 with one column and 支出 with these. */
const ledger = (title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Table =>
  titled(title, [['收入', '<', '支出', ...columns.map(() => '<')], ['项目', '预算数', '项目', ...columns], ...rows], 2)

const government = (title: string, printed: string): Table =>
  ledger(
    title,
    ['预算数'],
    [
      ['税收收入', '80.00', '教育支出', '70.00'],
      ['非税收入', '20.00', '农林水支出', '30.00'],
      ['收入总计', '100.00', '支出总计', printed],
    ],
  )

const ofFunds = (printed: string): Table =>
  ledger(
    '财政拨款收支总表',
    ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
    [
      ['一、本年收入', '97.00', '一、教育支出', '100.00', '90.00', '0.00', '10.00'],
      ['（一）一般公共预算拨款', '90.00', '', '', '', '', ''],
      ['（二）国有资本经营预算拨款', '7.00', '', '', '', '', ''],
      ['二、上年结转', '3.00', '', '', '', '', ''],
      ['（一）国有资本经营预算拨款', '3.00', '', '', '', '', ''],
      ['收入总计', '100.00', '支出总计', '100.00', '90.00', '0.00', printed],
    ],
  )

const bySource = (source: string) => (printed: string) => [
  ledger(
    '部门收支总表',
    ['预算数'],
    [
      ['一般公共预算拨款收入', '90.00', '教育支出', '100.00'],
      [source, '10.00', '', ''],
      ['收入总计', '100.00', '支出总计', '100.00'],
    ],
  ),
  titled('部门收入总表', [
    ['科目编码', '科目名称', '合计', '一般公共预算拨款收入', source],
    ['', '合计', '100.00', '90.00', printed],
    ['2050101', '行政运行', '100.00', '90.00', printed],
  ]),
]

const byPurpose = (printed: string): readonly Table[] => [
  ledger(
    '部门收支总表',
    ['合计', '基本支出', '项目支出'],
    [
      ['一般公共预算拨款收入', '100.00', '教育支出', '100.00', '60.00', '40.00'],
      ['收入总计', '100.00', '支出总计', '100.00', '60.00', '40.00'],
    ],
  ),
  titled('部门支出总表', [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', '100.00', printed, '40.00'],
    ['2050101', '行政运行', '60.00', printed, '0.00'],
    ['2050102', '一般行政管理事务', '40.00', '0.00', '40.00'],
  ]),
]

const bySubject = (column: 'personnel' | 'public') => (printed: string) =>
  ['一般公共预算支出表', '部门支出总表'].map((title, at) => {
    const figure = at === 0 ? '30.00' : printed
    const [personnel, office] = column === 'personnel' ? [figure, '20.00'] : ['20.00', figure]
    const sums = column === 'personnel' ? ['35.00', '25.00'] : ['25.00', '35.00']
    return titled(title, [
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费', '项目支出'],
      ['', '合计', '100.00', ...sums, '40.00'],
      ['2050101', '行政运行', '50.00', personnel, office, '0.00'],
      ['2050102', '一般行政管理事务', '50.00', '5.00', '5.00', '40.00'],
    ])
  })

const reception = (printed: string): readonly Table[] => [
  titled('一般公共预算“三公”经费支出表', [
    ['合计', '因公出国（境）费', '公务用车购置费', '公务用车运行费', '公务接待费'],
    ['12.00', '4.00', '0.00', '3.00', printed],
  ]),
  titled(
    '财政拨款支出预算表（部门经济分类科目）',
    [
      ['科目编码', '科目名称', '总计', '当年财政拨款安排', '<', '<'],
      ['^', '^', '^', '合计', '一般公共预算拨款', '<'],
      ['^', '^', '^', '^', '小计', '基本支出'],
      ['', '合计', '12.00', '12.00', '12.00', '12.00'],
      ['302', '商品和服务支出', '12.00', '12.00', '12.00', '12.00'],
      ['30212', '因公出国（境）费用', '4.00', '4.00', '4.00', '4.00'],
      ['30217', '公务接待费', '5.00', '5.00', '5.00', '5.00'],
      ['30231', '公务用车运行维护费', '3.00', '3.00', '3.00', '3.00'],
    ],
    3,
  ),
]

const stateCapital = (printed: string): Table =>
  titled(
    '国有资本经营预算财政拨款收入支出决算表',
    [
      ['科目编码', '科目名称', '年初结转和结余', '本年收入', '本年支出', '<', '<', '年末结转和结余'],
      ['^', '^', '^', '^', '合计', '基本支出', '项目支出', '^'],
      ['', '合计', '3.00', '7.00', '8.00', '0.00', '8.00', printed],
      ['2230105', '国有企业退休人员社会化管理补助支出', '3.00', '7.00', '8.00', '0.00', '8.00', printed],
    ],
    2,
  )

const DOCUMENTS: readonly (readonly [
  identity: string,
  sound: string,
  misprint: string,
  of: (printed: string) => readonly Table[],
])[] = [
  ['G2.gov.gpb_total', '100.00', '110.00', printed => [government('某某县2025年一般公共预算收支平衡表', printed)]],
  ['G2.gov.fin_gpb_total', '100.00', '110.00', printed => [government('某某县2024年一般公共预算收支决算平衡表', printed)]],
  [
    'G2.gov.fund_total',
    '100.00',
    '110.00',
    printed => [
      government('某某县2025年一般公共预算收支平衡表', '100.00'),
      government('某某县2025年政府性基金预算收支表', printed),
    ],
  ],
  [
    'G2.gov.fin_fund_total',
    '100.00',
    '110.00',
    printed => [
      government('某某县2024年一般公共预算收支决算平衡表', '100.00'),
      government('某某县2024年政府性基金预算收支决算表', printed),
    ],
  ],
  ['B2.soe', '10.00', '11.00', printed => [ofFunds(printed)]],
  ['X1.otherLevels', '10.00', '1.00', bySource('非同级财政拨款收入')],
  ['X1.balance', '10.00', '1.00', bySource('用事业基金弥补收支差额')],
  ['X2.basic', '60.00', '66.00', byPurpose],
  ['X5e.personnel', '30.00', '33.00', bySubject('personnel')],
  ['X5e.public', '30.00', '33.00', bySubject('public')],
  ['X10.reception', '5.00', '55.00', reception],
  ['F8.9', '2.00', '20.00', printed => [stateCapital(printed)]],
]

/** How an identity comes out where it can be told. */
const outcomesOf = (identity: string, tables: readonly Table[]): readonly string[] =>
  checkedTables(...tables).checks.flatMap(check =>
    check.identity === identity && check.outcome !== 'not-evaluable' ? [check.outcome] : [],
  )

test.each(DOCUMENTS)(
  '%s, which few documents or none at hand print, holds on a sound one and is broken by one wrong figure',
  (identity, sound, misprint, of) => {
    const whole = outcomesOf(identity, of(sound))
    expect(whole).not.toEqual([])
    expect(new Set(whole)).toEqual(new Set(['holds']))
    expect(outcomesOf(identity, of(misprint))).toContain('broken')
  },
)
