import { setTimeout as wait } from 'node:timers/promises'
import { QUEUE, withQueue } from '../../src/batch/queue/boss.ts'
import { startPostgres } from '../make/postgres.ts'

/**
 * Where PostgreSQL ends: a queue of small jobs, and as many claimers as 100 workers would be. Each claims a document and ends it
 * at once; nothing is extracted. `npm run bench:queue -- 20000 100`
 */
const [jobs = 20_000, claimers = 100] = process.argv.slice(2).map(Number)

/** Jobs of one insert. */
const BATCH = 1000

const server = await startPostgres()
try {
  await withQueue(server.url, { connections: 20 }, async ({ boss }) => {
    const filled = performance.now()
    for (let from = 0; from < jobs; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, jobs - from) }, (_, n) => ({
        data: { file: `/archive/${from + n}.pdf`, options: {} },
      }))
      await boss.insert(QUEUE, batch)
    }
    console.log(`enqueued ${jobs} documents: ${Math.round(jobs / ((performance.now() - filled) / 1000))} a second`)
    let done = 0
    const waits: number[] = []
    const start = performance.now()
    const claimer = async (): Promise<void> => {
      for (;;) {
        const asked = performance.now()
        const [job] = await boss.fetch(QUEUE, { includeMetadata: true })
        if (!job) return
        waits.push(performance.now() - asked)
        await boss.complete(QUEUE, job)
        done += 1
      }
    }
    await Promise.all(
      Array.from({ length: claimers }, async (_, n) => {
        await wait(n * 5)
        await claimer()
      }),
    )
    const seconds = (performance.now() - start) / 1000
    waits.sort((a, b) => a - b)
    const at = (share: number): string => `${(waits[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(0)} ms`
    console.log(
      `${claimers} claimers, 20 connections: ${done} claimed and completed in ${seconds.toFixed(1)} s, ${Math.round(done / seconds)} a second; a claim takes ${at(0.5)} (median), ${at(0.99)} (99 %)`,
    )
  })
} finally {
  await server.stop()
}
