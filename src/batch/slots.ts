/** Tasks at the same time, at most so many; the first that fails is kept and ends all. */
export interface Slots {
  /** Wait until another task may begin. */
  readonly room: () => Promise<void>
  readonly begin: (work: () => Promise<unknown>) => void
  readonly hasFailed: () => boolean
  /** Wait for all of them; throws what the first one that failed has thrown. */
  readonly settled: () => Promise<void>
}

/** Room for `most` tasks at once. */
export function slotsOf(most: number): Slots {
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  const begin = (work: () => Promise<unknown>): void => {
    const task: Promise<void> = work()
      .then(() => {})
      .catch(error => void failures.push(error))
      .finally(() => running.delete(task))
    running.add(task)
  }
  return {
    begin,
    room: async () => {
      while (running.size >= most) await Promise.race(running)
    },
    hasFailed: () => failures.length > 0,
    settled: async () => {
      await Promise.all(running)
      if (failures.length > 0) throw failures[0]
    },
  }
}
