import { expect, test } from 'vitest'
import { checksOf, narrated } from '../../checked.ts'

/** How the totals that some sentences add up come out. */
const totalsIn = (...sentences: readonly string[]) =>
  checksOf('told-parts', narrated(sentences)).flatMap(({ left, outcome }) =>
    /总计|合计|总量|共计/.test(left.label) ? [outcome] : [],
  )

const INCOME = '全区收入完成140.1亿元,增长7.2%。加上转移性收入40.2亿元、上年结转收入3.0亿元,收入合计183.3亿元。'
const EXPENSE = (total: string) =>
  `全区支出120.0亿元,下降2%。加上解支出30.3亿元(其中:专项上解1.2亿元)、结转下年支出33.0亿元,支出总量为${total}亿元。`

test('what is added to the amount before makes up the total', () => {
  expect(totalsIn(INCOME, EXPENSE('183.3'))).toEqual(['holds', 'holds'])
  expect(totalsIn(INCOME, EXPENSE('193.3'))).toEqual(['holds', 'broken'])
})

test('of several amounts before, it is added to the one with which it holds, and proves nothing where there is none', () => {
  const said = (total: string) => `总收入140.0亿元,其中地方收入110.0亿元;加上级补助收入40.2亿元,收入总计${total}亿元。`
  expect(totalsIn(said('150.2'))).toEqual(['holds'])
  expect(totalsIn(INCOME, said('152.2'))).toEqual(['holds'])
})

test('a list makes up the total behind it', () => {
  const list = (total: string) => `平衡情况是:地方收入107万元、返还收入18万元、上年结余12万元,收入总量为${total}万元。`
  expect(totalsIn(INCOME, list('137'))).toEqual(['holds', 'holds'])
  expect(totalsIn(INCOME, list('147'))).toEqual(['holds', 'broken'])
})

test('what leaves something out, or is the only total of its document, proves nothing', () => {
  expect(totalsIn(INCOME, '全区收入106.0亿元,加上级补助收入20.0亿元、上年结转等,收入总计410.0亿元。')).toEqual(['holds'])
  expect(totalsIn(EXPENSE('193.3'))).toEqual(['not-evaluable'])
})

test('a total right behind a bracket is what the bracket holds, also where it is told in passing', () => {
  const said = (total: string) =>
    `主要是增加了3个项目(招商项目15.20万元、会议项目30.40万元、档案项目15.30万元)共计${total}万元。`
  expect(totalsIn(said('60.90'))).toEqual(['holds'])
  expect(totalsIn(said('60.90'), said('90.60'))).toEqual(['holds', 'broken'])
})
