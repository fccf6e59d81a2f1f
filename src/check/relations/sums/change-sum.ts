import { coreOf } from '../../../budget/columns/money-words.ts'
import type { Dataset } from '../../../budget/dataset.ts'
import { magnitude, tellingDigits } from '../../../budget/money/amount.ts'
import type { ProseFact } from '../../../budget/prose/prose.ts'
import { addedUp, type Check, type Side, type Term } from '../../check.ts'
import { COMPARED_YEAR } from '../../declared/clause.ts'
import type { ChangeSum, Of } from '../../declared/identity.ts'
import { ALL_SPENT } from '../../declared/words.ts'
import { compare, toldTerm } from '../compare.ts'
import { areOfOneBase, type Base, baseAround, baseOf, namesBase } from '../said/base.ts'
import { blamingNobody, isAmount, lastYearOf, loosely, MAY_LACK_PART } from '../said/facts.ts'
import { moneyName } from '../said/said.ts'

/** What changed since the year before: an amount of this year and its change. */
export interface Changed {
  readonly now: ProseFact
  readonly change: ProseFact
}

/** A change with what it is told of: itself where no amount is. */
export const changedBy = (prose: readonly ProseFact[], change: ProseFact): Changed => ({
  now: prose[change.of ?? -1] ?? change,
  change,
})

const isChange = ({ kind, fen }: ProseFact): boolean => kind === 'change' && fen !== null

/** The amounts of this year that are said to have changed since the year before, in order. */
const changedAmounts = (prose: readonly ProseFact[]): Changed[] =>
  prose.flatMap(change => {
    const now = change.kind === 'change' && change.of !== null && !change.aside ? prose[change.of] : undefined
    return now?.kind === 'amount' && now.fen !== null && change.fen !== null && COMPARED_YEAR.test(change.label)
      ? [{ now, change }]
      : []
  })

const termOf = ({ change }: Changed) => toldTerm(change, change.direction === 'less' ? -1n : 1n)

/** Whether amounts add up to the first of them, each rounded or cut. */
export function addUp([whole, ...parts]: readonly Changed[]): boolean {
  const sum = parts.reduce((all, { now }) => all + (now.fen ?? 0n), 0n)
  const steps = [whole, ...parts].reduce((all, changed) => all + (changed?.now.step ?? 0n), 0n)
  return magnitude((whole?.now.fen ?? 0n) - sum) < steps
}

/** The amounts behind one that is told in parts, each with its change from the same as that of the whole; one of nothing that tells no change has none. */
export function changedParts({ prose, metadata }: Dataset): (whole: ProseFact, base: Base | null) => Changed[] {
  const places = new Map(prose.map((fact, at) => [fact, at]))
  const placeOf = (fact: ProseFact): number => places.get(fact) ?? -1
  const parts = Map.groupBy(prose.filter(isAmount), ({ whole }) => whole)
  const changes = Map.groupBy(
    prose.filter(fact => isChange(fact) && !fact.aside),
    ({ of }) => of,
  )
  return (whole, base) =>
    (parts.get(placeOf(whole)) ?? []).flatMap(now => {
      const own = changes.get(placeOf(now)) ?? []
      const change =
        own.find(one => areOfOneBase(baseOf(one, metadata.fiscalYear), base)) ??
        (own.length === 0 && now.fen === 0n ? now : undefined)
      return change ? [{ now, change }] : []
    })
}

export const changeSum = (identity: string, whole: Changed, members: readonly Changed[]): Check =>
  compare(
    { identity, instance: `p.${whole.change.page} ${whole.change.text}` },
    { label: whole.now.subject, terms: [termOf(whole)] },
    { label: members.map(({ now }) => now.subject).join('+'), terms: members.map(termOf) },
    'sum',
  )

/** Sentences from what changed to what its parts did, where no other amount is told between. */
const LISTED_BEHIND = 2

/** What a change may be told in: changes of amounts where those add up, which tell or leave out what they are from, else changes alone. */
interface Listing {
  readonly list: readonly Changed[]
  readonly hasAmounts: boolean
  /** Whether it lacks nothing where each part is named. */
  readonly isSure: boolean
}

