import { widthOf } from '../full-width.ts'
import { sum } from '../geometry.ts'
import type { Surroundings } from './command.ts'
import { type Language, saidIn } from './said.ts'

/** Width of the bar in characters; with the counts beside it a line of 100 is enough. */
const BAR = 24

/** How often a run without a terminal says that it lives: a minute is soon enough for a person, and a night of them is no long log. */
const SIGN_OF_LIFE = 60_000

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

/** The line of a progress bar, shorter than a terminal is wide: how far, how fast, how long still, how many failed so far. */
export function progressLine(
  { documents, over, done, failed, current, ms }: Counts,
  language: Language,
  columns = Number.POSITIVE_INFINITY,
): string {
  const said = saidIn(language)
  const rate = ms > 0 ? (done + current) / ms : 0
  const left = documents - over - current
  const words = [
    said.of(over, documents),
    ...(rate > 0 ? [said.perMinute((rate * 60_000).toFixed(rate * 60_000 < 10 ? 1 : 0))] : []),
    ...(rate > 0 && done > 0 && left > 0 ? [said.left(duration(left / rate))] : []),
    ...(failed > 0 ? [said.failed(failed)] : []),
  ]
  const joined = (some: readonly string[]): string => some.join(' · ')
  const text = joined(words.filter((_, at) => widthOf(joined(words.slice(0, at + 1))) < columns))
  const bar = Math.max(0, Math.min(BAR, columns - widthOf(text) - 2))
  const filled = Math.round((bar * Math.min(documents, over + current)) / Math.max(1, documents))
  return `${'█'.repeat(filled)}${'░'.repeat(bar - filled)}${bar > 0 ? ' ' : ''}${text}`
}

/** A progress bar over `documents` on stderr, a line that is drawn over itself; where that is no terminal, a line `every` so many milliseconds at most. */
export function progressOf(
  documents: number,
  { say, terminal, language, columns }: Pick<Surroundings, 'say' | 'terminal' | 'language' | 'columns'>,
  every = SIGN_OF_LIFE,
) {
  const shares = new Map<string, number>()
  const start = performance.now()
  let last = start
  let [over, done, failed] = [0, 0, 0]
  const draw = (): void => {
    const current = sum([...shares.values()])
    const counts = { documents, over, done, failed, current, ms: performance.now() - start }
    if (terminal) say(`\r\u001b[K${progressLine(counts, language, columns?.() || undefined)}`)
  }
  return {
    /** Pages of one document: so many of `total`. */
    page: (key: string, pages: number, total: number): void => {
      shares.set(key, total > 0 ? pages / total : 0)
      draw()
      if (terminal || performance.now() - last < every) return
      last = performance.now()
      say(`yusuan extract: ${saidIn(language).pagesRead(key.replaceAll(/\p{Cc}/gu, '\uFFFD'), pages, total)}\n`)
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
