import { expect, test } from 'vitest'
import { extractDocument } from '../../src/pipeline.ts'
import { picturesOf } from '../../src/review/pictures.ts'
import { reportHtml } from '../../src/review/report.ts'
import type { Reported } from '../../src/review/report-claim.ts'
import { claimsOf } from '../../src/write/document/reconciliation.ts'
import { escaped } from '../../src/write/document/reconciliation-text.ts'
import { generatedBudget } from '../make/archive.ts'

const { bytes, name } = generatedBudget(7, { slip: 10, names: ['<script>alert(1)</script>'] })
const slipped = await extractDocument(bytes, { file: name })
const sound = await extractDocument(generatedBudget(5).bytes, { file: 'sound.pdf' })
const blank = { ...sound, checks: [], findings: [], document: { ...sound.document, department: null, fiscalYear: null } }

async function reported(language: 'zh' | 'en', ...documents: (typeof sound)[]): Promise<string> {
  async function* named(): AsyncGenerator<Reported> {
    for (const document of documents) yield { name: document.source.file, key: document.source.file, document }
  }
  const pictures = picturesOf(key => (key === name ? bytes : null))
  let html = ''
  for await (const part of reportHtml(named(), pictures, language)) html += part
  pictures.close()
  return html
}

test('a report holds what does not add up with pieces of the pages, needs nothing beside it, and runs nothing', async () => {
  const html = await reported('zh', slipped)
  const told = slipped.findings.filter(({ cause, verdict }) => cause !== undefined && verdict !== 'rounding')
  expect(told.length).toBeGreaterThan(0)
  expect(html.match(/<article>/g)).toHaveLength(told.length)
  for (const { message } of told) expect(html).toContain(`<blockquote>${escaped(message.zh)}</blockquote>`)
  expect(html).toContain('src="data:image/jpeg;base64,')
  expect(html).not.toMatch(/<script|<link|src="http|url\(/)
})

test('what differs by rounding alone is no card of a report', async () => {
  const [finding] = claimsOf(slipped)
  if (!finding) throw new Error('the generated budget has changed')
  const rounded = { ...finding, code: 'identity-rounding', severity: 'info' as const, verdict: 'rounding' as const }
  const html = await reported('zh', { ...slipped, findings: [rounded] })
  expect(html).not.toContain('<article>')
})

test('contents lead to the documents that have something to say; the others are one line', async () => {
  const html = await reported('zh', sound, slipped, blank)
  const { department, fiscalYear } = slipped.document
  expect(html).toContain(`<a href="#d2">${department} ${fiscalYear}年</a>`)
  expect(html).toContain('<section id="d2">')
  expect(html.match(/<section/g)).toHaveLength(1)
  expect(html).toMatch(new RegExp(`<p>没有不符：${sound.document.department} ${sound.document.fiscalYear}年</p>`))
  expect(html).toContain('<p>没有可核对的勾稽关系：sound.pdf</p>')
})

test('a report in English says all of its own words in English', async () => {
  const html = await reported('en', slipped, sound)
  const [claim] = claimsOf(slipped)
  expect(html).toContain('<html lang="en">')
  expect(html).toContain(escaped(claim?.message.en ?? 'none'))
  expect(html).toMatch(/the document contradicts itself.*1 claim/)
  expect(html).not.toMatch(/勾稽|差额|第 \d+ 页|没有不符/)
})
