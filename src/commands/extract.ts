import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readArchive } from '../batch/archive.ts'
import { exportArchive, FORMATS, type Format, parseFormats } from '../batch/export/export.ts'
import { filterDocuments } from '../batch/filter.ts'
import { OCR_CACHE } from '../batch/manifest.ts'
import { DATASET_FOLDER } from '../batch/names.ts'
import { hasFailed, type Outcome, succeeded } from '../batch/outcome.ts'
import { type How, runBatch } from '../batch/run.ts'
import { sourcesOf } from '../batch/sources.ts'
import { BudgetError } from '../errors.ts'
import { BATCH_OPTIONS, batchOptions, DOCUMENT_OPTIONS, documentOptions } from './batch-options.ts'
import { type Arguments, type Command, EXIT, type Surroundings, shownPath, tellGone } from './command.ts'
import { complaint, type Lost } from './documents.ts'
import { duration, progressOf } from './progress.ts'
import { type Language, saidIn } from './said.ts'
import { archiveStory, FEW_DOCUMENTS, summaryOf } from './summary.ts'

const complain = (lost: Lost, language: Language): string => `yusuan extract: ${complaint(lost, language)}\n`

/** How many documents are asked for; none is known of a list on stdin, which is not waited for. */
async function count(args: Arguments, { cwd }: Surroundings): Promise<number> {
  let documents = 0
  if (!args.positionals.includes('-')) for await (const _ of sourcesOf(args.positionals, cwd)) documents += 1
  return documents
}

/** The progress of a run; with --json outcomes alone tell it to what is no terminal. */
async function progressFor(args: Arguments, surroundings: Surroundings): Promise<ReturnType<typeof progressOf>> {
  const documents = surroundings.terminal ? await count(args, surroundings) : 0
  return progressOf(documents, surroundings, ...(args.flags.has('json') ? [Number.POSITIVE_INFINITY] : []))
}

/** One JSON line a document to stdout, nothing on the disk. */
async function filter(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { cwd, stdin, print, say, signal, stop, language } = surroundings
  let failed = false
  const spare = join(tmpdir(), 'yusuan')
  await filterDocuments(
    sourcesOf(args.positionals, cwd, stdin),
    { ...batchOptions(args), document: documentOptions(args), spare, signal, stop },
    answer => {
      print(`${JSON.stringify(answer)}\n`)
      if (answer.message !== '') say(complain(answer, language))
      if (hasFailed(answer)) failed = true
    },
  )
  if (signal.aborted) return EXIT.interrupted
  return failed ? EXIT.someFailed : EXIT.done
}

interface Tally {
  readonly counts: { documents: number; failed: number; known: number }
  /** The first outcomes, as many as are told one by one. */
  readonly seen: Outcome[]
}

/** What a batch is told to do and whom it tells. */
interface Told {
  readonly args: Arguments
  readonly surroundings: Surroundings
  readonly progress: ReturnType<typeof progressOf>
}

/** Count an outcome, and tell of it as it comes. */
function heard(
  { seen, counts }: Tally,
  { args, surroundings: { print, say, language }, progress }: Told,
): (outcome: Outcome, how: How) => void {
  return (outcome, how) => {
    progress.clear()
    counts.documents += 1
    if (hasFailed(outcome)) counts.failed += 1
    if (how === 'known') counts.known += 1
    if (seen.length <= FEW_DOCUMENTS) seen.push(outcome)
    if (args.flags.has('json')) print(`${JSON.stringify(outcome)}\n`)
    if (outcome.message !== '' && (how === 'done' || !succeeded(outcome))) say(complain(outcome, language))
    progress.next(outcome.file, how === 'known' ? 'standing' : hasFailed(outcome) ? 'failed' : 'done')
  }
}

