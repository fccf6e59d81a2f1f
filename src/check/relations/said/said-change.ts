import { coreOf, isElided } from '../../../budget/columns/money-words.ts'
import type { Dataset } from '../../../budget/dataset.ts'
import {
  isCompared,
  isCompleted,
  isMovedFrom,
  isNow,
  isOfBudget,
  isOfLastYear,
  type ProseFact,
} from '../../../budget/prose/prose.ts'
import { type Check, isHeld, type Term } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { SINCE } from '../../sangong/change.ts'
import { cellTerm, compare, toldTerm } from '../compare.ts'
import { percentOf, ratioCheck } from '../sums/ratio.ts'
import { isSinceOtherYear, namesBase } from './base.ts'
import { isAmount, MAY_BE_OTHER } from './facts.ts'
import { sangongKey, sangongTerm } from './said-sangong.ts'

/** The figure right before one, in its sentence. */
export function before(facts: readonly ProseFact[], at: number): { readonly fact: ProseFact; readonly at: number } | undefined {
  let last = at - 1
  while (facts[last]?.kind === 'year') last--
  const fact = facts[last]
  return fact !== undefined && fact.sentence === facts[at]?.sentence ? { fact, at: last } : undefined
}

/** What is the less of one and the more of another is the difference of the two: `now` is `then` and the change. */
function changed(id: string, fact: ProseFact, [now, then]: readonly [Term, Term], label: string): Check {
  const change = toldTerm(fact, fact.direction === 'less' ? -1n : 1n)
  return compare(
    { identity: id, instance: `p.${fact.page} ${fact.label} ${fact.text}` },
    { label: fact.label, terms: [change] },
    { label, terms: [now, { ...then, sign: -1n }] },
    'sum',
  )
}

/** What an amount was and what it came to, which a change from nothing else stands right behind: 由上年的100万元调整为90万元,减少…. */
function movedBefore(facts: readonly ProseFact[], at: number): readonly [now: ProseFact, then: ProseFact] | null {
  const now = before(facts, at)
  const then = now && before(facts, now.at)?.fact
  if (!then || !isAmount(now.fact) || !isAmount(then)) return null
  return isMovedFrom(then.label) && !namesBase(facts[at] as ProseFact) ? [now.fact, then] : null
}

/** The budget of a sentence that tells one and what was spent of it: 预算45万元,支出40万元,预算数比上年预算数50万元减少5万元. */
const budgetOf = (facts: readonly ProseFact[], { sentence }: ProseFact, at: number): ProseFact | undefined =>
  facts.slice(0, at).findLast(fact => fact.sentence === sentence && isNow(fact) && isOfBudget(fact.label))

/** What an amount was the year before and the last one of its name before that: 预算数72万元,决算数58万元;上年决算数66万元,本年减少8万元. */
function sinceLast(
  facts: readonly ProseFact[],
  at: number,
  base: ProseFact,
): readonly [now: ProseFact, then: ProseFact] | null {
  if (!isOfLastYear(base.label) || namesBase(facts[at] as ProseFact)) return null
  const name = base.label.replace(/^(?:上年度?|去年)/, '')
  const now = amountsBefore(facts, at).findLast(({ label }) => label === name)
  return now ? [now, base] : null
}

/** The figure that a change is of, and the one it is compared with: 比2023年预算数5.40万元减少0.20万元. A budget of the year before is compared with one of this. */
function comparedIn(facts: readonly ProseFact[], at: number): readonly [now: ProseFact, then: ProseFact] | null {
  const [told, base] = [facts[facts[at]?.of ?? -1], before(facts, at)?.fact]
  const since = base ? sinceLast(facts, at, base) : null
  if (since) return since
  if (!base || told === base || !isCompared(base)) return movedBefore(facts, at)
  const isOfLastBudget = isOfBudget(base.label) && /上年|去年/.test(base.label)
  const now = isOfLastBudget && told && !isOfBudget(told.label) ? (budgetOf(facts, base, at) ?? told) : told
  return now?.sentence === base.sentence && now.fen !== null ? [now, base] : null
}

