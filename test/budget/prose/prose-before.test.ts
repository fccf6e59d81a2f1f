import { expect, test } from 'vitest'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { paragraph } from '../paragraph.ts'

/** The figures of a text as what they are taken for, by name. */
const named = (text: string): string[] =>
  proseFacts([paragraph(text)]).map(({ kind, subject, text: printed }) => `${kind} ${subject} ${printed}`)

test('a name that a colon parts from its figure is its name', () => {
  expect(named('1.项目支出:35万元,其中:公务接待费:3万元。')).toEqual(['amount 项目支出 35万元', 'amount 公务接待费 3万元'])
})

test('names that 、 joins are one name of money, but behind a figure, a bracket or the number of an item', () => {
  expect(named('会议费、培训费10万元,一、差旅费5万元。')).toEqual(['amount 会议费、培训费 10万元', 'amount 差旅费 5万元'])
  expect(named('货物5万元、工程2万元')).toEqual(['amount 货物 5万元', 'amount 工程 2万元'])
  expect(named('一期工程(转拨)、二期工程31万元')).toEqual(['amount 二期工程 31万元'])
  expect(named('办公室、财务处等10个')).toEqual(['count 财务处等 10个'])
})

test('of what is moved from one amount to another both have its name, and neither is a change', () => {
  expect(named('公务接待费由10.00万元调减为8.00万元,减少2.00万元。')).toEqual([
    'amount 公务接待费 10.00万元',
    'amount 公务接待费 8.00万元',
    'change 公务接待费 2.00万元',
  ])
  expect(named('项目支出预算由2024年的20万元增加到2025年的25万元,增长25%。')).toEqual([
    'amount 项目支出预算 20万元',
    'amount 项目支出预算 25万元',
    'growth 项目支出预算 25%',
  ])
  expect(named('从企改专户调剂20万元,减少5万元').at(-1)).toBe('change 从企改专户调剂 5万元')
})

test('the amount from which another is reached is no part of a whole, the other one is', () => {
  const facts = proseFacts([paragraph('收入预算30万元,其中:税收由20万元调整为21万元。')])
  expect(facts.map(({ whole }) => whole)).toEqual([null, null, 0])
})

test('a rate is told in passing, and 下达 is a word', () => {
  expect(proseFacts([paragraph('按0.02万元/人/月的标准补助。')]).map(({ aside }) => aside)).toEqual([true])
  expect(named('指标下达13,237万元')).toEqual(['amount 指标下达 13,237万元'])
})

test('the amount of the year before, the budget beside what was spent and an adjusted budget have the name of the amount before them', () => {
  expect(named('收入预算67万元,上年为61万元,同比+9.8%。')).toEqual([
    'amount 收入预算 67万元',
    'amount 收入预算 61万元',
    'growth 收入预算 9.8%',
  ])
  expect(named('三公经费支出8万元,为预算10万元的80%。').slice(0, 2)).toEqual([
    'amount 三公经费支出 8万元',
    'amount 三公经费支出 10万元',
  ])
  expect(named('财政拨款支出年初预算数12万元,调整预算数15万元,决算数14万元。')).toEqual([
    'amount 财政拨款支出 12万元',
    'amount 财政拨款支出 15万元',
    'amount 财政拨款支出 14万元',
  ])
  expect(named('三公经费预算6万元,实际支出4万元。').at(-1)).toBe('amount 三公经费 4万元')
  // What has a name of its own keeps it.
  expect(named('收入预算67万元,上年结转61万元。').at(-1)).toBe('amount 上年结转 61万元')
})

test('more and less are told in many words', () => {
  const changes = (text: string): string[] =>
    proseFacts([paragraph(text)]).flatMap(({ kind, subject, direction, text: printed }) =>
      kind === 'change' ? [`${subject} ${direction} ${printed}`] : [],
    )
  expect(changes('项目支出由上年的42万元变为今年的46万元,净增加4万元。')).toEqual(['项目支出 more 4万元'])
  expect(changes('全年支出15万元,比上年的14万元多支出1万元。')).toEqual(['支出 more 1万元'])
  expect(changes('三公经费7万元,比上年8万元少花1万元。')).toEqual(['三公经费 less 1万元'])
  expect(changes('财政拨款支出15万元,比年初预算多3万元。')).toEqual(['财政拨款支出 more 3万元'])
  expect(changes('收入至少3万元,支出最多4万元。')).toEqual([])
})

