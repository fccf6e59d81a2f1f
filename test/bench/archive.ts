import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Outcome, outcomeSchema } from '../../src/index.ts'
import { makeArchive } from '../make/archive.ts'

/**
 * The load test: an archive of 2,000 documents (`npm run bench:archive -- 500` for another number), generated and seeded, by two
 * workers; then 400 of them by one worker and by two. Speed, and memory of the parent and the workers at 10, 50 and
 * 100 % of the way.
 */
/** Documents of the comparison of one worker with two, and how often it is made: what else the machine does only slows it down, so the best counts. */
const PART = 400
const ROUNDS = 3

const documents = Number(process.argv[2] ?? 2000)
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'yusuan-bench-'))

/** Memory of a process in MB, where the system tells. */
function megabytes(pid: number): number {
  const path = `/proc/${pid}/status`
  const kilobytes = existsSync(path) ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(path, 'utf8'))?.[1] : undefined
  return Math.round(Number(kilobytes ?? 0) / 1024)
}

const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))

interface Sample {
  readonly share: number
  readonly parent: number
  readonly worker: number
}

interface Measured {
  readonly seconds: number
  readonly outcomes: readonly Outcome[]
  readonly samples: readonly Sample[]
}

const SAMPLE_EVERY = 500

async function extract(folder: string, count: number, jobs: number): Promise<Measured> {
  const out = join(base, 'out')
  const start = performance.now()
  const child = spawn(process.execPath, [cli, 'extract', folder, '--out', out, '--jobs', `${jobs}`, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const outcomes: Outcome[] = []
  const samples: Sample[] = []
  const pid = child.pid ?? 0
  const timer = setInterval(() => {
    const workers = childrenOf(pid).map(megabytes)
    samples.push({ share: outcomes.length / count, parent: megabytes(pid), worker: Math.max(0, ...workers) })
  }, SAMPLE_EVERY)
  for await (const line of createInterface({ input: child.stdout })) outcomes.push(outcomeSchema.parse(JSON.parse(line)))
  clearInterval(timer)
  rmSync(out, { recursive: true, force: true })
  return { seconds: (performance.now() - start) / 1000, outcomes, samples }
}

/** The most memory in the stretch before a share of the documents was done. */
const peak = (samples: readonly Sample[], share: number, what: 'parent' | 'worker'): number =>
  Math.max(0, ...samples.filter(sample => sample.share > share - 0.1 && sample.share <= share).map(sample => sample[what]))

const pagesOf = (outcomes: readonly Outcome[]): number => outcomes.reduce((sum, { pages }) => sum + pages, 0)

function report(name: string, { seconds, outcomes }: Measured): void {
  const good = outcomes.filter(({ status }) => status === 'ok' || status === 'partial').length
  const rates = `${(outcomes.length / seconds).toFixed(1)} documents/s, ${(pagesOf(outcomes) / seconds).toFixed(1)} pages/s`
  console.log(
    `${name}: ${outcomes.length} documents, ${pagesOf(outcomes)} pages, ${good} with data, ${seconds.toFixed(1)} s, ${rates}`,
  )
}

try {
  const [whole, part] = [join(base, 'archive'), join(base, 'part')]
  makeArchive(whole, documents)
  makeArchive(part, PART)
  const all = await extract(whole, documents, 2)
  report('two workers, all', all)
  for (const share of [0.1, 0.5, 1])
    console.log(
      `memory at ${share * 100} %: parent ${peak(all.samples, share, 'parent')} MB, largest worker ${peak(all.samples, share, 'worker')} MB`,
    )
  console.log(`largest peak of one document: ${Math.max(...all.outcomes.map(({ peakMemory }) => peakMemory ?? 0))} MB`)
  const best = { 1: Number.POSITIVE_INFINITY, 2: Number.POSITIVE_INFINITY }
  for (let round = 0; round < ROUNDS; round++)
    for (const jobs of [1, 2] as const) {
      const measured = await extract(part, PART, jobs)
      report(`${jobs === 1 ? 'one worker' : 'two workers'}, ${PART}`, measured)
      best[jobs] = Math.min(best[jobs], measured.seconds)
    }
  console.log(`speed of two workers against one, the best of ${ROUNDS} each: ${(best[1] / best[2]).toFixed(2)}`)
} finally {
  rmSync(base, { recursive: true, force: true })
}
