import { hostname } from 'node:os'
import type { Pool, PoolClient } from 'pg'
import type { PgBoss } from 'pg-boss'
import { DATASET } from '../../write/relations/dataset.ts'
import { type ArchiveDocument, jsonlRows } from '../../write/relations/relation.ts'
import type { Outcome } from '../outcome.ts'
import { QUEUE } from './boss.ts'
import { transaction } from './persist.ts'
import { insertRows, SCHEMA, STORED } from './tables.ts'

/** Rows of one statement: some megabytes of JSON. */
const BATCH = 5000

/** What is stored about one document. */
export interface Stored {
  readonly file: string
  readonly sha256: string
  readonly key: string
  readonly outcome: Outcome
  /** Null where the document gave no data. */
  readonly document: ArchiveDocument | null
}

/** The attempt at a job that a worker holds. */
export interface Claim {
  readonly id: string
  readonly retryCount: number
}

async function replaceRows(client: PoolClient, { outcome, document }: Stored): Promise<void> {
  for (const { relation, rowsOf } of DATASET) {
    if (!STORED.includes(relation)) continue
    await client.query(`DELETE FROM ${SCHEMA}."${relation.name}" WHERE "document" = $1`, [outcome.name])
    const rows = document ? rowsOf(document) : []
    for (let from = 0; from < rows.length; from += BATCH) {
      const json = jsonlRows(relation, rows.slice(from, from + BATCH))
        .trimEnd()
        .replaceAll('\n', ',')
      await client.query(insertRows(relation), [`[${json}]`])
    }
  }
}

/** The key that a document was last done with, or null. */
export async function doneKey(pool: Pool, sha256: string): Promise<string | null> {
  const { rows } = await pool.query<{ key: string }>(
    `SELECT key FROM ${SCHEMA}.outcomes WHERE sha256 = $1 AND status <> 'failed'`,
    [sha256],
  )
  return rows[0]?.key ?? null
}

const linkSource = (client: PoolClient, file: string, sha256: string): Promise<unknown> =>
  client.query(
    `INSERT INTO ${SCHEMA}.sources (file, sha256) VALUES ($1, $2) ON CONFLICT (file) DO UPDATE SET sha256 = excluded.sha256, fetched_at = now()`,
    [file, sha256],
  )

/** End a job inside a transaction; throws when another worker has taken it over. */
async function complete(boss: PgBoss, client: PoolClient, claim: Claim, output: object): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
  const response = await boss.complete(QUEUE, claim, output, { db })
  if (!('affected' in response) || response.affected !== 1) throw new Error('another worker has taken this document over')
}

/** Store the result of a document and end its job, both or neither, the claim lost in between too. The same bytes again replace what was there. */
export const store = (boss: PgBoss, pool: Pool, claim: Claim | null, stored: Stored): Promise<void> =>
  transaction(pool, async client => {
    const { file, sha256, key, outcome } = stored
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [sha256])
    await client.query(
      `INSERT INTO ${SCHEMA}.outcomes (sha256, document, key, status, outcome, worker) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (sha256) DO UPDATE SET key = excluded.key, status = excluded.status, outcome = excluded.outcome,
         worker = excluded.worker, done_at = now()`,
      [sha256, outcome.name, key, outcome.status, JSON.stringify(outcome), `${hostname()}/${process.pid}`],
    )
    await replaceRows(client, stored)
    await linkSource(client, file, sha256)
    if (claim) await complete(boss, client, claim, { document: outcome.name, status: outcome.status })
  })

/** End the job of a document whose bytes were done before, under whatever name. */
export const storeKnown = (
  boss: PgBoss,
  pool: Pool,
  claim: Claim,
  { file, sha256 }: Pick<Stored, 'file' | 'sha256'>,
): Promise<void> =>
  transaction(pool, async client => {
    await linkSource(client, file, sha256)
    await complete(boss, client, claim, { duplicate: sha256 })
  })
