import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { JobWithMetadata } from 'pg-boss'
import { BudgetError, messageOf } from '../../errors.ts'
import { documentOf } from '../archive.ts'
import { INTERRUPTED } from '../child.ts'
import { prepareFolder } from '../files.ts'
import { jobsOf, NEVER, type WorkerOptions } from '../limits.ts'
import { keyOf, OCR_CACHE } from '../manifest.ts'
import { isRead, type Outcome } from '../outcome.ts'
import { type Pool, withPool } from '../pool.ts'
import { extracted } from '../run.ts'
import { type Fetched, fetched, isUrl } from '../sources.ts'
import { type OpenQueue, QUEUE, type QueuedDocument } from './boss.ts'
import { type DownloadLimits, downloaded } from './download.ts'
import { persistently } from './persist.ts'
import { doneKey, store, storeKnown } from './store.ts'
import { SCHEMA } from './tables.ts'

/** How a worker of a queue works. */
export interface WorkOptions extends WorkerOptions {
  /** Folder of the outputs, the same on every machine. */
  readonly out: string
  readonly download: DownloadLimits
  /** Password of encrypted documents; it is not stored. */
  readonly password?: string
  /** End when nothing is left to do, instead of waiting for more. */
  readonly untilEmpty?: boolean
  readonly onOutcome?: (outcome: Outcome) => void
  /** An attempt that failed and will be made again, or was the last one. */
  readonly onFailure?: (file: string, message: string) => void
}

/** Milliseconds after which an idle worker asks for more, and looks whether everything is done; drawn by half so that many do not ask at once. */
const POLL = 1000

/** How often a worker says that it lives in the time after which it is taken for dead. */
const SIGNS_OF_LIFE = 3

/** Name of a document by its bytes: the same on every machine, 256 folders beside each other at most. */
const nameOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 18)}`

const bytesOf = (file: string, { out, download }: WorkOptions): Promise<Fetched> =>
  isUrl(file) ? downloaded(file, out, download) : fetched({ file, path: file, problem: null }, out)

/** Whether another attempt cannot end otherwise: the web has no such document, or it may not be asked for. */
const isFinal = (error: unknown): boolean =>
  error instanceof BudgetError && (error.code === 'no-such-file' || error.code === 'not-allowed')

/** End an attempt that failed; after one that was final there is no other. */
async function failed(
  { boss }: OpenQueue,
  job: JobWithMetadata<QueuedDocument>,
  message: string,
  final: boolean,
): Promise<void> {
  if (final)
    await boss
      .getDb()
      .executeSql(`UPDATE ${SCHEMA}_queue.job SET retry_limit = retry_count WHERE name = $1 AND id = $2`, [QUEUE, job.id])
  await boss.fail(QUEUE, job, { message })
}

/** Do one document of the queue and store what came of it; throws when another attempt is wanted. */
async function doJob(queue: OpenQueue, pool: Pool, job: JobWithMetadata<QueuedDocument>, options: WorkOptions): Promise<void> {
  const { file } = job.data
  const document = { ...job.data.options, ...(options.password !== undefined && { password: options.password }) }
  const bytes = await bytesOf(file, options)
  try {
    const { sha256 } = bytes
    const key = keyOf(sha256, document)
    const known = { file, sha256 }
    if ((await persistently(() => doneKey(queue.pool, sha256))) === key) {
      await persistently(() => storeKnown(queue.boss, queue.pool, job, known))
      return
    }
    const { out } = options
    const wanted = { out, file, name: nameOf(sha256), key, options: { ...document, ocrCache: join(out, OCR_CACHE) } }
    const outcome = await extracted(pool, bytes, wanted)
    if (outcome === null) throw new BudgetError('interrupted', INTERRUPTED)
    const failed = outcome.status === 'failed'
    const archived = isRead(outcome) ? documentOf(out, outcome) : null
    await persistently(() => store(queue.boss, queue.pool, failed ? null : job, { ...known, key, outcome, document: archived }))
    options.onOutcome?.(outcome)
    if (failed) throw new Error(outcome.message)
  } finally {
    bytes.release()
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> => wait(ms, undefined, { signal }).catch(() => {})

/** Resolves when the queue has nothing waiting and nothing under way, on any machine. */
async function empty({ boss }: OpenQueue, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await waiting(boss)) > 0) await pause(POLL, signal)
}

/** Documents that are not done: waiting, under way, or to be tried again. */
async function waiting(boss: OpenQueue['boss']): Promise<number> {
  const { rows } = await boss
    .getDb()
    .executeSql(`SELECT count(*)::int AS left FROM ${SCHEMA}_queue.job WHERE name = $1 AND state < 'completed'`, [QUEUE])
    .catch(() => ({ rows: [{ left: 1 }] }))
  return Number(rows[0]?.left ?? 1)
}

/** Say again and again that an attempt is under way, until the interval is cleared. */
const signsOfLife = ({ boss }: OpenQueue, job: JobWithMetadata<QueuedDocument>): NodeJS.Timeout =>
  setInterval(() => void boss.touch(QUEUE, job).catch(() => {}), ((job.heartbeatSeconds ?? 60) * 1000) / SIGNS_OF_LIFE)

/**
 * Take documents from the queue until the signal comes, or until it is empty. What is under way is finished first; what a
 * second signal stops goes back. Throws when the output folder cannot be written.
 */
export async function workQueue(queue: OpenQueue, options: WorkOptions): Promise<void> {
  const { out, signal = NEVER } = options
  prepareFolder(out)
  const ended = new AbortController()
  let fatal: unknown = null
  await withPool(options, async pool => {
    const end = (): void => ended.abort()
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
    const attend = async (job: JobWithMetadata<QueuedDocument>): Promise<void> => {
      const alive = signsOfLife(queue, job)
      try {
        await doJob(queue, pool, job, options)
      } catch (error) {
        if (error instanceof BudgetError && error.code === 'unwritable') {
          fatal ??= error
          end()
        }
        const message = messageOf(error)
        options.onFailure?.(job.data.file, message)
        await persistently(() => failed(queue, job, message, isFinal(error))).catch(() => {})
      } finally {
        clearInterval(alive)
      }
    }
    const loops = Array.from({ length: jobsOf(options) }, async () => {
      while (!ended.signal.aborted) {
        const [job] = await queue.boss.fetch<QueuedDocument>(QUEUE, { includeMetadata: true }).catch(() => [])
        if (job) await attend(job)
        else await pause(POLL * (0.5 + Math.random()), ended.signal)
      }
    })
    if (options.untilEmpty) await empty(queue, ended.signal)
    else if (!ended.signal.aborted) await once(ended.signal, 'abort')
    end()
    await Promise.all(loops)
  })
  if (fatal !== null) throw fatal
}
