import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { queryArchive } from '../../../src/batch/export/query.ts'
import { runBatch, sourcesOf } from '../../../src/index.ts'
import { generatedBudget } from '../../make/archive.ts'

const base = mkdtempSync(join(tmpdir(), 'yusuan-query-test-'))
const out = join(base, 'out')
const asked = (sql: string): Promise<string> => queryArchive(out, sql, {})

beforeAll(async () => {
  mkdirSync(join(base, 'in'))
  writeFileSync(join(base, 'in', '1.pdf'), generatedBudget(1).bytes)
  writeFileSync(join(base, 'secret.csv'), 'a\n1\n')
  await runBatch(sourcesOf(['in'], base), { out })
})

test('a query reads the dataset', async () => {
  expect(await asked('SELECT count(*) AS n FROM documents')).toBe('\uFEFFn\r\n1\r\n')
})

test('no query writes a file, reads another one or unlocks the database', async () => {
  const before = readdirSync(base)
  for (const sql of [
    `COPY documents TO '${base}/evil.csv'`,
    `EXPORT DATABASE '${base}/evil'`,
    `ATTACH '${base}/evil.duckdb'`,
    `SELECT * FROM read_csv('${base}/secret.csv')`,
    `SELECT * FROM '${base}/secret.csv'`,
    'SET enable_external_access = true',
    'INSTALL httpfs',
  ])
    await expect(asked(sql), sql).rejects.toMatchObject({ code: 'usage' })
  expect(readdirSync(base)).toEqual(before)
})

test.each(['', ' ; ', '-- nothing'])('a query that asks nothing is refused: %j', async sql => {
  await expect(asked(sql)).rejects.toMatchObject({ code: 'usage', message: 'the query asks nothing' })
})
