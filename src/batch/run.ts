import { appendFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import limitOf from 'p-limit'
import { version } from '../version.ts'
import { nothingOf, type Result } from './extract-one.ts'
import { prepareFolder, writeWhole } from './files.ts'
import type { Input } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import { inOwnProcess } from './process.ts'

/** How a run is done. */
export interface RunOptions {
  /** Folder of the outputs. */
  readonly out: string
  readonly pages?: readonly number[]
  readonly password?: string
  /** Wall-clock limit of one document in milliseconds. */
  readonly timeout?: number
  /** Documents at once. */
  readonly jobs?: number
  readonly signal?: AbortSignal
  readonly onPage?: (input: Input, done: number, total: number) => void
  readonly onOutcome?: (outcome: Outcome) => void
}

/** Five minutes: the slowest real document of 200 pages takes seconds; what is not done by then will not be. */
export const DEFAULT_TIMEOUT = 300_000

/** More workers than this gain little and may hold gigabytes. */
const MOST_JOBS = 4

/**
 * Do every input, each in a process of its own, and return one outcome each in the order of the inputs. A bad one never
 * stops the others. Writes `<out>/<name>/…` and one line a document to `<out>/manifest.jsonl` as they end. Throws only when the
 * output folder cannot be written.
 */
export async function runBatch(inputs: readonly Input[], options: RunOptions): Promise<Outcome[]> {
  prepareFolder(options.out)
  const manifest = join(options.out, 'manifest.jsonl')
  writeWhole(manifest, '')
  const limit = limitOf(Math.max(1, options.jobs ?? Math.min(availableParallelism(), MOST_JOBS)))
  return await limit.map(inputs, async input => {
    const outcome = await outcomeOf(input, options)
    appendFileSync(manifest, `${JSON.stringify(outcome)}\n`)
    options.onOutcome?.(outcome)
    return outcome
  })
}

async function outcomeOf(input: Input, options: RunOptions): Promise<Outcome> {
  const start = performance.now()
  const result = await resultOf(input, options)
  return { file: input.file, name: input.name, ...result, ms: Math.round(performance.now() - start), version }
}

async function resultOf(input: Input, options: RunOptions): Promise<Result> {
  const { out, pages, password, timeout = DEFAULT_TIMEOUT, signal, onPage } = options
  if (input.problem !== null) return nothingOf({ status: 'failed', message: input.problem })
  if (signal?.aborted) return nothingOf({ status: 'failed', message: 'interrupted' })
  const job = { input, out, ...(pages && { pages }), ...(password !== undefined && { password }) }
  return await inOwnProcess(job, { timeout, ...(signal && { signal }) }, (done, total) => onPage?.(input, done, total))
}
