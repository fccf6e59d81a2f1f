import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isAlive } from '../../src/batch/process.ts'
import { sourcesOf } from '../../src/index.ts'
import { generatedBudget } from '../make/archive.ts'
import { strayPdf } from '../make/pdf.ts'
import { outcomesOf } from './outcomes.ts'

const worker = fileURLToPath(new URL('./fault-worker.ts', import.meta.url))
const library = new URL('../../src/index.ts', import.meta.url).href

function folderWith(files: Readonly<Record<string, Buffer>>): { readonly base: string; readonly out: string } {
  const base = mkdtempSync(join(tmpdir(), 'yusuan-neighbours-'))
  mkdirSync(join(base, 'in'))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(base, 'in', name), bytes)
  return { base, out: join(base, 'out') }
}

test('promises that a damaged PDF leaves behind never reach the next document of the worker', async () => {
  const names = Array.from({ length: 6 }, (_, n) => n)
  const { base, out } = folderWith(
    Object.fromEntries(
      names.flatMap(n => [[`${n}-bad.pdf`, strayPdf()] as const, [`${n}-good.pdf`, generatedBudget(n).bytes] as const]),
    ),
  )
  for (const n of names) writeFileSync(join(base, 'in', `${n}-bad.pdf`), Buffer.concat([strayPdf(), Buffer.from(`% ${n}\n`)]))
  const outcomes = await outcomesOf(sourcesOf(['in'], base), { out, jobs: 1 })
  expect(outcomes.map(({ name, status }) => `${name} ${status}`).sort()).toEqual(
    names.flatMap(n => [`${n}-bad corrupt`, `${n}-good ok`]),
  )
})

test('as a library, what a damaged PDF does ends in the catch of the caller; rejections of the caller stay the caller’s', () => {
  const { base } = folderWith({ 'bad.pdf': strayPdf() })
  const program = (after: string) => `
    import { readFileSync } from 'node:fs'
    import { extractDocument } from ${JSON.stringify(library)}
    await extractDocument(readFileSync(${JSON.stringify(join(base, 'in', 'bad.pdf'))})).catch(error => console.log(error.code))
    ${after}
    await new Promise(resolve => setTimeout(resolve, 300))
    console.log('alive')`
  const run = (after: string) =>
    spawnSync(process.execPath, ['--input-type=module', '--eval', program(after)], { encoding: 'utf8' })
  expect(run('')).toMatchObject({ status: 0, stdout: 'corrupt\nalive\n', stderr: '' })
  const own = run(`Promise.reject(new Error('mine'))`)
  expect([own.status, own.stdout]).toEqual([1, 'corrupt\n'])
  expect(own.stderr).toContain('Error: mine')
})

test('a document whose worker dies is done once more in a fresh one', async () => {
  const { base, out } = folderWith({ 'a.pdf': generatedBudget(1).bytes, 'once.pdf': generatedBudget(2).bytes })
  const outcomes = await outcomesOf(sourcesOf(['in'], base), { out, jobs: 1, worker })
  expect(outcomes.map(({ name, status }) => [name, status])).toEqual([
    ['a', 'ok'],
    ['once', 'ok'],
  ])
})

/** The worker of a run that was started in a process of its own. */
async function workerOf(run: ChildProcess): Promise<number> {
  for (;;) {
    const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(run.pid)], { encoding: 'utf8' })
    if (stdout.trim() !== '') return Number(stdout.trim().split('\n')[0])
    await wait(50)
  }
}

test.skipIf(process.platform === 'win32')('a worker ends when its parent is killed, also within one long step', async () => {
  const { base } = folderWith({ 'hang.pdf': generatedBudget(1).bytes })
  const program = `
    import { runBatch, sourcesOf } from ${JSON.stringify(library)}
    await runBatch(sourcesOf(['in'], '.'), { out: 'out', worker: ${JSON.stringify(worker)}, onPage: () => {} })`
  const run = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd: base, stdio: 'ignore' })
  const pid = await workerOf(run)
  await wait(2500)
  expect(isAlive(pid)).toBe(true)
  run.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
})
