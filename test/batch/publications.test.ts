import { expect, test } from 'vitest'
import { withScopes } from '../../src/batch/publications.ts'
import { linkedPublications, type Outcome, partsOfPublications } from '../../src/index.ts'
import { outcomeOf } from './archive-outcome.ts'

const BUDGET = ['bud.total', 'bud.income', 'bud.expense', 'bud.sangong']
const published = (name: string, day: number, holds: string[]): Outcome =>
  outcomeOf(name, { department: '青溪县教育局' }, { holds, modified: `2024-02-0${day}T00:00:00Z` })

const replaced = (...outcomes: readonly Outcome[]): Record<string, string | null> =>
  Object.fromEntries(linkedPublications(outcomes).map(({ name, replacedBy }) => [name, replacedBy]))

test('of publications that print the same tables the last one stands, a table more or less', () => {
  const [first, second, third] = [
    published('a', 1, BUDGET),
    published('b', 2, BUDGET.slice(1)),
    published('c', 3, [...BUDGET, '说明表']),
  ]
  expect(replaced(first, second, third)).toEqual({ a: 'c', b: 'c', c: null })
})

test('text and tables that are published apart, and tables in two files, are parts: none replaces another, whichever is later', () => {
  expect(replaced(published('text', 2, []), published('tables', 1, BUDGET))).toEqual({ text: null, tables: null })
  expect(replaced(published('text', 1, ['人员情况']), published('tables', 2, BUDGET))).toEqual({ text: null, tables: null })
  expect(replaced(published('a', 1, BUDGET.slice(0, 2)), published('b', 2, BUDGET.slice(2)))).toEqual({ a: null, b: null })
})

test('a leaflet of one table does not replace the budget that holds it too; the budget that comes later prints it again', () => {
  expect(replaced(published('budget', 1, BUDGET), published('leaflet', 2, ['bud.sangong']))).toEqual({
    budget: null,
    leaflet: null,
  })
  expect(replaced(published('budget', 2, BUDGET), published('leaflet', 1, ['bud.sangong']))).toEqual({
    budget: null,
    leaflet: 'budget',
  })
})

test('a part that does not say whose money it counts is of the only scope that its publication has, and tables lead text', () => {
  const of = (name: string, scope: string | null, holds: string[]): Outcome =>
    outcomeOf(name, { department: '青溪县教育局', scope }, { holds, status: holds.length === 0 ? 'no-tables' : 'ok' })
  const archive = withScopes([of('text', 'department', []), of('tables', null, BUDGET)])
  expect(archive.map(({ subject }) => subject?.scope)).toEqual(['department', 'department'])
  expect([...partsOfPublications(archive)]).toEqual([['tables', ['text']]])
  const two = withScopes([of('text', null, []), of('whole', 'department', BUDGET), of('own', 'unit', BUDGET)])
  expect(two.map(({ subject }) => subject?.scope)).toEqual([null, 'department', 'unit'])
  expect([...partsOfPublications(two)]).toEqual([])
  expect([...partsOfPublications([of('text', null, []), of('tables', null, BUDGET)])]).toEqual([['tables', ['text']]])
})

test('two documents of an office whose name many places have, and of no region, are no publications of one', () => {
  const of = (name: string, department: string) => outcomeOf(name, { department, region: null }, { holds: BUDGET })
  expect(replaced(of('a', '县财政局'), of('b', '县财政局'), of('c', '经开区'), of('d', '经开区'))).toEqual({
    ...{ a: null, b: null },
    ...{ c: null, d: null },
  })
  expect(replaced(of('a', '青溪县财政局'), of('b', '青溪县财政局'))).toEqual({ a: 'b', b: null })
})
