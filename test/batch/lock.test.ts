import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withLock } from '../../src/batch/lock.ts'

const RACER = fileURLToPath(new URL('./lock-racer.ts', import.meta.url))

/** A folder with the lock of a process that is gone. */
function folderWithOldLock(): string {
  const out = mkdtempSync(join(tmpdir(), 'yusuan-lock-'))
  writeFileSync(join(out, '.running'), `999999999 ${hostname()} 1`)
  return out
}

const saidBy = (racers: readonly ChildProcess[]): Promise<string[]> =>
  Promise.all(racers.map(async racer => `${(await once(racer, 'message'))[0]}`))

test('of several runs that find the lock of a dead one at the same moment one has the folder', async () => {
  const racers = [1, 2, 3, 4].map(() => fork(RACER))
  await saidBy(racers)
  const winners: number[] = []
  for (let round = 0; round < 20; round++) {
    const out = folderWithOldLock()
    const said = saidBy(racers)
    const at = Date.now() + 50
    for (const racer of racers) racer.send({ out, at })
    winners.push((await said).filter(word => word === 'won').length)
    expect(readdirSync(out)).toEqual(['.running'])
  }
  for (const racer of racers) racer.kill()
  expect(winners).toEqual(winners.map(() => 1))
})

test.runIf(process.platform === 'linux')('two runs of one process into one folder are refused, too', async () => {
  const out = folderWithOldLock()
  await withLock(out, async () => {
    await expect(withLock(out, async () => {})).rejects.toMatchObject({ code: 'unwritable' })
  })
  await withLock(out, async () => {})
})
