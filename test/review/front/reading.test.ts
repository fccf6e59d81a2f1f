import { expect, test } from 'vitest'
import { extractDocument } from '../../../src/index.ts'
import { cropSize } from '../../../src/review/front/crop-size.ts'
import { keyOf, pagesAhead, readingOf } from '../../../src/review/front/reading.ts'
import { doubtBlocks, limitsOf, lookOf } from '../../../src/review/front/sheet-blocks.ts'
import { generatedBudget } from '../../make/archive.ts'

test('doubts are met page after page as they are printed, those in broken identities before', async () => {
  const document = structuredClone(await extractDocument(generatedBudget(3, { slip: 10 }).bytes))
  const broken = document.checks.filter(({ outcome }) => outcome === 'broken').flatMap(({ left, right }) => [left, right])
  const told = new Set(broken.flatMap(({ terms }) => terms.flatMap(({ cell }) => (cell ? [keyOf(cell)] : []))))
  for (const { cells } of document.tables)
    for (const [at, cell] of cells.entries())
      if (cell.amount) Object.assign(cell, { confidence: 0.5 + (at % 7) / 20, vouchedBy: undefined })
  const reading = readingOf(document)
  const isTold = reading.doubtful.map(place => told.has(keyOf(place)))
  expect(isTold.indexOf(false)).toBeGreaterThan(0)
  expect(isTold.slice(isTold.indexOf(false))).not.toContain(true)
  const rest = reading.doubtful.filter(place => !told.has(keyOf(place)))
  const pages = rest.map(place => reading.byKey.get(keyOf(place))?.cell.page ?? 0)
  expect(new Set(pages).size).toBeGreaterThan(1)
  expect(pages).toEqual(pages.toSorted((a, b) => a - b))
  const last = rest[pages.lastIndexOf(pages[0] ?? 0)] ?? null
  expect(pagesAhead(reading, pages[0] ?? 0, last)).toEqual([pages.find(page => page !== pages[0])])
})

test('doubtful cells are parted into blocks: figures, words, then empty places, each with pages that follow one another', async () => {
  const document = structuredClone(await extractDocument(generatedBudget(3).bytes))
  for (const { cells } of document.tables)
    for (const cell of cells) Object.assign(cell, { confidence: 0.5, vouchedBy: undefined })
  const reading = readingOf(document)
  const blocks = doubtBlocks(reading, () => false, 1440 * 900)
  const looks = blocks.map(block => [...new Set(block.map(({ cell }) => lookOf(cell)))].join())
  expect([...new Set(looks)]).toEqual(['figure', 'words', 'empty'])
  expect(looks).toEqual(
    looks.toSorted((a, b) => ['figure', 'words', 'empty'].indexOf(a) - ['figure', 'words', 'empty'].indexOf(b)),
  )
  expect(blocks.flat().length).toBe(reading.doubtful.length)
  const figures = blocks.filter((_, at) => looks[at] === 'figure').map(block => block.map(({ cell }) => cell))
  for (const [at, cells] of figures.entries())
    expect(Math.max(0, ...(figures[at - 1] ?? []).map(({ page }) => page))).toBeLessThanOrEqual(
      Math.min(...cells.map(({ page }) => page)),
    )
  for (const cells of figures)
    for (const [at, { text }] of cells.entries())
      if (at > 0 && cells[at - 1]?.text !== text) expect(cells.slice(0, at).map(cell => cell.text)).not.toContain(text)
})

test('what a cell is looked at for', () => {
  const look = (text: string): string => lookOf({ text, amount: null })
  expect(['1,234.50', '≥98%', '2 0 8', ' ', '合计', '≥1次', 'da.'].map(look)).toEqual([
    ...(['figure', 'figure', 'figure', 'empty', 'words', 'words', 'words'] as const),
  ])
})

test('the cut-out of a scanned cell has room for print that lies askew on the page, that of a text none', () => {
  const box = [100, 100, 140, 112] as const
  const pointsOf = (source: 'ocr' | 'pdf'): number => {
    const { height, scale } = cropSize({ box }, limitsOf({ text: '18.00', amount: null, source }))
    return Math.round(height / scale)
  }
  expect([pointsOf('pdf'), pointsOf('ocr')]).toEqual([18, 30])
})
