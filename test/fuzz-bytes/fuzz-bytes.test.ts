import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultsOf } from './run.ts'

test('200 damaged documents end each with an outcome, none by a fault of ours, and harm no neighbour', async () => {
  const base = mkdtempSync(join(tmpdir(), 'yusuan-fuzz-'))
  const faults = await faultsOf({ base, seed: 1, count: 200 })
  expect(faults.map(({ seed, name, what }) => `seed ${seed} (${name}): ${what}`)).toEqual([])
  rmSync(base, { recursive: true })
}, 600_000)