async function work(out: string, told: Told): Promise<Tally> {
  const { args, surroundings, progress } = told
  const { cwd, stdin, say, signal, stop } = surroundings
  const tally: Tally = { counts: { documents: 0, failed: 0, known: 0 }, seen: [] }
  signal.addEventListener('abort', () => {
    progress.clear()
    say(`yusuan extract: ${saidIn(surroundings.language).stopping}\n`)
  })
  const { replaced } = await runBatch(sourcesOf(args.positionals, cwd, stdin), {
    ...batchOptions(args),
    document: { ...documentOptions(args), ocrCache: join(out, OCR_CACHE) },
    out,
    force: args.flags.has('force'),
    retryFailed: args.flags.has('retry-failed'),
    signal,
    stop,
    onPage: ({ file }, done, total) => progress.page(file, done, total),
    onOutcome: heard(tally, told),
  })
  progress.clear()
  if (replaced > 0) say(`yusuan extract: ${saidIn(surroundings.language).otherOptions(replaced)}\n`)
  return tally
}

/** Tell how a batch went that took `ms`, and where its results are. */
async function tell({ counts, seen }: Tally, out: string, ms: number, { args, surroundings }: Told): Promise<void> {
  const { cwd, print, say, program, language, signal } = surroundings
  const shown = shownPath(cwd, out)
  const asked = signal.aborted ? await count(args, surroundings) : 0
  if (counts.known > 0) say(`yusuan extract: ${saidIn(language).stood(counts.known, counts.documents)}\n`)
  if (counts.documents > FEW_DOCUMENTS) say(`yusuan extract: ${duration(ms)}\n`)
  if (args.flags.has('json')) return
  print(summaryOf(seen, { ...counts, asked: Math.max(asked, counts.documents) }, { out, shown, program, language }))
  if (counts.documents <= FEW_DOCUMENTS) return
  const story = archiveStory(await readArchive(out), language)
  print([...story, saidIn(language).seeIt(`${program} review ${shown}`), ''].join('\n'))
}

async function writeDataset(out: string, formats: readonly Format[], surroundings: Surroundings): Promise<void> {
  const { cwd, say, stop, language } = surroundings
  const folder = join(out, DATASET_FOLDER)
  const { documents, files } = await exportArchive(out, folder, { formats, cwd, signal: stop, onGone: tellGone(surroundings) })
  const where = join(shownPath(cwd, out), DATASET_FOLDER)
  say(`yusuan extract: ${saidIn(language).dataset(documents, files, where)}\n`)
}

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { cwd, say, signal, language } = surroundings
  if (args.positionals.length === 0) throw new BudgetError('usage', 'no file, folder or glob given')
  if (args.flags.has('jsonl')) return await filter(args, surroundings)
  const out = resolve(cwd, args.values.get('out') ?? 'output')
  const format = args.values.get('format')
  const formats = format === undefined ? [] : parseFormats(format)
  const told = { args, surroundings, progress: await progressFor(args, surroundings) }
  const start = performance.now()
  const tally = await work(out, told)
  await tell(tally, out, performance.now() - start, told)
  const { documents, failed } = tally.counts
  if (signal.aborted) {
    say(`yusuan extract: ${saidIn(language).stopped(documents)}\n`)
    return EXIT.interrupted
  }
  if (formats.length > 0) await writeDataset(out, formats, surroundings)
  return failed > 0 ? EXIT.someFailed : EXIT.done
}

export const command: Command = {
  usage: '<file, folder, glob, .zip or ->... [--out output]',
  options: {
    out: { type: 'string', short: 'o', value: 'DIR', help: 'folder of the results (output)' },
    ...DOCUMENT_OPTIONS,
    ...BATCH_OPTIONS,
    format: { type: 'string', value: 'LIST', help: `dataset to write too, under DIR/dataset: ${FORMATS.join(',')}` },
    force: { type: 'boolean', help: 'do everything again, also what an earlier run has done' },
    'retry-failed': { type: 'boolean', help: 'do again what gave no data in an earlier run' },
    json: { type: 'boolean', help: 'print one outcome a line as JSON, as in manifest.jsonl' },
    jsonl: { type: 'boolean', help: 'a filter: print one outcome a line with the document in it, write nothing' },
  },
  run,
}
