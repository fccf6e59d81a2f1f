import { areaOf, type Box, intersection } from './geometry.ts'
import type { Glyph, Page } from './page/page.ts'

/** What a page is made of: a text layer, a picture of text (pixels, or outlines of letters), both, or nothing. */
export type PageContent = 'text' | 'scan' | 'mixed' | 'blank'

/** A page with fewer printed characters than this has no text of its own: a scan may still carry a page number or the mark of a scanning app. */
const FEW_GLYPHS = 40

/** With so many shapes of letters on a page without text, its text was drawn as outlines; a vector logo or emblem has fewer. */
const TEXT_OF_OUTLINES = 100

/** Pictures over this share of the page are the page; a logo, a seal or a chart stays below. */
const MOST_OF_THE_PAGE = 0.5

/** Half the characters of a page: above it the text layer as a whole is no reading of the page. */
const MOSTLY_GARBLED = 0.5

/** Share of a page that its pictures cover, overlaps counted twice, at most 1. */
function pictureShare(page: Page): number {
  const whole: Box = [0, 0, page.width, page.height]
  const area = page.pictures.reduce((sum, picture) => {
    const seen = intersection(picture.box, whole)
    return seen ? sum + areaOf(seen) : sum
  }, 0)
  return Math.min(1, area / (page.width * page.height))
}

/** The characters of a page's own text. */
export const printedOn = ({ glyphs }: Pick<Page, 'glyphs'>): readonly Glyph[] =>
  glyphs.filter(({ source, text }) => source === 'pdf' && text !== ' ')

/** Text, scan, mixed or blank, told from the glyphs and pictures of a page. */
export function contentOf(page: Page): PageContent {
  const glyphs = printedOn(page).length
  const covered = pictureShare(page) >= MOST_OF_THE_PAGE
  if (covered) return glyphs < FEW_GLYPHS ? 'scan' : 'mixed'
  if (glyphs < FEW_GLYPHS && (page.outlines ?? 0) >= TEXT_OF_OUTLINES) return 'scan'
  return glyphs === 0 && page.pictures.length === 0 ? 'blank' : 'text'
}

/** Whether most of a page's text is in fonts that give wrong characters. */
function isMostlyGarbled(page: Pick<Page, 'garbled'> & { readonly glyphs: number }): boolean {
  const garbled = page.garbled.reduce((sum, font) => sum + font.glyphs, 0)
  return page.glyphs > 0 && garbled / page.glyphs > MOSTLY_GARBLED
}

/** Whether the text of a page is out of reach: a scan that was not read, or text mostly in fonts that give wrong characters. */
export function needsOcr(
  page: Pick<Page, 'garbled'> & { readonly content: PageContent; readonly glyphs: number; readonly ocr?: string | null },
): boolean {
  return (page.ocr ?? null) === null && (page.content === 'scan' || isMostlyGarbled(page))
}

/** The same of a page as it is read. */
export const needsReading = (page: Page): boolean => needsOcr({ ...page, content: contentOf(page), glyphs: page.glyphs.length })
