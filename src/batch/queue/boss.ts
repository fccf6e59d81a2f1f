import { hash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { PgBoss } from 'pg-boss'
import { BudgetError, optional } from '../../errors.ts'
import { version } from '../../version.ts'
import type { DocumentOptions } from '../outcome.ts'
import { transaction } from './persist.ts'
import { SCHEMA, TABLES_FORM, TABLES_SQL } from './tables.ts'

/** The queue of documents, and where they go when every attempt has failed. */
export const QUEUE = 'documents'
export const DEAD = 'dead-documents'

/** A document to do by anyone: a path that every worker sees, or a URL. */
export interface QueuedDocument {
  readonly file: string
  readonly options: DocumentOptions
}

/** How a queue behaves. */
export interface QueueOptions {
  /** Seconds without a sign of life after which another worker takes a document over. */
  readonly heartbeat?: number
  /** Seconds before the first new attempt; it doubles each time. */
  readonly retryDelay?: number
}

/** Attempts after the first one: a machine that dies with two of them leaves one more. */
const RETRIES = 3

/** Between two looks for lost documents. */
const SUPERVISE_SECONDS = 10

/** No document is worked on longer, whatever its own limit. */
const LONGEST_SECONDS = 4 * 3600

/** How long finished and waiting jobs are kept: an archive of months may wait. */
const KEEP_DONE_SECONDS = 14 * 86_400
const KEEP_WAITING_SECONDS = 180 * 86_400

/** A queue that is open: the engine, and connections for the results. */
export interface OpenQueue {
  readonly boss: PgBoss
  readonly pool: Pool
}

const unreachable = (error: unknown): BudgetError =>
  new BudgetError('queue', `the queue cannot be reached (${error instanceof Error ? error.message || String(error) : error})`, {
    cause: error,
  })

/** Start the engine, and make what is not there yet: the tables, the queue, and the one for what failed. */
async function made({ boss, pool }: OpenQueue, { heartbeat, retryDelay }: QueueOptions): Promise<void> {
  await boss.start()
  await makeTables(pool)
  await boss.createQueue(DEAD, { retentionSeconds: KEEP_WAITING_SECONDS })
  const rules = {
    retryLimit: RETRIES,
    retryDelay: retryDelay ?? 10,
    retryBackoff: true,
    expireInSeconds: LONGEST_SECONDS,
    heartbeatSeconds: heartbeat ?? 60,
    retentionSeconds: KEEP_WAITING_SECONDS,
    deleteAfterSeconds: KEEP_DONE_SECONDS,
    deadLetter: DEAD,
  }
  await boss.createQueue(QUEUE, rules)
  // A queue keeps its rules; only who names them changes them.
  if (heartbeat !== undefined || retryDelay !== undefined) await boss.updateQueue(QUEUE, rules)
}

/** Open the queue at a PostgreSQL URL, made with its tables if it is new, and close it when `work` is done. */
export async function withQueue<T>(
  url: string,
  options: QueueOptions & { readonly connections?: number },
  work: (queue: OpenQueue) => Promise<T>,
): Promise<T> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new BudgetError('usage', '--queue wants an address that begins with postgres://')
  const { connections = 4 } = options
  const { PgBoss: Boss } = await optional('a queue', 'pg-boss', () => import('pg-boss'))
  const { default: pg } = await optional('a queue', 'pg', () => import('pg'))
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const boss = new Boss({
    connectionString: url,
    schema: `${SCHEMA}_queue`,
    max: connections,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  // Connections that break are made again; what was under way on them fails by itself.
  pool.on('error', () => {})
  boss.on('error', () => {})
  try {
    await made({ boss, pool }, options)
  } catch (error) {
    // What is open would keep the process alive.
    await boss.stop({ graceful: false }).catch(() => {})
    await pool.end()
    throw error instanceof BudgetError ? error : unreachable(error)
  }
  try {
    return await work({ boss, pool })
  } finally {
    await boss.stop({ graceful: true, timeout: 30_000 }).catch(() => {})
    await pool.end()
  }
}

/** Tables of another form than ours are never written to: whoever made them has the program that reads them. */
async function refuseOtherForm(client: PoolClient): Promise<void> {
  const { rows: found } = await client.query<{ results: string | null; form: string | null }>(
    `SELECT to_regclass('${SCHEMA}.outcomes')::text AS results, to_regclass('${SCHEMA}.form')::text AS form`,
  )
  if (found[0]?.results == null) return
  const { rows } = found[0].form === null ? { rows: [] } : await client.query(`SELECT form, made_by FROM ${SCHEMA}.form`)
  if (rows[0]?.form === TABLES_FORM) return
  throw new BudgetError(
    'queue',
    `the tables of this queue were made by ${rows[0] ? `yusuan ${rows[0].made_by}` : 'an older yusuan'} in another form than yusuan ${version} has; use that one, or another database, or drop the schemas ${SCHEMA} and ${SCHEMA}_queue and enqueue again`,
  )
}

const makeTables = (pool: Pool): Promise<void> =>
  transaction(pool, async client => {
    await refuseOtherForm(client)
    for (const statement of TABLES_SQL) await client.query(statement)
    await client.query(`INSERT INTO ${SCHEMA}.form (form, made_by) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      TABLES_FORM,
      version,
    ])
  })

/** The id of a job: the same document with the same version and options is queued once. `state` tells versions of a file apart. */
export function jobId({ file, options }: QueuedDocument, state: string): string {
  const hex = hash('sha256', JSON.stringify([file, state, version, Object.entries(options).sort()]))
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
