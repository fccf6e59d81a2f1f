import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import type { Check } from '../../src/check/check.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { tableOf } from '../budget/table.ts'

const WHOLE = { file: '', pageCount: 1 }

/** The checks of a table whose labels all begin at one edge. */
function titled(rows: readonly string[], title: string): readonly Check[] {
  const texts = rows.map(row => row.split('|'))
  const table = tableOf(texts, 1, { title, unit: '万元' })
  const cells = table.cells.map(cell => ({ ...cell, textLeft: cell.box[0] }))
  return checkDataset(readBudget([{ ...table, cells }], [], WHOLE)).checks
}

const broken = (checks: readonly Check[]): string[] =>
  checks.flatMap(({ outcome, identity, verdict, left }) =>
    outcome === 'broken' ? [`${identity} ${verdict} ${left.terms.map(({ text }) => text).join()}`] : [],
  )

const HOSPITAL = [
  '支出内容|全年安排|财政补助|医疗收入|上级补助|其他',
  '门诊运行|827.80||821.40||6.40',
  '重点学科|155.00|120.00|35.00||',
  '规范培训|246.10|234.10|||12.00',
  '设备购置|{762.50}|50.00|612.50|100.00|',
  '日常公用|778.15|61.20|713.90||3.05',
]

test('columns of unknown heads add up where the figures of most rows say so, and one that does not is told', () => {
  const as = (text: string) => HOSPITAL.map(row => row.replace('{762.50}', text))
  expect(broken(titled(as('762.50'), '全年安排情况'))).toEqual([])
  expect(broken(titled(as('662.50'), '全年安排情况'))).toEqual(['T1 published-inconsistency 662.50'])
})

test('a total is claimed where the columns it leaves out are parts of sums that the figures show', () => {
  const rows = (total: string) => [
    ['地区', '合计', '税收返还', '<', '<', '一般性转移支付', '<', '<'],
    ['^', '^', '小计', '增值税返还', '所得税基数返还', '小计', '均衡性补助', '财力补助'],
    ['甲县', '12,936.17', '3,100.05', '2,000.03', '1,100.02', '9,836.12', '5,836.02', '4,000.10'],
    ['乙县', '14,601.31', '4,250.11', '3,150.07', '1,100.04', '10,351.20', '6,300.15', '4,051.05'],
    ['丙县', total, '5,230.27', '2,130.21', '3,100.06', '6,712.33', '3,712.11', '3,000.22'],
    ['丁县', '11,636.18', '2,636.03', '1,500.01', '1,136.02', '9,000.15', '5,600.04', '3,400.11'],
    ['戊县', '12,334.08', '7,334.06', '4,334.02', '3,000.04', '5,000.02', '2,700.01', '2,300.01'],
  ]
  const claims = (total: string) => {
    const table = tableOf(rows(total), 2, { title: '2025年祁门县税收返还和转移支付分地区预算表', unit: '万元' })
    return broken(checkDataset(readBudget([table], [], WHOLE)).checks)
  }
  expect(claims('11,942.60')).toEqual([])
  expect(claims('12,942.60')).toEqual(['T1 published-inconsistency 12,942.60'])
})

test('of two columns that others nearly add up to the one that fails least is their sum', () => {
  const rows = [
    '项目名称|预算批复|预算到位|实际执行|指标结余',
    '启动资金|1,000.00|1,000.00|980.00|20.00',
    '欠费补助|3,750.00|3,750.00|3,706.09|43.91',
    '特困救助|57.00|57.00|54.54|2.46',
    '留守机构|700.00|700.00|447.27|252.73',
    '应急资金|280.00|70.00|60.00|220.00',
  ]
  expect(broken(titled(rows, '项目支出情况表'))).toEqual([])
})

test('a percentage that does not follow is told with the figures that it is worked out from', () => {
  const rows = [
    '收入项目|上年|本年|增减%',
    '增值税|61230|64020|4.6',
    '资源税|880|940|6.8',
    '契税|15230|13100|-4.0',
    '房产税|5240|5600|6.9',
  ]
  const table = tableOf(
    rows.map(row => row.split('|')),
    1,
    { title: '收入安排情况' },
  )
  const [finding] = checkDataset(readBudget([table], [], WHOLE)).findings.filter(({ identities }) => identities?.includes('T2'))
  expect(finding?.cells.map(({ row, column }) => `${row} ${column}`).toSorted()).toEqual(['3 1', '3 2', '3 3'])
})

