import { EXPENSE_HEAD, LEDGER_HEAD } from './heads.ts'
import type { House } from './house.ts'

const GPB = `
|合计|2,318.47|1,902.36|416.11
201|一般公共服务支出|2,318.47|1,902.36|416.11
20103|政府办公厅(室)及相关机构事务|2,318.47|1,902.36|416.11
2010301|行政运行|1,902.36|1,902.36|
2010302|一般行政管理事务|416.11||416.11`

const INCOME = `预算科目|2024年执行数|2025年预算数
一、税收收入|61,287.00|65,310.00
增值税|23,416.00|25,108.00
企业所得税|37,871.00|40,202.00
二、非税收入|9,314.00|9,926.00
收入合计|70,601.00|75,236.00`

/** The bare name of a place in titles: of whole governments, with long names, and of departments that print it too. */
export const PLACES: readonly House[] = [
  {
    name: 'a department whose titles name the county alone',
    text: `岳西县审计局2025年部门预算
---
岳西县审计局2025年部门预算表`,
    tables: [
      {
        ...{ head: ['1', '岳西县部门收支总表'], unit: '万元', department: '岳西县审计局', header: 2, kind: 'bud.total' },
        rows: `${LEDGER_HEAD}
一、一般公共预算拨款收入|2,318.47|一、一般公共服务支出|2,318.47
收入总计|2,318.47|支出总计|2,318.47`,
      },
      { head: ['2', '岳西县一般公共预算支出表'], unit: '万元', header: 1, kind: 'bud.gpb', rows: `${EXPENSE_HEAD}${GPB}` },
      { head: ['3', '岳西县部门支出总表'], unit: '万元', header: 1, kind: 'bud.expense', rows: `${EXPENSE_HEAD}${GPB}` },
      {
        ...{ head: ['4', '岳西县政府性基金预算支出表'], unit: '万元', header: 1, kind: 'bud.fund' },
        rows: `${EXPENSE_HEAD}
|合计|||`,
      },
    ],
    is: { department: '岳西县审计局', fiscalYear: 2025, kind: 'budget', scope: 'department' },
  },
  {
    name: 'a division of the 兵团',
    text: `新疆生产建设兵团第八师石河子市2025年财政预算公开
---
  2025年我师市一般公共预算收入安排75,236万元。`,
    tables: [
      {
        head: ['1', '2025年新疆生产建设兵团第八师一般公共预算收入表'],
        ...{ unit: '万元', header: 1, kind: 'gov.gpb_income', rows: INCOME },
      },
      {
        head: ['2', '2025年新疆生产建设兵团第八师一般公共预算支出表'],
        ...{ unit: '万元', header: 1, kind: 'gov.gpb_expense', rows: `${EXPENSE_HEAD}${GPB}` },
      },
    ],
    is: { fiscalYear: 2025, kind: 'budget', scope: 'government' },
  },
  {
    name: 'an autonomous prefecture, its own level',
    text: `黔东南苗族侗族自治州2025年政府预算
---
  2025年州本级一般公共预算收入安排75,236万元。`,
    tables: [
      {
        head: ['1', '2025年黔东南苗族侗族自治州全州一般公共预算支出表'],
        ...{ unit: '万元', header: 1, kind: 'gov.gpb_expense', rows: `${EXPENSE_HEAD}${GPB}` },
      },
      {
        head: ['2', '2025年黔东南苗族侗族自治州本级一般公共预算支出表'],
        ...{ unit: '万元', header: 1, kind: 'gov.gpb_local', rows: `${EXPENSE_HEAD}${GPB}` },
      },
    ],
    is: { fiscalYear: 2025, kind: 'budget', scope: 'government' },
  },
  {
    name: 'the longest name of a county, behind its province and city',
    text: `云南省临沧市双江拉祜族佤族布朗族傣族自治县2025年政府预算公开
---
  2025年全县一般公共预算收入安排75,236万元。`,
    tables: [
      {
        head: ['1', '云南省临沧市双江拉祜族佤族布朗族傣族自治县2025年一般公共预算收入表'],
        ...{ unit: '万元', header: 1, kind: 'gov.gpb_income', rows: INCOME },
      },
      {
        head: ['2', '双江拉祜族佤族布朗族傣族自治县一般公共预算支出表'],
        ...{ unit: '万元', header: 1, kind: 'gov.gpb_expense', rows: `${EXPENSE_HEAD}${GPB}` },
      },
    ],
    is: { fiscalYear: 2025, kind: 'budget', scope: 'government' },
  },
]

/** Of the same kind, written with the others and only counted. */
export const COUNTED_PLACES: readonly House[] = [
  {
    name: 'a government that only its cover names',
    text: `桐梓县2025年政府预算公开
---
  2025年全县一般公共预算收入安排75,236万元。`,
    tables: [
      { head: ['1', '2025年一般公共预算收入表'], unit: '万元', header: 1, kind: 'gov.gpb_income', rows: INCOME },
      {
        head: ['2', '2025年一般公共预算支出表'],
        ...{ unit: '万元', header: 1, kind: 'gov.gpb_expense', rows: `${EXPENSE_HEAD}${GPB}` },
      },
    ],
    is: { fiscalYear: 2025, kind: 'budget', scope: 'government' },
  },
  {
    name: 'a court whose titles name the city, without a cover',
    text: '石嘴山市中级人民法院',
    tables: [
      {
        head: ['1', '石嘴山市一般公共预算支出表'],
        ...{ unit: '万元', department: '石嘴山市中级人民法院', header: 1, kind: 'bud.gpb', rows: `${EXPENSE_HEAD}${GPB}` },
      },
      {
        head: ['2', '石嘴山市一般公共预算基本支出表'],
        ...{ unit: '万元', department: '石嘴山市中级人民法院', header: 1, kind: 'bud.gpb_basic' },
        rows: `科目编码|科目名称|合计|人员经费|公用经费
301|工资福利支出|1,902.36|1,902.36|
30101|基本工资|1,902.36|1,902.36|`,
      },
      {
        head: ['3', '石嘴山市部门收入总表'],
        unit: '万元',
        header: 1,
        kind: 'bud.income',
        rows: `科目编码|科目名称|合计|一般公共预算拨款收入
201|一般公共服务支出|2,318.47|2,318.47`,
      },
    ],
    is: { department: '石嘴山市中级人民法院', kind: 'budget' },
  },
]
