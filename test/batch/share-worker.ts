import { setTimeout as wait } from 'node:timers/promises'
import { endWithParent } from '../../src/batch/orphan.ts'
import { type Job, nothingOf } from '../../src/batch/outcome.ts'
import type { Message } from '../../src/batch/worker.ts'

/** A worker that tells how many threads it was given instead of reading its document. */
const tell = (message: Message): void => void process.send?.(message)
await endWithParent()
process.once('disconnect', () => process.exit())

process.on('message', async ({ threads }: Job) => {
  tell({ kind: 'begun' })
  await wait(200)
  tell({ kind: 'result', result: nothingOf({ status: 'ok', message: `${threads}` }), peakMemory: 0, clean: true })
})
