import { extractOne, type Job, type Result } from './extract-one.ts'

/** What a worker process tells its parent. */
export type Message =
  | { readonly kind: 'page'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Result }

const tell = (message: Message): void => {
  process.send?.(message)
}

// One document a process: whatever it leaks or breaks ends with it.
process.once('message', async (job: Job) => {
  const result = await extractOne(job, (done, total) => tell({ kind: 'page', done, total }))
  process.send?.({ kind: 'result', result } satisfies Message, () => process.disconnect())
})

// The parent is gone, or has what it wanted.
process.once('disconnect', () => process.exit())
