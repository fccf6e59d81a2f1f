import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withPool } from '../../src/batch/pool.ts'

const worker = fileURLToPath(new URL('./share-worker.ts', import.meta.url))
const job = { path: 'a.pdf', file: 'a.pdf', folder: null, options: {} }
const processors = availableParallelism()

test('a document has all processors when it is alone, and its share beside others, at least one', async () => {
  const shares = await withPool({ worker }, async pool => {
    const threadsOf = async (): Promise<number> => Number((await pool.run(job)).result.message)
    const alone = await threadsOf()
    const beside = await Promise.all(Array.from({ length: processors + 1 }, threadsOf))
    return [alone, ...beside, await threadsOf()]
  })
  const falling = Array.from({ length: processors + 1 }, (_, before) => Math.max(1, Math.floor(processors / (before + 1))))
  expect(shares).toEqual([processors, ...falling, processors])
})
