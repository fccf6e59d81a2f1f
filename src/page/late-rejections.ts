import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as turn } from 'node:timers/promises'

/**
 * pdf.js leaves promises behind that nobody waits for; when one is rejected, Node ends the whole process, and with it whoever
 * called us or the next document. So what pdf.js does runs in a context that its promises carry on, and a rejection that
 * comes with this context is ours. All others stay the caller's.
 */
const context = new AsyncLocalStorage<'pdf.js'>()

/** Turns of the event loop in which promises of a closed document were seen to be rejected still. */
const LAST_TURNS = 3

let seen = 0

/** How many promises were left behind and rejected in this process so far. */
export const strayCount = (): number => seen

function onRejection(reason: unknown): void {
  if (context.getStore() !== undefined) {
    seen += 1
    return
  }
  if (process.listenerCount('unhandledRejection') > 1) return
  // Nobody but us listens: what Node does with a rejection that nobody listens to is the caller's to choose, so it comes again.
  process.off('unhandledRejection', onRejection)
  void Promise.reject(reason)
  setImmediate(listen)
}

function listen(): void {
  process.off('unhandledRejection', onRejection).on('unhandledRejection', onRejection)
}

/** Do something with pdf.js; what it leaves behind is taken care of, and settled as far as can be seen when this settles. */
export function ownStrays<T>(work: () => Promise<T>): Promise<T> {
  listen()
  return context.run('pdf.js', async () => {
    try {
      return await work()
    } finally {
      for (let left = LAST_TURNS; left > 0; left--) await turn()
    }
  })
}

/** A function that runs in the context in which it was given, wherever it is called: what it leaves behind is its owner's. */
export const asOwner = <A extends unknown[], R>(work: (...args: A) => R): ((...args: A) => R) => AsyncLocalStorage.bind(work)
