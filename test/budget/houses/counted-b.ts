import { EXPENSE_HEAD, LEDGER_HEAD, SANGONG_HEAD } from './heads.ts'
import type { House } from './house.ts'

/** Houses that were only counted while the program was changed. */
export const COUNTED_B: readonly House[] = [
  {
    name: '海南 department with 公开 tables and 元',
    text: `东方市交通运输局2025年部门预算公开
---
  2025年东方市交通运输局“三公”经费预算数为10.00万元，其中：因公出国（境）经费0万元，公务接待费2.00万元，公务用车购置及运行费8.00万元。`,
    tables: [
      {
        head: ['4', '财政拨款收支总表'],
        unit: '元',
        header: 2,
        kind: 'bud.fiscal_total',
        rows: `收入|<|支出|<|<|<|<
项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算
一、本年收入|30,000,000.00|一、本年支出|30,000,000.00|29,000,000.00|1,000,000.00|
（一）一般公共预算|29,000,000.00|（一）交通运输支出|29,000,000.00|29,000,000.00||
（二）政府性基金预算|1,000,000.00|（二）城乡社区支出|1,000,000.00||1,000,000.00|
收入总计|30,000,000.00|支出总计|30,000,000.00|29,000,000.00|1,000,000.00|`,
      },
      {
        head: ['7', '一般公共预算“三公”经费支出表'],
        unit: '元',
        header: 2,
        kind: 'bud.sangong',
        rows: `${SANGONG_HEAD}
100,000.00|0.00|80,000.00|0.00|80,000.00|20,000.00`,
      },
    ],
    is: { department: '东方市交通运输局', fiscalYear: 2025, kind: 'budget', scope: 'department' },
    sangong: 'budget total 100000.00 vehicles 80000.00 reception 20000.00 narrative 10.00',
  },
  {
    name: '内蒙古 unit with banner county and 编制 counts',
    text: `鄂托克旗教育体育局2025年部门预算公开报告
---
  二、机构设置及人员情况
  鄂托克旗教育体育局现有行政编制15名，事业编制30名，实有在职人员42人，离退休人员20人。`,
    tables: [
      {
        head: ['2', '部门收入总表'],
        unit: '万元',
        department: '鄂托克旗教育体育局',
        header: 1,
        kind: 'bud.income',
        tree: 't 0:u 0:u',
        rows: `单位名称|合计|上年结转|一般公共预算拨款收入|政府性基金预算拨款收入|事业收入|其他收入
合计|9,000.00|1,000.00|7,000.00|500.00|500.00|
鄂托克旗教育体育局（本级）|5,000.00|600.00|4,000.00|400.00||
鄂托克旗第一中学|4,000.00|400.00|3,000.00|100.00|500.00|`,
      },
    ],
    is: { department: '鄂托克旗教育体育局', fiscalYear: 2025, kind: 'budget', scope: 'department' },
  },
  {
    name: 'central ministry 财政部 style final accounts',
    text: `农业农村部2023年度部门决算
---
第一部分 农业农村部概况
  一、主要职能`,
    tables: [
      {
        head: ['公开06', '一般公共预算财政拨款基本支出决算表'],
        unit: '万元',
        department: '农业农村部',
        header: 2,
        kind: 'fin.06',
        rows: `人员经费|<|<|公用经费|<|<
经济分类科目编码|科目名称|金额|经济分类科目编码|科目名称|金额
301|工资福利支出|900.00|302|商品和服务支出|300.00
30101|基本工资|500.00|30201|办公费|100.00
30102|津贴补贴|400.00|30211|差旅费|200.00
人员经费合计|<|900.00|公用经费合计|<|300.00`,
      },
    ],
    is: { department: '农业农村部', fiscalYear: 2023, kind: 'final-accounts', scope: 'department' },
  },
  {
    name: '广西 columns in two units, unit in header cells',
    text: `2025年东兴市商务局部门预算`,
    tables: [
      {
        head: ['5', '项目支出预算表'],
        header: 2,
        kind: 'bud.project',
        money: '2,1=50万元 2,2=300000元 2,3=200000元 2,4=none',
        rows: `项目名称|预算总额（万元）|资金来源（元）|<|绩效权重
^|^|一般公共预算|其他资金|^
口岸通关服务|50.00|300,000.00|200,000.00|10
合计|50.00|300,000.00|200,000.00|10`,
      },
    ],
    is: { department: '东兴市商务局', fiscalYear: 2025, kind: 'budget' },
  },
  {
    name: '宁夏 budget with 上年执行数 beside',
    text: `2026年度盐池县水务局部门预算`,
    tables: [
      {
        head: ['5', '一般公共预算支出表'],
        unit: '万元',
        department: '盐池县水务局',
        header: 2,
        kind: 'bud.gpb',
        tree: 't 0:213 1:21303 2:2130301 2:2130305',
        rows: `功能分类科目|<|2025年执行数|2026年预算数|<|<|2026年预算数比2025年执行数|<
科目编码|科目名称|^|小计|基本支出|项目支出|增减额|增减率%
合计|<|1,500.00|1,600.00|600.00|1,000.00|100.00|6.67
213|农林水支出|1,500.00|1,600.00|600.00|1,000.00|100.00|6.67
21303|水利|1,500.00|1,600.00|600.00|1,000.00|100.00|6.67
2130301|行政运行|580.00|600.00|600.00||20.00|3.45
2130305|水利工程建设|920.00|1,000.00||1,000.00|80.00|8.70`,
      },
    ],
    is: { department: '盐池县水务局', fiscalYear: 2026, kind: 'budget', scope: 'department' },
  },
  {
    name: 'performance goals as a grid with operators in words',
    text: `2025年阿拉善右旗农牧局部门预算`,
    tables: [
      {
        head: ['12', '项目支出绩效目标表'],
        unit: '万元',
        header: 1,
        kind: 'bud.perf_project',
        rows: `单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重
阿拉善右旗农牧局|草原监测|30.00|完成监测|产出指标|数量指标|监测点数量|≥|50|个|20
^|^|^|^|^|质量指标|数据合格率|≥|95|%|20
^|^|^|^|效益指标|社会效益指标|公众知晓率|≥|80|%|20`,
      },
      {
        head: ['4', '一般公共预算支出表'],
        unit: '万元',
        header: 1,
        kind: 'bud.gpb',
        rows: `${EXPENSE_HEAD}
213|农林水支出|30.00||30.00
21301|农业农村|30.00||30.00
2130119|防灾救灾|30.00||30.00
|合计|30.00||30.00`,
        tree: '0:213 1:21301 2:2130119 t',
      },
    ],
    is: { department: '阿拉善右旗农牧局', fiscalYear: 2025, kind: 'budget' },
  },
  {
    name: 'town as department, 元 beside 万元 told',
    text: `繁昌区荻港镇人民政府2025年部门预算
---
  2025年部门收支总预算2,345.60万元。`,
    tables: [
      {
        head: ['1', '收支总表'],
        unit: '元',
        header: 2,
        kind: 'bud.total',
        rows: `${LEDGER_HEAD}
一、财政拨款收入|2,345.60|一、一般公共服务支出|2,345.60
收入总计|2,345.60|支出总计|2,345.60`,
      },
    ],
    is: { department: '繁昌区荻港镇人民政府', fiscalYear: 2025, kind: 'budget', scope: 'department' },
    findings: ['unit-contradiction'],
  },
]
