import { byDefinition, type Identity } from './identity.ts'

const rows = (id: string, kinds: readonly string[], zh: string, en: string): Identity => ({
  id,
  form: 'row-sum',
  kinds,
  name: { zh, en },
  explanation: { zh: '每一行的合计等于各分项之和', en: 'in every row the total is the sum of its parts' },
})

const tree = (id: string, kinds: readonly string[], zh: string, en: string): Identity => ({
  id,
  form: 'tree-sum',
  kinds,
  name: { zh, en },
  explanation: {
    zh: '每一列的合计等于下级各行之和（“其中”不计）',
    en: 'down every column a total is the sum of the rows below it (其中 is not added)',
  },
})

/** Identities inside one table. */
export const INSIDE: readonly Identity[] = [
  tree(
    'B1c',
    ['bud.total'],
    '收支总表：本年合计＝各项之和，总计＝本年合计＋结转',
    'totals of the ledger are the sums of their lines',
  ),
  rows('B1r', ['bud.total'], '收支总表：行合计＝基本＋项目', 'ledger rows add up'),
  rows('B11', ['bud.income'], '收入总表：合计＝各项来源之和', 'income is the sum of its sources'),
  tree('B11b', ['bud.income'], '收入总表：合计行＝各行之和', 'the total row is the sum of the rows'),
  rows(
    'B12a',
    ['bud.expense'],
    '支出总表：合计＝基本＋项目＋上缴上级＋对附属单位补助',
    'expenditure is basic + project + upward + subsidy',
  ),
  tree('B12b', ['bud.expense'], '支出总表：合计行＝明细行之和', 'the total row is the sum of the detail rows'),
  rows(
    'B2',
    ['bud.fiscal_total'],
    '财政拨款收支总表：合计＝一般公共预算＋政府性基金＋国有资本经营',
    'each row is the sum of the three funds',
  ),
  tree(
    'B2c',
    ['bud.fiscal_total'],
    '财政拨款收支总表：本年与上年结转＝各行之和',
    'current money and carry-over are the sums of their rows',
  ),
  rows(
    'B21ab',
    ['bud.fiscal_econ'],
    '经济分类表：总计＝当年＋提前通知＋上年结转，合计＝小计之和，小计＝基本＋项目',
    'totals by source and by basic/project',
  ),
  tree('B21c', ['bud.fiscal_econ'], '经济分类表：类＝款之和，合计＝类之和', 'class is the sum of its sections'),
  rows(
    'B3',
    ['bud.gpb', 'bud.fiscal_expense', 'bud.gpb_econ'],
    '一般公共预算支出表：合计＝当年＋结转（或基本＋项目）',
    'total is current + carry-over, or basic + project',
  ),
  tree(
    'B3c',
    ['bud.gpb', 'bud.fiscal_expense', 'bud.gpb_econ'],
    '一般公共预算支出表：合计行＝各项之和',
    'the total row is the sum of the rows',
  ),
  rows(
    'B31a',
    ['bud.gpb_basic', 'bud.fiscal_basic', 'bud.gpb_basic_function', 'bud.basic'],
    '基本支出表：合计＝人员经费＋公用经费',
    'basic is personnel + public',
  ),
  tree(
    'B31c',
    ['bud.gpb_basic', 'bud.fiscal_basic', 'bud.gpb_basic_function', 'bud.basic'],
    '基本支出表：类＝款之和，合计＝类之和',
    'class is the sum of its sections',
  ),
  rows('B32r', ['bud.gpb_project', 'bud.project'], '项目支出表：合计＝各项来源之和', 'project rows add up'),
  tree('B32', ['bud.gpb_project', 'bud.project'], '项目支出表：合计＝各项目之和', 'the total is the sum of the projects'),
  // 三公 are the three by name, and the cost of vehicles is that of buying and running them.
  byDefinition(
    rows(
      'B33',
      ['bud.sangong', 'bud.fund_sangong'],
      '三公经费表：合计＝出国＋用车＋接待，用车＝购置＋运行',
      'total = travel + vehicles + hospitality; vehicles = purchase + running',
    ),
  ),
  byDefinition({
    id: 'B33d',
    form: 'sangong',
    kinds: ['bud.sangong', 'bud.fund_sangong', 'fin.07'],
    name: {
      zh: '三公经费：合计＝出国＋用车＋接待，用车＝购置＋运行',
      en: 'total = travel + vehicles + hospitality, printed downwards',
    },
    explanation: { zh: '各项自上而下排列时', en: 'where the items stand one below the other' },
  }),
  tree('B33c', ['bud.sangong', 'bud.fund_sangong'], '三公经费表：合计行＝各单位之和', 'the total row is the sum of the units'),
  rows(
    'B4',
    ['bud.fund', 'bud.soe', 'bud.fund_total', 'bud.carry'],
    '政府性基金、国有资本经营支出表：合计＝基本＋项目',
    'total = basic + project',
  ),
  tree(
    'B4c',
    ['bud.fund', 'bud.soe', 'bud.fund_total', 'bud.carry'],
    '政府性基金、国有资本经营支出表：合计行＝各项之和',
    'the total row is the sum of the rows',
  ),
  rows('BPa', ['bud.procurement', 'bud.operations'], '政府采购、机关运行经费表：合计＝各项来源之和', 'rows add up'),
  tree(
    'BPb',
    ['bud.procurement', 'bud.operations'],
    '政府采购、机关运行经费表：合计行＝各行之和',
    'the total row is the sum of the rows',
  ),
  {
    ...rows('Btree', [], '', ''),
    form: 'copies',
    kinds: 'any',
    name: { zh: '合计的重复行与合计相同', en: 'rows that repeat the total carry the same figures' },
    explanation: {
      zh: '空白名称行和唯一单位行重复合计数',
      en: 'the row without a name and that of the only unit repeat the total',
    },
  },
  tree('F1c', ['fin.01'], '收支决算总表：本年合计＝各项之和，总计＝本年合计＋结转结余', 'totals are the sums of their lines'),
  rows('F1r', ['fin.01'], '收支决算总表：行合计', 'ledger rows add up'),
  rows('F2', ['fin.02'], '收入决算表：合计＝各项来源之和', 'income is the sum of its sources'),
  tree('F2c', ['fin.02'], '收入决算表：类＝款＝项之和', 'class, section and item add up'),
  rows('F3', ['fin.03'], '支出决算表：合计＝基本＋项目＋上缴＋经营＋补助', 'expenditure is the sum of its kinds'),
  tree('F3c', ['fin.03'], '支出决算表：类＝款＝项之和', 'class, section and item add up'),
  rows('F4', ['fin.04'], '财政拨款收支决算总表：合计＝三本预算之和', 'each row is the sum of the three funds'),
  tree('F4c', ['fin.04'], '财政拨款收支决算总表：合计＝各行之和', 'totals are the sums of their lines'),
  rows(
    'F5',
    ['fin.05', 'fin.gpb_project', 'fin.fiscal_detail'],
    '一般公共预算支出决算表：合计＝基本＋项目',
    'total = basic + project',
  ),
  tree(
    'F5c',
    ['fin.05', 'fin.gpb_project', 'fin.fiscal_detail'],
    '一般公共预算支出决算表：类＝款＝项之和',
    'class, section and item add up',
  ),
  rows('F6r', ['fin.06'], '基本支出决算表：合计＝人员＋公用', 'basic is personnel + public'),
  tree('F6', ['fin.06'], '基本支出决算表：类＝款之和', 'class is the sum of its sections'),
  byDefinition(
    rows(
      'F7',
      ['fin.07'],
      '三公经费决算表：合计＝出国＋用车＋接待，用车＝购置＋运行',
      'total = travel + vehicles + hospitality',
    ),
  ),
  tree('F7c', ['fin.07'], '三公经费决算表：合计行＝各单位之和', 'the total row is the sum of the units'),
  rows('F8r', ['fin.08', 'fin.09'], '基金、国资决算表：本年支出＝基本＋项目', 'expenditure = basic + project'),
  tree('F8c', ['fin.08', 'fin.09'], '基金、国资决算表：类＝款＝项之和', 'class, section and item add up'),
]
