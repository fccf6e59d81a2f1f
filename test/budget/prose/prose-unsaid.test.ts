import { expect, test } from 'vitest'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { paragraph } from '../paragraph.ts'

const factsIn = (sentence: string) => proseFacts([paragraph(sentence)]).filter(({ kind }) => kind !== 'year')

test('an amount right behind the one compared with is what changed, where the three figures say so, and nothing where they do not', () => {
  const told = (change: string) =>
    factsIn(`2023年三公经费支出820.33万元,较2022年决算数688.84万元${change}万元,增长19.09%。`).map(
      ({ kind, subject, direction, aside, of }) => [kind, subject, direction, aside, of],
    )
  const growth = ['growth', '三公经费支出', 'more', false, 1]
  expect(told('131.49').slice(2)).toEqual([['change', '三公经费支出', 'more', false, 1], growth])
  expect(told('131.94').slice(2)).toEqual([['amount', '', null, true, null], growth])
})

test('a number that became more is of what the number of its unit before it counts, and no part of it', () => {
  const told = factsIn('公务用车共18辆,其中轿车5辆,较上年增加2辆;接待20批次,同比减少3批次。')
  expect(told.map(({ text, subject, direction, of, whole }) => [text, subject, direction, of, whole])).toEqual([
    ['18辆', '公务用车', null, null, null],
    ['5辆', '轿车', null, null, 0],
    ['2辆', '轿车', 'more', 1, null],
    ['20批次', '接待', null, null, null],
    ['3批次', '接待', 'less', 3, null],
  ])
  expect(factsIn('新增2辆公务用车。')[0]?.direction).toBeNull()
})

test('a change is of the later year, whichever is told first, also where both are told under one name', () => {
  const of = (sentence: string) => factsIn(sentence).at(-1)?.of
  const first = factsIn('2016年三公经费预算33万元,2015年三公经费预算57.55万元,与上年对比减少24.55万元。')
  expect(first.at(-1)?.of).toBe(0)
  // The year that is compared with is a fact of its own, before them.
  expect(of('2010年公务接待费支出2371万元,2011年预算2155万元,与2010年支出相比,压减216万元。')).toBe(2)
  expect(of('2016年三公经费预算33万元,2016年三公经费支出30万元,压减3万元。')).toBe(1)
})

test('what money is called may stand before the year, and another year has only the end of its name', () => {
  const names = (sentence: string) => factsIn(sentence).map(({ subject }) => subject)
  expect(names('2、公务车辆运行2016年预算25万元,2015年预算45.2万元。')).toEqual(['公务车辆运行', '公务车辆运行'])
  expect(names('某局2016年预算25万元。')).toEqual(['预算'])
  expect(names('2010年出国费财政拨款支出2688万元,2011年财政拨款预算2281万元。')).toEqual([
    '出国费财政拨款支出',
    '出国费财政拨款支出',
  ])
  expect(names('2010年出国费财政拨款支出2688万元,2010年财政拨款预算9281万元。')[1]).toBe('财政拨款预算')
})

test('people that came are counted, and 4个批次 are 批次', () => {
  const told = factsIn('接待批次累计4个批次,接待人次28598人,会议人数30人,惠及群众500人。')
  expect(told.map(({ text, unit, kind }) => [text, unit, kind])).toEqual([
    ['4个批次', '批次', 'count'],
    ['28598人', '人', 'count'],
    ['30人', '人', 'count'],
  ])
})

test('what an amount is less than is the other amount or the difference, as the amount itself tells, and a doubt where it does not', () => {
  const told = (words: string) => {
    const [, fact] = factsIn(`公务接待费5万元,${words}。`)
    return [fact?.kind, fact?.direction, fact?.aside]
  }
  expect(told('低于上年决算数1万元')).toEqual(['change', 'less', false])
  expect(told('低于上年决算数8万元')).toEqual(['amount', null, true])
  expect(told('高于年初预算8万元')).toEqual(['change', 'more', false])
  expect(told('高于年初预算1万元')).toEqual(['change', 'more', true])
  expect(told('增减额为1万元')).toEqual(['change', null, false])
})
