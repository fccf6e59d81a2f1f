import type { Surroundings } from './command.ts'
import { type Language, saidIn } from './said.ts'

/** Width of the bar in characters; with the counts beside it a line of 100 is enough. */
const BAR = 24

/** Milliseconds as a person says them: 40 s, 12 min, 3.5 h. */
export function duration(ms: number): string {
  if (ms < 90_000) return `${Math.round(ms / 1000)} s`
  return ms < 5_400_000 ? `${Math.round(ms / 60_000)} min` : `${(ms / 3_600_000).toFixed(1)} h`
}

/** What a progress bar knows. */
export interface Counts {
  readonly documents: number
  readonly over: number
  /** Of them done in this run. */
  readonly done: number
  readonly failed: number
  /** Pages begun of documents under way, as a share of a document each. */
  readonly current: number
  readonly ms: number
}

/** The line of a progress bar: how far, how fast, how long still, how many failed so far. */
export function progressLine({ documents, over, done, failed, current, ms }: Counts, language: Language): string {
  const said = saidIn(language)
  const filled = Math.round((BAR * Math.min(documents, over + current)) / Math.max(1, documents))
  const rate = ms > 0 ? (done + current) / ms : 0
  const left = documents - over - current
  return [
    `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${said.of(over, documents)}`,
    ...(rate > 0 ? [said.perMinute((rate * 60_000).toFixed(rate * 60_000 < 10 ? 1 : 0))] : []),
    ...(rate > 0 && done > 0 && left > 0 ? [said.left(duration(left / rate))] : []),
    ...(failed > 0 ? [said.failed(failed)] : []),
  ].join(' · ')
}

/** A progress bar over `documents` on stderr, a line that is drawn over itself; silent when that is no terminal. */
export function progressOf(documents: number, { say, terminal, language }: Surroundings) {
  const shares = new Map<string, number>()
  const start = performance.now()
  let [over, done, failed] = [0, 0, 0]
  const draw = (): void => {
    const current = [...shares.values()].reduce((sum, share) => sum + share, 0)
    if (terminal)
      say(`\r\u001b[K${progressLine({ documents, over, done, failed, current, ms: performance.now() - start }, language)}`)
  }
  return {
    /** Pages of one document: so many of `total`. */
    page: (key: string, pages: number, total: number): void => {
      shares.set(key, total > 0 ? pages / total : 0)
      draw()
    },
    /** A document is over. */
    next: (key: string, how: 'done' | 'standing' | 'failed'): void => {
      shares.delete(key)
      over += 1
      if (how !== 'standing') done += 1
      if (how === 'failed') failed += 1
      draw()
    },
    /** Take the line away so that a message can be written; the next call draws it again. */
    clear: (): void => {
      if (terminal) say('\r\u001b[K')
    },
  }
}
