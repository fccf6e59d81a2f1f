import { magnitude, tellingDigits } from '../../budget/amount.ts'
import type { Dataset } from '../../budget/dataset.ts'
import { coreOf } from '../../budget/money-words.ts'
import type { ProseFact } from '../../budget/prose.ts'
import { addedUp, type Check, type Side, type Term } from '../check.ts'
import { COMPARED_YEAR } from '../declared/clause.ts'
import type { ChangeSum, Of } from '../declared/identity.ts'
import { compare, toldTerm } from './compare.ts'
import { isAmount, lastYearOf, loosely, MAY_LACK_PART } from './facts.ts'

/** What changed since the year before: an amount of this year and its change. */
export interface Changed {
  readonly now: ProseFact
  readonly change: ProseFact
}

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

/** What a change is a change from: the year before, or what else it names; empty where it names nothing. */
export const baseOf = ({ label }: ProseFact): string =>
  COMPARED_YEAR.test(label) ? 'year' : (/[比较与](.*?)(?:相比)?(?:[增减降升]|下降|提高)/.exec(label)?.[1] ?? '')

/** The amounts behind one that is told in parts, each with its change from the same as that of the whole; one of nothing that tells no change has none. */
export function changedParts(prose: readonly ProseFact[]): (whole: ProseFact, base: string) => Changed[] {
  const places = new Map(prose.map((fact, at) => [fact, at]))
  const placeOf = (fact: ProseFact): number => places.get(fact) ?? -1
  const parts = Map.groupBy(prose.filter(isAmount), ({ whole }) => whole)
  const isChange = ({ kind, fen, aside }: ProseFact): boolean => kind === 'change' && fen !== null && !aside
  const changes = Map.groupBy(prose.filter(isChange), ({ of }) => of)
  return (whole, base) =>
    (parts.get(placeOf(whole)) ?? []).flatMap(now => {
      const own = changes.get(placeOf(now)) ?? []
      const change = own.find(one => ['', base].includes(baseOf(one))) ?? (own.length === 0 && now.fen === 0n ? now : undefined)
      return change ? [{ now, change }] : []
    })
}

/** The change of an amount that is told in all these parts, which tell or leave out what theirs are from: where they add up to it, so do they; a part of nothing may have been something before. */
function changesTold({ prose }: Dataset, { id, whole: name, parts }: ChangeSum, known: ReadonlySet<ProseFact>): Check[] {
  const partsOf = changedParts(prose)
  return prose.flatMap(change => {
    const now = change.kind === 'change' && change.of !== null && !change.aside && change.fen ? prose[change.of] : undefined
    if (!now || !isAmount(now) || !name.test(coreOf(now.subject)) || known.has(change) || baseOf(change) === '') return []
    const told = partsOf(now, baseOf(change))
    const members = parts.flatMap(pattern => told.find(part => pattern.test(coreOf(part.now.subject))) ?? [])
    const whole = { now, change }
    if (members.length < parts.length || !addUp([whole, ...members])) return []
    const check = changeSum(id, whole, members)
    return [check.outcome === 'broken' ? { ...check, note: MAY_LACK_PART } : check]
  })
}

/** Sentences from what changed to what its parts did. */
const LISTED_BEHIND = 2

