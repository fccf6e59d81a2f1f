import { sum } from '../../geometry.ts'
import { DEAD, type OpenQueue, QUEUE } from './boss.ts'
import { SCHEMA } from './tables.ts'

/** How a queue stands. */
export interface QueueStatus {
  readonly waiting: number
  readonly active: number
  /** To be tried again after a failure. */
  readonly retrying: number
  /** Given up after every attempt. */
  readonly dead: number
  readonly done: Readonly<Record<string, number>>
  readonly lastMinute: number
  readonly lastHour: number
  /** Milliseconds until the rest is done at the rate of the last ten minutes; null when nothing was done in them. */
  readonly remaining: number | null
  readonly workers: readonly { readonly worker: string; readonly lastMinute: number }[]
  readonly failures: readonly { readonly file: string; readonly message: string }[]
}

const SHOWN = 20

const RATE_WINDOW = 600_000

async function rowsOf<T extends Record<string, unknown>>(
  { pool }: OpenQueue,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const { rows } = await pool.query<T>(sql, values)
  return rows
}

/** Documents that every attempt has failed with, the last ones first. */
async function failuresOf(queue: OpenQueue): Promise<QueueStatus['failures']> {
  const failures = await rowsOf<{ file: string; message: string | null }>(
    queue,
    `SELECT data->>'file' AS file, COALESCE(source_output->>'message', source_output->'value'->>'message') AS message
     FROM ${SCHEMA}_queue.job WHERE name = $1 AND state < 'completed' ORDER BY created_on DESC LIMIT ${SHOWN}`,
    [DEAD],
  )
  return failures.map(({ file, message }) => ({ file, message: message ?? '' }))
}

/** Ask a queue how it stands: what waits, what was done, how fast, by whom, and what failed. */
export async function queueStatus(queue: OpenQueue): Promise<QueueStatus> {
  const states = await rowsOf<{ name: string; state: string; jobs: number }>(
    queue,
    `SELECT name, state::text AS state, count(*)::int AS jobs FROM ${SCHEMA}_queue.job WHERE name = ANY($1) AND state < 'completed' GROUP BY 1, 2`,
    [[QUEUE, DEAD]],
  )
  const jobs = (name: string, ...wanted: string[]): number =>
    sum(states.filter(row => row.name === name && wanted.includes(row.state)).map(row => row.jobs))
  const done = await rowsOf<{ status: string; documents: number }>(
    queue,
    `SELECT status, count(*)::int AS documents FROM ${SCHEMA}.outcomes GROUP BY 1 ORDER BY 1`,
  )
  const [rates] = await rowsOf<{ minute: number; ten: number; hour: number }>(
    queue,
    `SELECT count(*) FILTER (WHERE done_at > now() - interval '1 minute')::int AS minute,
            count(*) FILTER (WHERE done_at > now() - interval '10 minutes')::int AS ten, count(*)::int AS hour
     FROM ${SCHEMA}.outcomes WHERE done_at > now() - interval '1 hour'`,
  )
  const workers = await rowsOf<{ worker: string; documents: number }>(
    queue,
    `SELECT worker, count(*)::int AS documents FROM ${SCHEMA}.outcomes WHERE done_at > now() - interval '1 minute' GROUP BY 1 ORDER BY 1`,
  )
  const [waiting, active, retrying] = [jobs(QUEUE, 'created'), jobs(QUEUE, 'active'), jobs(QUEUE, 'retry')]
  const { minute = 0, ten = 0, hour = 0 } = rates ?? {}
  return {
    waiting,
    active,
    retrying,
    dead: jobs(DEAD, 'created', 'retry', 'active'),
    done: Object.fromEntries(done.map(({ status, documents }) => [status, documents])),
    lastMinute: minute,
    lastHour: hour,
    remaining: ten > 0 ? Math.round(((waiting + active + retrying) / ten) * RATE_WINDOW) : null,
    workers: workers.map(({ worker, documents }) => ({ worker, lastMinute: documents })),
    failures: await failuresOf(queue),
  }
}

/** Rows that are fetched at once. */
const PAGE = 1000

/** The outcomes of a queue one after the other, as lines of a manifest. */
export async function* queueOutcomes(queue: OpenQueue): AsyncGenerator<unknown> {
  for (let after = ''; ; ) {
    const rows = await rowsOf<{ document: string; outcome: unknown }>(
      queue,
      `SELECT document, outcome FROM ${SCHEMA}.outcomes WHERE document > $1 ORDER BY document LIMIT ${PAGE}`,
      [after],
    )
    for (const { outcome } of rows) yield outcome
    const last = rows.at(-1)
    if (!last) return
    after = last.document
  }
}
