import { expect, test } from 'vitest'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { checksOf, narrated, verdictsSaid } from './checked.ts'

const CLAIM = ['published-inconsistency']

test('a change is of the amount of its name, in quotes or not, and one without a name of that of the change before it', () => {
  const said = (year: string, budget: string) =>
    `2021年度全镇“三公”经费支出合计40.14万元。经比较,2021年度全镇“三公”经费较上年减少2.97万元,下降${year}%;较年初预算数减少6.30万元,下降${budget}%。`
  expect(verdictsSaid(said('6.89', '13.57'))).toEqual([])
  expect(verdictsSaid(said('8.89', '13.57'))).toEqual(CLAIM)
  expect(verdictsSaid(said('6.89', '31.57'))).toEqual(CLAIM)
})

test('a short name speaks of the amount of that name right before it, and of none further off', () => {
  const said = (rate: string, between = '') =>
    `2021年度收入总计6955.73万元,支出总计6954.57万元。${between}与上年相比,收入增加950.05万元,增长${rate}%。`
  expect(verdictsSaid(said('15.82'))).toEqual([])
  expect(verdictsSaid(said('12.82'))).toEqual(CLAIM)
  expect(verdictsSaid(said('12.82', '情况如下。有三点。主要是项目。'))).toEqual([])
})

test('parts that follow the reasons of a figure are those of the figure', () => {
  const said = (basic: string) =>
    `支出合计5266.88万元,比上年增加569.67万元,增长12.13%,主要原因是案件增加。办案成本增大,费用随之增大。其中:基本支出${basic}万元,项目支出1510.57万元。`
  expect(verdictsSaid(said('3756.31'))).toEqual([])
  expect(verdictsSaid(said('3056.31'))).toEqual(CLAIM)
})

test('a share of a total that is called a budget is a share, and of the budget itself what was spent of it', () => {
  const said = (share: string) =>
    `支出总预算1401.66万元,其中:基本支出预算823.89万元,占支出总预算${share}%,同比增加80.98万元;项目支出预算577.77万元,占支出总预算41.22%。`
  expect(verdictsSaid(said('58.78'))).toEqual([])
  expect(verdictsSaid(said('85.78'))).toEqual(CLAIM)
  expect(verdictsSaid('公务接待费预算8.00万元,支出决算6.00万元,占预算的57.00%。')).toEqual(CLAIM)
})

test('分项情况 tells the parts of a total whose name stands in a bracket before it', () => {
  const said = (total: string) =>
    `2018年全市因公出国(境)经费、公务接待费、公车购置费和运行费(“三公”经费)决算总额${total}万元,比上年下降1.8%。分项情况是:因公出国(境)经费决算120.50万元;公务接待费决算1033.20万元;公务用车购置及运行费决算1618.30万元。`
  expect(verdictsSaid(said('2772.00'))).toEqual([])
  expect(verdictsSaid(said('4772.00'))).toEqual(CLAIM)
})

test('vehicles are called in many ways', () => {
  const said = (vehicles: string, name: string) =>
    `2017年“三公”经费支出合计35.60万元。其中:因公出国(境)费0万元,公务用车保有量2辆,${name}${vehicles}万元,公务接待费30.20万元。`
  for (const name of ['公务车购置及运行费', '购置及运行维护费', '公务用车购置及运维费', '公务用车购置和运行费']) {
    expect(verdictsSaid(said('5.40', name))).toEqual([])
    expect(verdictsSaid(said('9.40', name))).toEqual(CLAIM)
  }
})

test('nothing in 元 does not round the figures in 万元 beside it', () => {
  const said = (reception: string) =>
    `“三公”经费预算合计32.6万元。其中:因公出国(境)费0元,公务用车购置费0元,公务用车运行维护费28.6万元,公务接待费${reception}万元。`
  expect(verdictsSaid(said('4'))).toEqual([])
  expect(verdictsSaid(said('5'))).toEqual(CLAIM)
})

test('an item of 三公 that is told again and differs is a doubt, and no word against the document', () => {
  const said = (again: string) =>
    `“三公”经费支出41.50万元,其中:公务用车购置及运行维护费21.30万元,公务接待费20.20万元。其中:公务用车购置及运行维护费21.30万元,较上年减少16.00万元;公务接待费${again}万元。`
  expect(verdictsSaid(said('20.20'))).toEqual([])
  expect(verdictsSaid(said('40.20'))).toEqual(['unexplained'])
  expect(verdictsSaid('公务接待费预算为8.00万元,支出决算为6.00万元。上年公务接待费支出7.00万元。')).toEqual([])
})