/** The amounts that its sentence tells before a change and tells no change of: it may be of any of them. */
export function amountsBefore(facts: readonly ProseFact[], at: number): readonly ProseFact[] {
  const from = facts.slice(0, at).findLastIndex(({ sentence }) => sentence !== facts[at]?.sentence) + 1
  const own = facts.slice(from, at)
  const changed = new Set(own.flatMap(({ kind, of }) => (kind === 'change' ? [of] : [])))
  return own.filter(({ kind, fen }, index) => kind === 'amount' && fen !== null && !changed.has(from + index))
}

/** A change is the difference of the two figures it stands between, or behind; where its sentence tells another that it fits, it is of that one. */
export function changeChecks({ prose }: Dataset, { id }: Of<'change'>): Check[] {
  return prose.flatMap((fact, at) => {
    if (fact.kind !== 'change' || fact.fen === null || fact.aside) return []
    const [now, then] = comparedIn(prose, at) ?? []
    if (!now || !then) return []
    const others = amountsBefore(prose, at).filter(other => other !== now && other !== then)
    const readings = [now, ...others].map(one => changed(id, fact, [toldTerm(one), toldTerm(then)], one.subject))
    return readings.find(isHeld) ?? readings[0] ?? []
  })
}

/** What is said for itself in the part of a sentence before a budget that it is a percentage of, where nothing else is. */
function spentBefore(facts: readonly ProseFact[], at: number, budget: ProseFact): readonly [ProseFact, ProseFact] | null {
  const spent = facts[facts[at]?.of ?? -1]
  const from = facts.slice(0, at).findLastIndex(({ sentence }) => sentence !== budget.sentence) + 1
  const beside = facts.slice(from, at).filter(fact => isNow(fact) && !budget.before.slice(fact.before.length).includes(';'))
  return spent?.fen != null && beside.length === 1 && beside[0] === spent ? [spent, budget] : null
}

/** Which budget words name, where a sentence tells several: 年初预算 or the 调整预算 that it became. */
const WHICH_BUDGET = /年初|调整/

/** The budget that a percentage is of: the one that its words name where its sentence tells it, else the nearest. */
function budgetNamed(facts: readonly ProseFact[], at: number, nearest: ProseFact | undefined): ProseFact | undefined {
  const fact = facts[at]
  const [which] = WHICH_BUDGET.exec(fact?.label ?? '') ?? []
  const other = WHICH_BUDGET.exec(nearest?.label ?? '')?.[0] ?? which
  if (which === undefined || which === other) return nearest
  const isNamed = (one: ProseFact): boolean =>
    one.sentence === fact?.sentence && isOfBudget(one.label) && one.label.includes(which)
  return facts.slice(0, at).findLast(isNamed) ?? nearest
}

/** What was spent and the budget it is a part of, by their sentence. */
function spentOf(facts: readonly ProseFact[], at: number): readonly [spent: ProseFact, budget: ProseFact] | null {
  const beside = before(facts, at)
  const last = beside?.fact
  if (last !== undefined && isCompleted(last)) return spentBefore(facts, at, last)
  const told = facts[facts[at]?.of ?? -1]
  if (last !== undefined && isOfBudget(last.label) && told !== undefined && told.sentence < last.sentence) return [told, last]
  const first = beside && before(facts, beside.at)?.fact
  // 支出决算…,与年初预算…相比,完成… names the budget behind.
  const isTurned = last !== undefined && isOfBudget(last.label) && /^[与较比]/.test(last.label)
  const [nearest, beforeIt] = isTurned ? [first, last] : [last, first]
  const budget = budgetNamed(facts, at, beforeIt)
  // 决算数…,预算数…,上年决算数…,完成预算…: what is told last is of another year.
  const spent = told?.sentence === last?.sentence ? told : nearest
  if (!spent || !budget || !isAmount(spent) || !isAmount(budget) || isOfBudget(spent.label)) return null
  return isOfBudget(budget.label) && (isElided(spent.subject) || coreOf(spent.subject) === coreOf(budget.subject))
    ? [spent, budget]
    : null
}

