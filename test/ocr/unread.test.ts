import { expect, test } from 'vitest'
import { unreadFindings } from '../../src/ocr/unread.ts'
import type { Glyph, Page } from '../../src/page/page.ts'
import { needsReading } from '../../src/page-content.ts'

const glyph: Glyph = {
  text: '预',
  box: [0, 0, 10, 10],
  baseline: 9,
  size: 10,
  font: 'A',
  direction: 0,
  source: 'pdf',
  confidence: 1,
}
const page: Page = {
  page: 1,
  width: 595,
  height: 842,
  rotation: 0,
  glyphs: [],
  rulings: [],
  pictures: [],
  shades: [],
  garbled: [],
}
const picture = { box: [0, 0, 595, 842], pixels: [1653, 2339] } as const
const text = Array.from({ length: 100 }, () => glyph)

test('a picture without text needs OCR, one with a page number too', () => {
  expect(needsReading({ ...page, pictures: [picture] })).toBe(true)
  expect(needsReading({ ...page, pictures: [picture], glyphs: [glyph, glyph] })).toBe(true)
})

test('text over a background picture does not, nor does a blank page', () => {
  expect(needsReading({ ...page, pictures: [picture], glyphs: text })).toBe(false)
  expect(needsReading(page)).toBe(false)
})

test('text drawn as outlines needs OCR, a logo beside text does not', () => {
  expect(needsReading({ ...page, outlines: 600 })).toBe(true)
  expect(needsReading({ ...page, outlines: 600, glyphs: text })).toBe(false)
  expect(needsReading({ ...page, outlines: 60 })).toBe(false)
})

test('text in a garbled font needs OCR', () => {
  expect(needsReading({ ...page, glyphs: text, garbled: [{ font: 'A', share: 0.8, glyphs: 90 }] })).toBe(true)
})

test('pages left unread are named once, with what to do', () => {
  const scans = [1, 2].map(number => ({ ...page, page: number, pictures: [picture] }))
  expect(unreadFindings(scans, { pasted: [], printed: [] }, 'OCR is not installed: npm install x')).toMatchObject([
    {
      code: 'needs-ocr',
      actual: '1, 2',
      message: { en: 'page 1, 2: a scan or unusable text, not read; OCR is not installed: npm install x' },
    },
  ])
  expect(
    unreadFindings(
      scans.map(scan => ({ ...scan, ocr: 'paddle' })),
      { pasted: [], printed: [] },
      null,
    ),
  ).toEqual([])
})
