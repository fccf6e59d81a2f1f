import { expect, test } from 'vitest'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { tableOf } from '../budget/table.ts'
import { narrated } from './checked.ts'

const totals = (title: string) =>
  tableOf(
    [
      ['项目', '金额'],
      ['收入总计', '120.00'],
    ],
    1,
    { title },
  )
/** What is said of a sentence of accounts of 2024 that compares with 2024, beside tables of these titles. */
const verdicts = (...titles: readonly string[]): (string | null)[] => {
  const dataset = narrated(['收支总额120.00万元，与2024年决算相比，收支总额增加10.00万元。'], titles.map(totals))
  const accounts = { ...dataset, metadata: { ...dataset.metadata, fiscalYear: 2024, kind: 'final-accounts' as const } }
  return checkDataset(accounts)
    .findings.filter(({ identities = [] }) => identities.includes('N6'))
    .map(({ verdict }) => verdict ?? null)
}

test('a year compared with itself is wrong, and a doubt where the document has tables of the next year as well', () => {
  expect(verdicts('2024年度收支决算总表')).toEqual(['published-inconsistency'])
  expect(verdicts('2024年度收支决算总表', '2025年收支预算总表')).toEqual(['unexplained'])
})

test('a document whose amounts are all of the next year compares that with its own', () => {
  const said = (year: string) => {
    const dataset = narrated([
      `${year}年“三公”经费预算520万元,与2022年预算持平。`,
      '因公出国(境)费预算170万元,与2022年相比增加170万元。',
    ])
    const taken = { ...dataset, metadata: { ...dataset.metadata, fiscalYear: 2022, kind: 'budget' as const } }
    return checkDataset(taken).findings.flatMap(({ identities = [] }) => identities)
  }
  expect(said('2023')).toEqual([])
  expect(said('2022')).toEqual(['N6', 'N6'])
})
