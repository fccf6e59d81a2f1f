import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportArchive } from '../../../src/batch/export/export.ts'
import { queryArchive } from '../../../src/batch/export/query.ts'
import { writeDocument } from '../../../src/batch/files.ts'
import { extractDocument } from '../../../src/pipeline.ts'
import { outcomeOf } from '../archive-outcome.ts'

const bytes = readFileSync(new URL('../../../samples/dachuan-2023-calc.pdf', import.meta.url))
const document = await extractDocument(bytes, { file: 'a.pdf' })

/** An output folder of two documents. */
function archived(): string {
  const out = mkdtempSync(join(tmpdir(), 'yusuan-query-'))
  const names = ['a', 'b']
  for (const name of names) writeDocument(join(out, name), document)
  writeFileSync(join(out, 'manifest.jsonl'), names.map(name => `${JSON.stringify(outcomeOf(name, {}))}\n`).join(''))
  return out
}

/** The rows of a question without its head, and how many documents were read for it. */
async function asked(out: string, sql: string) {
  let read = 0
  const text = await queryArchive(out, sql, { onDocument: () => (read += 1) })
  return { rows: text.trim().split('\r\n').slice(1), read }
}

test('spending by function tells codes that are printed from those that were inferred', async () => {
  const out = archived()
  const { rows } = await asked(out, 'SELECT DISTINCT code_source FROM expenditure_by_function')
  expect(rows).toEqual(['printed'])
})

test('a dataset that is newer than all that it was made of is asked itself, and no other', async () => {
  const out = archived()
  const count = 'SELECT count(*) FROM documents'
  expect(await asked(out, count)).toEqual({ rows: ['2'], read: 2 })
  await exportArchive(out, join(out, 'dataset'), { formats: ['duckdb'] })
  expect(await asked(out, count)).toEqual({ rows: ['2'], read: 0 })
  const later = new Date(Date.now() + 60_000)
  utimesSync(join(out, 'b', 'document.json'), later, later)
  expect(await asked(out, count)).toEqual({ rows: ['2'], read: 2 })
  await exportArchive(out, join(out, 'dataset'), { formats: ['duckdb'] })
  rmSync(join(out, 'b'), { recursive: true })
  expect(await asked(out, count)).toEqual({ rows: ['1'], read: 1 })
})
