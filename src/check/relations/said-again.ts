import type { Dataset } from '../../budget/dataset.ts'
import { coreOf, isElided } from '../../budget/money-words.ts'
import { isNow, type ProseFact } from '../../budget/prose.ts'
import type { Check } from '../check.ts'
import type { Of } from '../declared/identity.ts'
import { PLANNED } from '../declared/words.ts'
import { compare, proseTerm } from './compare.ts'
import { isAmount, isOfDocument, MAY_BE_OTHER } from './facts.ts'
import { sangongKey } from './said-sangong.ts'

/** Words of a difference: 减少了三公经费342.74万元 tells no amount of this year. */
const OF_CHANGE = /[增减降]/

/** What an amount of 三公 is, as planned or as spent; null where it is none that is said for itself and for this year. */
function nameOf(dataset: Dataset, fact: ProseFact): string | null {
  const key = isAmount(fact) && isNow(fact) && isOfDocument(dataset, fact) ? sangongKey(fact.subject) : undefined
  if (key === undefined || OF_CHANGE.test(fact.label) || isOfOtherYear(dataset, fact)) return null
  // The total of an office is that of no other.
  return `${key === 'total' ? coreOf(fact.subject) : key} ${stageOf(dataset, fact)}`
}

/** Whether the sentence tells of another year: 2021年的三公经费…,其中:公务接待费…. */
const isOfOtherYear = ({ metadata }: Dataset, { before }: ProseFact): boolean => {
  const year = /^.*(20\d\d)年/.exec(before)?.[1]
  return year !== undefined && metadata.fiscalYear !== null && Number.parseInt(year, 10) !== metadata.fiscalYear
}

/** Whether an amount was planned or spent, by its words: 三公经费预算为…,支出为… tells both. */
function stageOf({ metadata }: Dataset, { label }: ProseFact): 'planned' | 'spent' {
  if (/决算|执行/.test(label)) return 'spent'
  if (PLANNED.test(label)) return 'planned'
  return metadata.kind === 'final-accounts' || isElided(label) ? 'spent' : 'planned'
}

const sideOf = (fact: ProseFact) => ({ label: fact.subject, terms: [proseTerm(fact)] })

/** An amount of 三公 that the sentences tell again is the same; as it may be that of another office, a difference is no more than a doubt. */
export function saidAgain(dataset: Dataset, { id }: Of<'said-again'>): Check[] {
  const told = new Map<string, ProseFact>()
  return dataset.prose.flatMap(fact => {
    const name = nameOf(dataset, fact)
    if (name === null) return []
    const before = told.get(name)
    if (!before) {
      told.set(name, fact)
      return []
    }
    const instance = `p.${fact.page} ${fact.subject} ${fact.text}`
    const check = compare({ identity: id, instance }, sideOf(fact), sideOf(before), 'same')
    return [check.outcome === 'broken' ? { ...check, note: MAY_BE_OTHER } : check]
  })
}
