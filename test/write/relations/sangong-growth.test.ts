import { expect, test } from 'vitest'
import type { Row } from '../../../src/write/relations/relation.ts'
import { totalOfYear, withoutRepeats } from '../../../src/write/relations/sangong-growth.ts'

const told = (document: string, more: Row): { readonly row: Row } => ({
  row: {
    ...{ document, region: null, department: '青溪县民政局', scope: 'department', kind: 'budget', measure: 'budget' },
    ...{ fund: 'all', fiscal_year: 2024, source: 'table', total: 300n },
    ...more,
  },
})
const kept = (...all: readonly { readonly row: Row }[]) => withoutRepeats(all).map(({ row }) => row['document'])

test('of a publication in parts the table stands before the text that tells the same, whichever comes first', () => {
  expect(kept(told('text', { source: 'narrative', total: 299n }), told('tables', {}))).toEqual(['tables'])
})

test('the same total told by two texts stands once, two totals stand both', () => {
  const text = (document: string, total: bigint) => told(document, { source: 'narrative', total })
  expect(kept(text('a', 300n), text('b', 300n))).toEqual(['a'])
  expect(kept(text('a', 300n), text('b', 301n))).toEqual(['a', 'b'])
})

test('of the same total in a leaflet and in the budget, the one that tells more stands', () => {
  expect(kept(told('a leaflet', { previous: null }), told('budget', { previous: 310n }))).toEqual(['budget'])
})

test('what another document tells of a year in passing gives way to a document of that year, and else stands', () => {
  const [own, later] = [told('own', { document_year: 2024 }), told('later', { document_year: 2025, total: 310n })]
  expect(kept(later, own)).toEqual(['own'])
  expect(kept(later)).toEqual(['later'])
  expect(kept(later, told('text', { document_year: 2024, source: 'narrative' }))).toEqual(['text'])
  const totals = (...all: readonly { readonly row: Row }[]) =>
    totalOfYear(
      all.map(({ row }) => row),
      2024,
    )
  expect([totals(own, later), totals(later)]).toEqual([300n, 310n])
})

test('other years, funds and offices are no repeats, nor are documents that name no office', () => {
  expect(
    kept(told('a', {}), told('b', { fiscal_year: 2023 }), told('c', { fund: 'general' }), told('d', { scope: 'unit' })),
  ).toHaveLength(4)
  expect(kept(told('a', { department: null }), told('b', { department: null }))).toEqual(['a', 'b'])
  const anywhere = { department: '县财政局' }
  expect(kept(told('a', anywhere), told('b', anywhere))).toEqual(['a', 'b'])
  expect(kept(told('a', { ...anywhere, region: '青溪县' }), told('b', { ...anywhere, region: '青溪县' }))).toEqual(['a'])
})