/** 年初预算为…,支出决算为…,完成年初预算的…: what was spent of a budget. */
export function completionChecks(dataset: Dataset, { id }: Of<'completion'>): Check[] {
  return dataset.prose.flatMap((fact, at) => {
    if (fact.kind !== 'completion' || fact.aside) return []
    const figures = spentOf(dataset.prose, at)
    const [spent, budget] = figures?.map(figure => toldTerm(figure)) ?? printedOf(dataset, at) ?? []
    if (!spent || !budget || budget.fen <= 0n) return []
    const slack = spent.step / 2n + (budget.step * spent.fen) / budget.fen
    const check = ratioCheck({ identity: id, printed: percentOf(fact), part: [spent], whole: [budget], slack })
    const isNear = figures?.every(({ sentence }) => sentence === fact.sentence) ?? true
    return [isNear || check.outcome !== 'broken' ? check : { ...check, note: MAY_BE_OTHER }]
  })
}

/** The same of 三公, as its table prints them. */
function printedOf(dataset: Dataset, at: number): readonly [Term, Term] | null {
  const said = before(dataset.prose, at)?.fact
  const key = said && isAmount(said) && !isOfBudget(said.label) ? sangongKey(said.subject) : undefined
  const [spent, budget] = (['final', 'budget'] as const).map(facet => key && sangongTerm(dataset, 'fin.07', key, facet))
  return spent && budget && said?.fen === spent.fen ? [spent, budget] : null
}

/** Whether the same figure is said to have changed since that year before: what changed again may be of what was not read. */
const isToldBefore = (facts: readonly ProseFact[], at: number): boolean =>
  facts
    .slice(0, at)
    .some(({ kind, of, before }) => kind === 'change' && of !== null && of === facts[at]?.of && SINCE.test(before))

/** How the parts of 三公 changed since the year before, as their table prints both years. */
export function sangongChanges({ prose, tables, metadata }: Dataset, { id }: Of<'sangong-change'>): Check[] {
  const [printed, ...more] = tables.filter(({ kind }) => kind === 'bud.sangong').flatMap(({ sangong }) => sangong)
  if (!printed || more.length > 0 || metadata.kind === 'final-accounts') return []
  return prose.flatMap((fact, at) => {
    if ((fact.kind !== 'change' && fact.kind !== 'growth') || fact.aside || fact.direction === 'same') return []
    if (isSinceOtherYear(fact, metadata.fiscalYear)) return []
    const said = fact.of === null ? undefined : prose[fact.of]
    const clause = fact.before.split(/[,;:。]/).at(-1) ?? ''
    const key = sangongKey(said?.sentence === fact.sentence ? said.subject : fact.subject)
    const [now, then] = [printed.parts, printed.previous].map(parts => new Map(Object.entries(parts)).get(key ?? ''))
    if (!now?.money || !then?.money || !SINCE.test(said ? fact.before : clause)) return []
    if (said?.sentence === fact.sentence && said.fen !== now.money.fen) return []
    if (fact.kind === 'change') {
      const check = changed(id, fact, [cellTerm(now), cellTerm(then)], '三公经费表')
      return [check.outcome === 'broken' && isToldBefore(prose, at) ? { ...check, note: MAY_BE_OTHER } : check]
    }
    // Since nothing nothing grew by a per cent.
    if (before(prose, at)?.fact.kind === 'change' || then.money.fen <= 0n) return []
    const terms = fact.direction === 'less' ? [cellTerm(then), cellTerm(now, -1n)] : [cellTerm(now), cellTerm(then, -1n)]
    const slack = now.money.step / 2n + then.money.step
    return [ratioCheck({ identity: id, printed: percentOf(fact), part: terms, whole: [cellTerm(then)], slack })]
  })
}
