import { BOTH_SIDES, coreOf } from '../../../budget/columns/money-words.ts'
import type { ProseFact } from '../../../budget/prose/prose.ts'
import { OFFICE } from './facts.ts'
import { sangongKey } from './said-sangong.ts'

/** Sentences from a change to one that tells its cause: one told of no name speaks of the sentence right before it, or of its own. */
const BEHIND = { named: 2, unnamed: 1 }

/** An office, with 本级, before the name of its money. */
const OF_OFFICE = new RegExp(`^.*${OFFICE}(?:\\(本级?\\))?`, 'u')

/** What money is called, whoever's it is. */
const nameOf = (subject: string): string => coreOf(subject.replace(OF_OFFICE, ''))

/** Whether a change is of the money that a cause names: of one part of 三公, of either side where it names both, or of the same name; a cause without a name may be that of any. */
function isOfCause(cause: string, change: string): boolean {
  const [name, own] = [nameOf(cause), nameOf(change)]
  const item = sangongKey(cause)
  if (item !== undefined) return item === sangongKey(change)
  const both = name.replace(BOTH_SIDES, '')
  return name === '' || name === own || (both !== name && ['收入', '支出', '收支'].some(side => own === both + side))
}

/** The heading above the innermost one: 1.收入预算减少… and 3.收支预算减少的主要原因 stand under one. */
const outer = (section: string): string => section.replace(/(?:^| > )[^>]*$/, '')

/** The changes that a sentence may tell the cause of: told near before it, of money of its name. */
export function causedBy(cause: ProseFact, prose: readonly ProseFact[]): ProseFact[] {
  const most = nameOf(cause.subject) === '' ? BEHIND.unnamed : BEHIND.named
  return prose.filter(change => {
    if (change.kind !== 'change' || change.aside) return false
    const gap = cause.sentence - change.sentence
    const isBefore = gap === 0 ? change.before.length < cause.before.length : gap > 0 && gap <= most
    return isBefore && outer(change.section) === outer(cause.section) && isOfCause(cause.subject, change.subject)
  })
}
