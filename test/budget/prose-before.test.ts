import { expect, test } from 'vitest'
import { proseFacts } from '../../src/budget/prose-facts.ts'
import { paragraph } from './paragraph.ts'

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
  expect(named('从企改专户调剂20万元,减少为5万元').at(-1)).toBe('change 从企改专户调剂 5万元')
})

test('the amount from which another is reached is no part of a whole, the other one is', () => {
  const facts = proseFacts([paragraph('收入预算30万元,其中:税收由20万元调整为21万元。')])
  expect(facts.map(({ whole }) => whole)).toEqual([null, null, 0])
})

test('a rate is told in passing, and 下达 is a word', () => {
  expect(proseFacts([paragraph('按0.02万元/人/月的标准补助。')]).map(({ aside }) => aside)).toEqual([true])
  expect(named('指标下达13,237万元')).toEqual(['amount 指标下达 13,237万元'])
})
