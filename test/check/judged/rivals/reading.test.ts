import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { tableOf } from '../../../budget/table.ts'
import { narrated, verdictsSaid } from '../../checked.ts'

const HEADS = ['收入', '预算数', '支出', '预算数']

const GREW = '2022年支出5230.40万元,比上年增加310.25万元'
const SPENT = '年初预算为8120.60万元,支出决算为6200.30万元'

test.each([
  `${GREW},其中人员经费增长12.73%。`,
  `${GREW},扣除一次性因素后增长12.73%。`,
  `${GREW},年均增长12.73%。`,
  `${GREW};支出合计增长12.73%。`,
  `${GREW};增长约12.73%。`,
  `${GREW},增速比上年提高12.73%。`,
  `${GREW}(不含结转资金),增长12.73%。`,
  '2022年支出5230.40万元,同口径比上年增加310.25万元,增长12.73%。',
  '2022年支出5230.40万元,比2021年同口径数4920.15万元增加410.25万元。',
  '2022年支出(同口径)完成5230.40万元,同比增长12.73%,增支310.25万元。',
  `${SPENT},其中本级完成年初预算的92.73%。`,
  '年初预算为8120.60万元,支出决算为6200.30万元,完成调整预算的95.00%。',
  '收入8120.60万元,其中:市本级收入4200.30万元,占51.72%;区县收入3920.30万元,占48.28%;市本级收入中税收3200.30万元,占76.19%。',
  '税收完成3011.20万元,增加150.10万元,增长5.25%;其余部门未单列,增加210.40万元,增长3.11%。',
  '税收完成3011.20万元,增加150.10万元,增长5.25%;增加210.40万元,增长3.11%。',
  '年初预算为8120.60万元,执行中调减,支出决算为6200.30万元,完成全年预算的92.73%。',
  '2022年收入合计17131.44万元。16132.53万元,占94.17%;事业收入761.48万元,占4.44%;其他收入237.43万元,占1.83%。',
])('what stands between two figures and is not understood may say that they are another thing: %s', said => {
  expect(verdictsSaid(said)).toEqual(['unexplained'])
})

test.each([
  `${GREW},增长12.73%。`,
  `${GREW},同比增长约12.73%。`,
  '2022年支出5230.40万元,占总支出的64.40%,比上年执行数增加310.25万元,增长12.73%。',
  '2022年度收、支总计各5230.40万元。与2021年度相比,收、支总计各增加310.25万元,增长12.73%。',
  '2022年度一般公共预算财政拨款支出5230.40万元。与2021年度相比,一般公共预算财政拨款支出增加310.25万元,增长12.73%。',
  '2022年支出5230.40万元,比2021年年初预算数4920.15万元增加410.25万元。',
  `${SPENT},完成年初预算的92.73%。`,
  '收入8120.60万元,其中:财政拨款收入6200.30万元,占总收入的92.73%;事业收入1920.30万元。',
])('a sentence that is understood from figure to figure is held to what it says: %s', said => {
  expect(verdictsSaid(said)).toContain('published-inconsistency')
})

test.each(['采购规模突破5000万元', '采购支出近5300万元', '采购规模达到5000万元以上'])(
  'a bound and a round number are not what parts make up: %s',
  said => {
    expect(verdictsSaid(`2022年${said},其中:货物类1200.50万元,工程类2100.20万元,服务类1900.40万元。`)).toEqual([])
  },
)

test.each([
  '三公经费预算20.50万元,支出18.30万元,其中:因公出国费预算3.20万元,公务用车购置及运行费预算10.10万元,公务接待费预算7.20万元。',
  '支出合计5300.60万元,主要包括基本支出3200.50万元,项目支出1800.10万元。',
])('parts of a budget are not those of what was spent, and main ones not all: %s', said => {
  expect(verdictsSaid(said)).toEqual([])
})

test('a second share of one amount is that of something that is not told', () => {
  const told = '收入8120.60万元,其中:财政拨款收入6200.30万元,占76.35%;占12.00%;其他收入920.10万元,占11.33%。'
  expect(verdictsSaid(told)).not.toContain('published-inconsistency')
})

test('a direction that is told for two changes together is that of neither alone', () => {
  const told = '公务接待费5.20万元,比预算减少0.80万元,比上年增加1.20万元,分别下降13.33%、增长30%。'
  expect(verdictsSaid(told)).not.toContain('published-inconsistency')
})

test('what is compared with a budget that is printed changed from that', () => {
  const told = (rate: string) => `公务接待费决算数为6.00万元,比预算数8.00万元减少2.00万元,下降${rate}%。`
  expect(verdictsSaid(told('25.00'))).toEqual([])
  expect(verdictsSaid(told('33.33'))).toEqual(['published-inconsistency'])
})

test('parts told behind a bound are those of the amount before it', () => {
  const said = (services: string) =>
    `全年政府采购完成520.30亿元,首次突破500亿元。其中,货物类采购60.40亿元,工程类采购150.10亿元,服务类采购${services}亿元。`
  expect(verdictsSaid(said('309.80'))).toEqual([])
  expect(verdictsSaid(said('309.20'))).toEqual(['published-inconsistency'])
})

test('负增长 goes down', () => {
  expect(verdictsSaid('省级收入80.90亿元,同比减少7.66亿元,负增长8.65%。')).toEqual([])
  expect(verdictsSaid('省级收入80.90亿元,同比增加7.66亿元,负增长10.46%。')).toEqual(['published-inconsistency'])
})

test.each([
  ['the words before it were not read', '收入支出总预算7062.80万元,913.48万元,减少11.45%。', '7062.80'],
  ['no more than its side was read', '收入支出总预算7062.80万元。支出913.48万元,主要用于监测。', '7062.80'],
])('a figure that is not called the total is none where %s', (_, said, total) => {
  const ledger = tableOf([HEADS, ['其他收入', total, '其他支出', total], ['收入总计', total, '支出总计', total]], 1, {
    title: '收支总表',
  })
  const broken = checkDataset(narrated([said], [ledger])).checks.filter(({ outcome }) => outcome === 'broken')
  expect(new Set(broken.map(({ verdict }) => verdict))).toEqual(new Set(['unexplained']))
})

test('a growth of an amount whose words were not read may be of another amount', () => {
  expect(verdictsSaid('651.67万元,比上年增加47.15万元,增长1.02%。')).toEqual(['unexplained'])
})

test('where clauses of a list were not read, what they left out may have a percentage of another part', () => {
  const list = (projects: string) =>
    `2022年支出92,596.24万元,其中:基本支出10,963.39万元,占11.84%;项目支出${projects};上缴上级支出0万元,占0%;经营支出0万元,占0%。`
  expect(verdictsSaid(list('81,632.85万元,占88.16%'))).toEqual([])
  expect(verdictsSaid(list('81,632.85万元,占38.16%'))).toEqual(['published-inconsistency'])
  const lost = '2022年支出92,596.24万元,其中:基本支出10,963.39万元,占88.16%;上缴上级支出0万元,占0%;经营支出0万元,占0%。'
  expect(verdictsSaid(lost)).toEqual(['unexplained'])
  const alone = '项目支出81,632.85万元,占88.16%;上缴上级支出0万元,占0%;经营支出0万元,占0%。'
  expect(verdictsSaid(alone)).toEqual(['unexplained'])
})
