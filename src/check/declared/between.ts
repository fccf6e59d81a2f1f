import { byCode, carryOut, current, ECON, EXPENSE, FISCAL, GPB, grand, INCOME, same, sum, TOTAL, total } from './choices.ts'
import type { Identity } from './identity.ts'

/** Where money of the year comes from in accounts and budgets, and in budgets alone, by the keys of lines and columns. */
const SOURCES = ['business', 'operatingIncome', 'superior', 'affiliated', 'other', 'fiscal']
const OF_BUDGETS = ['gpb', 'fund', 'soe', 'special', 'otherLevels', 'carry', 'balance']

/** Ledgers in which all that comes in goes out: the id, what it is called, and the kinds of their tables. */
const BALANCED: readonly (readonly [id: string, words: string, kinds: readonly string[]])[] = [
  ['B1b', '收入总计＝支出总计 | grand income = grand expenditure', TOTAL],
  ['B2b', '财政拨款收入总计＝支出总计 | fiscal income = fiscal expenditure', FISCAL],
  ...['gov.gpb_total', 'gov.fund_total', 'gov.fin_gpb_total', 'gov.fin_fund_total'].map(
    kind => [`G2.${kind}`, '政府收支表：收入总计＝支出总计 | government: grand income = grand expenditure', [kind]] as const,
  ),
]

