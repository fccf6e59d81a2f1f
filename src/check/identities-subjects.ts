import type { Identity } from './identity.ts'
import { BASIC, carryOut, current, ECON, equal, FISCAL, grand, total } from './identity-choices.ts'

/** Identities between tables by economic subject, by fund, and of final accounts. */
export const SUBJECTS: readonly Identity[] = [
  equal('基本支出表合计＝经济分类表当年一般公共预算基本支出', 'basic table = economic table, current basic', {
    id: 'X6',
    comparison: 'same',
    left: [total(BASIC)],
    right: [total(ECON, 'current.gpb.basic')],
  }),
  {
    id: 'X6c',
    form: 'by-code',
    codes: 'all',
    totalsAgree: true,
    left: { kinds: BASIC, column: 'total' },
    right: { kinds: ECON, column: 'current.gpb.basic' },
    name: { zh: '基本支出表逐经济科目＝经济分类表', en: 'basic expenditure by economic subject' },
    explanation: { zh: '同一经济科目在两张表中相同', en: 'a subject has the same figure in both tables' },
  },
  equal('基本支出表合计＝一般公共预算支出表基本支出', 'basic table = general public budget, basic', {
    id: 'X6g',
    unlessCarry: true,
    comparison: 'same',
    left: [total(BASIC)],
    right: [total(['bud.gpb'], 'basic')],
  }),
  ...(['personnel', 'public'] as const).map(column =>
    equal('人员、公用经费＝一般公共预算支出表对应列', 'personnel and public = general public budget columns', {
      id: `X6.${column}`,
      unlessCarry: true,
      comparison: 'same',
      left: [total(BASIC, column)],
      right: [total(['bud.gpb'], `basic.${column}`)],
    }),
  ),
  ...(['personnel', 'public'] as const).map(column =>
    equal('人员、公用经费＝收支总表对应列', 'personnel and public = ledger columns', {
      id: `X6t.${column}`,
      comparison: 'same',
      left: [total(BASIC, column)],
      right: [grand(['bud.total'], 'expense', `basic.${column}`)],
      when: 'only-fiscal',
    }),
  ),
  equal('基本支出表合计＝支出总表基本支出（只有一般公共预算时）', 'basic table = expenditure table, basic', {
    id: 'X6e',
    comparison: 'same',
    left: [total(BASIC)],
    right: [total(['bud.expense'], 'basic')],
    when: 'only-fiscal',
  }),
  equal('基本支出＋项目支出＝一般公共预算支出', 'basic + project tables = general public budget', {
    id: 'X7',
    unlessCarry: true,
    comparison: 'sum',
    left: [total(BASIC), total(['bud.gpb_project'])],
    right: [total(['bud.gpb'])],
  }),
  equal('项目支出表＝经济分类表当年一般公共预算项目支出', 'project table = economic table, current project', {
    id: 'X7e',
    comparison: 'same',
    left: [total(['bud.gpb_project'])],
    right: [total(ECON, 'current.gpb.project')],
  }),
  equal('各项目支出表之和＝支出总表项目支出', 'project tables of all funds = expenditure table, project', {
    id: 'X8',
    comparison: 'sum',
    left: [total(['bud.gpb_project']), total(['bud.fund'], 'project'), total(['bud.soe'], 'project')],
    right: [total(['bud.expense'], 'project')],
    when: 'only-fiscal',
  }),
  equal('政府性基金支出表合计＝财政拨款收支总表政府性基金列', 'government funds table = fiscal table, that column', {
    id: 'X9',
    unlessCarry: true,
    comparison: 'same',
    left: [total(['bud.fund'])],
    right: [current(FISCAL, 'expense', 'fund')],
  }),
  equal('国有资本经营支出表合计＝财政拨款收支总表国有资本列', 'state capital table = fiscal table, that column', {
    id: 'X11',
    unlessCarry: true,
    comparison: 'same',
    left: [total(['bud.soe'])],
    right: [current(FISCAL, 'expense', 'soe')],
  }),
  equal('政府性基金支出表合计＝财政拨款收支总表政府性基金列（总计）', 'government funds table = fiscal table, that column', {
    id: 'X9g',
    unlessCarry: true,
    comparison: 'same',
    left: [total(['bud.fund'])],
    right: [grand(['bud.fiscal_total'], 'expense', 'fund')],
    only: [{ choice: carryOut(['bud.fiscal_total'], 'fund'), is: 'zero' }],
  }),
  ...(
    [
      ['running', '30231', '运行费'],
      ['reception', '30217', '接待费'],
      ['abroad', '30212', '因公出国费'],
    ] as const
  ).map(([key, code, zh]) =>
    equal(`三公${zh}＝经济分类表 ${code}`, `official ${key} = economic subject ${code}`, {
      id: `X10.${key}`,
      comparison: 'same',
      left: [total(['bud.sangong'], key)],
      right: [{ kinds: ECON, line: code, column: 'current.gpb' }],
    }),
  ),
  ...(
    [
      ['running', '30231'],
      ['reception', '30217'],
    ] as const
  ).map(([key, code]) =>
    equal(`三公经费＝基本支出表 ${code}（没有项目支出时）`, `official ${key} = basic expenditure ${code}`, {
      id: `X10b.${key}`,
      comparison: 'same',
      left: [total(['bud.sangong'], key)],
      right: [{ kinds: BASIC, line: code, column: 'total' }],
      only: [{ choice: { kinds: ECON, line: code, column: 'current.gpb.project' }, is: 'zero' }],
    }),
  ),
  equal('基金三公购置费＝经济分类表 30913＋31013 政府性基金', 'vehicles bought from government funds = 30913 + 31013', {
    id: 'X10.purchase',
    comparison: 'sum',
    left: [total(['bud.fund_sangong'], 'purchase')],
    right: [
      { kinds: ECON, line: '30913', column: 'carry.fund', optional: true },
      { kinds: ECON, line: '30913', column: 'current.fund', optional: true },
      { kinds: ECON, line: '31013', column: 'carry.fund', optional: true },
      { kinds: ECON, line: '31013', column: 'current.fund', optional: true },
    ],
  }),
  equal('机关运行经费表合计＝基本支出表公用经费', 'running costs = public expenditure', {
    id: 'X15t',
    comparison: 'same',
    left: [total(['bud.operations'])],
    right: [total(BASIC, 'public')],
    only: [{ choice: { kinds: ['bud.operations'], line: 'total', column: 'unsure' }, is: 'nonzero' }],
  }),
  equal('人员经费合计＝301＋303', 'personnel = 301 + 303', {
    id: 'F6p',
    comparison: 'sum',
    left: [{ kinds: ['fin.06'], line: 'personnel', column: 'main' }],
    right: [
      { kinds: ['fin.06'], line: '301', column: 'main' },
      { kinds: ['fin.06'], line: '303', column: 'main', optional: true },
    ],
  }),
  equal('公用经费合计＝302＋307＋309…399', 'public = 302 + 307 + 309 … 399', {
    id: 'F6q',
    comparison: 'sum',
    left: [{ kinds: ['fin.06'], line: 'public', column: 'main' }],
    right: ['302', '307', '309', '310', '311', '312', '313', '399'].map(line => ({
      kinds: ['fin.06'],
      line,
      column: 'main',
      optional: line !== '302',
    })),
  }),
  equal('人员＋公用＝一般公共预算基本支出', 'personnel + public = general public budget, basic', {
    id: 'F6x',
    comparison: 'sum',
    left: [
      { kinds: ['fin.06'], line: 'personnel', column: 'main' },
      { kinds: ['fin.06'], line: 'public', column: 'main' },
    ],
    right: [total(['fin.05'], 'basic')],
  }),
  equal('公务用车运行维护费（决算）≤ 30231', 'vehicles running (final) = 30231 of basic expenditure', {
    id: 'F7x',
    comparison: 'same',
    left: [total(['fin.07'], 'running.final')],
    right: [{ kinds: ['fin.06'], line: '30231', column: 'main' }],
    only: [{ choice: { kinds: ['fin.05'], line: 'total', column: 'project' }, is: 'zero' }],
  }),
  ...(['fin.08', 'fin.09'] as const).map((kind, at) =>
    equal('年初结转＋本年收入＝本年支出＋年末结转', 'opening balance + income = expenditure + closing balance', {
      id: `F8.${at + 8}`,
      comparison: 'sum',
      left: [total([kind], 'carry'), total([kind], 'income')],
      right: [total([kind], 'expense'), total([kind], 'carryOut')],
    }),
  ),
  equal('政府性基金决算本年支出＝财政拨款收支决算总表政府性基金列', 'government funds = fiscal table, that column', {
    id: 'F8x',
    comparison: 'same',
    left: [total(['fin.08'], 'expense')],
    right: [current(['fin.04'], 'expense', 'fund')],
  }),
]
