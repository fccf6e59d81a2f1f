import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { scoreOf } from '../claims/guard.ts'
import { datasetOf } from './sample.ts'

test('a changed digit is found: every seventh amount of the sample', async () => {
  const file = fileURLToPath(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
  const { figures, broken } = scoreOf('dachuan', await datasetOf(file), 7, 7)
  expect(figures).toBe(52)
  expect(broken / figures).toBeGreaterThanOrEqual(0.96)
})