test('经比较 tells what was compared, and not with which year', () => {
  const years = (said: string) => narrated([said]).prose.flatMap(({ kind, value }) => (kind === 'year' ? [value] : []))
  expect(years('经比较2021年度“三公”经费41.00万元,较上年减少19.00万元。')).toEqual([])
  expect(years('“三公”经费41.00万元,较2020年减少19.00万元。')).toEqual(['2020'])
})

test('a change behind a reason is of what the change before it is of, where the document tells changes so', () => {
  const said = (rate: string) => [
    '本部门2016年度财政拨款收入6955.73万元,较上年决算数增加950.05万元,增长15.82%。主要原因是增人增资。较年初预算数减少1311.69万元,下降15.87%。',
    `本部门2016年度财政拨款支出6954.57万元,较上年决算数增加841.13万元,增长13.76%。主要原因是增人增资。较年初预算数减少1312.85万元,下降15.88%。`,
    `本部门2016年度基本支出2657.28万元,较上年决算数增加241.13万元,增长9.98%。主要原因是增人增资。较年初预算数减少112.85万元,下降${rate}%。`,
  ]
  expect(verdictsSaid(...said('4.07'))).toEqual([])
  expect(verdictsSaid(...said('44.07'))).toEqual(CLAIM)
})

test('what stands behind 中 are parts of the amount before it', () => {
  const said = (abroad: string) =>
    `2013年“三公经费”财政拨款预算79.69亿元中,因公出国(境)费${abroad}亿元,公务用车购置及运行费43.99亿元,公务接待费14.34亿元。`
  expect(verdictsSaid(said('21.36'))).toEqual([])
  expect(verdictsSaid(said('23.36'))).toEqual(CLAIM)
})

test('items of another year are not told again', () => {
  const dataset = narrated([
    '2022年公务接待费43.77万元,“三公”经费合计100.20万元。',
    '2021年的“三公”经费决算数合计为90.30万元,其中:公务接待费39.43万元。',
  ])
  const told = { ...dataset, metadata: { ...dataset.metadata, fiscalYear: 2022 } }
  expect(checksOf('said-again', told)).toEqual([])
})

test('a share of the total that it names is of no part that is only called alike', () => {
  const said = (share: string) => [
    '支出总预算1085203.63元,基本支出预算1037103.63元;项目支出预算48100元,占支出总预算的4.43%。',
    '其中:',
    '(一)文化支出类科目850088.30元,占支出总预算78.33%。',
    `(二)卫生健康支出类科目43897.73元,占支出总预算${share}%。`,
  ]
  expect(verdictsSaid(...said('4.04'))).not.toContain('published-inconsistency')
  expect(verdictsSaid(...said('9.04'))).toContain('published-inconsistency')
})

test('a sentence that names its own year is compared with the one before that', () => {
  const years = (said: string) => {
    const dataset = narrated([said])
    return checksOf('year', { ...dataset, metadata: { ...dataset.metadata, fiscalYear: 2010 } }).map(({ outcome }) => outcome)
  }
  expect(years('2011年“三公经费”预算1205.06万元(较2010年减少2%)。')).toEqual([])
  expect(years('“三公经费”预算1205.06万元(较2010年减少2%)。')).toEqual(['broken'])
})

test('a figure is wrong where it was told otherwise before and the sum it is a part of asks for what was told', () => {
  const said = (again: string, other = '2980100') => [
    '收入情况:财政拨款收入6051563.44元。',
    `收入预算总额9531663.44元,其中:财政拨款收入${again}元,上级补助收入${other}元,执罚补助500000元。`,
  ]
  const told = (...sentences: string[]) => checkDataset(narrated(sentences)).findings.map(({ message }) => message.zh)
  expect(verdictsSaid(...said('6051563.44'))).toEqual([])
  expect(verdictsSaid(...said('6551563.44'))).toEqual([...CLAIM, ...CLAIM])
  expect(told(...said('6551563.44')).join()).toContain('“财政拨款收入”印为6551563.44元，但按2项勾稽关系应为6051563.44元')
  expect(verdictsSaid(...said('6551563.44', '1234567'))).not.toContain(CLAIM[0])
})

test('what was spent of a budget is not what the year before spent, told behind both', () => {
  const said = (share: string) =>
    `公务接待费决算数1.80万元,预算数2.00万元,上年决算数2.40万元,完成预算${share}%,比上年下降25.00%。`
  expect(verdictsSaid(said('90.00'))).toEqual([])
  expect(verdictsSaid(said('80.00'))).toEqual(CLAIM)
})

test('what changed since a year that is told by its digits alone is the amount before it', () => {
  const said = (rate: string) => `2023年度“三公”经费共支出24.00万元,2022年度为27.00万元,同比减支3.00万元,减幅为${rate}%。`
  expect(verdictsSaid(said('11.11'))).toEqual([])
  expect(verdictsSaid(said('12.51'))).toEqual(CLAIM)
})