/** The change of an amount that is told in the changes of its parts alone, before any other amount: 三公经费减少8.15亿元。其中,因公出国(境)费减少…; where the first of them is not told, or they are told as reasons, it may lack something. */
function changesListed({ prose }: Dataset, { id, whole: name, parts }: ChangeSum, known: ReadonlySet<ProseFact>): Check[] {
  return prose.flatMap((change, at) => {
    const base = baseOf(change) || (COMPARED_YEAR.test(change.before) ? 'year' : '')
    const isWhole = change.kind === 'change' && change.fen !== null && !change.aside && name.test(coreOf(change.subject))
    if (!isWhole || known.has(change)) return []
    const end = prose.findIndex(
      (fact, index) => index > at && (isAmount(fact) || fact.sentence - change.sentence > LISTED_BEHIND),
    )
    const behind = prose
      .slice(at + 1, end < 0 ? undefined : end)
      .filter(fact => fact.kind === 'change' && fact.fen !== null && ['', base].includes(baseOf(fact)))
    const members = parts.flatMap(pattern => behind.find(({ subject }) => pattern.test(coreOf(subject))) ?? [])
    if (!parts.slice(1).every(pattern => members.some(({ subject }) => pattern.test(coreOf(subject))))) return []
    const [whole, ...told] = [change, ...members].map(fact => ({ now: fact, change: fact })) as [Changed, ...Changed[]]
    const check = changeSum(id, whole, told)
    const isAll = members.length === parts.length && members.every(({ aside }) => !aside)
    return [isAll || check.outcome !== 'broken' ? check : { ...check, note: MAY_LACK_PART }]
  })
}

export const changeSum = (identity: string, whole: Changed, members: readonly Changed[]): Check =>
  compare(
    { identity, instance: `p.${whole.change.page} ${whole.change.text}` },
    { label: whole.now.subject, terms: [termOf(whole)] },
    { label: members.map(({ now }) => now.subject).join('+'), terms: members.map(termOf) },
    'sum',
  )

/** Where the parts of an amount add up to it, their changes add up to its change: last year they were its parts too. */
export function changeSums(dataset: Dataset, identity: ChangeSum): Check[] {
  const { id, whole: name, parts } = identity
  const changed = changedAmounts(dataset.prose)
  const known = new Set<ProseFact>()
  const isCalled = (pattern: RegExp, { now }: Changed): boolean => pattern.test(coreOf(now.subject))
  const checks = changed.flatMap((whole, at) => {
    if (!isCalled(name, whole)) return []
    const next = changed.findIndex((other, index) => index > at && isCalled(name, other))
    const behind = changed
      .slice(at + 1, next < 0 ? undefined : next)
      .filter(({ now }) => now.section.startsWith(whole.now.section))
    const members = parts.flatMap(pattern => behind.find(part => isCalled(pattern, part)) ?? [])
    if (members.length < parts.length || !addUp([whole, ...members])) return []
    known.add(whole.change)
    return [changeSum(id, whole, members)]
  })
  return [...checks, ...changesTold(dataset, identity, known), ...changesListed(dataset, identity, known)]
}

const lastOf = ({ now, change }: Changed): readonly Term[] => lastYearOf(now, change)

/** Amounts of fewer digits are the same by chance. */
const TELLING = 4
const isTelling = (fen: bigint): boolean => tellingDigits(`${fen}`) >= TELLING

/** An amount told again, of income and of expenditure or of the fund that is all of it, changed by one figure; one that differs by what is carried over may have been the same the year before. */
export function repeatedChanges({ prose }: Dataset, { id }: Of<'repeated-change'>): Check[] {
  const told = changedAmounts(prose).filter(({ now }) => isTelling(now.fen ?? 0n))
  const byNow = Map.groupBy(told, ({ now }) => now.fen)
  const byLast = Map.groupBy(told, changed => addedUp(lastOf(changed)))
  return told.flatMap(again => {
    const last = addedUp(lastOf(again))
    const known = [byNow.get(again.now.fen), isTelling(last) ? byLast.get(last) : []]
    const first = known.flatMap(same => same?.[0] ?? []).find(one => one !== again)
    if (!first) return []
    const sideOf = (changed: Changed): Side => ({
      label: `${changed.now.subject}${changed.now.text}`,
      terms: first.now.fen === again.now.fen ? [termOf(changed)] : lastOf(changed),
    })
    const instance = `p.${again.change.page} ${again.now.subject} ${again.change.text}`
    return [loosely(compare({ identity: id, instance }, sideOf(again), sideOf(first), 'sum'))]
  })
}
