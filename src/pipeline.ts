import { createHash } from 'node:crypto'
import { gridsOf } from './grid/grids.ts'
import { type ExtractOptions, parseOptions } from './options.ts'
import { readPages } from './page/document.ts'
import { pageFindings } from './page/findings.ts'
import type { Page } from './page/page.ts'
import { tablesOf } from './table/tables.ts'
import type { DocumentJson } from './write/document.ts'
import { toDocument } from './write/to-document.ts'

/** Called after each page that was read. */
export type OnPage = (done: number, total: number) => void

/**
 * The whole way of the data: the bytes of a PDF in, document.json out. Reads no file and writes none; `bytes` stays
 * the caller's. Throws a BudgetError when the bytes cannot be read as a PDF.
 *
 *     PDF ─page─▶ Page[] ─grid─▶ Grid[] ─table─▶ Table[] + Finding[] ─write─▶ DocumentJson
 */
export async function extractDocument(bytes: Uint8Array, options: ExtractOptions = {}, onPage?: OnPage): Promise<DocumentJson> {
  const { file, ...choice } = parseOptions(options)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const size = bytes.byteLength

  const { pages, pageCount } = await pagesOf(bytes, choice, onPage)
  const grids = pages.flatMap(page => gridsOf(page))
  const { tables, findings } = tablesOf(pages, grids)

  return toDocument({
    source: { file, sha256, bytes: size, pages: pageCount },
    pages,
    tables,
    findings: [...pageFindings(pages), ...findings],
  })
}

/** The first stage with its options checked: upright pages with glyphs, rulings and pictures, and how many pages the PDF has. */
export async function pagesOf(
  bytes: Uint8Array,
  options: Omit<ExtractOptions, 'file'> = {},
  onPage?: OnPage,
): Promise<{ readonly pages: readonly Page[]; readonly pageCount: number }> {
  const { pages: wanted, password } = parseOptions(options)
  return await readPages(bytes, {
    ...(wanted && { pages: wanted }),
    ...(password !== undefined && { password }),
    ...(onPage && { onPage }),
  })
}
