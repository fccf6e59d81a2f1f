import { SANGONG_HEAD } from './heads.ts'
import type { House } from './house.ts'

/** Families of tables beside the budgets of departments: debt, transfers, insurance, state capital, procurement, performance. */
export const FAMILIES: readonly House[] = [
  {
    name: 'limits and balances of debt, in 亿元',
    text: `桃源县2025年政府预算公开
---
  2024年全县政府债务限额98.45亿元。`,
    tables: [
      {
        ...{ head: ['12', '桃源县2024年政府债务限额及余额情况表'], unit: '亿元', header: 2, kind: 'gov.debt' },
        money: '2,1=98.45亿元 2,4=95.12亿元',
        rows: `地区|债务限额|<|<|债务余额|<|<
^|合计|一般债务|专项债务|合计|一般债务|专项债务
桃源县|98.45|41.23|57.22|95.12|40.05|55.07`,
      },
      {
        ...{ head: ['13', '桃源县2024年政府一般债务余额情况表'], unit: '亿元', header: 1, kind: 'gov.gpb_debt' },
        rows: `项目|预算数|执行数
一、2023年末地方政府一般债务余额实际数|38.71|38.71
二、2024年末地方政府一般债务限额|41.23|41.23
三、2024年末地方政府一般债务余额执行数||40.05`,
      },
    ],
    is: { fiscalYear: 2025, kind: 'budget', scope: 'government' },
  },
  {
    name: 'transfers by county',
    text: `张家界市2025年政府预算
---
  2025年对区县转移支付预计463,214万元。`,
    tables: [
      {
        ...{ head: ['7', '2025年张家界市对下一般公共预算转移支付分地区预算表'], unit: '万元', header: 1, kind: 'gov.transfer' },
        money: '1,1=463214万元 4,3=14022万元',
        rows: `地区|合计|一般性转移支付|专项转移支付
合计|463,214|402,871|60,343
永定区|112,345|96,234|16,111
武陵源区|48,127|40,552|7,575
慈利县|163,421|149,399|14,022
桑植县|139,321|116,686|22,635`,
      },
    ],
    is: { fiscalYear: 2025, kind: 'budget', scope: 'government' },
  },
  {
    name: 'insurance funds, downwards',
    text: `淮北市2025年政府预算
---
  2025年社会保险基金预算收入安排812,345万元。`,
    tables: [
      {
        ...{ head: ['18', '2025年淮北市社会保险基金预算收入表'], unit: '万元', header: 1, kind: 'gov.insurance_income' },
        tree: '0:i 1:i 2:i 2:i 1:i 2:i 2:i',
        rows: `项目|2024年执行数|2025年预算数
社会保险基金收入合计|779,114|812,345
一、企业职工基本养老保险基金收入|402,317|421,233
其中：社会保险费收入|311,204|330,127
财政补贴收入|91,113|91,106
二、城乡居民基本养老保险基金收入|376,797|391,112
其中：个人缴费收入|101,386|110,321
财政补贴收入|275,411|280,791`,
      },
      {
        ...{ head: ['19', '2025年淮北市社会保险基金预算支出表'], unit: '万元', header: 1, kind: 'gov.insurance_expense' },
        rows: `项目|2024年执行数|2025年预算数
社会保险基金支出合计|701,235|742,118
一、企业职工基本养老保险基金支出|398,122|412,334
二、城乡居民基本养老保险基金支出|303,113|329,784`,
      },
    ],
    is: { fiscalYear: 2025, kind: 'budget', scope: 'government' },
  },
  {
    name: 'procurement by kind of goods',
    text: `兴化市水利局2025年部门预算
---
兴化市水利局2025年部门预算表`,
    tables: [
      {
        ...{ head: ['13', '政府采购支出预算表'], unit: '万元', department: '兴化市水利局', header: 1, kind: 'bud.procurement' },
        money: '1,3=412.65万元 4,3=94.25万元',
        rows: `采购品目大类|专项名称|采购品目名称|合计
合计|||412.65
货物|设备更新|计算机|36.40
工程|闸站维修|修缮工程|282.00
服务|信息化运维|运行维护服务|94.25`,
      },
    ],
    is: { department: '兴化市水利局', fiscalYear: 2025, kind: 'budget' },
  },
]

/** Of the same families, written with them and only counted. */
export const COUNTED_FAMILIES: readonly House[] = [
  {
    name: 'state capital of a town-level city',
    text: `都匀市2025年政府预算公开
---
  2025年国有资本经营预算收入安排2,315万元。`,
    tables: [
      {
        ...{ head: ['15', '都匀市2025年国有资本经营预算收入表'], unit: '万元', header: 1, kind: 'gov.soe_income' },
        rows: `项目|2024年执行数|2025年预算数
一、利润收入|1,204|1,415
二、股利、股息收入|611|900
收入合计|1,815|2,315`,
      },
      {
        ...{ head: ['16', '都匀市2025年国有资本经营预算支出表'], unit: '万元', header: 1, kind: 'gov.soe_expense' },
        rows: `项目|2024年执行数|2025年预算数
一、解决历史遗留问题及改革成本支出|1,104|1,315
二、其他国有资本经营预算支出|711|1,000
支出合计|1,815|2,315`,
      },
    ],
    is: { fiscalYear: 2025, kind: 'budget', scope: 'government' },
  },
  {
    name: '三公 of two years, one below the other',
    text: `嵩明县林业和草原局2025年部门预算
---
  2025年“三公”经费预算12.30万元，比上年减少1.20万元，下降8.89%。`,
    tables: [
      {
        ...{ head: ['09', '一般公共预算“三公”经费支出表'], unit: '万元', header: 2, kind: 'bud.sangong' },
        rows: `年度|${SANGONG_HEAD.replace('\n', '\n^|')}
2024年|13.50||8.00||8.00|5.50
2025年|12.30||7.50||7.50|4.80`,
      },
    ],
    is: { department: '嵩明县林业和草原局', fiscalYear: 2025, kind: 'budget' },
    sangong: 'budget total 12.30 previous 13.50 narrative 12.30',
  },
]
