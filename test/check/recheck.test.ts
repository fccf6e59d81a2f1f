import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractDocument, recheckDocument } from '../../src/pipeline.ts'

const bytes = readFileSync(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
const document = await extractDocument(bytes, { file: 'a.pdf' })

test('a document that was not corrected stays as it is', () => {
  expect(recheckDocument(document)).toEqual(document)
})

test('a corrected cell is checked again, and what was seen on the page is certain', () => {
  const tables = document.tables.map(table =>
    table.id === '1-2'
      ? {
          ...table,
          cells: table.cells.map(cell =>
            cell.row === 6 && cell.column === 6 ? { ...cell, text: '676.65', source: 'reviewed' as const } : cell,
          ),
        }
      : table,
  )
  const again = recheckDocument({ ...document, tables })
  const cell = again.tables.find(({ id }) => id === '1-2')?.cells.find(({ row, column }) => row === 6 && column === 6)
  expect(cell).toMatchObject({ source: 'reviewed', amount: { value: '676.65' } })
  const broken = again.checks.filter(check => check.outcome === 'broken' && check.tables.includes('1-2'))
  expect(broken.map(({ identity, verdict }) => [identity, verdict])).toEqual([
    ['B12a', 'published-inconsistency'],
    ['B12b', 'published-inconsistency'],
  ])
})
