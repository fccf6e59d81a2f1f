import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { documentSchema, type Outcome, outcomeSchema, runBatch, sourcesOf } from '../../src/index.ts'
import { generatedBudget, makeArchive } from '../make/archive.ts'
import { outcomesOf } from './outcomes.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const worker = fileURLToPath(new URL('./fault-worker.ts', import.meta.url))

/** A folder with generated documents of these names, and a place for results. */
function folderWith(...names: readonly string[]): { readonly base: string; readonly out: string } {
  const base = mkdtempSync(join(tmpdir(), 'yusuan-faults-'))
  mkdirSync(join(base, 'in'))
  for (const [seed, name] of names.entries()) writeFileSync(join(base, 'in', name), generatedBudget(seed).bytes)
  return { base, out: join(base, 'out') }
}

const manifestOf = (out: string): Outcome[] =>
  readFileSync(join(out, 'manifest.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => outcomeSchema.parse(JSON.parse(line)))

/** What must be true of an output folder whatever happened to the run: each document once, every file whole, nothing left over. */
function expectWhole(out: string, documents: number): void {
  const outcomes = manifestOf(out)
  expect(new Set(outcomes.map(outcome => outcome.name)).size).toBe(outcomes.length)
  expect(outcomes.length).toBe(documents)
  for (const { name } of outcomes) documentSchema.parse(JSON.parse(readFileSync(join(out, name, 'document.json'), 'utf8')))
  expect(readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(path => /\.tmp$|\.running$/.test(path))).toEqual([])
}

test('a document that hangs, dies or eats memory ends alone, the others go on', async () => {
  const { base, out } = folderWith('a.pdf', 'hang.pdf', 'b.pdf', 'die.pdf', 'c.pdf', 'eat.pdf', 'd.pdf')
  const options = { out, jobs: 2, timeout: 120_000, pageTimeout: 20_000, memory: 500, worker }
  const outcomes = await outcomesOf(sourcesOf(['in'], base), options)
  const seen = Object.fromEntries(outcomes.map(({ name, status, message }) => [name, `${status} ${message}`]))
  expect(seen).toMatchObject({
    a: 'ok ',
    b: 'ok ',
    c: 'ok ',
    d: 'ok ',
    hang: 'timeout page 1 not done after 20 s',
    die: expect.stringMatching(/^failed the worker ended early \(exit code 7\)/),
    eat: 'failed out of memory (500 MB)',
  })
  expect(outcomes.find(({ name }) => name === 'eat')?.peakMemory).toBeGreaterThan(300)
})

test.runIf(process.platform === 'linux')('what a document leaves behind in memory is no burden of the next one', async () => {
  const { base, out } = folderWith('fat.pdf', 'next.pdf')
  const [fat, next] = await outcomesOf(sourcesOf(['in'], base), { out, jobs: 1, worker })
  expect([fat?.status, next?.status]).toEqual(['ok', 'ok'])
  expect(fat?.peakMemory).toBeGreaterThan(400)
  expect(next?.peakMemory).toBeLessThan(300)
})

test('a document has a limit as a whole', async () => {
  const { base, out } = folderWith('sleep.pdf')
  const outcomes = await outcomesOf(sourcesOf(['in'], base), { out, timeout: 500, worker })
  expect(outcomes).toMatchObject([{ status: 'timeout', message: 'document not done after 0.5 s' }])
})

test('what follows the last page has a limit, too', async () => {
  const { base, out } = folderWith('late.pdf')
  const outcomes = await outcomesOf(sourcesOf(['in'], base), { out, pageTimeout: 2000, worker })
  expect(outcomes).toMatchObject([{ status: 'timeout', message: 'tables, checks and files not done after 2 s' }])
})

test('a document whose worker always is killed fails after the second time', async () => {
  const { base, out } = folderWith('killed.pdf', 'fine.pdf')
  const outcomes = await outcomesOf(sourcesOf(['in'], base), { out, jobs: 1, worker })
  expect(outcomes.map(({ name, status }) => [name, status]).sort()).toEqual([
    ['fine', 'ok'],
    ['killed', 'failed'],
  ])
})

/** The processes below a process, as the system lists them. */
const childrenOf = (pid: number): number[] =>
  spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(line => line.trim() !== '')
    .map(Number)

function extract(base: string, ...args: string[]) {
  const child = spawn(process.execPath, [cli, 'extract', 'in', '--out', 'out', '--jobs', '2', ...args], {
    cwd: base,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  child.stdout.resume()
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  return { child, ended, said: () => said }
}

const linesOf = (out: string): number =>
  existsSync(join(out, 'manifest.jsonl')) ? readFileSync(join(out, 'manifest.jsonl'), 'utf8').split('\n').length - 1 : 0

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(20)
}

test('kill -9 of a worker loses nothing', async () => {
  const base = mkdtempSync(join(tmpdir(), 'yusuan-kill-'))
  makeArchive(join(base, 'in'), 30, false)
  const run = extract(base)
  await until(() => linesOf(join(base, 'out')) > 3)
  for (const pid of childrenOf(run.child.pid ?? 0)) process.kill(pid, 'SIGKILL')
  expect([await run.ended, run.said()]).toEqual([0, expect.any(String)])
  expectWhole(join(base, 'out'), 30)
})

test('kill -9 of the run loses only what was under way; the same command goes on', async () => {
  const base = mkdtempSync(join(tmpdir(), 'yusuan-kill-'))
  makeArchive(join(base, 'in'), 40, false)
  for (const done of [5, 15]) {
    const run = extract(base)
    await until(() => linesOf(join(base, 'out')) > done)
    run.child.kill('SIGKILL')
    await run.ended
  }
  const before = linesOf(join(base, 'out'))
  const last = extract(base)
  expect(await last.ended).toBe(0)
  expect(Number(/(\d+) of 40 documents stood/.exec(last.said())?.[1])).toBeGreaterThanOrEqual(before - 1)
  expectWhole(join(base, 'out'), 40)
})

test('the first Ctrl-C finishes what runs, the second stops it', async () => {
  const { base, out } = folderWith(...Array.from({ length: 8 }, (_, n) => `slow-${n}.pdf`))
  const [drain, stop] = [new AbortController(), new AbortController()]
  const outcomes: Outcome[] = []
  const totals = await runBatch(sourcesOf(['in'], base), {
    out,
    jobs: 2,
    worker,
    signal: drain.signal,
    onOutcome: outcome => {
      outcomes.push(outcome)
      drain.abort()
    },
  })
  expect([totals.interrupted, outcomes.length, outcomes.every(({ status }) => status === 'ok')]).toEqual([true, 2, true])
  setTimeout(() => stop.abort(), 200)
  const done = await outcomesOf(sourcesOf(['in'], base), { out, jobs: 2, worker, stop: stop.signal })
  expect(done.length).toBeLessThan(6)
  expect(await outcomesOf(sourcesOf(['in'], base), { out, jobs: 2, worker })).toHaveLength(8)
  expectWhole(out, 8)
})

test('a torn line at the end of the manifest is forgotten and its document done again', async () => {
  const { base, out } = folderWith('a.pdf', 'b.pdf')
  await runBatch(sourcesOf(['in'], base), { out })
  const text = readFileSync(join(out, 'manifest.jsonl'), 'utf8')
  writeFileSync(join(out, 'manifest.jsonl'), text.slice(0, -40))
  expect(await runBatch(sourcesOf(['in'], base), { out })).toMatchObject({ documents: 2, known: 1 })
  expectWhole(out, 2)
})

test('two runs into one folder at once are refused', async () => {
  const { base, out } = folderWith('slow-1.pdf')
  const first = runBatch(sourcesOf(['in'], base), { out, worker })
  await until(() => existsSync(join(out, '.running')))
  writeFileSync(join(out, '.running'), `${process.ppid} ${(await import('node:os')).hostname()}`)
  await expect(runBatch(sourcesOf(['in'], base), { out, worker })).rejects.toMatchObject({
    code: 'unwritable',
    message: expect.stringContaining('is writing to'),
  })
  await first
})

test.skipIf(process.platform !== 'linux')(
  'the lock of a process that ended and was never asked about, or whose number another has, does not count',
  async () => {
    const { base, out } = folderWith('a.pdf')
    mkdirSync(out)
    const host = (await import('node:os')).hostname()
    // The parent has become a program that never asks about its child before the child ends.
    const parent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = Number(await new Promise<Buffer>(resolve => parent.stdout.once('data', resolve)))
    await until(() => /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${ended}/stat`, 'utf8')))
    for (const lock of [`${ended} ${host}`, `${process.ppid} ${host} 1`]) {
      writeFileSync(join(out, '.running'), lock)
      expect(await runBatch(sourcesOf(['in'], base), { out })).toMatchObject({ documents: 1 })
    }
    parent.kill()
  },
)

/** A small file system for a test, where this process may mount one. */
function smallDisk(at: string): boolean {
  mkdirSync(at, { recursive: true })
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=800k', 'tmpfs', at]).status === 0
}

test('a full disk ends in one clear message, and what was done stands', async context => {
  const { base, out } = folderWith(...Array.from({ length: 30 }, (_, n) => `${n}.pdf`))
  if (!smallDisk(out)) return context.skip('no small file system can be mounted here')
  try {
    const run = extract(base)
    expect(await run.ended).toBe(2)
    expect(run.said()).toMatch(
      /cannot write .*\(the disk is full\); \d+ documents are done and kept: make room and run the same command again/,
    )
    const done = linesOf(out)
    expect(done).toBeGreaterThan(2)
    spawnSync('mount', ['-o', 'remount,size=40m', out])
    const again = extract(base)
    expect(await again.ended).toBe(0)
    expectWhole(out, 30)
  } finally {
    spawnSync('umount', [out])
  }
})

test.runIf(process.platform === 'linux')(
  'a place where no folder can be made ends a run at once, with the reason',
  async context => {
    const { base } = folderWith('a.pdf')
    const saidOf = (out: string): [number | null, string] => {
      const { status, stderr } = spawnSync(process.execPath, [cli, 'extract', 'in', '--out', out], {
        ...{ cwd: base, encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' },
      })
      return [status, stderr]
    }
    const none = (reason: string) => [2, expect.stringMatching(`^yusuan extract: cannot write to folder .* \\(${reason}\\)\n$`)]
    expect(saidOf('/proc/foo/bar')).toEqual(none('no such folder is there or can be made'))
    const mount = join(base, 'ro')
    if (!smallDisk(mount)) return context.skip('no file system can be mounted here')
    try {
      spawnSync('mount', ['-o', 'remount,ro', mount])
      for (const out of ['ro', 'ro/sub/sub']) expect(saidOf(out)).toEqual(none('it can only be read'))
    } finally {
      spawnSync('umount', [mount])
    }
  },
)

test.skipIf(process.platform === 'win32')('a limit on the size of files ends a run in the same way', async () => {
  const { base, out } = folderWith('a.pdf', 'b.pdf')
  // 32 KB: every CSV fits, document.json does not. Without the signal a write over the limit is an error like that of a full disk.
  const command = `trap '' XFSZ; ulimit -f 32; exec "${process.execPath}" "${cli}" extract in --out out --jobs 1`
  const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: base, encoding: 'utf8' })
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/cannot write .*document\.json \(the file size limit is reached\); 0 documents are done and kept/),
  ])
  expect(readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(path => /\.tmp$|\.json$/.test(path))).toEqual([])
  expect(await runBatch(sourcesOf(['in'], base), { out })).toMatchObject({ documents: 2, known: 0 })
  expectWhole(out, 2)
})

test('Ctrl-C in a terminal: the first says what happens, and the exit code tells', async () => {
  const base = mkdtempSync(join(tmpdir(), 'yusuan-kill-'))
  makeArchive(join(base, 'in'), 40, false)
  const run = extract(base)
  await until(() => linesOf(join(base, 'out')) > 3)
  run.child.kill('SIGINT')
  expect([await run.ended, run.said()]).toEqual([
    130,
    expect.stringContaining('finishing what runs; once more to stop at once'),
  ])
  const done = linesOf(join(base, 'out'))
  expect(done).toBeLessThan(40)
  expectWhole(join(base, 'out'), done)
})
