import { enableCompileCache } from 'node:module'
import { messageOf } from '../errors.ts'
import { peakMemory, resetPeak, tidy } from './memory.ts'
import { endWithParent } from './orphan.ts'
import type { Job, Result } from './outcome.ts'

/** What a worker process tells its parent. */
export type Message =
  /** The document has come; until then the process was starting. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'page'; readonly done: number; readonly total: number }
  /** The document is over. A worker that is not clean has seen something go wrong beside it, and wants to be replaced. */
  | { readonly kind: 'result'; readonly result: Result; readonly peakMemory: number; readonly clean: boolean }
  /** Something is wrong that would be wrong with every document. */
  | { readonly kind: 'broken'; readonly message: string }

const tell = (message: Message): void => void process.send?.(message)

// Ctrl-C reaches the whole group of processes; what is to be finished, the parent decides.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

// The parent is gone, or wants no more.
process.once('disconnect', () => process.exit())
const watched = endWithParent()

enableCompileCache()
const { extractOne } = await import('./extract-one.ts')
const { strayCount } = await import('../page/late-rejections.ts')
await watched

process.on('message', async (job: Job) => {
  tell({ kind: 'begun' })
  resetPeak()
  try {
    const result = await extractOne(job, (done, total) => tell({ kind: 'page', done, total }))
    tell({ kind: 'result', result, peakMemory: peakMemory(), clean: strayCount() === 0 })
    tidy()
  } catch (error) {
    tell({ kind: 'broken', message: messageOf(error) })
  }
})
