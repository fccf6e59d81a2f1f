import { openCache } from './ocr/cache.ts'
import { pastedIn } from './ocr/pasted.ts'
import { type ReadScans, readScans } from './ocr/read-scans.ts'
import { hasUnknownLetters } from './ocr/unknown-letters.ts'
import { type ExtractOptions, parseOptions } from './options.ts'
import type { ReadOptions } from './page/document.ts'
import type { Page } from './page/page.ts'
import { pagesAsked } from './page/pages-asked.ts'
import { isPicture, openPictures } from './page/picture-document.ts'
import { needsReading } from './page-content.ts'

/** Called after each page that was read, with none before the first scan; scans are counted once more, by themselves. */
export type OnPage = (done: number, total: number) => void

/** Pages with the scans among them read, and how many the document has. */
export type ScannedPages = ReadScans & { readonly pageCount: number }

/** The first two stages with their options checked: upright pages with glyphs, rulings and pictures, scans among them read. */
export const pagesOf = (
  bytes: Uint8Array,
  options: Omit<ExtractOptions, 'file'> = {},
  onPage?: OnPage,
): Promise<ScannedPages> => readDocument(bytes, parseOptions(options), { onPage })

/** Options of reading, checked. */
export type Reading = Omit<ReturnType<typeof parseOptions>, 'file'>

/** The pages of a document but those that are taken, scans among them read. */
export async function readDocument(
  bytes: Uint8Array,
  choice: Reading,
  each: Pick<ReadOptions, 'onPage' | 'take'>,
): Promise<ScannedPages> {
  const { pages: wanted, password, engine, ocr, ocrCache, threads } = choice
  const reading = { ocr, threads, onPage: each.onPage, ...(ocrCache !== undefined && { cache: openCache(ocrCache) }) }
  if (isPicture(bytes)) {
    const { pages, draw } = await openPictures(bytes)
    const { numbers, absent } = pagesAsked(pages.length, wanted)
    const asked = pages.filter(({ page }) => numbers.includes(page))
    const read = await readScans(asked, { ...reading, draw })
    return { ...read, pageCount: pages.length, faults: [...read.faults, ...absent] }
  }
  // Each engine takes a tenth of a second to load, and most runs want one of them.
  const { readPages } = await (engine === 'pdfium' ? import('./page/pdfium/document.ts') : import('./page/document.ts'))
  const { pages, pageCount, faults } = await readPages(bytes, { ...each, pages: wanted, password })
  if (ocr === 'off' || !pages.some(showsText))
    return { pages, pageCount, doubts: [], unread: null, pasted: [], printed: [], faults }
  const { withRenderer } = await import('./page/render.ts')
  const read = await withRenderer(bytes, password, draw =>
    readScans(pages, { ...reading, draw: (page, box) => draw(page, undefined, box && { box }) }),
  )
  return { ...read, pageCount, faults: [...faults, ...read.faults] }
}

/** Whether a page is, or holds, a picture that may show text. */
export const showsText = (page: Page): boolean => needsReading(page) || hasUnknownLetters(page) || pastedIn(page).length > 0
