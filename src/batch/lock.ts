import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { BudgetError, systemCode } from '../errors.ts'
import { unwritable } from './files.ts'
import { isAlive, startOf } from './process.ts'

/** Held by the run that writes to an output folder. */
const LOCK = '.running'

/** How often the holder says that it lives, and after how long of silence another machine's lock does not count. */
const SIGN_OF_LIFE = 10_000
const SILENCE = 60_000

/** Who holds the lock: a process of this machine that still runs, a process of another machine that was heard of lately, or nobody. */
function holder(path: string): string | null {
  try {
    const [pid = '', host = '', start = ''] = readFileSync(path, 'utf8').split(' ')
    if (host !== hostname()) return Date.now() - statSync(path).mtimeMs < SILENCE ? `process ${pid} on ${host}` : null
    return isAlive(Number(pid), start) && Number(pid) !== process.pid ? `process ${pid}` : null
  } catch {
    return null
  }
}

/** Take the lock; null when it is ours now, else who has it. Of two that come at once one makes the file. */
function taken(path: string): string | null {
  const other = holder(path)
  if (other !== null) return other
  rmSync(path, { force: true })
  try {
    writeFileSync(path, `${process.pid} ${hostname()} ${startOf(process.pid)}`, { flag: 'wx' })
    return null
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return holder(path) ?? 'another run'
    throw unwritable(path, error)
  }
}

/**
 * Let only one run write to a folder while `work` is under way; a usage error that names the other one. The lock of a
 * process that was killed does not count, nor that of another process with its number.
 */
export async function withLock<T>(out: string, work: () => Promise<T>): Promise<T> {
  const path = join(out, LOCK)
  const other = taken(path)
  if (other !== null)
    throw new BudgetError('usage', `${other} is writing to ${out}; wait for it, or remove ${path} if it is gone`)
  const alive = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // A lock that somebody took away is theirs to answer for.
    }
  }, SIGN_OF_LIFE)
  try {
    return await work()
  } finally {
    clearInterval(alive)
    rmSync(path, { force: true })
  }
}
