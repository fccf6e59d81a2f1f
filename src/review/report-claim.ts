import { IDENTITY_NAMES } from '../check/identities.ts'
import { type Box, unionAll } from '../geometry.ts'
import type { DocumentJson } from '../write/document/document.ts'
import type { CheckJson } from '../write/document/meaning-schema.ts'
import { type Language, verdictWord, WORDS } from '../write/document/reconciliation.ts'
import { escaped } from '../write/document/reconciliation-text.ts'
import type { Pictures } from './pictures.ts'
import { toldCheck } from './told-check.ts'

type FindingJson = DocumentJson['findings'][number]

/** A document of a report. */
export interface Reported {
  readonly name: string
  /** What its pages are asked for by; no other document has it. */
  readonly key: string
  readonly document: DocumentJson
}

/** Room above and below the figures concerned, in points: two or three rows, so that a reader sees where they stand. */
const AROUND = 36

interface Figure {
  readonly page: number
  readonly side: 'left' | 'right'
  readonly box: Box
}

/** The figures of one claim on one page, and the strip of the page that shows them. */
interface Strip {
  readonly page: number
  readonly box: Box
  readonly figures: readonly Figure[]
}

/** The figures that a claim is about: those of its identity, or else the place of the finding itself. */
function figuresOf({ page, box }: FindingJson, check: CheckJson | null): Figure[] {
  if (check === null) return page === null || box === null ? [] : [{ page, box, side: 'left' }]
  return (['left', 'right'] as const).flatMap(side => check[side].terms.map(term => ({ page: term.page, box: term.box, side })))
}

/** The strips of the pages on which figures stand, as wide as the page. */
function stripsOf(figures: readonly Figure[], pages: ReadonlyMap<number, { width: number; height: number }>): Strip[] {
  return [...Map.groupBy(figures, ({ page }) => page)].flatMap(([page, own]) => {
    const size = pages.get(page)
    if (!size) return []
    const [, top, , bottom] = unionAll(own.map(({ box }) => box))
    const box: Box = [0, Math.max(0, top - AROUND), size.width, Math.min(size.height, bottom + AROUND)]
    return [{ page, box, figures: own }]
  })
}

/** Pages of one claim that are shown. */
const PAGES = 3

const rectangle = ({ side, box }: Figure): string => {
  const [x0, top, x1, bottom] = box
  return `<rect class="${side}" x="${x0}" y="${top}" width="${x1 - x0}" height="${bottom - top}"/>`
}

const viewBox = ([x0, top, x1, bottom]: Box): string => `${x0} ${top} ${x1 - x0} ${bottom - top}`

const pageWord = (page: number, language: Language): string => (language === 'zh' ? `第 ${page} 页` : `p. ${page}`)

function strip({ page, box, figures }: Strip, jpeg: Uint8Array, language: Language): string {
  const data = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`
  const where = pageWord(page, language)
  return `<figure><div class="strip"><img alt="${where}" src="${data}"><svg viewBox="${viewBox(box)}" preserveAspectRatio="none">${figures.map(rectangle).join('')}</svg></div><figcaption>${where}</figcaption></figure>`
}

/** A place where nothing is printed counts in a sum, and has to be seen there. */
const BLANK: Readonly<Record<Language, string>> = { zh: '（空）', en: '(blank)' }

function side({ unit, ...check }: CheckJson, name: 'left' | 'right', language: Language): string {
  const { label, value, terms } = check[name]
  const blank = BLANK[language]
  const printed = terms.map(({ sign, text }, at) => `${sign === '-' ? '− ' : at > 0 ? '+ ' : ''}${text || blank}`).join(' ')
  const sum =
    terms.length > 1 && value !== null ? ` = ${value}${unit}` : printed.endsWith(unit) || printed === blank ? '' : unit
  return `<p class="side ${name}">${escaped(`${label} ${printed}${printed === '' ? '' : sum}`)}</p>`
}

/** What of an identity stands below the sentence: its name, both sides, the difference. */
function sides(check: CheckJson, language: Language): string[] {
  const { identity, difference, unit } = check
  return [
    `<h4>${escaped(`${identity} ${IDENTITY_NAMES.get(identity)?.[language] ?? ''}`.trim())}</h4>`,
    side(check, 'left', language),
    side(check, 'right', language),
    ...(difference === null ? [] : [`<p class="difference">${WORDS[language].difference} ${escaped(difference + unit)}</p>`]),
  ]
}

/** One claim as a card: who is at fault, the sentence to quote, the identity that says most, and the pieces of the pages that show it. */
export async function claimCard(
  { key, document }: Reported,
  finding: FindingJson,
  pictures: Pictures,
  language: Language,
): Promise<string> {
  const at = toldCheck(document, finding)
  const check = at === null ? null : (document.checks[at] ?? null)
  const pages = new Map(document.pages.map(page => [page.page, page]))
  const strips: string[] = []
  for (const one of stripsOf(figuresOf(finding, check), pages).slice(0, PAGES)) {
    const page = pages.get(one.page)
    const jpeg = page && (await pictures.strip(key, page, [one.box[1], one.box[3]]))
    if (jpeg) strips.push(strip(one, jpeg, language))
  }
  return [
    `<article><h3>${escaped(verdictWord(finding.verdict, WORDS[language]))}</h3>`,
    `<blockquote>${escaped(finding.message[language])}</blockquote>`,
    ...(check === null ? [] : sides(check, language)),
    ...strips,
    '</article>',
  ].join('\n')
}
