import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractDocument } from '../../src/pipeline.ts'
import { narrativeRows } from '../../src/write/narrative.ts'

const bytes = readFileSync(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
const document = await extractDocument(bytes, { file: 'a.pdf' })
const rows = narrativeRows({ name: 'dachuan', document })

test('a figure of the running text has its name, sentence, page and 元', () => {
  expect(rows.find(({ text }) => text === '29.50万元')).toMatchObject({
    document: 'dachuan',
    department: '达州市达川区人民政府办公室',
    fiscal_year: 2023,
    scope: 'department',
    figure: 'amount',
    value: '29.50',
    unit: '万元',
    yuan: 29500000n,
    page: 10,
    sentence: expect.stringMatching(/三公.*29\.50万元$/),
  })
})

test('what is no money has no 元, and every row its place', () => {
  for (const { figure, yuan, page, x0, x1 } of rows) {
    if (figure === 'share' || figure === 'count') expect(yuan).toBeNull()
    expect(page).toBeGreaterThan(0)
    expect(Number(x0)).toBeLessThan(Number(x1))
  }
})