test('percentages down a column are those of the amounts that most of them are worked out from', () => {
  const as = (text: string) => [
    '收入项目|上年完成数|预算数|增减%',
    '增值税|61230|64020|4.6',
    '企业所得税|18340|19250|5.0',
    '个人所得税|4110|4060|-1.2',
    '资源税|880|940|6.8',
    `契税|15230|13100|${text}`,
    '房产税|5240|5600|6.9',
  ]
  expect(broken(titled(as('-14.0'), '收入安排情况'))).toEqual([])
  expect(broken(titled(as('-4.0'), '收入安排情况'))).toEqual(['T2 published-inconsistency -4.0'])
})

test('where the head says growth two rows show it, be they alike', () => {
  const as = (total: string, head = '增减幅度') => [
    `项目|2022年决算数|2023年决算数|增减额|${head}`,
    `总计|16.22|2.34|-13.88|${total}`,
    '公务用车购置和运行维护经费小计|16.22|2.34|-13.88|-85.57%',
    '其中：公务用车运行维护经费|16.22|2.34|-13.88|-85.57%',
  ]
  const claims = (...of: Parameters<typeof as>) =>
    broken(titled(as(...of), '2023年度“三公”经费支出决算表')).filter(claim => claim.startsWith('T2'))
  expect(claims('-85.57%')).toEqual([])
  expect(claims('-82.17%')).toEqual(['T2 published-inconsistency -82.17%'])
  expect(claims('-82.17%', '备注')).toEqual([])
})

const PURCHASES = [
  '采购项目|财政资金|自筹资金',
  '合计|{305.30}|18.20',
  '办公设备|23.50|',
  '运维服务|86.00|12.00',
  '档案数字化|45.80|',
  '车辆租赁|18.00|6.20',
  '防水维修|132.00|',
]

test('a total that is all its rows but one leaves that one out, where all are printed alike and no page is missing', () => {
  const as = (text: string) => PURCHASES.map(row => row.replace('{305.30}', text))
  expect(broken(titled(as('305.30'), '采购计划'))).toEqual([])
  expect(broken(titled(as('287.30'), '采购计划'))).toEqual(['T1c published-inconsistency 287.30'])
})

test('a class is the sum of all rows with codes under its own, also where the figures would leave one out', () => {
  const rows = [
    '科目编码|科目|年初预算',
    '201|一般公共服务支出|1277.80',
    '20103|政府办公厅（室）及相关机构事务|812.30',
    '20106|财政事务|120.10',
    '20131|党委办公厅（室）及相关机构事务|345.40',
    '207|文化旅游体育与传媒支出|81.00',
    '20701|文化和旅游|81.00',
    '20708|广播电视|30.30',
    '212|城乡社区支出|642.00',
    '21201|城乡社区管理事务|224.00',
    '21205|城乡社区环境卫生|418.00',
    '|总计|2031.10',
  ]
  expect(broken(titled(rows, '石桥镇预算支出（类款级）'))).toEqual(['T1c published-inconsistency 81.00'])
})

test('rows that are called a sum hold the units below them', () => {
  const rows = [
    '单位名称|收入总计|拨款|结转',
    '全部门汇总|5,339.50|5,292.60|46.90',
    '机关小计|2,322.40|2,310.40|12.00',
    '市交通运输局本级|2,322.40|2,310.40|12.00',
    '公益一类单位小计|1,733.40|1,710.60|22.80',
    '市公路养护中心|1,555.40|1,533.40|22.00',
    '市交通工程质量监督站|177.20|177.20|',
    '市交通信息中心|90.90|90.10|0.80',
    '公益二类单位小计|1,193.60|1,181.50|12.10',
    '市交通规划设计所|1,193.60|1,181.50|12.10',
  ]
  expect(broken(titled(rows, '所属单位情况'))[0]).toContain('1,733.40')
})

