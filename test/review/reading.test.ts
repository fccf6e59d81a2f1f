import { expect, test } from 'vitest'
import { extractDocument } from '../../src/index.ts'
import { keyOf, pagesAhead, readingOf } from '../../src/review/front/reading.ts'
import { generatedBudget } from '../make/archive.ts'

test('doubts are met page after page as they are printed, those in broken identities before', async () => {
  const document = structuredClone(await extractDocument(generatedBudget(3, { slip: 10 }).bytes))
  const broken = document.checks.filter(({ outcome }) => outcome === 'broken').flatMap(({ left, right }) => [left, right])
  const told = new Set(broken.flatMap(({ terms }) => terms.flatMap(({ cell }) => (cell ? [keyOf(cell)] : []))))
  for (const { cells } of document.tables)
    for (const [at, cell] of cells.entries()) if (cell.amount) Object.assign(cell, { confidence: 0.5 + (at % 7) / 20 })
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
