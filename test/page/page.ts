import { expect } from 'vitest'
import { readPages } from '../../src/page/document.ts'
import type { Page, Ruling } from '../../src/page/page.ts'
import { readPages as readPagesByPdfium } from '../../src/page/pdfium/document.ts'
import { differencesOf } from '../engines/differences.ts'
import { type PageParts, pagePdf } from '../make/pdf.ts'

/** What of a page the two engines do not read alike, but for boxes. */
function unlike(page: Page, other: Page) {
  const { missing, extra, other: rest } = differencesOf(page, other)
  const text = (glyphs: Page['glyphs']) => glyphs.map(glyph => glyph.text).join('')
  return {
    ...(missing.length > 0 && { missing: text(missing) }),
    ...(extra.length > 0 && { extra: text(extra) }),
    ...(rest.length > 0 && { rest }),
  }
}

/** The only page of a PDF with this content stream. */
export async function pageOf(content: string, parts: PageParts = {}): Promise<Page> {
  const pdf = pagePdf(content, parts)
  const [[page], [other]] = [(await readPages(pdf)).pages, (await readPagesByPdfium(pdf)).pages]
  if (page === undefined || other === undefined) throw new Error('no page')
  expect(unlike(page, other)).toEqual({})
  return page
}

/** The characters of a page in the order of its stream. */
export const textOf = (page: Page): string => page.glyphs.map(glyph => glyph.text).join('')

/** Rulings in short: axis, place and stretch, rounded to points. */
export const rulingsOf = (page: Page): string[] =>
  page.rulings
    .map(({ axis, at, from, to }: Ruling) => `${axis[0]} ${Math.round(at)}: ${Math.round(from)}-${Math.round(to)}`)
    .sort()
