import { readPages } from '../../src/page/document.ts'
import type { Page, Ruling } from '../../src/page/page.ts'
import { type PageParts, pagePdf } from '../make-pdf.ts'

/** The only page of a PDF with this content stream. */
export async function pageOf(content: string, parts: PageParts = {}): Promise<Page> {
  const { pages } = await readPages(pagePdf(content, parts))
  const [page] = pages
  if (page === undefined) throw new Error('no page')
  return page
}

/** The characters of a page in the order of its stream. */
export const textOf = (page: Page): string => page.glyphs.map(glyph => glyph.text).join('')

/** Rulings in short: axis, place and stretch, rounded to points. */
export const rulingsOf = (page: Page): string[] =>
  page.rulings
    .map(({ axis, at, from, to }: Ruling) => `${axis[0]} ${Math.round(at)}: ${Math.round(from)}-${Math.round(to)}`)
    .sort()
