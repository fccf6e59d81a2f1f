import { BOTH_SIDES, coreOf } from '../../../budget/columns/money-words.ts'
import type { Dataset } from '../../../budget/dataset.ts'
import { tellingDigits } from '../../../budget/money/amount.ts'
import { isCompared, isNow, isOfLastYear, isSince, measureSaid, type ProseFact } from '../../../budget/prose/prose.ts'
import { addedUp, type Check, type Term } from '../../check.ts'
import { AROUND_CHANGE } from '../../declared/clause.ts'
import type { Of } from '../../declared/identity.ts'
import { notEvaluable, toldTerm, unproven } from '../compare.ts'
import { percentOf, ratioCheck } from '../sums/ratio.ts'
import { areOfOneBase, baseAround, baseOf, namesBase } from './base.ts'
import { lastYearOf, MAY_BE_OTHER, namesOtherYear } from './facts.ts'
import { amountsBefore, before } from './said-change.ts'
import { sangongKey } from './said-sangong.ts'

/** What a change is called, `支总计各增加` as 支总计; empty when it has no name of its own: 较年初预算数减少. */
function changeName({ label }: ProseFact): string {
  const name = AROUND_CHANGE.reduce((words, around) => words.replace(around, ''), label)
  return coreOf(name) === '' ? '' : name
}

/** Money as it is called, 三公经费支出 as 三公经费, without a bracket that tells what is counted too: 收、支总计(含结转和结余). */
const called = (name: string): string => coreOf(name.replace(/\([^()]*\)$/, '')).replace(/(?<=费)(?:用)?支出$/, '')

/** Whether an amount is called so, or is one of the two sides that are called so together: 收入总计 of 收、支总计; 三公 and its items are the same however they are called. */
function isCalled(subject: string, name: string): boolean {
  const item = sangongKey(name)
  if (item !== undefined && sangongKey(subject) === item) return true
  const [core = '', wanted = ''] = [subject, name].map(words => called(words).replace(BOTH_SIDES, '收支'))
  return core !== '' && (core === wanted || ['收入', '支出'].some(side => core === wanted.replace(/收支$/, side)))
}

/** A name of fewer characters is one of many things. */
const NAMED = 3

/** The amount a change is about, and what says so: its own sentence, its own name, or only that it stands right behind it. */
interface Current {
  readonly current: ProseFact
  readonly by: 'sentence' | 'name' | 'place'
}

/** Sentences from an amount to a change that says no name, headings counted. */
const RIGHT_BEHIND = 2

/** Whether a change is told of what was spent and an amount is planned, or the other way round: 三公经费决算减少… is none of 三公经费预算168万元. */
function areOfTwoStages(change: ProseFact, amount: ProseFact): boolean {
  const [own, other] = [measureSaid(change.label), measureSaid(amount.label)]
  return own !== null && other !== null && (own === 'final') !== (other === 'final')
}

/** The amounts of its section before a change that have its name. */
function calledSo(facts: readonly ProseFact[], at: number): ProseFact[] {
  const fact = facts[at]
  if (!fact) return []
  const name = changeName(fact)
  const isNear = (amount: ProseFact): boolean => fact.sentence - amount.sentence <= RIGHT_BEHIND && isNow(amount)
  return facts
    .slice(0, at)
    .filter(
      amount =>
        amount.kind === 'amount' &&
        amount.section === fact.section &&
        (name.length >= NAMED || isNear(amount)) &&
        !areOfTwoStages(fact, amount) &&
        isCalled(amount.subject, name),
    )
}

/** The amount before a change in its sentence, or that of the change before it, or the last one of its own name, or the one that it is read to be of. */
function currentOf(facts: readonly ProseFact[], at: number): Current | null {
  const fact = facts[at]
  if (!fact) return null
  const said = fact.of === null ? undefined : facts[fact.of]
  if (said?.sentence === fact.sentence) return { current: said, by: 'sentence' }
  const name = changeName(fact)
  const other = name === '' ? changeBefore(facts, at) : null
  if (other !== null) {
    const about = currentOf(facts, other)
    return about && facts[other]?.sentence !== fact.sentence ? { ...about, by: 'place' } : about
  }
  const own = calledSo(facts, at).at(-1)
  if (own) return { current: own, by: 'name' }
  return said ? { current: said, by: 'place' } : null
}

