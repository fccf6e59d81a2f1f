import { expect, test } from 'vitest'
import { sangongLines } from '../../src/review/front/sangong-data.ts'
import type { Entry, SangongRow } from '../../src/review/wire.ts'

const rowOf = (department: string, year: number, more: SangongRow): SangongRow => ({
  ...{ document: `${department} ${year}`, department, region: null, scope: 'department', kind: 'budget', measure: 'budget' },
  ...{ fiscal_year: year, fund: 'all', page: 1, previous: null, change: null },
  ...more,
})

const entryWith = (row: SangongRow): Entry => ({ current: true, sangong: [row] }) as unknown as Entry

test('growth is against the document of the year before, else against what the document itself prints of it', () => {
  const lines = sangongLines(
    [
      rowOf('青溪县教育局', 2024, { total: '100.00' }),
      rowOf('青溪县教育局', 2025, { total: '110.00', change: '90.00' }),
      rowOf('民政局', 2025, { total: '150.00', previous: '120.00', change_computed: '30.00' }),
      rowOf('水务局', 2025, { total: '150.00', change: '-50.00' }),
      rowOf('司法局', 2025, { total: '150.00', change: '150.00' }),
      rowOf('审计局', 2025, { total: null, change: '1.00' }),
    ].map(entryWith),
  )
  expect(lines.map(({ growth }) => growth)).toEqual([null, 10, 25, -25, null, null])
})

test('two documents of one year that print different totals are no year to grow from', () => {
  const years = (...totals: readonly string[]) =>
    sangongLines([
      ...totals.map(total => entryWith(rowOf('青溪县教育局', 2024, { total }))),
      entryWith(rowOf('青溪县教育局', 2025, { total: '110.00' })),
    ]).at(-1)?.growth
  expect([years('100.00', '100.00'), years('100.00', '90.00')]).toEqual([10, null])
})
