import { LEDGER_HEAD, SANGONG_HEAD_TWICE } from './heads.ts'
import type { House } from './house.ts'

/** 三公 in its layouts. */
export const SANGONG: readonly House[] = [
  {
    name: 'street office as a department (街道办)',
    text: `2025年银川市兴庆区人民政府凤凰北街街道办事处部门预算
---
  一、部门基本情况
  本部门2025年“三公”经费预算为3.00万元，较上年无变化。`,
    tables: [
      {
        head: ['1', '部门收支总表'],
        unit: '万元',
        header: 2,
        kind: 'bud.total',
        rows: `${LEDGER_HEAD}
一、财政拨款收入|1,900.00|一、一般公共服务支出|1,500.00
其中：一般公共预算|1,900.00|二、城乡社区支出|400.00
收入总计|1,900.00|支出总计|1,900.00`,
      },
      {
        head: ['7', '一般公共预算“三公”经费支出表'],
        unit: '万元',
        header: 3,
        kind: 'bud.sangong',
        rows: `2024年预算数|<|<|<|<|<|2025年预算数|<|<|<|<|<
${SANGONG_HEAD_TWICE}
3.00||2.00||2.00|1.00|3.00||2.00||2.00|1.00`,
      },
    ],
    is: { department: '银川市兴庆区人民政府凤凰北街街道办事处', fiscalYear: 2025, kind: 'budget', scope: 'department' },
    sangong: 'budget total 3.00 vehicles 2.00 reception 1.00 previous 3.00 change 0.00 narrative 3.00',
  },
  {
    name: '三公 by fund in rows, items in columns',
    text: `2026年仙居县交通运输局部门预算`,
    tables: [
      {
        head: ['8', '“三公”经费支出预算表'],
        unit: '万元',
        header: 2,
        kind: 'bud.sangong',
        rows: `资金来源|合计|因公出国（境）费|公务接待费|公务用车购置及运行维护费|<|<
^|^|^|^|小计|公务用车购置|公务用车运行维护
合计|25.00|0.00|5.00|20.00|10.00|10.00
一般公共预算|20.00|0.00|5.00|15.00|5.00|10.00
政府性基金预算|5.00|0.00|0.00|5.00|5.00|0.00`,
      },
    ],
    is: { department: '仙居县交通运输局', fiscalYear: 2026, kind: 'budget' },
    sangong: 'budget total 25.00 vehicles 20.00 purchase 10.00 running 10.00 reception 5.00',
  },
  {
    name: '三公 in rows with 上年决算, 年初预算, 决算 and growth',
    text: `2023年度武隆区林业局部门决算公开说明
---
  十、“三公”经费支出决算情况说明
  2023年度“三公”经费支出共计8.10万元，较年初预算数减少1.90万元，下降19.0%；较上年支出数减少0.90万元，下降10.0%。`,
    tables: [
      {
        head: ['公开07', '“三公”经费支出决算表'],
        unit: '万元',
        header: 1,
        kind: 'fin.07',
        rows: `项目|年初预算数|决算数
合计|10.00|8.10
1.因公出国（境）费||
2.公务用车购置及运行维护费|6.00|5.60
（1）公务用车购置费||
（2）公务用车运行维护费|6.00|5.60
3.公务接待费|4.00|2.50`,
      },
    ],
    is: { fiscalYear: 2023, kind: 'final-accounts' },
    sangong: 'final total 8.10 vehicles 5.60 reception 2.50 change -0.90 growth -10.0 narrative 8.10',
  },
  {
    name: '三公 with years in rows and growth row',
    text: `2025年庆元县档案馆部门预算`,
    tables: [
      {
        head: ['9', '2025年“三公”经费财政拨款预算表'],
        unit: '万元',
        header: 1,
        kind: 'bud.sangong',
        rows: `年度|“三公”经费合计|因公出国（境）费|公务接待费|公务用车购置费|公务用车运行费
2024年预算数|6.00||3.00||3.00
2025年预算数|4.50||1.50||3.00
增减额|-1.50||-1.50||0.00
增减率（%）|-25.00||-50.00||0.00`,
      },
    ],
    is: { department: '庆元县档案馆', fiscalYear: 2025, kind: 'budget' },
    sangong: 'budget total 4.50 reception 1.50 running 3.00 previous 6.00 change -1.50 growth -25.00',
  },
]
