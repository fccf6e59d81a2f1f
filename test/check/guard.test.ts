import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { changed, scoreOf } from '../claims/guard.ts'
import { datasetOf } from './sample.ts'

const sample = fileURLToPath(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))

test('a sum that one identity cannot judge and another finds broken is told', async () => {
  const dataset = await datasetOf(sample)
  const amount = dataset.tables
    .find(({ kind }) => kind === 'bud.gpb_project')
    ?.lines.find(({ row }) => row === 4)
    ?.amounts.get(5)
  if (amount === undefined) throw new Error('the sample has changed')
  const { checks } = checkDataset(changed(dataset, amount, '132.80'))
  const through = checks.filter(({ left, right }) =>
    [...left.terms, ...right.terms].some(({ place }) => place?.table === amount.table && place.row === 4 && place.column === 5),
  )
  expect(through.map(({ outcome }) => outcome)).toContain('broken')
})

test('a changed digit is found: every seventh amount of the sample', async () => {
  const { figures, broken } = scoreOf('dachuan', await datasetOf(sample), 7, 7)
  expect(figures).toBe(52)
  expect(broken / figures).toBeGreaterThanOrEqual(0.96)
})
