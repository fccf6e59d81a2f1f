import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { tableOf } from '../../../budget/table.ts'
import { narrated, outcomesOf, verdictsSaid } from '../../checked.ts'

/** How the growths of a narrative come out, a paragraph a sentence. */
const growthsIn = (sentences: readonly string[]) => outcomesOf('growth', sentences)

const HELD = [
  '住房保障支出预算数为5686.35万元。',
  '与上年相比增加2025.97万元,增长55.35%。',
  '基本支出预算数为15844.04万元。',
  '与上年相比增加1849.73万元,增长13.22%。',
]
const WRONG = ['项目支出预算数为4335.30万元。', '与上年相比减少1237.70万元,减少13.22%。']

test('a change that stands right behind an amount is about it where that is known to be the habit of the document', () => {
  expect(growthsIn(HELD)).toEqual(['holds', 'holds'])
  expect(growthsIn([...HELD, ...WRONG])).toEqual(['holds', 'holds', 'broken'])
  expect(growthsIn(WRONG)).toEqual(['not-evaluable'])
})

test('a sentence with two amounts does not say which of them changed', () => {
  const two = ['基本支出预算数为15844.04万元,项目支出预算数为4335.30万元。', '与上年相比减少1237.70万元,减少13.22%。']
  expect(growthsIn([...HELD, ...two])).toEqual(['holds', 'holds'])
})

test('a growth is that of the amount that its change is told to be since, whatever the amount is that changed', () => {
  const since = (by: string) =>
    growthsIn([`较2023年年初预算1,962.45万元增加287.55万元、增长${by}%的,是2024年收入总预算2,250.00万元。`])
  expect(since('14.65')).toEqual(['holds'])
  expect(since('24.65')).toEqual(['broken'])
  const behind = (by: string) => growthsIn(['公务接待费5.46万元。', `公务接待费比2023年度6.10万元减少0.64万元,下降${by}%。`])
  expect(behind('10.49')).toEqual(['holds'])
  expect(behind('18.49')).toEqual(['broken'])
  // A growth, or a change, since something else is not by that amount.
  expect(growthsIn(['较2023年年初预算50万元增加5万元,比上年决算增长25%。'])).toEqual([])
  expect(growthsIn(['剔除一次性项目50万元后,增加5万元,增长25%。'])).toEqual([])
})

test('a growth that names what it is since is told with the change that goes on from it, and with none since something else', () => {
  const told = (growth: string, fell: string) => [
    `支出决算2968.52万元,比上年决算增长${growth}%,即增加109.38万元,比年初预算下降${fell}%,即减少201.50万元。`,
  ]
  expect(growthsIn(told('3.83', '6.36'))).toEqual(['holds', 'holds'])
  expect(growthsIn(told('8.33', '6.36'))).toEqual(['broken', 'holds'])
  expect(growthsIn(told('3.83', '3.66'))).toEqual(['holds', 'broken'])
  expect(outcomesOf('direction', told('3.83', '6.36'))).toEqual([])
})

test('a change and its growth are of the amount of their sentence by which both hold, and of the nearest where none is', () => {
  const told = (growth: string) => [
    `全年“三公”经费实际支出14.85万元,控制在15.84万元的预算以内,与上年决算数19.00万元相比,减少4.15万元(${growth}%)。`,
  ]
  expect(growthsIn(told('-21.84'))).toEqual(['holds'])
  expect(outcomesOf('change', told('-21.84'))).toEqual(['holds'])
  expect(growthsIn(told('-28.14'))).toEqual(['broken'])
})

test('a growth told right behind an amount of last year is from that, or to it', () => {
  const told = (growth: string) => [`“三公”经费共18.55万元。上年预算为17.11万元,总额上升1.44万元,升幅为${growth}%。`]
  expect(growthsIn(told('8.42'))).not.toContain('broken')
  expect(growthsIn(told('8.24'))).not.toContain('holds')
  expect(verdictsSaid(...told('8.24'))).not.toContain('published-inconsistency')
})

test('a change behind a budget of which so much was spent is none of that budget', () => {
  const told = (growth: string) => [
    `财政拨款支出1950.00万元。一般公共预算财政拨款支出完成年初预算2088.86万元的93.35%,比上年决算下降649.20万元,降幅为${growth}%。`,
  ]
  expect(growthsIn(told('24.98'))).not.toContain('broken')
})

test('what this year is compared with behind its own name is what it grew from, and 少了 is less', () => {
  const grown = (growth: string) => [`本年支出比上年支出610.03万元增加37.82万元,增长${growth}%。`]
  expect(growthsIn(grown('6.20'))).not.toContain('broken')
  const fell = '2023年总收入2583.94万元,比2022年的2637.75万元少了53.81万元,降幅2.04%。'
  expect(outcomesOf('direction', [fell])).toEqual(['holds'])
  expect(outcomesOf('change', [fell])).toEqual(['holds'])
})

