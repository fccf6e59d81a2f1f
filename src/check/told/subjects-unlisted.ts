import { type Finding, findingFrom } from '../../finding.ts'
import type { Check } from '../check.ts'
import { CODES } from '../finding-codes.ts'
import { NO_ROW, OTHER_NAME } from '../relations/said/said-subjects.ts'
import { pagesText } from './quoted.ts'

/** A subject of the narrative with its amount, and the row of the table that has that under another name. */
function told({ left, right }: Check): string {
  const [said, printed] = [left.terms[0], right.terms[0]]
  const row = printed ? ` = ${right.label} ${printed.text}` : ''
  return `${left.label} ${said?.text ?? ''}${row}`
}

/** The subjects that the narrative lists and the table it repeats has no row of, once a document; those whose amount it prints under another name with that. */
export function unlistedFindings(checks: readonly Check[]): Finding[] {
  const lost = checks.filter(({ note }) => note === NO_ROW || note === OTHER_NAME)
  const terms = lost.flatMap(({ left }) => left.terms)
  const [term] = terms
  if (!term) return []
  const all = lost.map(told).join('; ')
  return [
    findingFrom({
      ...{ code: 'subject-unlisted', severity: CODES['subject-unlisted'], verdict: 'not-evaluable' },
      ...{ page: term.page, box: term.box, tables: [...new Set(lost.flatMap(({ tables }) => tables))] },
      identities: [...new Set(lost.map(({ identity }) => identity))],
      zh: `说明所列的以下科目，表中没有同名的行（等号后为金额相同而名称不同的行）：${all}（${pagesText(terms, 'zh')}）。`,
      en: `the table has no row of the name of these subjects of the narrative (behind = the row of another name with the amount): ${all} (${pagesText(terms, 'en')}).`,
    }),
  ]
}