test('of an amount that one behind its own name is compared with, the changes are of that name', () => {
  const text = '公务用车运行费5万元,公务接待费4万元;公务接待费比上年6万元减少2万元,下降33%。'
  const facts = proseFacts([paragraph(text)])
  const told = facts.map(({ kind, subject, of }) => `${kind} ${subject} ${of}`)
  expect(told.slice(2)).toEqual(['amount 公务接待费 null', 'change 公务接待费 1', 'growth 公务接待费 1'])
  expect(named('公务接待费比2023年度6万元减少2万元。').slice(1)).toEqual(['amount 公务接待费 6万元', 'change 公务接待费 2万元'])
})

test('things counted together have one name, and a mark before an item is none of it', () => {
  expect(named('国内公务接待8批次,92人')).toEqual(['count 国内公务接待 8批次', 'count 国内公务接待 92人'])
  expect(named('公务接待费2015年支出1.36万元(接待9批、52人次)')).toEqual([
    ...['amount 公务接待费 1.36万元', 'count 接待 9批', 'count 接待 52人次'],
  ])
  expect(named('拟安排出访2批次、2人,每人3.5万元').slice(0, 2)).toEqual(['count 拟安排出访 2批次', 'count 拟安排出访 2人'])
  expect(named('2018年新增3批共3人出国(境)考察')).toEqual(['count 新增出国(境)考察 3批', 'count 出国(境)考察 3人'])
  expect(named('接待20批次,惠及群众500人')).toEqual(['count 接待 20批次'])
  expect(named('购置设备1批5万元')).toEqual(['amount 购置设备1批 5万元'])
  expect(named('国内公务接待20批次、160人次')).toEqual(['count 国内公务接待 20批次', 'count 国内公务接待 160人次'])
  expect(named('用于7个一线口岸、11个检查站').at(-1)).toBe('count  11个')
  expect(named('●优待金5万元;一是医疗补助3万元')).toEqual(['amount 优待金 5万元', 'amount 医疗补助 3万元'])
})

test('what changed since an amount has its name, but not since one is left out', () => {
  expect(named('公务接待费比上年6万元减少1万元。').at(-1)).toBe('change 公务接待费 1万元')
  expect(named('剔除一次性项目40万元后,增加26万元。').at(-1)).toBe('change  26万元')
})

test('an amount whose own words are no name has that of the clause before it, of the amount before it, or the one behind it', () => {
  expect(named('公务接待方面,全年支出2万元。')).toEqual(['amount 公务接待 2万元'])
  expect(named('农林水支出最多,有5万元;其次是教育支出,有4万元。')).toEqual(['amount 农林水支出 5万元', 'amount 教育支出 4万元'])
  expect(named('设备购置年初安排20万元,年末实际用掉18万元。').at(-1)).toBe('amount 设备购置 18万元')
  expect(named('3万元用于会议,其余2万元为培训费。')).toEqual(['amount 会议 3万元', 'amount 培训费 2万元'])
  // A reason is no name, nor is what went up.
  expect(named('公务接待费增加,全年5万元。')).toEqual(['amount  5万元'])
})

test('a per cent right behind a change is how much that is', () => {
  expect(named('公务接待费5万元,减少1万元、16.7%。').at(-1)).toBe('growth 公务接待费 16.7%')
  expect(named('公务接待费5万元,减少1万元,即16.7%。').at(-1)).toBe('growth 公务接待费 16.7%')
})

test('what is told in other words is that of the share before it, and what is counted may stand behind its number', () => {
  expect(named('工资占55%,即979万元。').at(-1)).toBe('amount 工资 979万元')
  expect(named('会议费3万元,拟召开3次会议;养护公路620公里。').slice(1)).toEqual(['count 会议 3次', 'count 养护公路 620公里'])
})