test('a growth behind the distance to a target is by no such distance', () => {
  const growths = (behind: string) => growthsIn([`港口费收入完成3120万元,${behind}。`])
  expect(growths('距年度计划还差80万元,下降20%')).toEqual([])
  expect(growths('超年度任务80万元,下降20%')).toEqual([])
  expect(growths('距年度计划还差80万元,同比减少780万元,下降20%')).toEqual(['holds'])
  expect(growths('距年度计划还差80万元,同比减少780万元,下降30%')).toEqual(['broken'])
  const ways = (behind: string) => outcomesOf('direction', [`港口费收入完成3120万元,${behind}。`])
  expect(ways('距年度计划还差80万元,增长20%')).toEqual([])
  expect(ways('减少80万元,增长20%')).toEqual(['broken'])
})

test('a growth from nothing is one of 100%, and another is told and blames nobody', () => {
  const verdicts = (change: string, growth: string) =>
    checkDataset(
      narrated([`公务接待费支出决算为0.70万元。其中:公务接待费支出决算增加${change}万元,增长${growth}%。`]),
    ).checks.flatMap(({ identity, verdict }) => (identity === 'N4' ? [verdict] : []))
  expect(verdicts('0.70', '100')).toEqual(['not-evaluable'])
  expect(verdicts('0.70', '70')).toEqual(['unexplained'])
  expect(verdicts('0.35', '100')).toEqual(['holds'])
})

test('a change of what was spent is none of what was planned under the same name', () => {
  const said = (growth: string) => [
    '“三公”经费预算168.53万元,支出163.58万元。',
    `“三公”经费决算比2015年减少80.74万元,下降${growth}%。`,
  ]
  expect(growthsIn(said('33.05'))).not.toContain('broken')
  expect(growthsIn(said('32.39'))).not.toContain('holds')
})

test('that a growth is told of nothing is told once, vouches for nothing and accuses nobody', () => {
  const said = [
    '公务接待费支出决算为0.40万元,比上年增加0.40万元,增长100%。',
    '会议费支出决算为0.70万元,比上年增加0.70万元,增长100%。',
  ]
  const { checks, findings } = checkDataset(narrated(said))
  expect(checks.filter(({ outcome }) => outcome === 'holds')).toEqual([])
  expect(findings.map(({ code, severity, verdict }) => [code, severity, verdict])).toEqual([
    ['growth-from-nothing', 'info', 'not-evaluable'],
  ])
  expect(outcomesOf('direction', ['公务接待费支出决算为0.40万元,比上年增加0.20万元,增长100%。'])).toEqual(['holds'])
})

test('a growth that stays wrong when the figure it follows from is mended is told by itself', () => {
  const ledger = tableOf(
    [
      ['收入', '预算数', '支出', '预算数'],
      ['一、一般公共预算拨款收入', '4,533.57', '一、教育支出', '4,533.57'],
      ['收入总计', '4,533.57', '支出总计', '4,533.57'],
    ],
    1,
    { title: '部门收支预算总表' },
  )
  const toldOf = (growth: string): string[] => {
    const said = `2026年收支总预算4544.57万元,比2025年收支预算总数增加651.22万元,增长${growth}%。`
    return checkDataset(narrated([said], [ledger])).findings.flatMap(({ verdict, actual }) =>
      verdict === 'published-inconsistency' ? [actual ?? ''] : [],
    )
  }
  expect(toldOf('16.77')).toEqual(['4544.57'])
  expect(toldOf('36.77')).toEqual(['4544.57', '36.77%'])
})

test('where the sentence prints what it was before, the growth is of that', () => {
  const said = (growth: string) => [`2020年拨款收入总预算1050000元,比2019年(700000元)增加350000元,增加${growth}%。`]
  expect(growthsIn(said('50.00'))).toEqual(['holds'])
  expect(growthsIn(said('33.33'))).toEqual(['broken'])
})

test('behind a list of parts a growth is of the last part or of all of them, and wrong where it is of neither', () => {
  const said = (growth: string) => [`2020年收入1050000元,其中拨款800000元,比上年增加350000元,增加${growth}%。`]
  expect(growthsIn(said('50.00'))).toEqual(['holds'])
  expect(growthsIn(said('77.78'))).toEqual(['holds'])
  expect(growthsIn(said('33.33'))).toEqual(['broken'])
})

test('behind an amount that is told roughly a growth is of no other', () => {
  const said = (amount: string) => [
    `2016年销量跨越2000亿元大关,增长2.47%;筹集公益金${amount},同比增加28.00亿元,增长4.97%。`,
    '2016年销量跨越2000亿元大关。',
  ]
  expect(growthsIn(said('591.40亿元'))).toEqual(['holds'])
  expect(growthsIn(said('591亿多元'))).toEqual([])
  expect(growthsIn(said('591余亿元'))).toEqual([])
})

