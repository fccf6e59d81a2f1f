import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { tableOf } from '../../../budget/table.ts'
import { checkedTables, checksOf, narrated, outcomesOf } from '../../checked.ts'

const BASIC = tableOf(
  [
    ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
    ['', '合计', '120.00', '90.00', '30.00'],
    ['301', '工资福利支出', '90.00', '90.00', ''],
    ['30101', '基本工资', '50.00', '50.00', ''],
    ['30102', '津贴补贴', '30.00', '30.00', ''],
    ['30103', '奖金', '10.00', '10.00', ''],
    ['302', '商品和服务支出', '30.00', '', '30.00'],
    ['30201', '办公费', '30.00', '', '30.00'],
  ],
  1,
  { title: '一般公共预算基本支出表', unit: '万元' },
)

const list = (bonus: string, more = ''): string[] => [
  `人员经费90.00万元,主要包括:基本工资50.00万元、津贴补贴30.00万元、奖金${bonus}万元${more}。`,
]

test('what a sentence lists under 人员经费 adds up to it, and each is the line of its name in the table', () => {
  expect(outcomesOf('said-list', list('10.00'), [BASIC])).toEqual(['holds', 'holds', 'holds', 'holds'])
  expect(outcomesOf('said-list', list('10.00'))).toEqual(['holds'])
  expect(outcomesOf('said-list', list('19.00'))).toEqual(['broken'])
})

test('a figure of the list that the table prints otherwise may be of other money; one of a digit is told', () => {
  const [sum, ...lines] = checksOf('said-list', narrated(list('40.00'), [BASIC]))
  expect(sum?.outcome).toBe('broken')
  expect(lines.map(({ outcome }) => outcome)).toEqual(['holds', 'holds', 'not-evaluable'])
})

const LEDGER = tableOf(
  [
    ['收入', '<', '支出', '<'],
    ['项目', '预算数', '项目', '预算数'],
    ['一、一般公共预算拨款收入', '500.00', '一、教育支出', '381.25'],
    ['', '', '二、卫生健康支出', '118.75'],
    ['收入总计', '500.00', '支出总计', '500.00'],
  ],
  2,
  { title: '部门收支总表', unit: '万元' },
)

/** How the classes that are named behind a total come out. */
const classes = (education: string): string[] =>
  outcomesOf('said-class', [`2024年支出总计500.00万元,其中:教育支出${education}万元,卫生健康支出118.75万元。`], [LEDGER])

test('classes that are named behind the total are the lines of the ledger', () => {
  expect(classes('381.25')).toEqual(['holds', 'holds'])
  expect(classes('318.25')).toEqual(['broken', 'holds'])
})

test('a subject under a name that was replaced before the year is told', () => {
  const names = (year: number, subject: string) => {
    const { metadata, ...dataset } = narrated([`${subject}〔类〕行政运行〔项〕支出20.00万元。`])
    return checksOf('said-name', { ...dataset, metadata: { ...metadata, fiscalYear: year } }).map(({ right }) => right.label)
  }
  expect(names(2024, '医疗卫生与计划生育支出')).toEqual(['卫生健康支出'])
  expect(names(2017, '医疗卫生与计划生育支出')).toEqual([])
  expect(names(2024, '卫生健康支出')).toEqual([])
})

test('an item is that of its row by its name behind that of its 款 too, and the amount of a row above shows that it is of the table', () => {
  const table = tableOf(
    [
      ['科目编码', '科目名称', '合计'],
      ['', '合计', '10,528.33'],
      ['201', '一般公共服务支出', '10,528.33'],
      ['20101', '人大事务', '10,528.33'],
      ['2010101', '行政运行', '4,545.94'],
      ['2010102', '一般行政管理事务', '5,982.39'],
    ],
    1,
    { title: '一般公共预算支出表' },
  )
  const said = (name: string, amount: string) =>
    outcomesOf('said-item', [`1.${name}(项)支出${amount}万元,与上年相比减少17.89万元。`], [table])
  expect(said('人大事务行政运行', '4545.94')).toEqual(['holds'])
  expect(said('人大事务行政运行', '10528.33')).toEqual(['broken'])
  expect(said('人大事务行政运行', '5528.33')).toEqual(['not-evaluable'])
  expect(said('政协事务行政运行', '10528.33')).toEqual([])
})

test('a table alone says nothing of sentences', () => {
  expect(checkedTables(BASIC).checks.filter(({ identity }) => identity === 'N8')).toEqual([])
})

const GENERAL = tableOf(
  [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', '133.03', '', '133.03'],
    ['201', '一般公共服务支出', '133.03', '', '133.03'],
    ['20105', '统计信息事务', '33.03', '', '33.03'],
    ['2010505', '专项统计业务', '20.03', '', '20.03'],
    ['2010506', '统计管理', '13.00', '', '13.00'],
    ['20129', '群众团体事务', '100.00', '', '100.00'],
    ['2012901', '行政运行', '40.00', '', '40.00'],
    ['2012902', '一般行政管理事务', '60.00', '', '60.00'],
  ],
  1,
  { title: '一般公共预算支出表', unit: '万元' },
)

test('a subject that the narrative lists and its table has not is told by its name, with the row of another name that has its amount', () => {
  const item = (name: string, amount: string) => `一般公共服务支出(类)${name}${amount}万元,主要用于工作。`
  const listed = [
    item('统计信息事务(款)统计管理(项)', '13.00'),
    item('群众团体事务(款)行政运行(项)', '40.00'),
    item('群众团体事务(款)一般行政管理事务(项)', '60.00'),
  ]
  const toldOf = (...more: readonly string[]) =>
    checkDataset(narrated([...listed, ...more], [GENERAL])).findings.flatMap(({ code, severity, message }) =>
      code === 'subject-unlisted' ? [`${severity} ${/：(.*)（第/.exec(message.zh)?.[1]}`] : [],
    )
  expect(toldOf()).toEqual([])
  expect(toldOf(item('统计信息事务(款)统计信息事务(项)', '20.04'))).toEqual([
    'info 一般公共服务支出·统计信息事务·统计信息事务 20.04万元 = 2010505 专项统计业务 20.03',
  ])
  expect(toldOf(item('统计信息事务(款)统计信息事务(项)', '25.04'))).toEqual([
    'info 一般公共服务支出·统计信息事务·统计信息事务 25.04万元',
  ])
  expect(toldOf(item('统计信息事务(款)统计信息事务(项)', '0'))).toEqual([])
  // A list of other money names what it likes.
  const other = [item('组织事务(款)专项业务(项)', '7.00'), item('宣传事务(款)专项业务(项)', '8.00')]
  expect(toldOf(...other)).toEqual([])
})

test('names of levels with dashes between them are those of the table', () => {
  const item = (name: string, amount: string) => `“一般公共服务支出(类)-${name}”2026年度预算${amount}万元。`
  const listed = [
    item('统计信息事务(款)-统计管理(项)', '13.00'),
    item('群众团体事务(款)-行政运行(项)', '40.00'),
    item('群众团体事务(款)-一般行政管理事务(项)', '61.00'),
  ]
  const held = checkDataset(narrated(listed, [GENERAL])).checks.filter(
    ({ identity, outcome }) => identity === 'N7' && outcome === 'holds',
  )
  expect(held.map(({ left }) => left.terms[0]?.text)).toEqual(['13.00万元', '40.00万元'])
})
