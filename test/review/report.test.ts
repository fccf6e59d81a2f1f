import { expect, test } from 'vitest'
import { extractDocument } from '../../src/pipeline.ts'
import { picturesOf } from '../../src/review/pictures.ts'
import { type Reported, reportHtml } from '../../src/review/report.ts'
import { generatedBudget } from '../make/archive.ts'

test('a report holds what does not add up with pieces of the pages, needs nothing beside it, and runs nothing', async () => {
  const { bytes, name } = generatedBudget(7, { slip: 10, names: ['<script>alert(1)</script>'] })
  const document = await extractDocument(bytes, { file: name })
  const broken = document.checks.filter(({ outcome }) => outcome === 'broken')
  async function* documents(): AsyncGenerator<Reported> {
    yield { name, key: name, document }
  }
  const pictures = picturesOf(() => bytes)
  let html = ''
  for await (const part of reportHtml(documents(), pictures)) html += part
  pictures.close()
  expect(broken.length).toBeGreaterThan(0)
  expect(html.match(/<article>/g)).toHaveLength(broken.length)
  expect(html).toContain('src="data:image/jpeg;base64,')
  expect(html).not.toMatch(/<script|<link|src="http|url\(/)
})