test('a row whose whole lies between its parts may be one of averages, below rows that add up', () => {
  const as = (last: string) => [
    '项目|合计|一般债务|专项债务',
    '年初余额|6240.00|3010.00|3230.00',
    '本年发行|1800.00|600.00|1200.00',
    '本年偿还|950.00|450.00|500.00',
    '付息支出|212.40|101.20|111.20',
    '年末余额|7090.00|3160.00|3930.00',
    last,
  ]
  expect(broken(titled(as('平均规模|9.50|8.20|10.60'), '政府债务情况表'))).toEqual(['T1 unexplained 9.50'])
  expect(broken(titled(as('最高限额|7600.00|3500.00|4500.00'), '政府债务情况表'))).toEqual([
    'T1 published-inconsistency 7600.00',
  ])
})

const BASIC_HEAD = '科目编码|科目名称|决算数'
const basic = (other: string): readonly string[] => [
  [BASIC_HEAD, BASIC_HEAD].join('|'),
  '301|工资福利支出|812.30|302|商品和服务支出|236.40',
  '30101|基本工资|301.20|30201|办公费|21.35',
  '30102|津贴补贴|226.45|30205|水费|4.15',
  '30103|奖金|104.65|30206|电费|18.90',
  '30108|机关事业单位基本养老保险缴费|96.70|30211|差旅费|33.60',
  '30113|住房公积金|83.30|30228|工会经费|158.40',
  `303|对个人和家庭的补助|64.25|30299|其他商品和服务支出|${other}`,
  '30301|离休费|20.15|310|资本性支出|15.60',
  '30302|退休费|44.10|31002|办公设备购置|15.60',
  '人员经费合计||876.55|公用经费合计||252.00',
]

test('a subject that prints what its whole class does is told: its code says that it is a part of the class', () => {
  expect(broken(titled(basic('0.00'), '一般公共预算财政拨款基本支出决算表'))).toEqual([])
  expect(broken(titled(basic('236.40'), '一般公共预算财政拨款基本支出决算表'))).toEqual(['F6 published-inconsistency 236.40'])
})

const COLLEGE = [
  '收入|预算数|支出|预算数',
  '财政拨款收入|21500.00|教育支出|42150.00',
  '教育事业收入|18320.00|科学技术支出|3100.00',
  '科研事业收入|4600.00|社会保障和就业支出|1870.00',
  '其他收入|2400.00|住房保障支出|1900.00',
  '本年收入合计|{46820.00}|本年支出合计|49020.00',
  '上年结转|2200.00|结转下年|0.00',
  '收入总计|{49020.00}|支出总计|49020.00',
]

test('rows that nothing puts in any other order add up where another total of them does', () => {
  const as = (current: string, grand: string) =>
    COLLEGE.map(row => row.replace('{46820.00}', current).replace('{49020.00}', grand))
  expect(broken(titled(as('46820.00', '49020.00'), '收支预算总表'))).toEqual([])
  expect(broken(titled(as('48620.00', '49020.00'), '收支预算总表'))).toEqual(['B1c published-inconsistency 48620.00'])
})

const SCHOOLS = [
  '学校|学生人数|生均标准|金额',
  '一中|2100|1,050|2,205,000',
  '二中|1860|1,050|1,953,000',
  '实验小学|1540|850|1,309,000',
  '城南小学|1225|850|1,041,250',
  '幼儿园|460|600|276,000',
  '合计|7185||{6,784,250}',
]

test('a total that is off by one digit, or by two exchanged, shows by the others that it is the sum of its rows', () => {
  const as = (text: string) =>
    broken(
      titled(
        SCHOOLS.map(row => row.replace('{6,784,250}', text)),
        '公用经费测算表',
      ),
    )
  expect(as('6,784,250')).toEqual([])
  expect(as('6,874,250')).toEqual(['T1c published-inconsistency 6,874,250'])
  expect(as('6,784,950')).toEqual(['T1c published-inconsistency 6,784,950'])
  expect(as('6,912,250')).toEqual([])
})

test('columns of unknown heads that make up the total in nearly every row are amounts, and the row in which they do not is told', () => {
  const as = (text: string) => [
    '项目|合计|企业职工基本养老保险|城乡居民基本医疗保险|失业保险',
    '上年结余|46,200|30,100|14,200|1,900',
    '本年收入|28,850|18,500|9,800|550',
    '本年支出|26,030|17,200|8,400|430',
    `年末滚存结余|${text}|31,400|15,600|2,020`,
  ]
  expect(broken(titled(as('49,020'), '社会保险基金收支结余情况'))).toEqual([])
  expect(broken(titled(as('49,200'), '社会保险基金收支结余情况'))).toEqual(['T1 published-inconsistency 49,200'])
})