/** The lists behind a change that may be those of its parts, the surest first: all that changed since the year before until the next of its name, the parts that its amount is told in, and the changes told next. */
function listingsOf(dataset: Dataset, isNext: (now: ProseFact) => boolean): (whole: Changed) => readonly Listing[] {
  const { prose, metadata } = dataset
  const changed = changedAmounts(prose)
  const partsOf = changedParts(dataset)
  return ({ now, change }) => {
    const at = changed.findIndex(one => one.change === change)
    const next = changed.findIndex((other, index) => index > at && isNext(other.now))
    const all = at < 0 ? [] : changed.slice(at + 1, next < 0 ? undefined : next)
    const base = baseAround(change, metadata.fiscalYear)
    const isOfBase = (one: ProseFact): boolean => areOfOneBase(baseOf(one, metadata.fiscalYear), base)
    const behind = prose.slice(prose.indexOf(change) + 1)
    const end = behind.findIndex(fact => isAmount(fact) || fact.sentence - change.sentence > LISTED_BEHIND)
    const told = behind.slice(0, end < 0 ? undefined : end).filter(fact => isChange(fact) && isOfBase(fact))
    return [
      {
        list: all.filter(part => part.now.section.startsWith(now.section) && isOfBase(part.change)),
        ...{ hasAmounts: true, isSure: true },
      },
      { list: isAmount(now) && namesBase(change) ? partsOf(now, base) : [], hasAmounts: true, isSure: false },
      { list: told.map(fact => ({ now: fact, change: fact })), hasAmounts: false, isSure: true },
    ]
  }
}

/** The change of what has a name against those of its named parts; last year they were its parts too. Of changes alone the first part may have none, and then, or where they are told as reasons, something may be left out. */
export function changeSums(dataset: Dataset, { id, whole: name, parts }: ChangeSum): Check[] {
  const { prose } = dataset
  const isCalled = (pattern: RegExp, { now }: Changed): boolean => pattern.test(coreOf(now.subject))
  const listings = listingsOf(dataset, now => name.test(coreOf(now.subject)))
  return prose.flatMap(change => {
    const whole = changedBy(prose, change)
    if (!isChange(change) || change.aside || !isCalled(name, whole)) return []
    const told = listings(whole).flatMap(({ list, hasAmounts, isSure }) => {
      const members = parts.flatMap(pattern => list.find(part => isCalled(pattern, part)) ?? [])
      const named = parts.filter(pattern => members.some(part => isCalled(pattern, part)))
      const isAll = named.length === parts.length
      if (hasAmounts ? !isAll || !addUp([whole, ...members]) : !parts.slice(1).every(part => named.includes(part))) return []
      const check = changeSum(id, whole, members)
      const isWhole = isSure && isAll && members.every(part => hasAmounts || !part.change.aside)
      return [isWhole || check.outcome !== 'broken' ? check : { ...check, note: MAY_LACK_PART }]
    })
    return told.slice(0, 1)
  })
}

const lastOf = ({ now, change }: Changed): readonly Term[] => lastYearOf(now, change)

/** Amounts of fewer digits are the same by chance. */
const TELLING = 4
const isTelling = (fen: bigint): boolean => tellingDigits(`${fen}`) >= TELLING

/** Whether two amounts are all that is spent, as much, and each told with its change in one sentence: last year's differ only where there was money of other funds. */
function areAllSpent(dataset: Dataset, one: Changed, other: Changed): boolean {
  const isAll = ({ now, change }: Changed): boolean =>
    now.item === null && now.sentence === change.sentence && ALL_SPENT.test(moneyName(dataset, now))
  return one.now.fen === other.now.fen && isAll(one) && isAll(other)
}

/** An amount told again, of income and of expenditure or of the fund that is all of it, changed by one figure; one that differs by what is carried over may have been the same the year before. */
export function repeatedChanges(dataset: Dataset, { id }: Of<'repeated-change'>): Check[] {
  const { prose, metadata } = dataset
  const told = changedAmounts(prose).filter(({ now }) => isTelling(now.fen ?? 0n))
  const byNow = Map.groupBy(told, ({ now }) => now.fen)
  const byLast = Map.groupBy(told, changed => addedUp(lastOf(changed)))
  return told.flatMap(again => {
    const last = addedUp(lastOf(again))
    const known = [byNow.get(again.now.fen), isTelling(last) ? byLast.get(last) : []]
    const base = baseOf(again.change, metadata.fiscalYear)
    const isOfBase = ({ change }: Changed): boolean => areOfOneBase(baseOf(change, metadata.fiscalYear), base)
    const before = known.map(same => same?.slice(0, Math.max(0, same.indexOf(again))) ?? [])
    const first = before.flatMap(same => same.find(isOfBase) ?? same[0] ?? [])[0]
    if (!first) return []
    const instance = `p.${again.change.page} ${again.now.subject} ${again.change.text}`
    const against = (other: Changed): Check => {
      const sideOf = (changed: Changed): Side => ({
        label: `${changed.now.subject}${changed.now.text}`,
        terms: other.now.fen === again.now.fen ? [termOf(changed)] : lastOf(changed),
      })
      return compare({ identity: id, instance }, sideOf(again), sideOf(other), 'sum')
    }
    const check = against(first)
    if (check.outcome !== 'broken') return [check]
    const alike = before.flat().find(other => isOfBase(other) && areAllSpent(dataset, again, other))
    if (alike) return [blamingNobody(against(alike))]
    // Only that they agree says that two years named are one.
    return isOfBase(first) ? [loosely(check)] : []
  })
}
