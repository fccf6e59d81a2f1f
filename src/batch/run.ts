import { join } from 'node:path'
import { BudgetError } from '../errors.ts'
import type { OnPage } from '../reading.ts'
import { version } from '../version.ts'
import { INTERRUPTED } from './child.ts'
import { prepareFolder, removeLeftOvers } from './files.ts'
import type { Source } from './inputs.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { jobsOf, limitsOf, NEVER, type WorkerOptions } from './limits.ts'
import { withLock } from './lock.ts'
import { keyOf, type Manifest, openManifest, readManifest, writeManifest } from './manifest.ts'
import { type DocumentOptions, nothingOf, type Outcome, type Result, succeeded, verdictOfError } from './outcome.ts'
import { PATCH, readCorrections } from './patch.ts'
import { type Pool, withPool } from './pool.ts'
import { linkedPublications } from './publications.ts'
import { type Slots, slotsOf } from './slots.ts'
import { type Fetched, fetched } from './sources.ts'

/** How an outcome came about: done now, standing from an earlier run, or taken from a document with the same bytes. */
export type How = 'done' | 'known' | 'duplicate'

/** How a run is done. */
export interface RunOptions extends WorkerOptions {
  readonly out: string
  readonly document?: DocumentOptions
  readonly force?: boolean
  /** Do again what gave no data. */
  readonly retryFailed?: boolean
  readonly onPage?: (source: Source, done: number, total: number) => void
  readonly onOutcome?: (outcome: Outcome, how: How) => void
}

/** What a run came to. */
export interface Totals {
  readonly documents: number
  /** Documents that stand from an earlier run. */
  readonly known: number
  /** Documents whose results, made with other options, were replaced. */
  readonly replaced: number
  readonly interrupted: boolean
}

interface Run {
  readonly options: RunOptions
  readonly pool: Pool
  readonly slots: Slots
  readonly ledger: Ledger
  readonly manifest: Manifest
  readonly counts: { documents: number; known: number; replaced: number }
  /** Documents under way by their bytes. */
  readonly inFlight: Map<string, Promise<Outcome | null>>
}

/**
 * Do every source, in worker processes that are used again, and record one outcome each: files under `<out>/<name>/`, a line in
 * `<out>/manifest.jsonl`. What an earlier run did with the same bytes, version and options stands. A bad document never
 * stops the others. Throws only when the output folder cannot be written, and then everything done so far stands too.
 */
export async function runBatch(sources: AsyncIterable<Source> | Iterable<Source>, options: RunOptions): Promise<Totals> {
  const { out, signal = NEVER, stop = NEVER, force = false, retryFailed = false } = options
  prepareFolder(out)
  return await withLock(out, async () => {
    removeLeftOvers(out)
    // A patch file that cannot be read is told before anything is done.
    readCorrections(join(out, PATCH))
    const known = await readManifest(out)
    writeManifest(out, known.values())
    const manifest = openManifest(out)
    const ledger = ledgerOf(out, known, { force, retryFailed, limits: limitsOf(options) })
    const counts = { documents: 0, known: 0, replaced: 0 }
    try {
      await withPool(options, pool =>
        runAll(sources, { options, pool, slots: slotsOf(jobsOf(options)), ledger, manifest, counts, inFlight: new Map() }),
      )
    } catch (error) {
      throw withAdvice(error, counts.documents)
    } finally {
      manifest.close()
    }
    writeManifest(out, linkedPublications(ledger.outcomes()))
    return { ...counts, interrupted: signal.aborted || stop.aborted }
  })
}

async function runAll(sources: AsyncIterable<Source> | Iterable<Source>, run: Run): Promise<void> {
  const { signal = NEVER, stop = NEVER } = run.options
  const isOver = (): boolean => run.slots.hasFailed() || signal.aborted || stop.aborted
  for await (const source of sources) {
    if (isOver()) break
    const next = await nextOf(source, run).catch(error => () => Promise.reject(error))
    if (next === null) continue
    await run.slots.room()
    // The signal may have come while waiting; a document that was not begun has no outcome.
    run.slots.begin(isOver() ? async () => {} : next)
  }
  await run.slots.settled()
}