test('an increase of more than the amount is a doubt: there was less than nothing before', () => {
  expect(verdictsSaid('2026年机关运行经费161.46万元,比上年增加242.62万元,增长33.75%。')).toEqual(['unexplained'])
})

test('what more or less came in and was spent is a change, behind its growth as well', () => {
  const said = (how: string) => [`全市一般公共预算收入累计完成61646万元,${how}。`]
  expect(growthsIn(said('同比增收5939万元,增长10.7%'))).toEqual(['holds'])
  expect(growthsIn(said('同比增长10.7%,增收5939万元'))).toEqual(['holds'])
  expect(growthsIn(said('同比增长15.7%,增收5939万元'))).toEqual(['broken'])
  // Each growth stands behind its own change.
  expect(growthsIn(said('同比增收5939万元,增长10.7%,较预算增支2000万元,增长3.4%'))).toEqual(['holds', 'holds'])
})

test('a growth in 倍 is held to the places it is printed to; where it fails nobody is blamed for it alone', () => {
  const said = (growth: string) => `2018年收入总预算2,049.78万元,比上年增加1,342.85万元,增长${growth}。`
  expect(growthsIn([said('1.9倍')])).toEqual(['holds'])
  expect(growthsIn([said('2倍')])).toEqual(['holds'])
  expect(verdictsSaid(said('1.8倍'))).toEqual(['rounding'])
  expect(verdictsSaid(said('2.9倍'))).toEqual(['unexplained'])
  for (const roughly of ['2倍多', '近2倍']) expect(growthsIn([said(roughly)])).toEqual([])
})

test('a growth in 倍 of two digits is a second way to a figure that its parts make another, one of a digit is none', () => {
  const said = (growth: string) =>
    verdictsSaid(
      `2018年项目支出预算2,409.78万元,比上年增加1,342.85万元,增长${growth},其中:甲村补助1,011.25万元,乙村补助1,038.53万元。`,
    )
  expect(said('1.9倍')).toEqual(['published-inconsistency', 'published-inconsistency'])
  expect(said('2倍')).toContain('unexplained')
})

test('a growth printed to more places than two is the rounded one of its figures, and not the cut one', () => {
  const said = (growth: string) => `事业收入93.1608万元,比上年决算数增加33.1608万元,增长${growth}%。`
  expect(verdictsSaid(said('55.268'))).toEqual([])
  expect(verdictsSaid(said('55.768'))).toEqual(['published-inconsistency'])
})

test('a growth since the same month of the year before', () => {
  const said = (growth: string) => `9月份,全国财政收入9953亿元,比去年同月增加591亿元,增长${growth}%。`
  expect(verdictsSaid(said('6.3'))).toEqual([])
  expect(verdictsSaid(said('9.3'))).toEqual(['published-inconsistency'])
})

test('of several amounts that are called as the change is, it is of the one that the growth follows from', () => {
  const said = (rate: string) => [
    '收入总计1318.68万元,其中:本年收入合计1266.28万元,年初结转和结余52.40万元;支出总计1318.68万元,其中:本年支出合计1230.11万元,年末结转和结余88.57万元。',
    `与上年决算相比,收、支总计各增加118.68万元,增长${rate}%。`,
  ]
  expect(outcomesOf('growth', said('9.89'))).toEqual(['holds'])
  expect(outcomesOf('growth', said('13.89'))).toEqual(['broken'])
})

test('what is counted too says nothing of what changed', () => {
  const said = (rate: string) => [
    '收、支总计(含结转和结余)1398.74万元。',
    `与2022年度决算相比,收支各减少61.28万元,下降${rate}%。`,
  ]
  expect(outcomesOf('growth', said('4.2'))).toEqual(['holds'])
  expect(outcomesOf('growth', said('8.2'))).toEqual(['broken'])
})

test('the whole of which a share is told with its amount is not what changed behind it', () => {
  const said = (rate: string) => [`委托业务费69.24万元,占项目支出385.83万元的17.95%,与上年相比减少0.85万元,减少${rate}%。`]
  expect(growthsIn(said('1.21'))).toEqual(['holds'])
  expect(growthsIn(said('0.22'))).toEqual(['broken'])
})

test('neither what several years come to nor their mean is what one of them changed by', () => {
  const years = '2018年至2020年,支出规模依次为1666.70万元、1980.12万元、2532.18万元,三年累计6179.00万元,年均2059.67万元'
  expect(growthsIn([`${years};2020年比2018年增加865.48万元,增长52%。`])).toEqual(['holds'])
})

test('a growth since another time than the change before it is that of the change behind it', () => {
  const said = (rate: string) =>
    growthsIn([`机关运行经费152.78万元,比年初预算146.36万元增加6.42万元,比去年下降${rate}%,减少0.47万元。`])
  expect(said('0.31')).toEqual(['holds'])
  expect(said('4.20')).toEqual(['broken'])
  expect(outcomesOf('direction', ['经费152.78万元,比预算增加6.42万元,比去年下降0.31%,减少0.47万元。'])).toEqual([])
})
