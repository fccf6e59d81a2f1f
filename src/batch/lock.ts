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

/** What a lock says; null where there is none. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/**
 * Who holds the lock: a process of this machine that still runs, a process of another machine that was heard of lately, or nobody. A lock with the
 * number of this process is another run of it, or, where the system does not tell when a process has started, that of an earlier process.
 */
function holder(path: string, text: string | null): string | null {
  if (text === null) return null
  const [pid = '', host = '', start = ''] = text.split(' ')
  if (host !== hostname()) return (ageOf(path) ?? SILENCE) < SILENCE ? `process ${pid} on ${host}` : null
  return isAlive(Number(pid), start) && (Number(pid) !== process.pid || start !== '') ? `process ${pid}` : null
}

/** Milliseconds since a file was written; null where there is none. */
function ageOf(path: string): number | null {
  const file = statSync(path, { throwIfNoEntry: false })
  return file === undefined ? null : Date.now() - file.mtimeMs
}

/** Put away a lock that does not count, as its text tells. Only one run at a time may: a slower one would put away the new lock of the faster. */
function putAway(path: string, text: string): void {
  const mark = `${path}.tmp`
  // A mark that is not there is none to take away: by now another run may have made it.
  if ((ageOf(mark) ?? 0) >= SILENCE) rmSync(mark, { force: true })
  writeFileSync(mark, '', { flag: 'wx' })
  if (textOf(path) === text) rmSync(path, { force: true })
  rmSync(mark, { force: true })
}

/** Take the lock; null when it is ours now, else who has it. Of two that come at once one makes the file. */
function taken(path: string): string | null {
  const text = textOf(path)
  const other = holder(path, text)
  if (other !== null) return other
  try {
    if (text !== null) putAway(path, text)
    writeFileSync(path, `${process.pid} ${hostname()} ${startOf(process.pid)}`, { flag: 'wx' })
    return null
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return holder(path, textOf(path)) ?? 'another run'
    throw unwritable(path, error)
  }
}

/**
 * Let only one run write to a folder while `work` is under way; an error that names the other one. The lock of a
 * process that was killed does not count, nor that of another process with its number.
 */
export async function withLock<T>(out: string, work: () => Promise<T>): Promise<T> {
  const path = join(out, LOCK)
  const other = taken(path)
  if (other !== null)
    throw new BudgetError('unwritable', `${other} is writing to ${out}; wait for it, or remove ${path} if it is gone`)
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