/** What is to be done about a source, or null when that is done already; here names are given, in the order of the sources. */
async function nextOf(source: Source, run: Run): Promise<(() => Promise<unknown>) | null> {
  const { options, ledger, inFlight } = run
  const bytes = await fetched(source, options.out).catch(asProblem)
  if (bytes instanceof BudgetError) {
    const named = { file: source.file, name: ledger.nameOf(source.file), key: null }
    record(run, outcomeOf(named, nothingOf(verdictOfError(bytes)), { ms: 0, peakMemory: null }), 'done')
    return null
  }
  const key = keyOf(bytes.sha256, options.document ?? {})
  const place = ledger.placeOf(source.file, bytes.sha256, key)
  if (place.kind !== 'new') bytes.release()
  if (place.kind === 'known') {
    record(run, place.outcome, 'known')
    return null
  }
  if (place.kind === 'duplicate') {
    const waiting = inFlight.get(bytes.sha256)
    return async () => {
      const original = (await waiting) ?? ledger.find(place.of)
      const own = { file: source.file, name: place.name, ms: 0, peakMemory: null, duplicateOf: place.of }
      if (original) record(run, { ...original, ...own }, 'duplicate')
    }
  }
  const replaces = isOfOtherOptions(ledger.find(place.name), bytes.sha256, key)
  return async () => {
    const { out, document = {}, onPage } = options
    const wanted = { out, file: source.file, name: place.name, key, options: document }
    const work = extracted(run.pool, bytes, wanted, (page, total) => onPage?.(source, page, total))
      .finally(bytes.release)
      .then(outcome => {
        if (outcome && replaces) run.counts.replaced += 1
        return outcome && record(run, outcome, 'done')
      })
    inFlight.set(bytes.sha256, work)
    await work.finally(() => inFlight.delete(bytes.sha256))
  }
}

/** Whether results are there of the same bytes and version, made with other options. */
const isOfOtherOptions = (old: Outcome | undefined, sha256: string, key: string): boolean =>
  old !== undefined && succeeded(old) && old.sha256 === sha256 && old.version === version && old.key !== key

/** A document that is wanted in an output folder, under which name, and what is chosen about it. */
interface Wanted extends Pick<Outcome, 'file' | 'name' | 'key'> {
  readonly out: string
  readonly options: DocumentOptions
}

/** Do one document in a worker; null when it was interrupted. Throws where the output folder cannot be written. */
export async function extracted(pool: Pool, bytes: Fetched, wanted: Wanted, onPage?: OnPage): Promise<Outcome | null> {
  const { out, file, name, key, options } = wanted
  const start = performance.now()
  const folder = join(out, name)
  const done = await pool.run({ path: bytes.path, file, folder, options, corrections: join(out, PATCH) }, onPage)
  if (!done.alive) removeLeftOvers(folder)
  if (done.broken !== undefined) throw new BudgetError('unwritable', done.broken)
  if (done.result.message === INTERRUPTED) return null
  const result = { ...done.result, modified: done.result.modified ?? bytes.modified, sha256: bytes.sha256 }
  return outcomeOf({ file, name, key }, result, { ms: performance.now() - start, peakMemory: done.peakMemory })
}

function record({ options, manifest, ledger, counts }: Run, outcome: Outcome, how: How): Outcome {
  if (how !== 'known') manifest.add(outcome)
  ledger.add(outcome)
  counts.documents += 1
  if (how === 'known') counts.known += 1
  options.onOutcome?.(outcome, how)
  return outcome
}

/** An outcome from what the worker knows and what the run knows. */
const outcomeOf = (
  { file, name, key }: Pick<Outcome, 'file' | 'name' | 'key'>,
  { document: _, ...result }: Result,
  { ms, peakMemory }: Pick<Outcome, 'ms' | 'peakMemory'>,
): Outcome => ({ file, name, ...result, ms: Math.round(ms), peakMemory, version, key, duplicateOf: null, replacedBy: null })

function asProblem(error: unknown): BudgetError {
  if (error instanceof BudgetError && error.code !== 'unwritable') return error
  throw error
}

/** A folder that cannot be written any more: what was done is safe, and the same command goes on from there. */
const withAdvice = (error: unknown, done: number): unknown =>
  error instanceof BudgetError && error.code === 'unwritable'
    ? new BudgetError(
        'unwritable',
        `${error.message}; ${done} documents are done and kept: make room and run the same command again`,
        { cause: error },
      )
    : error