/** Identities between the tables of all money, of 财政拨款 and of 一般公共预算. */
export const BETWEEN: readonly Identity[] = [
  ...BALANCED.map(([id, words, kinds]) =>
    same(id, words, grand(kinds, 'income'), grand(kinds, 'expense'), { byDefinition: true }),
  ),
  sum(
    'B2d',
    '财政拨款：本年收入＋上年结转＝本年支出＋结转下年 | fiscal: current income + carry-over = current expenditure + carry-out',
    [current(FISCAL, 'income'), { kinds: FISCAL, line: 'carry', side: 'income', column: 'main' }],
    [current(FISCAL, 'expense'), carryOut(FISCAL)],
  ),
  ...(['gpb', 'fund', 'soe'] as const).map(fund =>
    sum(
      `B2.${fund}`,
      `财政拨款：本年收入＋上年结转＝支出总计，每本预算（${fund}） | fiscal: current income + carry-over = grand expenditure, by fund (${fund})`,
      [
        { kinds: FISCAL, line: fund, side: 'income', column: 'main' },
        { kinds: FISCAL, line: `carry.${fund}`, side: 'income', column: 'main' },
      ],
      [grand(FISCAL, 'expense', fund)],
    ),
  ),
  same(
    'X1',
    '收入总表合计＝收支总表收入总计 | income table = grand income',
    total(['bud.income']),
    grand(['bud.total'], 'income'),
    { withoutCarry: [current(['bud.total'], 'income')] },
  ),
  same(
    'F2x',
    '收入决算表合计＝收支决算总表本年收入合计 | final income = current income',
    total(['fin.02']),
    current(['fin.01'], 'income'),
  ),
  ...[...OF_BUDGETS, ...SOURCES].map(key =>
    same(
      `X1.${key}`,
      `收入总表各来源＝收支总表对应行（${key}） | income table by source = ledger line (${key})`,
      total(['bud.income'], key),
      { kinds: ['bud.total'], line: key, side: 'income', column: 'main' },
      { unlessCarry: true },
    ),
  ),
  // What is carried over is no income of the year: final accounts leave it out of both.
  ...SOURCES.map(key =>
    same(
      `F2.${key}`,
      `收入决算表各来源＝收支决算总表对应行（${key}） | final income by source = ledger line (${key})`,
      total(['fin.02'], key),
      { kinds: ['fin.01'], line: key, side: 'income', column: 'main' },
    ),
  ),
  sum(
    'X2',
    '支出总表合计＝收支总表支出总计－结转下年－结余分配 | expenditure table = grand expenditure less carry-out',
    [
      total(['bud.expense']),
      carryOut(['bud.total']),
      { kinds: ['bud.total'], line: 'allocation', side: 'expense', column: 'main', optional: true },
    ],
    [grand(['bud.total'], 'expense')],
  ),
  same(
    'F3x',
    '支出决算表合计＝收支决算总表本年支出合计 | final expenditure = current expenditure',
    total(['fin.03']),
    current(['fin.01'], 'expense'),
  ),
  ...['basic', 'project'].map(key =>
    same(
      `X2.${key}`,
      `支出总表${key === 'basic' ? '基本' : '项目'}支出＝收支总表对应列 | expenditure table = ledger column (${key})`,
      total(['bud.expense'], key),
      grand(['bud.total'], 'expense', key),
    ),
  ),
  byCode(
    'X2c',
    '支出总表各类＝收支总表对应行 | expenditure by class = ledger line',
    'class',
    { kinds: EXPENSE, column: 'total' },
    { kinds: TOTAL, column: 'main', side: 'expense' },
  ),
  same(
    'X3',
    '财政拨款收支总表一般公共预算拨款＝收支总表对应行 | fiscal income by fund = ledger line',
    { kinds: FISCAL, line: 'gpb', side: 'income', column: 'main' },
    { kinds: TOTAL, line: 'gpb', side: 'income', column: 'main' },
    { only: [{ kinds: FISCAL, line: 'carry', side: 'income', column: 'main', optional: true }] },
  ),
  same(
    'X3t',
    '财政拨款收支总表总计＝收支总表总计（只有财政拨款时） | fiscal total = grand total when there is only fiscal money',
    grand(['bud.fiscal_total'], 'income'),
    grand(['bud.total'], 'income'),
    { when: 'only-fiscal-and-no-carry' },
  ),
  same(
    'F4x',
    '财政拨款收入＝收入决算表财政拨款收入 | fiscal income = income table, fiscal column',
    current(['fin.04'], 'income'),
    total(['fin.02'], 'fiscal'),
  ),
  same(
    'X4',
    '经济分类表总计＝财政拨款收支总表支出合计 | economic table = fiscal expenditure',
    total(ECON),
    current(FISCAL, 'expense'),
  ),
  same(
    'X5',
    '一般公共预算支出表合计＝财政拨款收支总表一般公共预算列 | general public budget table = fiscal table, that column',
    total(GPB),
    current(FISCAL, 'expense', 'gpb'),
    { unlessCarry: true },
  ),
  same(
    'X5g',
    '一般公共预算支出表合计＝财政拨款收支总表一般公共预算列（总计） | general public budget table = fiscal table, that column',
    total(['bud.gpb']),
    grand(['bud.fiscal_total'], 'expense', 'gpb'),
    {
      unlessCarry: true,
      only: [carryOut(['bud.fiscal_total'], 'gpb')],
    },
  ),
  byCode(
    'X5c',
    '一般公共预算支出表各类＝财政拨款收支总表对应行 | general public budget by class = fiscal table',
    'class',
    { kinds: GPB, column: 'total' },
    { kinds: FISCAL, column: 'gpb', side: 'expense' },
  ),
  byCode(
    'X5e',
    '一般公共预算支出表各项＝支出总表各项 | general public budget by item = expenditure by item',
    'all',
    { kinds: GPB, column: 'total' },
    { kinds: EXPENSE, column: 'total' },
  ),
  ...(['basic', 'project', 'personnel', 'public', 'current', 'carry'] as const).map(column =>
    byCode(
      `X5e.${column}`,
      '各科目同名列在两张表中相同 | columns of one name are the same by subject in both tables',
      'all',
      { kinds: GPB, column },
      { kinds: EXPENSE, column },
    ),
  ),
  byCode(
    'X1c',
    '收入总表各科目＝支出总表各科目 | income by subject = expenditure by subject',
    'all',
    { kinds: INCOME, column: 'total' },
    { kinds: EXPENSE, column: 'total' },
  ),
]
