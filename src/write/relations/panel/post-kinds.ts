import { sum } from '../../../geometry.ts'
import type { NarrativeJson } from '../../document/meaning-schema.ts'
import { type Count, kindIn } from './count-words.ts'
import { type Office, ownerOf } from './owners.ts'

/** What stands before the last clause of a text. */
const BEFORE_CLAUSE = /^.*[,;:。、]/s
/** Signs and words between two kinds of one list. */
const JOINED = /^[,、;和及]*/

/** What a sentence says since the number before. */
function since(facts: readonly NarrativeJson[], at: number): string {
  const [last, fact] = [facts[at - 1], facts[at] as NarrativeJson]
  return last?.sentence === fact.sentence ? fact.before.slice(last.before.length + last.text.length) : fact.before
}

/** Whether a number is of one more kind of the list that the number before belongs to. */
const goesOn = (facts: readonly NarrativeJson[], at: number): boolean =>
  facts[at]?.sentence === facts[at - 1]?.sentence && kindIn(since(facts, at).replace(JOINED, ''))?.before === ''

/**
 * Posts of an office that are told in kinds alone, where the words before them say that these are all: 共有行政编制12名、事业编制5名. Every number of posts in the document
 * has to be of that list.
 */
export function postsInKinds(facts: readonly NarrativeJson[], office: Office): (Count & { readonly first: number })[] {
  const posts = facts.flatMap((fact, at) => (/编制/.test(fact.label) && /^[人名个]$/.test(fact.unit) ? [at] : []))
  const [first, ...others] = posts
  if (first === undefined || others.length === 0 || !others.every((at, index) => at === first + index + 1)) return []
  const list = kindIn(since(facts, first))
  if (list === null || !list.isAll || !others.every(at => goesOn(facts, at))) return []
  if (ownerOf(list.before.replace(BEFORE_CLAUSE, ''), office).owner === 'other') return []
  const own = posts.map(at => facts[at] as NarrativeJson)
  if (own.some(({ direction, aside }) => direction !== null || aside)) return []
  const value = sum(own.map(fact => Number(fact.value)))
  return [{ counted: 'posts', value, page: (own[0] as NarrativeJson).page, retired: 0, first }]
}