/** The change that one without a name goes on from, by its place: 三公经费较上年减少…,下降…;较年初预算数减少…,下降…; behind a reason with no figure too. */
function changeBefore(facts: readonly ProseFact[], at: number): number | null {
  const { sentence = 0, section } = facts[at] ?? {}
  const last = facts.slice(0, at).findLastIndex(fact => fact.kind === 'change' || isNow(fact))
  const before = facts[last]
  const isNear = before?.kind === 'change' && before.section === section && sentence - before.sentence <= RIGHT_BEHIND
  return isNear && !before.aside ? last : null
}

/** A growth of the narrative with the figures it follows from. */
interface Growth extends Pick<Current, 'by'> {
  readonly check: Check
}

/** A growth since a year in which there was nothing, or less, by an increase of more than there is: no figure is right. */
const fromNothing = (fact: ProseFact, identity: string, lastYear: readonly Term[]): Check => ({
  ...{ identity, instance: `p.${fact.page} ${fact.label} ${fact.text}`, outcome: 'broken', verdict: 'unexplained' },
  left: { label: fact.label, terms: [percentOf(fact).term] },
  right: { label: `–（${lastYear.map(({ text }) => text).join('−')}${addedUp(lastYear) < 0n ? '<' : '='}0）`, terms: [] },
  ...{ difference: null, tolerance: 0n, unit: '', tables: [] },
  note: addedUp(lastYear) < 0n ? MAY_BE_OTHER : null,
  from: { part: [], whole: lastYear },
})

/** Why a growth of all that there is is not worked out. */
export const NOTHING_BEFORE = 'there was nothing before'

/** What is all of it where there was none is usually called a growth of 100%. */
const isAllNew = ({ value, unit }: ProseFact): boolean => unit === '%' && /^100(?:\.0+)?$/.test(value)

/** A growth and the change that it is told with. */
type Told = readonly [growth: ProseFact, change: ProseFact]

/** The relation that is tried, and the document it is tried on. */
interface Tried {
  readonly id: string
  readonly dataset: Dataset
}

/** A growth of an amount, by what it changed by; null where there was less than nothing before, or nothing that could be known. */
function grown(id: string, [fact, said]: Told, { current, by }: Current): Check | null {
  if (said.fen === null || current.fen === null) return null
  const lastYear = lastYearOf(current, said)
  const before = addedUp(lastYear)
  if (before <= 0n && current.fen > 0n && by !== 'place') {
    const check = fromNothing(fact, id, lastYear)
    return before === 0n && isAllNew(fact) ? notEvaluable(check, NOTHING_BEFORE) : check
  }
  return before <= 0n ? null : grownFrom(id, [fact, said], { current, lastYear })
}

/** A growth by what it is from, which is known as well as the amount it follows from and its change are told. */
function grownFrom(
  id: string,
  [fact, said]: Told,
  { current, lastYear }: { current: ProseFact; lastYear: readonly Term[] },
): Check {
  const slack = said.told / 2n + (current.told * (said.fen ?? 0n)) / addedUp(lastYear)
  return ratioCheck({ identity: id, printed: percentOf(fact), part: [toldTerm(said)], whole: lastYear, slack })
}

/** A growth of an amount told of another year, 支出2022年为12万元,同比增加3万元, or of the last, 上年预算为12万元,总额上升3万元: that is what it grew from, or what it came to; where neither holds nobody knows. */
function grownOfOther(id: string, told: Told, about: Current): Check | null {
  const came = grown(id, told, about)
  if (!told[1].fen || !about.current.fen || came?.outcome !== 'broken') return came
  const from = grownFrom(id, told, { current: about.current, lastYear: [toldTerm(about.current)] })
  return from.outcome === 'broken' ? { ...from, note: MAY_BE_OTHER } : from
}

/** What a change without a name is of behind a list of parts that has told none of the whole: of the whole, as well as of the last part. */
function toldOfAll(facts: readonly ProseFact[], change: number, { current, by }: Current): readonly Current[] {
  const [said, whole] = [facts[change], current.whole]
  const all = whole === null ? undefined : facts[whole]
  if (!said || !all || whole === null || changeName(said) !== '' || all.sentence !== said.sentence) return []
  return facts.slice(whole, change).some(({ kind, of }) => kind === 'change' && of === whole) ? [] : [{ current: all, by }]
}

