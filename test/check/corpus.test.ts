import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { datasetOf } from './sample.ts'

const folder = fileURLToPath(new URL('../../../shared/corpus/dev/', import.meta.url))
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.pdf')) : []

describe.skipIf(files.length === 0)('documents of ../shared/corpus/dev', () => {
  test.each(files)('%s: nothing suspect, nearly every figure guarded', async file => {
    const { checks, coverage } = checkDataset(await datasetOf(join(folder, file)))
    expect(
      checks.filter(check => check.verdict === 'extraction-suspect').map(check => `${check.identity} ${check.instance}`),
    ).toEqual([])
    expect(checks.filter(check => check.outcome === 'holds').length).toBeGreaterThan(200)
    expect(coverage.guarded / coverage.figures).toBeGreaterThanOrEqual(0.97)
  })

  test('a figure that the document itself printed wrong is told as such', async () => {
    const { checks } = checkDataset(await datasetOf(join(folder, 'sh-putuo-wanli-2023-budget.pdf')))
    // The 16th item is said to be 220.63 and then, as the 15th, 441.25; a fund of 0 is said to have grown by what all money did; of 30 growths two are wrong.
    const broken = checks.filter(check => check.outcome === 'broken')
    const [repeated, grown, wrong, ...more] = broken.filter(({ identity }) => identity !== 'N31')
    expect(
      broken.flatMap(({ identity, verdict, left }) => (identity === 'N31' ? [`${verdict} ${left.terms[0]?.text}`] : [])),
    ).toEqual(['published-inconsistency 314.82%', 'published-inconsistency 60.54%'])
    expect(repeated).toMatchObject({ identity: 'N7', verdict: 'unexplained', left: { terms: [{ text: '441.25万元' }] } })
    expect(grown).toMatchObject({ identity: 'N22e', verdict: 'unexplained', left: { terms: [{ text: '1421.25万元' }] } })
    expect(more).toEqual([])
    expect(wrong).toMatchObject({ identity: 'B7c', verdict: 'published-inconsistency' })
    expect(wrong?.right.terms[0]).toMatchObject({ text: '11,419,043.00', page: 35 })
  })
})
