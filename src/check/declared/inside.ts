import { byDefinition, type Inside, identity } from './identity.ts'

/** Sums inside tables of some kinds: by form and id what they say, in Chinese and English. */
const inside = (kinds: Inside['kinds'], sums: Readonly<Record<`${Inside['form']} ${string}`, string>>): Inside[] =>
  Object.entries(sums).map(([key, words]) => {
    const [form, id] = key.split(' ') as [Inside['form'], string]
    return identity(form, id, words, { kinds })
  })

/** Identities inside one table. */
export const INSIDE: readonly Inside[] = [
  ...inside(['bud.total'], {
    'tree-sum B1c': '收支总表：本年合计＝各项之和，总计＝本年合计＋结转 | totals of the ledger are the sums of their lines',
    'row-sum B1r': '收支总表：行合计＝基本＋项目 | ledger rows add up',
  }),
  ...inside(['bud.income'], {
    'row-sum B11': '收入总表：合计＝各项来源之和 | income is the sum of its sources',
    'tree-sum B11b': '收入总表：合计行＝各行之和 | the total row is the sum of the rows',
  }),
  ...inside(['bud.expense'], {
    'row-sum B12a': '支出总表：合计＝基本＋项目＋上缴上级＋对附属单位补助 | expenditure is basic + project + upward + subsidy',
    'tree-sum B12b': '支出总表：合计行＝明细行之和 | the total row is the sum of the detail rows',
  }),
  ...inside(['bud.fiscal_total'], {
    'row-sum B2': '财政拨款收支总表：合计＝一般公共预算＋政府性基金＋国有资本经营 | each row is the sum of the three funds',
    'tree-sum B2c': '财政拨款收支总表：本年与上年结转＝各行之和 | current money and carry-over are the sums of their rows',
  }),
  ...inside(['bud.fiscal_econ'], {
    'row-sum B21ab':
      '经济分类表：总计＝当年＋提前通知＋上年结转，合计＝小计之和，小计＝基本＋项目 | totals by source and by basic/project',
    'tree-sum B21c': '经济分类表：类＝款之和，合计＝类之和 | class is the sum of its sections',
  }),
  ...inside(['bud.gpb', 'bud.fiscal_expense', 'bud.gpb_econ'], {
    'row-sum B3': '一般公共预算支出表：合计＝当年＋结转（或基本＋项目） | total is current + carry-over, or basic + project',
    'tree-sum B3c': '一般公共预算支出表：合计行＝各项之和 | the total row is the sum of the rows',
  }),
  ...inside(['bud.gpb_basic', 'bud.fiscal_basic', 'bud.gpb_basic_function', 'bud.basic'], {
    'row-sum B31a': '基本支出表：合计＝人员经费＋公用经费 | basic is personnel + public',
    'tree-sum B31c': '基本支出表：类＝款之和，合计＝类之和 | class is the sum of its sections',
  }),
  ...inside(['bud.gpb_project', 'bud.project'], {
    'row-sum B32r': '项目支出表：合计＝各项来源之和 | project rows add up',
    'tree-sum B32': '项目支出表：合计＝各项目之和 | the total is the sum of the projects',
  }),
  ...byDefinition(
    inside(['bud.sangong', 'bud.fund_sangong'], {
      'row-sum B33':
        '三公经费表：合计＝出国＋用车＋接待，用车＝购置＋运行 | total = travel + vehicles + hospitality; vehicles = purchase + running',
    }),
  ),
  ...byDefinition(
    inside(['bud.sangong', 'bud.fund_sangong', 'fin.07'], {
      'sangong-sum B33d':
        '三公经费：合计＝出国＋用车＋接待，用车＝购置＋运行 | total = travel + vehicles + hospitality, printed downwards',
    }),
  ),
  ...inside(['bud.sangong', 'bud.fund_sangong'], {
    'tree-sum B33c': '三公经费表：合计行＝各单位之和 | the total row is the sum of the units',
  }),
  ...inside(['bud.fund', 'bud.soe', 'bud.fund_total', 'bud.carry'], {
    'row-sum B4': '政府性基金、国有资本经营支出表：合计＝基本＋项目 | total = basic + project',
    'tree-sum B4c': '政府性基金、国有资本经营支出表：合计行＝各项之和 | the total row is the sum of the rows',
  }),
  ...inside(['bud.procurement', 'bud.services', 'bud.operations'], {
    'row-sum BPa': '政府采购、机关运行经费表：合计＝各项来源之和 | rows add up',
    'tree-sum BPb': '政府采购、机关运行经费表：合计行＝各行之和 | the total row is the sum of the rows',
  }),
  ...inside('any', {
    'copies Btree': '合计的重复行与合计相同 | rows that repeat the total carry the same figures',
  }),
  ...inside(['fin.01'], {
    'tree-sum F1c': '收支决算总表：本年合计＝各项之和，总计＝本年合计＋结转结余 | totals are the sums of their lines',
  }),
  ...inside(['fin.02'], {
    'row-sum F2': '收入决算表：合计＝各项来源之和 | income is the sum of its sources',
    'tree-sum F2c': '收入决算表：类＝款＝项之和 | class, section and item add up',
  }),
  ...inside(['fin.03'], {
    'row-sum F3': '支出决算表：合计＝基本＋项目＋上缴＋经营＋补助 | expenditure is the sum of its kinds',
    'tree-sum F3c': '支出决算表：类＝款＝项之和 | class, section and item add up',
  }),
  ...inside(['fin.04'], {
    'row-sum F4': '财政拨款收支决算总表：合计＝三本预算之和 | each row is the sum of the three funds',
    'tree-sum F4c': '财政拨款收支决算总表：合计＝各行之和 | totals are the sums of their lines',
  }),
  ...inside(['fin.05', 'fin.gpb_project', 'fin.fiscal_detail', 'fin.fiscal_expense'], {
    'row-sum F5': '一般公共预算支出决算表：合计＝基本＋项目 | total = basic + project',
    'tree-sum F5c': '一般公共预算支出决算表：类＝款＝项之和 | class, section and item add up',
  }),
  ...inside(['fin.06'], {
    'tree-sum F6': '基本支出决算表：类＝款之和 | class is the sum of its sections',
  }),
  ...byDefinition(
    inside(['fin.07'], {
      'row-sum F7': '三公经费决算表：合计＝出国＋用车＋接待，用车＝购置＋运行 | total = travel + vehicles + hospitality',
    }),
  ),
  ...inside(['fin.08', 'fin.09'], {
    'row-sum F8r': '基金、国资决算表：本年支出＝基本＋项目 | expenditure = basic + project',
    'tree-sum F8c': '基金、国资决算表：类＝款＝项之和 | class, section and item add up',
  }),
  ...inside('rest', {
    'row-sum T1': '任何表：各行中一列等于其他几列之和 | any table: a column is the sum of others in its rows',
    'percent T2': '任何表：百分比与同行金额相符 | any table: percentages are those of the amounts in their rows',
    'tree-sum T1c': '任何表：各项＝其下各项之和，合计＝各项之和 | any table: a row is the sum of those below it, totals of all',
  }),
]
