import type { Dataset } from '../../../budget/dataset.ts'
import { isMeasured, isNow, type ProseFact } from '../../../budget/prose/prose.ts'
import type { Check } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { CHANGE_SUMS } from '../../declared/narrative.ts'
import { SLIP_SAID, SLIP_TOLD } from '../../slip.ts'
import { addUp, type Changed, changedBy, changedParts, changeSum, changeSums } from '../sums/change-sum.ts'
import { areOfOneBase, baseOf } from './base.ts'
import { isAmount, MAY_LACK_PART } from './facts.ts'
import { sangongKey } from './said-sangong.ts'
import { type Reading, type Readings, toldSums } from './told-sum.ts'

type Facts = readonly ProseFact[]

/** Sentences behind a change in which its parts may begin: reasons stand between. */
const BEHIND = 3

/** Where the parts of an amount add up, so do their changes: any difference is worth telling. */
const ANY = Number.NEGATIVE_INFINITY

/** The changes that a sentence tells behind one, or the first sentence behind it that begins with 其中, from the same or from what they leave out. */
function listedBehind(bySentence: ReadonlyMap<number, Facts>, whole: ProseFact, fiscalYear: number | null): Facts {
  const factsAt = (step: number): Facts => bySentence.get(whole.sentence + step) ?? []
  const own = factsAt(0).slice(factsAt(0).indexOf(whole) + 1)
  const next = Array.from({ length: BEHIND }, (_, at) => factsAt(at + 1)).find(facts =>
    facts.some(({ before }) => before.startsWith('其中')),
  )
  const isPart = (fact: ProseFact): boolean =>
    fact.kind === 'change' &&
    !!fact.fen &&
    (fact.of === null || fact.of !== whole.of) &&
    areOfOneBase(baseOf(fact, fiscalYear), baseOf(whole, fiscalYear))
  const beside = own.filter(isPart)
  return beside.length > 1 ? beside : (next ?? []).filter(isPart)
}

/** Every change that may be told in those of parts, whatever these are called: where the parts add up, so do their changes; else a list of changes may leave some out. */
function readingsOf(dataset: Dataset, id: string, isKnown: (change: ProseFact) => boolean): readonly Readings[] {
  const { prose, metadata } = dataset
  const bySentence = Map.groupBy(prose, ({ sentence }) => sentence)
  const partsOf = changedParts(dataset)
  return prose.flatMap(change => {
    if (change.kind !== 'change' || !change.fen || change.aside || change.direction === 'same') return []
    if (isKnown(change) || isMeasured(change.label)) return []
    const whole = changedBy(prose, change)
    const parts = isAmount(whole.now) ? partsOf(whole.now, baseOf(change, metadata.fiscalYear)) : []
    const told = parts.length > 1 && addUp([whole, ...parts]) ? parts : []
    const listed = listedBehind(bySentence, change, metadata.fiscalYear).map(one => changedBy(prose, one))
    const reading = (list: readonly Changed[], least: number): Reading[] =>
      list.length > 1 ? [{ check: changeSum(id, whole, list), isWorded: true, least, says: null }] : []
    const isReason = listed.some(({ change: { aside } }) => aside)
    return [[...reading(told, ANY), ...reading(listed, isReason ? SLIP_TOLD : SLIP_SAID)]]
  })
}

/** The items of 三公, and what those of vehicles are told as. */
const ITEMS: readonly (readonly string[])[] = [['abroad'], ['vehicles', 'running', 'purchase'], ['reception']]

/** Whether the items of 三公 that some changes leave out are told to be nothing now: they can only have fallen. */
function leavesOutNothing({ prose }: Dataset, changes: Facts): boolean {
  const keysOf = (facts: Facts): Set<string | undefined> => new Set(facts.map(({ subject }) => sangongKey(subject)))
  const told = keysOf(changes)
  const isNothing = (keys: readonly string[]): boolean => {
    const amounts = prose.filter(fact => isAmount(fact) && isNow(fact) && keys.includes(sangongKey(fact.subject) ?? ''))
    return amounts.length > 0 && amounts.every(({ fen }) => fen === 0n)
  }
  return told.size === changes.length && ITEMS.every(keys => keys.some(key => told.has(key)) || isNothing(keys))
}

/** Where 三公 became more, or less by less, than all of its items that are something: what is left out cannot have made it so, and one of the changes is wrong, or a purchase is not told. */
function overItems(dataset: Dataset, id: string, isKnown: (change: ProseFact) => boolean): Check[] {
  const { prose, metadata } = dataset
  const bySentence = Map.groupBy(prose, ({ sentence }) => sentence)
  return prose.flatMap(change => {
    if (change.kind !== 'change' || !change.fen || change.aside || isKnown(change) || isMeasured(change.label)) return []
    const whole = changedBy(prose, change)
    if (sangongKey(whole.now.subject) !== 'total') return []
    const listed = listedBehind(bySentence, change, metadata.fiscalYear)
    if (listed.length < 2 || listed.some(({ aside }) => aside) || !leavesOutNothing(dataset, listed)) return []
    const check = changeSum(
      id,
      whole,
      listed.map(one => changedBy(prose, one)),
    )
    return check.outcome === 'broken' && (check.difference ?? 0n) > 0n ? [{ ...check, note: MAY_LACK_PART }] : []
  })
}

/** The changes of an amount against those of the parts it is told in. */
export function toldChanges(dataset: Dataset, { id }: Of<'told-changes'>): Check[] {
  const named = CHANGE_SUMS.flatMap(sum => changeSums(dataset, sum))
  const boxesOf = (checks: readonly Check[]) => new Set(checks.flatMap(({ left }) => left.terms.map(({ box }) => box)))
  const known = boxesOf(named)
  const over = overItems(dataset, id, ({ box }) => known.has(box))
  const told = new Set([...known, ...boxesOf(over)])
  return [...over, ...toldSums(readingsOf(dataset, id, ({ box }) => told.has(box)))]
}
