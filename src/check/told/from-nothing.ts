import { type Finding, findingFrom } from '../../finding.ts'
import { type Check, fromOf } from '../check.ts'
import { CODES } from '../finding-codes.ts'
import { NOTHING_BEFORE } from '../relations/said/growth.ts'
import { pagesText } from './quoted.ts'

/** That a growth is told of what there was nothing of before, which has none; once a document, with all places. */
export function fromNothingFindings(checks: readonly Check[]): Finding[] {
  const told = checks.filter(({ note }) => note === NOTHING_BEFORE)
  const [first] = told
  const term = first?.left.terms[0]
  if (!first || !term) return []
  const said = `${first.left.label}${term.text}`
  const made = fromOf(first).map(({ text }) => text)
  const others = told.slice(1).flatMap(({ left }) => left.terms)
  const also = {
    zh: others.length > 0 ? `，同样见于${pagesText(others, 'zh')}` : '',
    en: others.length > 0 ? `; likewise on ${pagesText(others, 'en')}` : '',
  }
  return [
    findingFrom({
      ...{ code: 'growth-from-nothing', severity: CODES['growth-from-nothing'], verdict: 'not-evaluable' },
      ...{ page: term.page, box: term.box, actual: term.text },
      identities: [...new Set(told.map(({ identity }) => identity))],
      zh: `${pagesText([term], 'zh')}称“${said}”，而上年为0（${made.join('−')}），增长率无从计算${also.zh}。`,
      en: `${pagesText([term], 'en')} says “${said}” of what was nothing the year before (${made.join(' − ')}): no growth can be worked out${also.en}.`,
    }),
  ]
}
