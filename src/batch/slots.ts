import pLimit from 'p-limit'

/** Tasks at the same time, at most so many; the first that fails is kept and ends all. */
export interface Slots {
  /** Wait until another task may begin. */
  readonly room: () => Promise<void>
  /** Do something when it is its turn, and something with what came of it, for which nothing waits but the room; settles when both have ended, whichever way. */
  readonly begin: <T>(work: () => Promise<T>, then?: (done: T) => Promise<void>) => Promise<void>
  readonly hasFailed: () => boolean
  /** Wait for all of them; throws what the first one that failed has thrown. */
  readonly settled: () => Promise<void>
}

/** Room for `most` tasks at once, and for so many more that wait or are done. Sources are endless: one is begun when it is its turn, so that none waits with its bytes at hand. */
export function slotsOf(most: number, more = 0): Slots {
  const limit = pLimit(most)
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  return {
    begin: (work, then = async () => {}) => {
      const task = limit(work)
        .then(then)
        .catch(error => void failures.push(error))
        .finally(() => running.delete(task))
      running.add(task)
      return task
    },
    room: async () => {
      while (running.size >= most + more) await Promise.race(running)
    },
    hasFailed: () => failures.length > 0,
    settled: async () => {
      await Promise.all(running)
      if (failures.length > 0) throw failures[0]
    },
  }
}
