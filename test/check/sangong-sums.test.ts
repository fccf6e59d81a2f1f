import { expect, test } from 'vitest'
import { tableOf } from '../budget/table.ts'
import { checkedTables, checksOf, narrated, verdictsOn } from './checked.ts'

/** 三公 printed downwards; what is wrong of it, as identity and difference in 分. */
function brokenOf(figures: readonly string[], labels = ['合计', '1.因公出国(境)费', '2.公务接待费', '3.公务用车费']) {
  const names = [...labels, '其中:(1)公务用车运行维护费', '(2)公务用车购置费']
  const rows = names.map((name, at) => [name, figures[at] ?? ''])
  const table = tableOf([['项目', '预算数'], ...rows], 1, { title: '一般公共预算“三公”经费支出表' })
  return checkedTables(table)
    .checks.filter(({ outcome, identity }) => outcome === 'broken' && identity === 'B33d')
    .map(({ verdict, difference }) => [verdict, difference])
}

test('三公 printed downwards adds up by the meaning of its names', () => {
  expect(brokenOf(['9.38', '0', '0.95', '8.43', '8.43', '0'])).toEqual([])
  expect(brokenOf(['9.38', '', '0.95', '8.43', '8.43', ''])).toEqual([])
})

test('a total that its items contradict is the document’s', () => {
  expect(brokenOf(['5.38', '0', '0.95', '8.43', '8.43', '0'])).toEqual([['published-inconsistency', -40_000_00n]])
})

test('where an item is not named nothing is said', () => {
  expect(brokenOf(['5.38', '2.00', '0.95', '8.43', '8.43', '0'], ['合计', '其他', '2.公务接待费', '3.公务用车费'])).toEqual([])
})

/** The sums a sentence states of itself, with what they are off by in 分. */
const statedIn = (sentence: string) =>
  checksOf('stated-sum', narrated([sentence])).map(({ identity, difference }) => [identity, difference])

test.each([
  ['2026年一般公共预算基本支出916.43万元,其中:人员经费810.26万元,公用经费106.17万元。', [['N10b', 0n]]],
  ['2026年一般公共预算基本支出916.43万元,其中:人员经费810.76万元,公用经费106.17万元。', [['N10b', -500_000n]]],
  [
    '2024年“三公”经费预算5.09万元,其中:因公出国(境)费0.00万元,公务接待费0.80万元,公务用车购置及运行维护费4.28万元。',
    [['N9s', 10_000n]],
  ],
  ['2024年“三公”经费预算5.09万元,其中:公务接待费0.80万元,公务用车购置及运行维护费4.28万元。', []],
  [
    '2024年“三公”经费预算26.00万元,其中:因公出国(境)费1.20万元;公务用车购置费8.50万元;公车运行维护费12.30万元;公务接待费5.00万元。',
    [['N9p', -1_000_000n]],
  ],
  [
    '2024年“三公”经费预算33.00万元,其中:公务用车购置及运行费20.80万元,公务用车购置费8.50万元,公务用车运行费12.30万元,因公出国(境)费1.20万元,公务接待费5.00万元。',
    [['N9v', 0n]],
  ],
  ['2024年“三公”经费支出17.30万元,其中:公务接待费5.00万元,占28.90%;公务用车运行维护费12.30万元,占71.10%。', [['N9r', 0n]]],
  ['2024年“三公”经费支出16.40万元,其中:公务接待费5.00万元;公务用车运行维护费12.30万元。', [['N9r', -900_000n]]],
  [
    '2024年出国(境)经费、车辆购置及运行费、公务接待费(简称“三公”经费)支出合计17.80万元。其中:因公出国(境)经费支出0万元;公务用车购置费支出0万元;公务用车运行维护费支出12.30万元;公务接待费支出5.00万元。',
    [['N9p', 500_000n]],
  ],
  [
    '2022年度“三公”经费全年预算数为43.50万元,支出决算为43.44万元,较上年增加19.73万元。其中:因公出国(境)费3.47万元;公务用车购置及运行维护费39.64万元;公务接待费0.33万元。另有政府性基金安排公务接待费0.15万元,不在此列。',
    [['N9s', 0n]],
  ],
])('%s', (sentence, sums) => {
  expect(statedIn(sentence)).toEqual(sums)
})

test('numbered items behind a budget and what was spent of it are of what was spent', () => {
  const lines = (reception: string) => [
    '2024年度一般公共预算财政拨款“三公”经费支出预算为29.13万元,支出决算为49.13万元,完成预算的168.66%。其中:',
    '1.因公出国(境)费支出17.37万元。与2024年度预算相比,增加1.05万元(增长6.43%)。',
    `2.公务接待费支出${reception}万元。与2024年度预算相比,增加4.60万元。`,
    '3.公务用车购置及运行维护费支出26.49万元。与2024年度预算相比,增加14.35万元。',
  ]
  const claimed = (reception: string) =>
    checksOf('stated-sum', narrated(lines(reception))).flatMap(({ outcome, left }) =>
      outcome === 'broken' ? [left.terms[0]?.text] : [],
    )
  expect(claimed('5.27')).toEqual([])
  expect(claimed('5.72')).not.toContain('29.13万元')
})

test('the last group of a table that has a column less than another like it is accused of nothing', () => {
  const items = ['合计', '因公出国（境）费用', '公务用车运行维护费', '公务接待费']
  const verdicts = (columns: number) =>
    verdictsOn(
      tableOf(
        [
          [...['2024年预算数', '<', '<', '<'], '2025年预算数', ...['<', '<', '<'].slice(0, columns - 1)],
          [...items, ...items.slice(0, columns)],
          [...['23.94', '0.00', '22.35', '1.59'], ...['22.68', '0.00', '20.89', '1.69'].slice(0, columns)],
        ],
        2,
        { title: '2025年“三公”经费支出情况表', unit: '万元' },
      ),
    )
  expect(verdicts(4)).toEqual(['published-inconsistency'])
  expect(verdicts(3)).toEqual(['unexplained'])
})
