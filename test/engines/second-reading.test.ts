import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { extractDocument, gridsOf, pagesOf, tablesOf } from '../../src/index.ts'
import type { Glyph, Page } from '../../src/page/page.ts'
import { disputesOf } from '../../src/page/second-reading.ts'
import { LIES, lyingPdf } from './lying-font.ts'

const codesOf = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) => findings.map(({ code }) => code)

test('by what pdf.js alone reads, the document would be accused', async () => {
  const { pages } = await pagesOf(lyingPdf(true))
  const { tables, text } = tablesOf(
    pages,
    pages.flatMap(page => gridsOf(page)),
  )
  expect(codesOf(checkDataset(readBudget(tables, text)))).toContain('identity-published')
})

test('a figure that the engines read differently is doubtful, and nobody is accused by it', async () => {
  const { findings, checks, tables } = await extractDocument(lyingPdf(true))
  expect(checks.filter(({ verdict }) => verdict === 'published-inconsistency')).toEqual([])
  expect(codesOf({ findings })).toEqual(['engines-differ', 'identity-broken'])
  expect(findings[0]).toMatchObject({ page: 1, actual: '7', expected: '1', severity: 'warning' })
  const doubtful = tables.flatMap(({ cells }) => cells).filter(({ confidence }) => confidence < 0.9)
  expect(doubtful.map(({ text }) => text)).toEqual([LIES.replaceAll('1', '7')])
})

test.each(['pdfjs', 'pdfium'] as const)('the same document with a true font is left alone (%s)', async engine => {
  const { findings, checks } = await extractDocument(lyingPdf(false), { engine })
  expect(findings).toEqual([])
  expect(checks.filter(({ outcome }) => outcome === 'holds').length).toBeGreaterThan(20)
})

const line = (text: string, x = 10): Glyph[] =>
  [...text].map((character, index) => ({
    text: character,
    box: [x + 5 * index, 90, x + 5 * index + 5, 100],
    baseline: 98.8,
    size: 10,
    font: 'F',
    direction: 0,
    source: 'pdf',
    confidence: 1,
  }))

const page = (glyphs: readonly Glyph[]): Page => ({
  ...{ page: 1, width: 200, height: 200, rotation: 0, glyphs, rulings: [], pictures: [], shades: [], garbled: [] },
})

const disputed = (own: readonly Glyph[], other: readonly Glyph[]): string[] =>
  [...disputesOf(page(own), page(other))].map(([glyph, instead]) => `${glyph.text} ${instead}`)

test.each([
  ['another digit', '12.50', '17.50', ['2 7']],
  ['a digit that only the first engine reads', '12.50', '12.5', ['0 ']],
  ['a digit that only the second engine reads', '12.5', '12.50', ['5 50']],
  ['the same', '12.50', '12.50', []],
  ['other words', '合计', '合訃', []],
])('%s', (_, own, other, expected) => {
  expect(disputed(line(own), line(other))).toEqual(expected)
})

test('a hair beside is the same place', () => {
  expect(disputed(line('12.50'), line('12.50', 10.4))).toEqual([])
})
