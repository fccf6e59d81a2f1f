import { readFileSync, writeFileSync } from 'node:fs'

const field = (name: string, pid: number | 'self'): number | null => {
  try {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
  } catch {
    return null
  }
}

/** Memory of another process in MB, or null where the system does not tell. */
export const memoryOf = (pid: number): number | null => field('VmRSS', pid)

/** Forget the most memory that this process has held, where the system can. */
export function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Elsewhere the peak is that of the process so far.
  }
}

/** The most memory that this process has held since `resetPeak`, in MB. */
export const peakMemory = (): number => field('VmHWM', 'self') ?? Math.round(process.resourceUsage().maxRSS / 1024)

/** MB that a process may hold before it throws away what it has done with: one with all stages loaded and no document read holds 110 to 130 (Node 24, Linux), and V8 by itself is in no hurry. */
const UNTIDY = 250
/**
 * MB that a process may gain on what it held after it last did so: what it does not give back then, it keeps and fills again.
 * A collection that is asked for takes 70 ms and makes V8 forget what it has compiled: 30 documents of 16 to 45 pages took 33 s
 * with 83 of them at a peak of 296 MB, and 25 s with two at 327; 1,024 pages peaked at 590 MB either way, and at 660 with none.
 */
const GAIN = 64

/** MB that the process may hold until it throws away again. */
let bearable = UNTIDY

/** Throw away what is not wanted any more, where the process has come to need more room and may (`--expose-gc`). */
export function tidy(): void {
  const held = (): number => memoryOf(process.pid) ?? 0
  if (held() <= bearable) return
  globalThis.gc?.()
  bearable = Math.max(UNTIDY, held() + GAIN)
}
