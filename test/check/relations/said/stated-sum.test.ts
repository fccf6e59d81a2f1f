import { expect, test } from 'vitest'
import { outcomesOf, verdictsSaid } from '../../checked.ts'

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

test('basic and project expenditure are no parts of an income', () => {
  const spent = '其中:基本支出6,437.46万元,项目支出933万元'
  expect(verdictsSaid(`支出预算7,380.46万元,${spent}。`)).toEqual(['published-inconsistency'])
  // The clause of the expenditure was not read.
  expect(verdictsSaid(`收入预算7,370.46万元,其中:一般公共预算收入7,367.46万元,其他收入3万元;${spent}。`)).toEqual([])
})

test('a procurement that one of its three parts is not named of is a doubt, a digit apart a misprint', () => {
  const said = (whole: string, services = '') =>
    `政府采购预算${whole}万元,其中:货物采购预算5,022.21万元,工程采购预算3,106.57万元${services}。`
  expect(verdictsSaid(said('9,082.60'))).toEqual(['unexplained'])
  expect(verdictsSaid(said('9,082.60', ',服务采购预算854.39万元'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('8,138.78'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('7,082.60'))).toEqual(['published-inconsistency'])
})

test('the revenue of a government is taxes and the rest; a total with what others pay it may be more', () => {
  const said = (what: string, taxes: string) =>
    `全市${what}1144.4亿元,增长6.3%。其中:地方税收收入${taxes}亿元;非税收入279亿元。`
  expect(sumsIn(said('一般公共预算收入', '865.4'))).toEqual(['holds'])
  expect(verdictsSaid(said('一般公共预算收入', '805.4'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('一般公共预算总收入', '805.4'))).not.toContain('published-inconsistency')
})

test('the nation is the centre and the provinces', () => {
  const said = (local: string) => `全国政府性基金支出20645亿元。其中:中央本级支出1052亿元;地方支出${local}亿元。`
  expect(sumsIn(said('19593'))).toEqual(['holds'])
  expect(verdictsSaid(said('29593'))).toEqual(['published-inconsistency'])
})

test('a procurement is told in what was bought however that is called', () => {
  const said = (works: string) =>
    `实际采购规模205460.49万元,其中:货物类实际采购规模91229.58万元;工程类实际采购规模${works}万元;服务类实际采购规模77695.85万元。`
  expect(sumsIn(said('36535.06'))).toEqual(['holds'])
  expect(sumsIn(said('39535.06'))).toEqual(['broken'])
})

test('what follows may make up what an amount is a part of, and not the amount', () => {
  const said = (fiscal: string) => [
    `支出预算128450.00万元,其中:财政专户拨款2000.00万元、财政拨款${fiscal}万元。`,
    '按用途划分:基本支出90120.00万元,项目支出38330.00万元。',
  ]
  expect(verdictsSaid(...said('126450.00'))).toEqual([])
})