/** The change, by its place, that a growth is told with: right before it, or right behind it without a name or a growth of its own, 增长41.3%,增收368.7亿元, also where one since another time stands before it: 比年初预算增加6万元,比上年下降0.3%,减少0.5万元. One since another time is none of it. */
export function changeWith(facts: readonly ProseFact[], at: number): number {
  const fact = facts[at] as ProseFact
  const { sentence, of, direction, label } = fact
  const last = facts.slice(0, at).findLastIndex(({ kind }) => kind !== 'year')
  const isBefore = facts[last]?.kind === 'change' && facts[last]?.sentence === sentence && !facts[last]?.aside
  if (isBefore && !isSince(label)) return last
  const isOfOneBase = isBefore && areOfOneBase(baseAround(facts[last] as ProseFact, null), baseOf(fact, null))
  const [next, behind] = [facts[at + 1], facts[at + 2]]
  const isTold = next?.kind === 'change' && next.sentence === sentence && next.of === of && next.direction === direction
  const isOwn = behind?.kind === 'growth' && behind.sentence === sentence && behind.of === of && !isSince(behind.label)
  if (isTold && of !== null && !next.aside && !isOwn && changeName(next) === '' && !isSince(next.label)) return at + 1
  return isOfOneBase ? last : -1
}

/** A growth by the amount that its change is told to be since, right before it, whatever changed: 较上年预算50万元增加5万元,增长10%. */
function sinceTold(id: string, facts: readonly ProseFact[], { at, change }: Record<'at' | 'change', number>): Check[] {
  const [fact, said, base] = [facts[at], facts[change], before(facts, change)?.fact]
  if (!fact || !said?.fen || !base?.fen || !isCompared(base) || base.aside) return []
  if ([fact, said].some(one => namesBase(one) || changeName(one) !== '')) return []
  const slack = said.told / 2n + (base.told * said.fen) / base.fen
  return [ratioCheck({ identity: id, printed: percentOf(fact), part: [toldTerm(said)], whole: [toldTerm(base)], slack })]
}

/** A percentage of fewer digits is by chance that of another amount. */
const TELLING = 3

/** A growth by the reading of its sentence in which it holds, or else by the first; of an amount told before it, by what it is told to be since. */
function growthOf(tried: Tried, at: number): Growth | null {
  const facts = tried.dataset.prose
  const fact = facts[at]
  if (fact?.kind !== 'growth' || fact.aside) return null
  const change = changeWith(facts, at)
  const said = facts[change]
  if (!said || said.direction === 'same') return null
  const about = currentOf(facts, change)
  // 收入总计…,其中本年收入…。收、支总计各增加…: several are called so.
  const others = about?.by === 'name' ? calledSo(facts, change).map(current => ({ current, by: about.by })) : []
  const abouts = about ? [about, ...toldOfAll(facts, change, about), ...others] : []
  const since = about?.by === 'sentence' ? [] : sinceTold(tried.id, facts, { at, change })
  const grew = (one: Current): Check | readonly never[] => {
    const isOfOther = isOfLastYear(one.current.label) || namesOtherYear(tried.dataset, one.current)
    return (isOfOther ? grownOfOther : grown)(tried.id, [fact, said], one) ?? []
  }
  const checks = [...since, ...abouts.flatMap(grew)]
  const isTold = about?.by === 'sentence' && tellingDigits(fact.text) >= TELLING
  const meant = isTold ? amountsBefore(facts, change).flatMap(current => grew({ current, by: about.by })) : []
  const check =
    checks.find(({ outcome }) => outcome !== 'broken') ?? meant.find(({ outcome }) => outcome === 'holds') ?? checks[0]
  return check ? { check, by: since.length > 0 ? 'sentence' : (about?.by ?? 'place') } : null
}

/** Whether a growth is told of what there was nothing of before. */
export const isFromNothing = (dataset: Dataset, at: number): boolean =>
  growthOf({ id: '', dataset }, at)?.check.note === NOTHING_BEFORE

/** Growths that hold in this document for each that does not, before it is known that changes speak of the sentence before them. */
const MOST = 2

/** Growth against the increase and what it leaves for last year. */
export function growthChecks(dataset: Dataset, { id }: Of<'growth'>): Check[] {
  const growths = dataset.prose.flatMap((_, at) => growthOf({ id, dataset }, at) ?? [])
  const placed = growths.filter(({ by }) => by === 'place')
  const failed = placed.filter(({ check }) => check.outcome === 'broken').length
  const isKnown = placed.length - failed >= MOST * Math.max(1, failed)
  return growths.map(({ check, by }) => (by === 'place' && !isKnown ? unproven(check, 'may be about another amount') : check))
}
