import { expect, test } from 'vitest'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import type { Table } from '../../../src/table/table.ts'
import { keepContract } from '../../../src/write/document/contract.ts'
import type { DocumentJson } from '../../../src/write/document/document.ts'
import { toDocument } from '../../../src/write/document/to-document.ts'
import { tableOf } from '../../budget/table.ts'

const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }

/** Two tables of which the first has its cells changed. */
function documentOf(change: (cells: Table['cells']) => Table['cells'], pages = 1): DocumentJson {
  const [first, second] = [
    tableOf(
      [
        ['项目', '预算数'],
        ['办公费', '12.50'],
        ['合计', '12.50'],
      ],
      1,
      { id: 'a' },
    ),
    tableOf(
      [
        ['项目', '预算数'],
        ['合计', '3.00'],
      ],
      1,
      { id: 'b' },
    ),
  ]
  const tables = [{ ...first, cells: change(first.cells) }, second]
  const dataset = readBudget(tables, [])
  const checked = checkDataset(dataset)
  return keepContract(toDocument({ source: { ...source, pages }, pages: [], dataset, checked, findings: [] }))
}

const faults = (document: DocumentJson) => document.findings.filter(({ code }) => code === 'internal-fault')

test('a sound document has no faults', () => {
  expect(faults(documentOf(cells => cells))).toEqual([])
})

test('a cell with an impossible span costs that cell, and its text is told', () => {
  const document = documentOf(cells => cells.map(cell => (cell.text === '办公费' ? { ...cell, columnSpan: 0 } : cell)))
  expect(document.tables.map(({ id, cells }) => [id, cells.map(({ text }) => text)])).toEqual([
    ['a', ['项目', '预算数', '12.50', '合计', '12.50']],
    ['b', ['项目', '预算数', '合计', '3.00']],
  ])
  expect(faults(document)).toMatchObject([
    { severity: 'error', verdict: 'extraction-suspect', table: 'a', cells: [{ table: 'a', row: 1, column: 0 }] },
  ])
  expect(faults(document)[0]?.message.en).toContain('columnSpan')
  expect(faults(document)[0]?.message.en).toContain('办公费')
})

test('a cell beyond its table or over another is told, and kept', () => {
  const beyond = documentOf(cells => cells.map((cell, index) => (index === 5 ? { ...cell, columnSpan: 2 } : cell)))
  expect(faults(beyond)).toMatchObject([{ verdict: 'structure', cells: [{ table: 'a', row: 2, column: 1 }] }])
  const over = documentOf(cells => cells.map((cell, index) => (index === 2 ? { ...cell, columnSpan: 2 } : cell)))
  expect(faults(over)).toMatchObject([{ verdict: 'structure', cells: [{ table: 'a', row: 1, column: 1 }] }])
  expect(over.tables[0]?.cells).toHaveLength(6)
})

test('lines refer to each other, so a bad one costs all lines of its table, and no other table', () => {
  const document = documentOf(cells => cells)
  const tables = document.tables.map((table, index) =>
    index === 0 ? { ...table, lines: table.lines.map((line, n) => (n === 1 ? { ...line, depth: -1 } : line)) } : table,
  )
  const kept = keepContract({ ...document, tables })
  expect(kept.tables.map(({ lines, cells }) => [lines.length, cells.length])).toEqual([
    [0, 6],
    [document.tables[1]?.lines.length, 4],
  ])
  expect(faults(kept)).toMatchObject([{ verdict: 'structure', table: 'a' }])
})

test('what is wrong with the document as a whole is an error', () => {
  expect(() => documentOf(cells => cells, -1)).toThrow('source')
})
