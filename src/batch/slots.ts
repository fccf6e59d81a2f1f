import pLimit from 'p-limit'

/**
 * Room for `most` tasks at once, and for so many more that wait or are done; the first that fails is kept and ends all. Sources are
 * endless: one is begun when it is its turn, so that none waits with its bytes at hand.
 */
export function slotsOf(most: number, more = 0) {
  const limit = pLimit(most)
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  return {
    /** Do something when it is its turn, and something with what came of it, for which nothing waits but the room; settles when both have ended, whichever way. */
    begin: <T>(work: () => Promise<T>, then: (done: T) => Promise<void> = async () => {}): Promise<void> => {
      const task: Promise<void> = limit(work)
        .then(then)
        .catch(error => void failures.push(error))
        .finally(() => running.delete(task))
      running.add(task)
      return task
    },
    /** Wait until another task may begin. */
    room: async (): Promise<void> => {
      while (running.size >= most + more) await Promise.race(running)
    },
    hasFailed: (): boolean => failures.length > 0,
    /** Wait for all of them; throws what the first one that failed has thrown. */
    settled: async (): Promise<void> => {
      await Promise.all(running)
      if (failures.length > 0) throw failures[0]
    },
  }
}

export type Slots = ReturnType<typeof slotsOf>
