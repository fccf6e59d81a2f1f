import { beforeAll, expect, test } from 'vitest'
import type { TableJson } from '../../src/write/document/document.ts'
import { PLAIN } from './knobs.ts'
import { layoutFrom } from './layout.ts'
import { DIFFER_TODAY, PRINTED, WAYS } from './printings.ts'
import { readLayout } from './read.ts'

/** What a reader takes from the tables, whatever they were printed on, line by line. */
async function linesOf(way: string): Promise<string[]> {
  const { document } = await readLayout(layoutFrom({ ...PRINTED, knobs: { ...PLAIN, ...WAYS[way] } }))
  return document.tables.flatMap(tableLines)
}

const tableLines = ({ number, title, unit, department, headerRows, columns, cells }: TableJson, table: number): string[] =>
  [
    `${number} ${title} ${unit} ${department}, ${headerRows} header rows`,
    ...columns.map(({ index, path }) => `column ${index} ${path.join(' > ')}`),
    ...cells.map(({ row, column, rowSpan, columnSpan, text }) => `${row},${column} ${rowSpan}×${columnSpan} ${text}`),
  ].map(line => `table ${table}: ${line}`)

const [first = '', ...others] = Object.keys(WAYS)
let plain: string[] = []
beforeAll(async () => {
  plain = await linesOf(first)
})

test(`${first} shows both tables whole`, () => {
  expect(plain.filter(line => line.endsWith('header rows'))).toHaveLength(2)
  expect(plain.filter(line => line.includes('column '))).toHaveLength(12)
})

test.each(others.filter(way => !DIFFER_TODAY.includes(way)))('the same tables: %s', async way => {
  const lines = await linesOf(way)
  const lost = plain.filter(line => !lines.includes(line))
  const gained = lines.filter(line => !plain.includes(line))
  expect({ lost: lost.slice(0, 5), gained: gained.slice(0, 5) }).toEqual({ lost: [], gained: [] })
})
