import { expect, test } from 'vitest'
import { type Doubtful, repair, type Tried } from '../../src/check/repair.ts'

/** A figure that was read for sure; one behind a question mark was not. */
const cell = (row: number, text: string) => ({
  row,
  column: 0,
  page: 1,
  box: [0, row * 10, 50, row * 10 + 10] as const,
  text: text.replace('?', ''),
  lines: [text.replace('?', '')],
  confidence: text.startsWith('?') ? 0.6 : 0.98,
})
const table = (...texts: readonly string[]) => ({ id: '1', cells: texts.map((text, row) => cell(row, text)) })
type Table = ReturnType<typeof table>

/** The first figure is the sum of the others. */
const sum = (tables: readonly Table[]): Tried[] => {
  const [total = 0, ...parts] = (tables[0]?.cells ?? []).map(({ text }) => Number(text))
  const holds = Math.abs(total - parts.reduce((all, part) => all + part, 0)) < 0.005
  return [
    { outcome: holds ? 'holds' : 'broken', cells: (tables[0]?.cells ?? []).map(({ row }) => ({ table: '1', row, column: 0 })) },
  ]
}

const doubt = (row: number, ...texts: readonly string[]): Doubtful => ({
  page: 1,
  box: [10, row * 10 + 2, 40, row * 10 + 8],
  readings: texts.map((text, index) => ({ text, score: 0.6 / (index + 1) })),
})

test('the one reading that makes the identity hold is taken, with a finding', () => {
  const { tables, findings } = repair([table('49.9', '?9.9', '6.0')], [doubt(1, '9.9', '4.9', '43.9')], sum)
  expect(tables[0]?.cells[1]).toMatchObject({ text: '43.9', lines: ['43.9'] })
  expect(findings).toMatchObject([
    { code: 'repaired-by-identity', actual: '9.9', expected: '43.9', cells: [{ table: '1', row: 1, column: 0 }] },
  ])
})

test('where another figure of the sum was read no better, none is taken for the one that is wrong', () => {
  const { tables, findings } = repair([table('49.9', '?9.9', '?6.0')], [doubt(1, '9.9', '43.9')], sum)
  expect(tables[0]?.cells[1]).toMatchObject({ text: '9.9', confidence: 0.6 })
  expect(findings).toEqual([])
})

test('dirt that was hardly read as a figure may be nothing', () => {
  const { tables, findings } = repair([table('9', '3', '6', '?5')], [doubt(3, '5', '')], sum)
  expect(tables[0]?.cells[3]).toMatchObject({ text: '', lines: [] })
  expect(findings).toMatchObject([{ code: 'repaired-by-identity', actual: '5', expected: '' }])
})

/** The first figure is the sum of the others; where nothing is printed in the whole nothing can be said. */
const sumOfPrinted = (tables: readonly Table[]): Tried[] => {
  const tried = sum(tables)
  return tables[0]?.cells[0]?.text === '' ? tried.map(one => ({ ...one, outcome: 'open' })) : tried
}

test('an empty cell that no identity can be tried on is no reading that makes it hold', () => {
  const also = (tables: readonly Table[]): Tried[] => [
    ...sumOfPrinted(tables),
    { outcome: 'holds', cells: [{ table: '1', row: 0, column: 0 }] },
  ]
  const { tables, findings } = repair([table('?8', '3', '6')], [doubt(0, '8', '')], also)
  expect(tables[0]?.cells[0]?.text).toBe('8')
  expect(findings).toEqual([])
})

test('what could be tried only then may be broken elsewhere, what held may not', () => {
  const beside =
    (outcome: Tried['outcome']) =>
    (tables: readonly Table[]): Tried[] => {
      const [own] = sum(tables)
      const other: Tried = {
        outcome: own?.outcome === 'holds' ? 'broken' : outcome,
        cells: [{ table: '2', row: 0, column: 0 }],
      }
      return own === undefined ? [] : [own, other]
    }
  const repaired = (outcome: Tried['outcome']) =>
    repair([table('49.9', '?-43.9', '6.0')], [doubt(1, '-43.9', '43.9')], beside(outcome)).tables[0]?.cells[1]?.text
  expect(repaired('open')).toBe('43.9')
  expect(repaired('holds')).toBe('-43.9')
})

test('a reading that the recogniser did not see is never made up', () => {
  const { tables, findings } = repair([table('49.9', '?9.9', '6.0')], [doubt(1, '9.9', '4.9')], sum)
  expect(tables[0]?.cells[1]?.text).toBe('9.9')
  expect(findings).toEqual([])
})

test('two readings that fit decide nothing', () => {
  const { findings } = repair([table('10', '?3', '6')], [doubt(1, '3', '4', '4.00')], sum)
  expect(findings).toEqual([])
})

test('a figure whose identities hold stays as read', () => {
  const tables = [table('9', '?3', '6')]
  expect(repair(tables, [doubt(1, '3', '8')], sum)).toEqual({ tables, findings: [] })
})

test('a figure beside other text in its cell is not touched', () => {
  expect(repair([table('10', '?约3', '6')], [doubt(1, '3', '4')], sum).findings).toEqual([])
})
