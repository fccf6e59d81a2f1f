import { expect, test } from 'vitest'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { narrated } from './checked.ts'

/** What is said of the percentages of a paragraph that do not follow. */
const verdictsOf = (identity: string, ...said: readonly string[]): string[] =>
  checkDataset(narrated(said)).checks.flatMap(check =>
    check.identity === identity && check.outcome === 'broken' ? [check.verdict] : [],
  )

const WHOLE = '2023年政府采购规模为8,250.0亿元,较上年减少250.0亿元,下降2.9%。'

test('as many shares as amounts that are told together are each of its own, fewer may be of any of them', () => {
  const said = (share: string) =>
    `集中采购、部门采购、分散采购规模分别为2,310.4亿元、820.6亿元和5,119.0亿元,占政府采购规模的${share}%、9.9%和62.0%。`
  expect(verdictsOf('N3', WHOLE, said('28.0'))).toEqual([])
  expect(verdictsOf('N3', WHOLE, said('37.3'))).toEqual(['published-inconsistency'])
  expect(verdictsOf('N3', WHOLE, said('28.0').replace('%、9.9%和62.0%', '%'))).toEqual(['unexplained'])
})

test('a percentage that is printed for another amount as well was copied from there', () => {
  const all = '三公经费支出19.86万元,其中:公务用车运行费19.56万元,公务接待费0.30万元。'
  const said = (rate: string) =>
    `三公经费支出19.86万元,比上年减少3.59万元,下降15.31%;其中:公务用车运行费19.56万元,减少3.59万元,下降${rate}%。`
  expect(verdictsOf('N4', all, said('15.51'))).toEqual([])
  expect(verdictsOf('N4', all, said('15.31'))).toEqual(['published-inconsistency'])
})

test('an amount that is the figure but for a digit is the error and no other amount', () => {
  const said = (other: string, rate: string) =>
    `公务接待费20.50万元,比上年减少5.00万元,下降${rate}%。国内业务接待支出${other}万元。`
  expect(verdictsOf('N4', said('25.74', '16.27'))).toEqual(['unexplained'])
  expect(verdictsOf('N4', said('25.50', '16.39'))).toEqual(['published-inconsistency'])
})

test('a growth worked out from the amount of this year is wrong, wherever that is told again', () => {
  expect(verdictsOf('N4', '支出总计1151.41万元,与2020年度相比增加29.60万元,增长2.57%。')).toEqual(['published-inconsistency'])
  expect(verdictsOf('N4', '支出总计1151.41万元,与2020年度相比增加29.60万元,增长2.57%。', '本年收入合计1151.41万元。')).toEqual([
    'published-inconsistency',
  ])
  expect(verdictsOf('N4', '收入总计1151.41万元,支出总计1151.41万元,与2020年度相比,各增加29.60万元,增长2.57%。')).toEqual([
    'published-inconsistency',
  ])
})

test('a change from the amount that another one of its sentence was the year before is the change of that one', () => {
  const known = '支出合计1234.56万元,与上年1111.11万元相比增加123.45万元。'
  const said = (whole: string, change: string) =>
    `培训费${whole}万元,其中业务骨干培训班1期28人、经费0.63万元,新任干部培训班1期66人、经费3.79万元,合计2期94人;与上年4.41万元相比增加${change}万元。`
  expect(verdictsOf('N18', known, said('4.62', '0.21'))).toEqual([])
  expect(verdictsOf('N18', known, said('4.42', '0.01'))).toEqual([])
  expect(verdictsOf('N18', known, '会议费6.46万元。', '培训费3.79万元,与上年4.41万元相比增加0.21万元。')).toEqual([
    'published-inconsistency',
  ])
})

test('an amount of a budget is meant by no other that is none, whose own figure would be all of it', () => {
  const said = '本年收入合计2112.86万元。财政拨款支出年初预算1255.37万元,支出决算2112.86万元,完成年初预算的100%。'
  expect(verdictsOf('N19', said)).toEqual(['published-inconsistency'])
})
