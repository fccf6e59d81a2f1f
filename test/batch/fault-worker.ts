import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { extractOne } from '../../src/batch/extract-one.ts'
import { memoryOf } from '../../src/batch/memory.ts'
import { endWithParent } from '../../src/batch/orphan.ts'
import type { Job } from '../../src/batch/outcome.ts'
import type { Message } from '../../src/batch/worker.ts'
import { messageOf } from '../../src/errors.ts'

/** A worker that does what the name of a document says before it does the document. */
const tell = (message: Message): void => void process.send?.(message)
process.on('SIGINT', () => {})
await endWithParent()
process.once('disconnect', () => process.exit())

const held: Buffer[] = []
let documents = 0

async function misbehave(file: string): Promise<void> {
  if (/^late/.test(file)) tell({ kind: 'page', done: 1, total: 1 })
  if (/^(hang|late)/.test(file)) for (;;) held.length = 0
  if (/^sleep/.test(file)) await wait(600_000)
  if (/^slow/.test(file)) await wait(400)
  if (/^fat/.test(file)) held.push(Buffer.alloc(300_000_000, 1))
  if (/^once/.test(file) && documents > 0) process.exit(7)
  if (/^die/.test(file)) process.exit(7)
  if (/^killed/.test(file)) process.kill(process.pid, 'SIGKILL')
  if (/^eat/.test(file))
    for (;;) {
      held.push(Buffer.alloc(20_000_000, 1))
      await wait(20)
    }
}

process.on('message', async (job: Job) => {
  tell({ kind: 'begun' })
  await misbehave(basename(job.file))
  documents += 1
  try {
    tell({ kind: 'result', result: await extractOne(job), peakMemory: memoryOf(process.pid) ?? 0, clean: true })
  } catch (error) {
    tell({ kind: 'broken', message: messageOf(error) })
  }
})
