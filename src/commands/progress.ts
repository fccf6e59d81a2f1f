import type { Surroundings } from './command.ts'

/** Width of the bar in characters; with the counts beside it a line of 80 is enough. */
const BAR = 24

/** A line that is drawn over itself. */
export interface Progress {
  /** Pages of one document: `done` of `total`. */
  readonly page: (key: string, done: number, total: number) => void
  /** A document is done. */
  readonly next: (key: string) => void
  /** Take the line away so that a message can be written; the next call draws it again. */
  readonly clear: () => void
}

/** A progress bar over `documents` on stderr; silent when that is no terminal. */
export function progressOf(documents: number, { say, terminal }: Surroundings): Progress {
  const silent = () => {}
  if (!terminal) return { page: silent, next: silent, clear: silent }
  const shares = new Map<string, number>()
  let done = 0
  const draw = (): void => {
    const current = [...shares.values()].reduce((sum, share) => sum + share, 0)
    const filled = Math.round((BAR * Math.min(documents, done + current)) / Math.max(1, documents))
    say(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${documents} documents`)
  }
  return {
    page: (key, pages, total) => {
      shares.set(key, total > 0 ? pages / total : 0)
      draw()
    },
    next: key => {
      shares.delete(key)
      done += 1
      draw()
    },
    clear: () => say('\r\u001b[K'),
  }
}
