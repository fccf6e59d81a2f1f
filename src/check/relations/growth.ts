import type { Dataset } from '../../budget/dataset.ts'
import type { ProseFact } from '../../budget/prose.ts'
import type { Check } from '../check.ts'
import type { Of } from '../declared/identity.ts'
import { notEvaluable } from './compare.ts'
import { ratioCheck } from './ratio.ts'

/** What a change is called, `支总计各增加` as 支总计; empty when it has no name of its own. */
const changeName = ({ label }: ProseFact): string =>
  label
    .replace(/^(?:比|较|与)?(?:上年|20\d\d年度?)?(?:相比)?/, '')
    .replace(/各?(?:增加|增长|减少|下降|上升)(?:了|额)?(?:约|为|共)?$/, '')

/** A name of fewer characters is one of many things. */
const NAMED = 3

/** The amount a change is about: the one before it, or the last one of its own name or of the name in front of 比 or 较. */
function currentOf(facts: readonly ProseFact[], at: number): { readonly current: ProseFact; readonly isNamed: boolean } | null {
  const fact = facts[at]
  if (!fact) return null
  const said = fact.of === null ? undefined : facts[fact.of]
  if (said) return { current: said, isNamed: false }
  const name = changeName(fact)
  const before = facts.slice(0, at).filter(({ kind }) => kind === 'amount')
  const own =
    name.length < NAMED
      ? undefined
      : before.findLast(({ subject, section }) => section === fact.section && subject.replace(/[均各]$/, '') === name)
  if (own) return { current: own, isNamed: true }
  const compared = /([^,;:、。()\d]{3,})(?:比|较|与)(?:上年|20\d\d年)/.exec(fact.before)?.[1]
  const other = compared === undefined ? undefined : before.findLast(({ subject }) => subject === compared)
  return other ? { current: other, isNamed: false } : null
}

/** Growth against the increase and what it leaves for last year. */
export function growthChecks({ prose: facts }: Dataset, { id }: Of<'growth'>): Check[] {
  return facts.flatMap((fact, at) => {
    if (fact.kind !== 'growth') return []
    const change = facts.slice(0, at).findLastIndex(other => other.kind === 'change' && other.sentence === fact.sentence)
    const between = change < 0 ? [] : facts.slice(change + 1, at)
    const said = facts[change]
    const found = change < 0 ? null : currentOf(facts, change)
    const current = found?.current
    if (!said || !current || said.fen === null || current.fen === null || between.some(other => other.kind !== 'year'))
      return []
    const before = said.direction === 'less' ? current.fen + said.fen : current.fen - said.fen
    if (before <= 0n || fact.aside) return []
    const check = ratioCheck({
      identity: id,
      fact,
      part: [said],
      whole: [current],
      numerator: said.fen,
      denominator: before,
      slack: said.step / 2n + (current.step * said.fen) / before,
      plugged: false,
    })
    // The amount a change is about is certain only when the sentence has no other.
    const others = facts.filter(other => other.sentence === fact.sentence && other.kind === 'amount' && !other.aside).length
    return [
      check.outcome === 'broken' && !found?.isNamed && (others > 1 || fact.of === null)
        ? notEvaluable(check, 'may be about another amount')
        : check,
    ]
  })
}
