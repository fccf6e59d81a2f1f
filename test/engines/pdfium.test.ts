import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPages } from '../../src/page/document.ts'
import { readPages as readPagesByPdfium } from '../../src/page/pdfium/document.ts'
import { horizontalMetrics } from '../../src/page/pdfium/fonts.ts'
import { library } from '../../src/page/pdfium/library.ts'
import { blankPdf, encryptedPdf, pagelessPdf, pagePdf, pdfStream, scanPdf } from '../make/pdf.ts'
import { differencesOf, differentTables } from './differences.ts'

const samples = new URL('../../samples/', import.meta.url)
const sample = (name: string): Uint8Array => readFileSync(new URL(name, samples))

/** Points by which the box of a glyph may be wider: PDFium forgets a clip that cuts only the space beside the ink. */
const FORGOTTEN_CLIP = 0.25

test.each(readdirSync(samples).filter(name => name.endsWith('.pdf')))('%s is read alike by both engines', async name => {
  const [measure, other] = [await readPages(sample(name)), await readPagesByPdfium(sample(name))]
  expect(other.pageCount).toBe(measure.pageCount)
  const differences = measure.pages.flatMap((page, index) =>
    other.pages[index] ? [differencesOf(page, other.pages[index])] : [],
  )
  expect(differences).toHaveLength(measure.pages.length)
  for (const { distance, ...rest } of differences) {
    expect(rest).toMatchObject({ missing: [], extra: [], spaces: 0, other: [], sameGrids: true })
    expect(distance).toBeLessThan(FORGOTTEN_CLIP)
  }
  expect(differentTables(measure.pages, other.pages)).toEqual([])
})

const LAYER = {
  resources: '/Properties << /L 9 0 R >>',
  objects: ['<< /Type /OCG /Name (hidden) >> % /OCProperties'],
}
const VERTICAL = {
  fonts: '/F3 9 0 R',
  objects: ['<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-V /DescendantFonts [7 0 R] >>'],
}
const ANNOTATED = {
  page: '/Annots [9 0 R]',
  objects: [
    '<< /Type /Annot /Subtype /FreeText /Rect [20 40 120 60] /F 4 /AP << /N 10 0 R >> >>',
    pdfStream(
      '/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 5 0 R >> >>',
      'BT /F1 10 Tf 2 5 Td (noted) Tj ET',
    ),
  ],
}

test.each([
  ['a layer', 'BT /F1 10 Tf 20 50 Td (plain) Tj ET /OC /L BDC BT /F1 10 Tf 20 20 Td (layer) Tj ET EMC', LAYER],
  ['vertical text', 'BT /F3 10 Tf 100 90 Td <d4a4cbe3> Tj ET', VERTICAL],
  ['an annotation', 'BT /F1 10 Tf 20 80 Td (page) Tj ET', ANNOTATED],
  ['a unit of its own', 'BT /F1 10 Tf 20 50 Td (unit) Tj ET', { page: '/UserUnit 2' }],
])('%s, which PDFium does not tell of, is left to pdf.js', async (_, content, parts) => {
  const pdf = pagePdf(content, parts)
  expect(await readPagesByPdfium(pdf)).toEqual(await readPages(pdf))
})

test.each([
  ['no bytes', Buffer.alloc(0), {}],
  ['no PDF', Buffer.from('hello'), {}],
  ['a PDF without pages', pagelessPdf(), {}],
  ['a page that is not there', blankPdf(), { pages: [2] }],
  ['a password that is missing', encryptedPdf('secret'), {}],
])('%s is the same error with either engine', async (_, pdf, options) => {
  const codeOf = (reading: Promise<unknown>) =>
    reading.then(
      () => 'read',
      ({ code }) => code,
    )
  const code = await codeOf(readPages(pdf, options))
  expect(code).not.toBe('read')
  expect(await codeOf(readPagesByPdfium(pdf, options))).toBe(code)
})

test('a password opens', async () => {
  const { pageCount } = await readPagesByPdfium(encryptedPdf('secret'), { password: 'secret' })
  expect(pageCount).toBe(1)
})

test('pages are read in the order they are asked for, and told one by one', async () => {
  const told: string[] = []
  const onPage = (done: number, total: number) => told.push(`${done}/${total}`)
  const { pages, pageCount } = await readPagesByPdfium(sample('dachuan-2023-calc.pdf'), { pages: [5, 3], onPage })
  expect(pages.map(({ page }) => page)).toEqual([5, 3])
  expect(pageCount).toBeGreaterThan(5)
  expect(told).toEqual(['1/2', '2/2'])
})

test('a picture is seen with its pixels', async () => {
  const { pages } = await readPagesByPdfium(scanPdf())
  expect(pages[0]?.pictures).toEqual([{ box: [0, 0, 200, 100], pixels: [2, 2] }])
})

test('paint that is a pattern is not white', async () => {
  const pattern = {
    resources: '/Pattern << /P 9 0 R >>',
    objects: [
      pdfStream(
        '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << >>',
        '0 0 2 2 re f',
      ),
    ],
  }
  const { pages } = await readPagesByPdfium(pagePdf('/Pattern cs /P scn BT /F1 10 Tf 20 50 Td (seen) Tj ET', pattern))
  expect(pages[0]?.glyphs.map(({ text }) => text).join('')).toBe('seen')
})

test('documents leave no memory behind', async () => {
  const bytes = sample('archives-2025-chromium.pdf')
  const held = async (times: number): Promise<number> => {
    for (let time = 0; time < times; time++) await readPagesByPdfium(bytes)
    return (await library()).heap().bytes.length
  }
  const before = await held(3)
  expect(await held(30)).toBe(before)
})

test('the metrics of a TrueType font come from its tables, and damaged tables give none', () => {
  const file = new DataView(new ArrayBuffer(100))
  file.setUint32(0, 0x00010000)
  file.setUint16(4, 2)
  for (const [index, [tag, at]] of (
    [
      [0x68656164, 44],
      [0x68686561, 64],
    ] as const
  ).entries()) {
    file.setUint32(12 + 16 * index, tag)
    file.setUint32(12 + 16 * index + 8, at)
  }
  file.setUint16(44 + 18, 1000)
  file.setInt16(64 + 4, 859)
  file.setInt16(64 + 6, -141)
  expect(horizontalMetrics(file)).toEqual({ ascent: 0.859, descent: -0.141 })
  expect(horizontalMetrics(new DataView(file.buffer, 0, 60))).toBeNull()
})
