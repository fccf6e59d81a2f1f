// How PDFium reads PDFs beside pdf.js, page by page: npm run compare:engines -- FILE...
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readPages } from '../../src/page/document.ts'
import { readPages as readPagesByPdfium } from '../../src/page/pdfium/document.ts'
import { type Differences, differencesOf, differentTables, isSame } from './differences.ts'

/** Glyphs that are shown of a page. */
const FEW = 8

const shown = (glyphs: Differences['missing']): string =>
  glyphs
    .slice(0, FEW)
    .map(({ text }) => text)
    .join(' ')

function lineOf({ page, missing, extra, boxes, distance, other, sameGrids }: Differences): string {
  return [
    `  page ${page}:`,
    missing.length > 0 ? `${missing.length} missing (${shown(missing)})` : '',
    extra.length > 0 ? `${extra.length} extra (${shown(extra)})` : '',
    boxes > 0 ? `${boxes} boxes differ, by ${distance.toFixed(2)} pt at most` : '',
    other.length > 0 ? `other ${other.join(', ')}` : '',
    sameGrids ? '' : 'OTHER GRIDS',
  ]
    .filter(part => part !== '')
    .join(' ')
}

const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** What a work gives, or its error as a word, and the milliseconds of processor time it took. */
async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T | string; readonly ms: number }> {
  const start = processor()
  const value = await work().catch((error: Error & { code?: string }) => error.code ?? error.message)
  return { value, ms: processor() - start }
}

const total = {
  files: 0,
  pages: 0,
  glyphs: 0,
  missing: 0,
  extra: 0,
  spaces: 0,
  boxes: 0,
  other: 0,
  grids: 0,
  tables: 0,
  outcomes: 0,
}
const time = { pdfjs: 0, pdfium: 0 }
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file)
  const measure = await timed(() => readPages(bytes))
  const other = await timed(() => readPagesByPdfium(bytes))
  total.files += 1
  time.pdfjs += measure.ms
  time.pdfium += other.ms
  if (typeof measure.value === 'string' || typeof other.value === 'string') {
    if (measure.value === other.value) continue
    total.outcomes += 1
    console.log(
      `${basename(file)}: ${[measure.value, other.value].map(value => (typeof value === 'string' ? value : 'read')).join(' / ')}`,
    )
    continue
  }
  const { pages } = measure.value
  const found = other.value.pages
  const differences = pages.flatMap((page, index) => (found[index] ? [differencesOf(page, found[index])] : []))
  const tables = differentTables(pages, found)
  const different = differences.filter(difference => !isSame(difference))
  if (different.length + tables.length > 0 || pages.length !== found.length) console.log(basename(file))
  for (const difference of different) console.log(lineOf(difference))
  if (tables.length > 0) console.log(`  OTHER TABLES: ${tables.join(', ')}`)
  if (pages.length !== found.length) console.log(`  ${pages.length} / ${found.length} PAGES`)
  total.pages += pages.length
  total.glyphs += pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0)
  for (const { missing, extra, spaces, boxes, other: rest, sameGrids } of differences) {
    total.missing += missing.length
    total.extra += extra.length
    total.spaces += spaces
    total.boxes += boxes
    total.other += rest.length
    if (!sameGrids) total.grids += 1
  }
  total.tables += tables.length
}
console.log(
  `${total.files} files, ${total.pages} pages, ${total.glyphs} glyphs: ${total.missing} missing, ${total.extra} extra, ${total.spaces} spaces, ` +
    `${total.boxes} boxes, ${total.other} other; ${total.grids} pages with other grids, ${total.tables} other tables, ${total.outcomes} other outcomes; ` +
    `processor time ${(time.pdfium / time.pdfjs).toFixed(2)} of pdf.js's`,
)
