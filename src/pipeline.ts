import { createHash } from 'node:crypto'
import { readAgain, readBudget } from './budget/read-budget.ts'
import type { Checked } from './check/check.ts'
import { checkDataset } from './check/check-dataset.ts'
import { repair, type Tried } from './check/repair.ts'
import { contained, containedEach, containedTogether } from './contained.ts'
import { BudgetError } from './errors.ts'
import { gridsOf } from './grid/grids.ts'
import { openCache } from './ocr/cache.ts'
import { needOf } from './ocr/need.ts'
import { type ReadScans, readScans } from './ocr/read-scans.ts'
import { unreadFindings } from './ocr/unread.ts'
import { type ExtractOptions, parseOptions } from './options.ts'
import { pageFindings } from './page/findings.ts'
import type { Page } from './page/page.ts'
import { isPicture, openPictures } from './page/picture-document.ts'
import { secondReading } from './page/second-reading.ts'
import { tablesOf } from './table/tables.ts'
import type { DocumentJson } from './write/document.ts'
import { knownFrom, tablesFrom, toldKinds } from './write/from-document.ts'
import { toDocument, withMeaning } from './write/to-document.ts'

/** Called after each page that was read. */
export type OnPage = (done: number, total: number) => void

/**
 * The whole way of the data: the bytes of a PDF in, document.json out. Reads no file and writes none; `bytes` stays
 * the caller's. Throws a BudgetError when the bytes cannot be read as a PDF.
 *
 *     PDF ─page─▶ Page[] ─ocr─▶ Page[] ─grid─▶ Grid[] ─table─▶ Table[] ─budget─▶ Dataset ─check─▶ Checked ─write─▶ DocumentJson
 */
export async function extractDocument(bytes: Uint8Array, options: ExtractOptions = {}, onPage?: OnPage): Promise<DocumentJson> {
  const { file, ...choice } = parseOptions(options)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const size = bytes.byteLength

  const read = await pagesOf(bytes, choice, onPage)
  const first = understood(read, file)
  // Nobody is accused by what one engine alone has read.
  const numbers = [...accusedPages(first.checked)]
  const second = await secondReading(bytes, read.pages, { ...choice, numbers })
  const { pages } = second
  const { dataset, checked, findings } = pages === read.pages ? first : understood({ ...read, pages }, file)

  return toDocument({
    source: { file, sha256, bytes: size, pages: read.pageCount },
    pages,
    dataset,
    checked,
    findings: [pageFindings(pages), unreadFindings(pages, read.unread), second.findings, findings, read.faults].flat(),
  })
}

/** From pages to what the identities say: grids, tables, meaning, checks; `doubts` are figures that were not read for sure, `file` is the name of the file. */
function understood({ pages, doubts }: Pick<ReadScans, 'pages' | 'doubts'>, file: string) {
  const grids = containedEach(pages, ({ page }) => ({ stage: 'grid', page }), gridsOf)
  const joined = containedTogether(
    grids.value,
    ({ page }) => ({ stage: 'table', page }),
    some => tablesOf(pages, some),
  )
  const { tables: printed, findings } = joined.value
  const mend = () => repair(printed, doubts, changed => tried(checkDataset(readBudget(changed, pages))))
  const repaired = contained({ stage: 'repair' }, mend, { tables: printed, findings: [] })
  const { tables, findings: repairs } = repaired.value
  const dataset = readBudget(tables, pages, file)
  const faults = [grids, joined, repaired].flatMap(part => part.faults)
  return { dataset, checked: checkDataset(dataset), findings: [...findings, ...repairs, ...faults] }
}

/** A document whose cells were corrected, with its meaning worked out and all identities tried again. */
export function recheckDocument(document: DocumentJson): DocumentJson {
  const dataset = readAgain(tablesFrom(document), knownFrom(document), toldKinds(document))
  return withMeaning(document, dataset, checkDataset(dataset))
}

/** The first two stages with their options checked: upright pages with glyphs, rulings and pictures, scans among them read. */
export async function pagesOf(
  bytes: Uint8Array,
  options: Omit<ExtractOptions, 'file'> = {},
  onPage?: OnPage,
): Promise<ReadScans & { readonly pageCount: number }> {
  const { pages: wanted, password, engine, ocr, ocrCache } = parseOptions(options)
  const reading = { ocr, onPage, ...(ocrCache !== undefined && { cache: openCache(ocrCache) }) }
  if (isPicture(bytes)) {
    const { pages, draw } = await openPictures(bytes)
    return { ...(await readScans(only(pages, wanted), { ...reading, draw })), pageCount: pages.length }
  }
  // Each engine takes a tenth of a second to load, and most runs want one of them.
  const { readPages } = await (engine === 'pdfium' ? import('./page/pdfium/document.ts') : import('./page/document.ts'))
  const { pages, pageCount, faults } = await readPages(bytes, {
    ...(wanted && { pages: wanted }),
    ...(password !== undefined && { password }),
    ...(onPage && { onPage }),
  })
  if (!pages.some(needOf)) return { pages, pageCount, doubts: [], unread: null, faults }
  const { withRenderer } = await import('./page/render.ts')
  const read = await withRenderer(bytes, password, draw => readScans(pages, { ...reading, draw }))
  return { ...read, pageCount, faults: [...faults, ...read.faults] }
}

function only(pages: readonly Page[], wanted: readonly number[] | undefined): readonly Page[] {
  const beyond = wanted?.find(page => page > pages.length)
  if (beyond !== undefined) throw new BudgetError('no-such-page', `page ${beyond} of ${pages.length}`)
  return wanted === undefined ? pages : pages.filter(({ page }) => wanted.includes(page))
}

/** Pages with figures by which the document is said to contradict itself. */
function accusedPages({ checks }: Checked): ReadonlySet<number> {
  const accusing = checks.filter(({ verdict }) => verdict === 'published-inconsistency')
  return new Set(
    accusing.flatMap(({ left, right, from = [] }) => [...left.terms, ...right.terms, ...from]).map(({ page }) => page),
  )
}

/** Identities as repairing wants them: which hold, which are broken, and the cells they go through. */
const tried = ({ checks }: Checked): Tried[] =>
  checks.map(({ outcome, left, right }) => ({
    outcome: outcome === 'broken' ? 'broken' : outcome === 'not-evaluable' ? 'open' : 'holds',
    cells: [...left.terms, ...right.terms].flatMap(({ place }) => place ?? []),
  }))
