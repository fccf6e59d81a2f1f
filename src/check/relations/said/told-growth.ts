import type { Dataset } from '../../../budget/dataset.ts'
import { isCompared, isNow, type ProseFact } from '../../../budget/prose/prose.ts'
import { addedUp, type Check, type Term } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { toldTerm } from '../compare.ts'
import { percentOf, ratioCheck } from '../sums/ratio.ts'
import { baseOf } from './base.ts'
import { changeWith } from './growth.ts'
import { before } from './said-change.ts'

type Facts = readonly ProseFact[]

/** What something grew to, and from what. */
type Grown = readonly [now: ProseFact, then: ProseFact]

/** What stands right before a growth to be compared with, and what is told before it: 支出100万元,比上年90万元增长11.1%. */
function comparedBefore(facts: Facts, at: number): Grown | null {
  const [now, then] = [facts[facts[at]?.of ?? -1], before(facts, at)?.fact]
  return now && then && now !== then && isCompared(then) && !then.aside && now.sentence === then.sentence ? [now, then] : null
}

/** The one amount of its sentence that is of the year which the words of a growth name, and the one right before it of another: 2025年执行数20万元,2026年预算安排50万元,比2025年执行数增加149.5%. */
function ofNamedYear(facts: Facts, at: number): Grown | null {
  const [fact, now] = [facts[at], before(facts, at)?.fact]
  const year = fact && baseOf(fact, null)?.time
  if (!now || !isNow(now) || !year || !/^20\d\d$/.test(year)) return null
  const isOfYear = ({ label }: ProseFact): boolean => label.includes(`${year}年`)
  const [then, ...more] = facts.slice(0, at).filter(one => one.sentence === fact.sentence && isNow(one) && isOfYear(one))
  return then && more.length === 0 && !isOfYear(now) ? [now, then] : null
}

/** Growths that are told beside both amounts, and no change, against these. */
export function toldGrowths({ prose }: Dataset, { id }: Of<'told-growth'>): Check[] {
  return prose.flatMap((fact, at) => {
    if (fact.kind !== 'growth' || fact.aside || changeWith(prose, at) >= 0) return []
    const [now, then] = comparedBefore(prose, at) ?? ofNamedYear(prose, at) ?? []
    if (!now?.fen || !then?.fen) return []
    const sign = fact.direction === 'less' ? -1n : 1n
    const part: Term[] = [toldTerm(now, sign), toldTerm(then, sign === 1n ? -1n : 1n)]
    const change = addedUp(part)
    // That the direction is another is told of itself.
    if (change <= 0n) return []
    const slack = (now.told + then.told) / 2n + (then.told * change) / then.fen
    return [ratioCheck({ identity: id, printed: percentOf(fact), part, whole: [toldTerm(then)], slack })]
  })
}
