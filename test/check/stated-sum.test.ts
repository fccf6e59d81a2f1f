import { expect, test } from 'vitest'
import { outcomesOf, verdictsSaid } from './checked.ts'

/** How the sums of a sentence come out. */
const sumsIn = (sentence: string) => outcomesOf('stated-sum', [sentence]).filter(outcome => outcome !== 'not-evaluable')

test('a list that goes on with what has no figure leaves something out', () => {
  const said = (rest: string) => `总支出100.00万元,其中基本支出80.11万元,项目支出15.23万元${rest}。`
  expect(verdictsSaid(said(''))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said(',其余为上缴上级支出'))).toEqual([])
  expect(verdictsSaid(said('等'))).toEqual([])
})

test('the debt of a government is general and special debt, its limit as well', () => {
  const said = (limit: string) =>
    `2020年政府债务限额${limit}万元(一般债务限额89604.74万元、专项债务限额207923.39万元),债务余额控制在限额300000万元以内。`
  expect(sumsIn(said('297528.13'))).toEqual(['holds'])
  expect(sumsIn(said('297523.13'))).toEqual(['broken'])
})

test('what was spent is no part of the budget before it', () => {
  const said = (what: string) =>
    `三公经费${what}为22.00万元,其中:因公出国(境)费决算为0万元;公务用车购置及运行维护费支出决算为8.47万元;公务接待费支出决算为0.30万元。`
  expect(sumsIn(said('年初预算'))).toEqual([])
  expect(sumsIn(said('支出决算'))).toEqual(['broken'])
})
