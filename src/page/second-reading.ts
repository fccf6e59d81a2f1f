import { BudgetError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { Glyph, Page } from './page.ts'

/** Confidence of a figure that two engines read otherwise: no text layer vouches for it. */
const DISPUTED = 0.5
/** Of the two readings of one glyph the starts lie no further apart than this, in font sizes; the narrowest digits are .25 wide. */
const SAME_PLACE = 0.15
/** A glyph that only the other engine reads belongs to the figure whose glyphs are no further away than this, in font sizes. */
const BESIDE = 0.75
/** Pages that were turned or cut otherwise cannot be compared; sizes differ by less than this, in points. */
const SAME_SIZE = 1
/** What figures are made of. */
const OF_FIGURES = /^[\d.,%()\-−–]$/

/** Pages after a second engine has read them too. */
export interface SecondReading {
  /** The same pages, with less confidence in what is disputed. */
  readonly pages: readonly Page[]
  readonly findings: readonly Finding[]
}

/** What has to be known to read the pages again. */
export interface SecondOptions {
  readonly engine: 'pdfjs' | 'pdfium'
  readonly password?: string | undefined
  /** Numbers of the pages on which something rests. */
  readonly numbers: readonly number[]
}

/**
 * Let the engine that has not read a PDF read some of its pages too, before somebody is accused by what the first one read.
 * Where PDFium is not installed the first reading stands alone.
 */
export async function secondReading(
  bytes: Uint8Array,
  pages: readonly Page[],
  { engine, password, numbers }: SecondOptions,
): Promise<SecondReading> {
  const wanted = pages.filter(({ page, ocr }) => ocr === undefined && numbers.includes(page)).map(({ page }) => page)
  if (wanted.length === 0) return { pages, findings: [] }
  const { readPages } = await (engine === 'pdfium' ? import('./document.ts') : import('./pdfium/document.ts'))
  const others = await readPages(bytes, { password, pages: wanted }).catch((error: unknown) => {
    if (error instanceof BudgetError && error.code === 'not-installed') return null
    throw error
  })
  const byNumber = new Map(others?.pages.map(other => [other.page, other]))
  const findings: Finding[] = []
  const marked = pages.map(page => {
    const other = byNumber.get(page.page)
    const disputes = other === undefined ? new Map<Glyph, string>() : disputesOf(page, other)
    if (disputes.size === 0) return page
    findings.push(findingOf(page.page, disputes))
    const lessSure = (glyph: Glyph): Glyph => ({ ...glyph, confidence: Math.min(glyph.confidence, DISPUTED) })
    return { ...page, glyphs: page.glyphs.map(glyph => (disputes.has(glyph) ? lessSure(glyph) : glyph)) }
  })
  return { pages: findings.length === 0 ? pages : marked, findings }
}

/** The glyphs of figures that another reading of the page has otherwise, each with what stands there instead. */
export function disputesOf(page: Page, other: Page): ReadonlyMap<Glyph, string> {
  const disputes = new Map<Glyph, string>()
  const isComparable =
    page.rotation === other.rotation &&
    Math.abs(page.width - other.width) < SAME_SIZE &&
    Math.abs(page.height - other.height) < SAME_SIZE
  if (!isComparable) return disputes
  const [own, others] = [page, other].map(({ glyphs }) => byLine(glyphs.filter(({ text }) => text !== ' ')))
  const near = (lines: typeof own, { baseline, size, box }: Glyph, reach: number): Glyph[] =>
    [Math.floor(baseline) - 1, Math.floor(baseline), Math.floor(baseline) + 1]
      .flatMap(line => lines?.get(line) ?? [])
      .filter(
        there => Math.abs(there.box[0] - box[0]) <= reach * size && Math.abs(there.baseline - baseline) <= SAME_PLACE * size,
      )
  for (const glyph of page.glyphs) {
    if (!OF_FIGURES.test(glyph.text)) continue
    const there = near(others, glyph, SAME_PLACE)
    if (!there.some(({ text }) => text === glyph.text)) disputes.set(glyph, there.map(({ text }) => text).join(''))
  }
  for (const glyph of other.glyphs) {
    if (!OF_FIGURES.test(glyph.text) || near(own, glyph, SAME_PLACE).length > 0) continue
    for (const beside of near(own, glyph, BESIDE))
      if (OF_FIGURES.test(beside.text) && !disputes.has(beside)) disputes.set(beside, `${beside.text}${glyph.text}`)
  }
  return disputes
}

/** Glyphs by the whole points of their baseline. */
const byLine = (glyphs: readonly Glyph[]): ReadonlyMap<number, Glyph[]> =>
  Map.groupBy(glyphs, ({ baseline }) => Math.floor(baseline))

function findingOf(page: number, disputes: ReadonlyMap<Glyph, string>): Finding {
  const [first] = disputes
  const [actual, expected] = [first?.[0].text ?? '', first?.[1] ?? '']
  const count = disputes.size
  return {
    ...{ code: 'engines-differ', severity: 'warning', verdict: 'extraction-suspect', table: null, tables: [], cells: [], page },
    ...{ box: first?.[0].box ?? null, expected, actual, tolerance: null },
    message: {
      zh: `第${page}页有${count}个数字字符，另一个 PDF 引擎读法不同（例如“${actual}”读作“${expected}”），所在数字存疑`,
      en: `page ${page}: another PDF engine reads ${count} characters of figures otherwise (such as “${actual}” as “${expected}”), the figures they stand in are in doubt`,
    },
  }
}
