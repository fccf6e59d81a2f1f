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

/** Throw away what is not wanted any more, where a good deal may lie about and the process may (`--expose-gc`). */
export function tidy(): void {
  if ((memoryOf(process.pid) ?? 0) > UNTIDY) globalThis.gc?.()
}
