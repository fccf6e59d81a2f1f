import { expect, test } from 'vitest'
import { tableOf } from '../budget/table.ts'
import { checksOf, narrated } from './checked.ts'

const totals = (title: string) =>
  tableOf(
    [
      ['项目', '金额'],
      ['收入总计', '120.00'],
    ],
    1,
    { title },
  )
/** How a sentence of accounts of 2024 comes out that compares with 2024, beside tables of these titles. */
const outcomes = (...titles: readonly string[]): string[] => {
  const dataset = narrated(['2025年收支总预算120.00万元。', '与2024年决算相比，收支总额增加10.00万元。'], titles.map(totals))
  return checksOf('year', { ...dataset, metadata: { ...dataset.metadata, fiscalYear: 2024, kind: 'final-accounts' } }).map(
    ({ outcome }) => outcome,
  )
}

test('a year compared with itself is wrong, but not where the document has tables of the next year as well', () => {
  expect(outcomes('2024年度收支决算总表')).toEqual(['broken'])
  expect(outcomes('2024年度收支决算总表', '2025年收支预算总表')).toEqual([])
})
