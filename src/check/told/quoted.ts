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
