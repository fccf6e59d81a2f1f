import { BASIC, byCode, carryOut, current, ECON, FISCAL, grand, part, same, sum, total } from './choices.ts'
import type { Choice, Identity } from './identity.ts'

/** A line of 基本支出决算表. */
const finalBasic = (line: string, optional = false): Choice => ({ kinds: ['fin.06'], line, column: 'main', optional })

/** 三公 by the economic subjects it is paid from. No sum is that of 30212: it holds trips of teachers and researchers too, which 三公 leaves out. */
const SANGONG_CODES = [
  ['running', '30231', '运行费'],
  ['reception', '30217', '接待费'],
] as const

/** Identities between tables by economic subject, by fund, and of final accounts. */
export const SUBJECTS: readonly Identity[] = [
  same(
    'X6',
    '基本支出表合计＝经济分类表当年一般公共预算基本支出 | basic table = economic table, current basic',
    total(BASIC),
    total(ECON, 'current.gpb.basic'),
  ),
  byCode(
    'X6c',
    '基本支出表逐经济科目＝经济分类表 | basic expenditure by economic subject',
    'all',
    { kinds: BASIC, column: 'total' },
    { kinds: ECON, column: 'current.gpb.basic' },
  ),
  same(
    'X6g',
    '基本支出表合计＝一般公共预算支出表基本支出 | basic table = general public budget, basic',
    total(BASIC),
    total(['bud.gpb'], 'basic'),
    { unlessCarry: true },
  ),
  ...(['personnel', 'public'] as const).map(column =>
    same(
      `X6.${column}`,
      '人员、公用经费＝一般公共预算支出表对应列 | personnel and public = general public budget columns',
      total(BASIC, column),
      total(['bud.gpb'], `basic.${column}`),
      { unlessCarry: true },
    ),
  ),
  ...(['personnel', 'public'] as const).map(column =>
    same(
      `X6t.${column}`,
      '人员、公用经费＝收支总表对应列 | personnel and public = ledger columns',
      total(BASIC, column),
      grand(['bud.total'], 'expense', `basic.${column}`),
      { when: 'only-fiscal' },
    ),
  ),
  same(
    'X6e',
    '基本支出表合计＝支出总表基本支出（只有一般公共预算时） | basic table = expenditure table, basic',
    total(BASIC),
    total(['bud.expense'], 'basic'),
    { when: 'only-fiscal' },
  ),
  sum(
    'X7',
    '基本支出＋项目支出＝一般公共预算支出 | basic + project tables = general public budget',
    [total(BASIC), total(['bud.gpb_project'])],
    [total(['bud.gpb'])],
    { unlessCarry: true },
  ),
  same(
    'X7e',
    '项目支出表＝经济分类表当年一般公共预算项目支出 | project table = economic table, current project',
    total(['bud.gpb_project']),
    total(ECON, 'current.gpb.project'),
  ),
  sum(
    'X8',
    '各项目支出表之和＝支出总表项目支出 | project tables of all funds = expenditure table, project',
    [total(['bud.gpb_project']), total(['bud.fund'], 'project'), total(['bud.soe'], 'project')],
    [total(['bud.expense'], 'project')],
    { when: 'only-fiscal' },
  ),
  same(
    'X8p',
    '项目支出表合计＝支出总表项目支出 | project table = expenditure table, project',
    total(['bud.project']),
    total(['bud.expense'], 'project'),
    { unlessCarry: true },
  ),
  ...(
    [
      ['X9', '政府性基金支出表合计＝财政拨款收支总表政府性基金列 | government funds table = fiscal table, that column', 'fund'],
      ['X11', '国有资本经营支出表合计＝财政拨款收支总表国有资本列 | state capital table = fiscal table, that column', 'soe'],
    ] as const
  ).flatMap(([id, words, fund]) => [
    same(id, words, total([`bud.${fund}`]), current(FISCAL, 'expense', fund), { unlessCarry: true }),
    byCode(
      `${id}c`,
      words.replace('合计', '各类').replace('=', 'by class ='),
      'class',
      { kinds: [`bud.${fund}`], column: 'total' },
      { kinds: FISCAL, column: fund, side: 'expense' },
    ),
  ]),
  same(
    'X9g',
    '政府性基金支出表合计＝财政拨款收支总表政府性基金列（总计） | government funds table = fiscal table, that column',
    total(['bud.fund']),
    grand(['bud.fiscal_total'], 'expense', 'fund'),
    { unlessCarry: true, only: [carryOut(['bud.fiscal_total'], 'fund')] },
  ),
  ...SANGONG_CODES.map(([key, code, zh]) =>
    same(
      `X10.${key}`,
      `三公${zh}＝经济分类表 ${code} | official ${key} = economic subject ${code}`,
      total(['bud.sangong'], key),
      { kinds: ECON, line: code, column: 'current.gpb' },
    ),
  ),
  ...SANGONG_CODES.flatMap(([key, code, zh]) => [
    part(
      `X10b.${key}`,
      `三公${zh}不少于基本支出表 ${code} | official ${key} is no less than basic expenditure ${code}`,
      total(['bud.sangong'], key),
      { kinds: BASIC, line: code, column: 'total' },
    ),
    part(
      `F7.${key}`,
      `三公${zh}决算不少于基本支出决算表 ${code} | official ${key} as spent is no less than basic expenditure ${code}`,
      total(['fin.07'], `final.${key}`),
      finalBasic(code),
    ),
  ]),
  sum(
    'X10.purchase',
    '基金三公购置费＝经济分类表 30913＋31013 政府性基金 | vehicles bought from government funds = 30913 + 31013',
    [total(['bud.fund_sangong'], 'purchase')],
    ['30913', '31013'].flatMap(line =>
      ['carry.fund', 'current.fund'].map(column => ({ kinds: ECON, line, column, optional: true })),
    ),
  ),
  sum(
    'F6p',
    '人员经费合计＝301＋303 | personnel = 301 + 303',
    [finalBasic('personnel')],
    [finalBasic('301'), finalBasic('303', true)],
  ),
  sum(
    'F6q',
    '公用经费合计＝302＋307＋309…399 | public = 302 + 307 + 309 … 399',
    [finalBasic('public')],
    ['302', '307', '309', '310', '311', '312', '313', '399'].map(line => finalBasic(line, line !== '302')),
  ),
  sum(
    'F6x',
    '人员＋公用＝一般公共预算基本支出 | personnel + public = general public budget, basic',
    [finalBasic('personnel'), finalBasic('public')],
    [total(['fin.05'], 'basic')],
  ),
  ...(['fin.08', 'fin.09'] as const).map((kind, at) =>
    sum(
      `F8.${at + 8}`,
      '年初结转＋本年收入＝本年支出＋年末结转 | opening balance + income = expenditure + closing balance',
      [total([kind], 'carry'), total([kind], 'income')],
      [total([kind], 'expense'), total([kind], 'carryOut')],
    ),
  ),
  same(
    'F8x',
    '政府性基金决算本年支出＝财政拨款收支决算总表政府性基金列 | government funds = fiscal table, that column',
    total(['fin.08'], 'expense'),
    current(['fin.04'], 'expense', 'fund'),
  ),
]
