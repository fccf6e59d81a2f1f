import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const MEMORY = fileURLToPath(new URL('../../src/batch/memory.ts', import.meta.url))

/** A process that holds 20 MB, 270 and 420, and tidies up twice each time; it tells how many collections it had asked for. */
const HOLDER = `
  import { constants, PerformanceObserver } from 'node:perf_hooks'
  import { tidy } from ${JSON.stringify(MEMORY)}
  let asked = 0
  const isAsked = ({ detail }) => (detail.flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0
  const observer = new PerformanceObserver(list => (asked += list.getEntries().filter(isAsked).length))
  observer.observe({ entryTypes: ['gc'] })
  const held = []
  const after = []
  for (const megabytes of [20, 250, 150]) {
    held.push(Buffer.alloc(megabytes * 2 ** 20, 1))
    for (let time = 0; time < 2; time++) {
      tidy()
      await new Promise(resolve => setTimeout(resolve, 50))
      after.push(asked)
    }
  }
  console.log(JSON.stringify(after))
`

test.runIf(process.platform === 'linux')(
  'a collection is asked for when the process needs more room, not after each document',
  () => {
    const args = ['--expose-gc', '--input-type=module-typescript', '--eval', HOLDER]
    const told = execFileSync(process.execPath, args, { encoding: 'utf8' })
    expect(JSON.parse(told)).toEqual([0, 0, 1, 1, 2, 2])
  },
)
