import { ifInstalled } from '../errors.ts'
import { type Finding, findingFrom } from '../finding.ts'
import type { Glyph, Page } from './page.ts'

/** Confidence of a figure that two engines read otherwise: no text layer vouches for it. */
const DISPUTED = 0.5
/** Of the two readings of one glyph the starts lie no further apart than this, in font sizes; the narrowest digits are .25 wide. */
const SAME_PLACE = 0.15
/** A glyph that only the other engine reads belongs to the figure whose glyphs are no further away than this, in font sizes. */
const BESIDE = 0.75
/** Pages that were turned or cut otherwise cannot be compared; sizes differ by less than this, in points. */
const SAME_SIZE = 1
const OF_FIGURES = /^[\d.,%()\-−–]$/

/** What has to be known to read the pages again. */
interface SecondOptions {
  readonly engine: 'pdfjs' | 'pdfium'
  readonly password?: string | undefined
  /** Numbers of the pages with a text layer on which something rests. */
  readonly numbers: readonly number[]
}

/**
 * Let both engines read some pages of a PDF, before somebody is accused by what one of them read: the pages on which they differ, with
 * less confidence in what is disputed. Where PDFium is not installed nothing is disputed.
 */
export async function secondReading(bytes: Uint8Array, { engine, password, numbers }: SecondOptions) {
  if (numbers.length === 0) return { disputed: [], findings: [] }
  const readBy = async (which: SecondOptions['engine']) => {
    const { readPages } = await (which === 'pdfjs' ? import('./document.ts') : import('./pdfium/document.ts'))
    return (await readPages(bytes, { password, pages: numbers })).pages
  }
  const others = await ifInstalled(readBy(engine === 'pdfjs' ? 'pdfium' : 'pdfjs'), [])
  if (others.length === 0) return { disputed: [], findings: [] }
  const byNumber = new Map(others.map(other => [other.page, other]))
  const read = (await readBy(engine)).map(page => {
    const other = byNumber.get(page.page)
    return { page, disputes: other === undefined ? new Map<Glyph, string>() : disputesOf(page, other) }
  })
  const differing = read.filter(({ disputes }) => disputes.size > 0)
  const lessSure = (glyph: Glyph): Glyph => ({ ...glyph, confidence: Math.min(glyph.confidence, DISPUTED) })
  return {
    disputed: differing.map(({ page, disputes }) => ({
      ...page,
      glyphs: page.glyphs.map(glyph => (disputes.has(glyph) ? lessSure(glyph) : glyph)),
    })),
    findings: differing.map(({ page, disputes }) => findingOf(page.page, disputes)),
  }
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
  return findingFrom({
    ...{ code: 'engines-differ', severity: 'warning', verdict: 'extraction-suspect', page },
    ...{ box: first?.[0].box ?? null, expected, actual },
    zh: `第${page}页有${count}个数字字符，另一个 PDF 引擎读法不同（例如“${actual}”读作“${expected}”），所在数字存疑`,
    en: `page ${page}: another PDF engine reads ${count} characters of figures otherwise (such as “${actual}” as “${expected}”), the figures they stand in are in doubt`,
  })
}
