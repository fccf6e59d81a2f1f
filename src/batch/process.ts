import { readFileSync } from 'node:fs'
import { systemCode } from '../errors.ts'

/** State and start of a process as Linux tells them (proc(5)): fields 3 and 22; the name before them may hold anything. */
function statOf(pid: number): { readonly state: string; readonly start: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const [state = '', ...more] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state, start: more[18] ?? '' }
  } catch {
    return null
  }
}

/** States of a process that has ended and that nobody has asked about: for ever so in a container without an init. */
const ENDED = /^[ZX]$/

/** What tells a process of this machine from a later one with the same number; empty where the system does not tell. */
export const startOf = (pid: number): string => statOf(pid)?.start ?? ''

/** Whether a process of this machine runs; with `start`, whether it is still that one. */
export function isAlive(pid: number, start = ''): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  const stat = statOf(pid)
  if (stat !== null) return !ENDED.test(stat.state) && (start === '' || stat.start === start)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}
