import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { documentSchema, inputsOf, type Outcome, outcomeSchema } from '../../src/index.ts'
import { blankPdf, encryptedPdf, pagelessPdf, scanPdf } from '../make/pdf.ts'
import { outcomesOf } from './outcomes.ts'

const sample = fileURLToPath(new URL('../../samples/archives-2025-chromium.pdf', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'yusuan-run-'))
const files: Record<string, Buffer | string> = {
  'good.pdf': readFileSync(sample),
  'text.pdf': 'this is a letter, not a PDF',
  'empty.pdf': '',
  'cut.pdf': readFileSync(sample).subarray(0, 2000),
  'locked.pdf': encryptedPdf('secret'),
  'pageless.pdf': pagelessPdf(),
  'blank.pdf': blankPdf(),
  'scan.pdf': scanPdf(),
}
for (const [name, content] of Object.entries(files)) writeFileSync(join(base, name), content)

const statuses = (outcomes: readonly Outcome[]) => Object.fromEntries(outcomes.map(outcome => [outcome.name, outcome.status]))

test('every document ends with one outcome, and the good ones are done all the same', async () => {
  const out = join(base, 'out')
  const outcomes = await outcomesOf(inputsOf([...Object.keys(files), 'missing.pdf'], base), { out, jobs: 2 })
  expect(statuses(outcomes)).toMatchObject({
    text: 'corrupt',
    empty: 'corrupt',
    cut: 'corrupt',
    locked: 'encrypted',
    pageless: 'corrupt',
    blank: 'no-tables',
    scan: expect.stringMatching(/^(needs-ocr|no-tables)$/),
    missing: 'failed',
  })
  expect(['ok', 'partial']).toContain(outcomes.find(outcome => outcome.name === 'good')?.status)
  for (const outcome of outcomes) {
    expect(outcomeSchema.parse(outcome)).toEqual(outcome)
    if (outcome.status !== 'ok') expect(outcome.message).toMatch(/^.+$/)
    if (outcome.name !== 'missing') expect(outcome.sha256).toMatch(/^[0-9a-f]{64}$/)
  }
  const lines = readFileSync(join(out, 'manifest.jsonl'), 'utf8').trim().split('\n')
  expect(lines.map(line => JSON.parse(line).name).sort()).toEqual(outcomes.map(outcome => outcome.name).sort())
  documentSchema.parse(JSON.parse(readFileSync(join(out, 'good', 'document.json'), 'utf8')))
  expect(readdirSync(join(out, 'good')).filter(name => name.endsWith('.csv')).length).toBeGreaterThan(0)
  expect(readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test('a password opens an encrypted document', async () => {
  const outcomes = await outcomesOf(inputsOf(['locked.pdf'], base), {
    out: join(base, 'opened'),
    document: { password: 'secret' },
  })
  expect(statuses(outcomes)).toEqual({ locked: 'no-tables' })
})

test('a document that takes too long ends as timeout', async () => {
  const outcomes = await outcomesOf(inputsOf(['good.pdf'], base), { out: join(base, 'late'), timeout: 1 })
  expect(outcomes).toMatchObject([{ status: 'timeout', tables: 0 }])
})

test('an interrupted run leaves no outcome for what it did not do', async () => {
  const options = { out: join(base, 'stopped') }
  expect(await outcomesOf(inputsOf(['good.pdf'], base), { ...options, signal: AbortSignal.abort() })).toEqual([])
  expect(await outcomesOf(inputsOf(['good.pdf'], base), { ...options, stop: AbortSignal.abort() })).toEqual([])
  expect(await outcomesOf(inputsOf(['good.pdf'], base), options)).toMatchObject([{ name: 'good' }])
})

test('an output folder that cannot be written is an error before anything starts', async () => {
  const run = outcomesOf(inputsOf(['good.pdf'], base), { out: join(base, 'good.pdf', 'out') })
  await expect(run).rejects.toMatchObject({ code: 'unwritable', message: expect.stringContaining('good.pdf') })
})

test('CSVs of an earlier run do not stay', async () => {
  const out = join(base, 'again')
  await outcomesOf(inputsOf(['good.pdf'], base), { out })
  writeFileSync(join(out, 'good', 'old-table.csv'), '')
  await outcomesOf(inputsOf(['good.pdf'], base), { out, force: true })
  expect(readdirSync(join(out, 'good'))).not.toContain('old-table.csv')
})
