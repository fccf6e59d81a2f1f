import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../src/batch/outcome.ts'
import { extractDocument } from '../../src/index.ts'

const threePages = readFileSync(new URL('../../samples/archives-2025-chromium.pdf', import.meta.url))

describe.each(['pdfjs', 'pdfium'] as const)('pages are asked for, read by %s', engine => {
  test('those beyond the end are told, the others are read', async () => {
    const document = await extractDocument(threePages, { engine, pages: [3, 4, 5, 9] })
    expect(document.pages.map(({ page }) => page)).toEqual([3])
    const message = 'pages 4–5, 9 are asked for, the document has 3'
    expect(document.findings.filter(({ code }) => code === 'pages-absent').map(({ message: { en } }) => en)).toEqual([message])
    expect(verdictOf(document)).toEqual({ status: 'ok', message })
  })

  test('where there is none of them it is an error', async () => {
    await expect(extractDocument(threePages, { engine, pages: [500] })).rejects.toMatchObject({
      code: 'no-such-page',
      message: 'pages 500 are asked for, the document has 3',
    })
  })

  test('where all of them are there nothing is told', async () => {
    const { findings } = await extractDocument(threePages, { engine, pages: [1, 3] })
    expect(findings.filter(({ code }) => code === 'pages-absent')).toEqual([])
  })
})
