import { isMoneyUnit } from '../../budget/money/amount.ts'
import type { Words } from '../../finding.ts'
import type { Term } from '../check.ts'

/** A language that findings are told in. */
export type Language = keyof Words

const BLANK: Words = { zh: '空白', en: 'blank' }

/** A figure as it is printed, with its unit where the text has none; a blank is called blank. */
export function quoted(term: Pick<Term, 'text' | 'unit'>, language: Language): string {
  const text = term.text.trim()
  if (text === '') return BLANK[language]
  return /[元%个分]/.test(text) || term.unit === '' || !isMoneyUnit(term.unit)
    ? text
    : `${text}${language === 'zh' ? '' : ' '}${term.unit}`
}

/** The pages that some things stand on, each once and in order: 第7、8页; p. 7, 8. */
export function pagesText(things: readonly Pick<Term, 'page'>[], language: Language): string {
  const pages = [...new Set(things.map(({ page }) => page))].sort((a, b) => a - b)
  return language === 'zh' ? `第${pages.join('、')}页` : `p. ${pages.join(', ')}`
}

/** So many texts or figures of a list are quoted; more are counted. */
export const QUOTED = 6

/** A text as it is printed, with the things whose pages it stands on. */
export type Quote = readonly [text: string, on: readonly Pick<Term, 'page'>[]]

/** Texts in quotation marks, each with its pages: “234万万元”（第60页）. */
export const textsQuoted = (quotes: readonly Quote[]): Words => ({
  zh: quotes.map(([text, on]) => `“${text}”（${pagesText(on, 'zh')}）`).join('、'),
  en: quotes.map(([text, on]) => `“${text}” (${pagesText(on, 'en')})`).join(', '),
})

/** The first of some texts quoted, with how many there are where there are more. */
export function firstQuoted(quotes: readonly Quote[], counted: '处' | '项'): Words {
  const { zh, en } = textsQuoted(quotes.slice(0, QUOTED))
  const more = quotes.length - QUOTED
  return more > 0 ? { zh: `${zh}等${quotes.length}${counted}`, en: `${en} and ${more} more` } : { zh, en }
}
