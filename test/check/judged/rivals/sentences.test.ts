import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { tableOf } from '../../../budget/table.ts'
import { narrated } from '../../checked.ts'

const INCOME = tableOf(
  [
    ['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '其他收入'],
    ['208', '社会保障和就业支出', '1,460.60', '1,284.73', '175.87'],
    ['', '合计', '1,460.60', '1,284.73', '175.87'],
  ],
  1,
  { title: '收入决算表' },
)

/** What is said of a relation that fails between sentences and a table. */
const verdictsOf = (identity: string, ...sentences: readonly string[]): string[] =>
  checkDataset(narrated(sentences, [INCOME])).checks.flatMap(check =>
    check.identity === identity && check.outcome === 'broken' ? [check.verdict] : [],
  )

test('a total told that is none of the table but for a digit may be of other money, as with what is carried over', () => {
  const said = (income: string): readonly string[] => [
    `2024年度收入总计${income}万元。`,
    '其中财政拨款收入1284.73万元,其他收入175.87万元。',
  ]
  expect(verdictsOf('N2', ...said('1531.21'))).toEqual(['unexplained'])
  expect(verdictsOf('N2', ...said('1640.60'))).toEqual(['published-inconsistency'])
  expect(verdictsOf('N2', ...said('1460.60'))).toEqual([])
})

test('figures that a table prints too are not misprinted: what seems their sum is told of something else', () => {
  const said = (part: string): string => `公用支出1460.60万元,其中:基本支出1284.73万元,项目支出${part}万元。`
  expect(verdictsOf('N10', said('1284.73'))).toEqual(['unexplained'])
  expect(verdictsOf('N10', said('375.87'))).toEqual(['published-inconsistency'])
})

test('a figure that the edge of its page cuts accuses nobody', () => {
  const dataset = narrated(['收入合计3440.76万元,其中:财政拨款收入3418.51万元,占99.35%;其他收入22.25万元,占65%。'])
  const share = {
    ...dataset,
    prose: dataset.prose.map(fact => (fact.text === '65%' ? { ...fact, doubtful: true as const } : fact)),
  }
  const verdicts = (read: typeof dataset): string[] =>
    checkDataset(read).checks.flatMap(({ outcome, verdict }) => (outcome === 'broken' ? [verdict] : []))
  expect(verdicts(dataset)).toContain('published-inconsistency')
  expect(verdicts(share)).not.toContain('published-inconsistency')
})
