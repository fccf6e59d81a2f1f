import { expect, test } from 'vitest'
import { findingFrom } from '../../../src/finding.ts'
import { withTableBefore } from '../../../src/table/doubts/structure-findings.ts'

test('a doubt whether a table begins is told of the table before as well, one about a later page of it is not', () => {
  const before = { id: '1', regions: [{ page: 1, box: [0, 0, 9, 9] as const }], cells: [] }
  const table = { id: '2', regions: [2, 3].map(page => ({ page, box: [0, 0, 9, 9] as const })), cells: [] }
  const doubt = (page: number) => findingFrom({ code: 'join-doubtful', table: '2', page, zh: '', en: '' })
  const tablesOf = (page: number, above: typeof before | undefined) =>
    withTableBefore([doubt(page)], table, above).map(({ tables }) => tables)
  expect(tablesOf(2, before)).toEqual([['1', '2']])
  expect(tablesOf(3, before)).toEqual([['2']])
  expect(tablesOf(2, undefined)).toEqual([['2']])
})
