import { BOTH_SIDES, coreOf, isElided, SANGONG_SAID } from '../columns/money-words.ts'
import { endsAsOffice } from '../document/office-names.ts'
import { magnitude } from '../money/amount.ts'
import { subjectOf } from './label.ts'
import { isPhrase } from './phrase.ts'
import { isCompared, isNow, isOfLastYear, type ProseFact, yearSaid } from './prose.ts'
import { PARTS } from './words.ts'

/** The per cent that a change comes to, right behind it: 增加54.13万元,上升2.88%. */
const RATE_BEHIND = /^[,(][^,;:。()\d]{0,8}?(\d+(?:\.(\d+))?)%/

/** How a sentence begins that compares what was told before it: 。较上年减少…. */
const GOES_ON = /^(?:比|较|与|同比)/

/** A change, or that there is none, as its sentence tells it. */
export interface Changed extends Pick<ProseFact, 'fen' | 'step' | 'direction'> {
  /** What it says that changed; '' where it says nothing. */
  readonly name: string
  /** The sentence before it and behind it. */
  readonly before: string
  readonly behind: string
}

/** That nothing changed. */
export const NOTHING: Omit<Changed, 'name' | 'before'> = { fen: null, step: 0n, direction: 'same', behind: '' }

/** The places of the amounts that a sentence may go on from: those of its paragraph and of the sentence before, with what they are parts of. */
function toldBefore(earlier: readonly ProseFact[], from: number): readonly number[] {
  const start = earlier.findLastIndex(({ sentence }) => sentence < from) + 1
  const own = earlier.slice(start).flatMap((fact, at) => (isNow(fact) && !isOfLastYear(fact.label) ? [start + at] : []))
  const wholes = own.flatMap(at => earlier[at]?.whole ?? [])
  return [...new Set([...wholes, ...own])].sort((a, b) => a - b)
}

/** Whether an amount is called so, by itself or behind the name of an office; 三公 in all is the same of whatever money it is paid. */
function isCalled(subject: string, core: string): boolean {
  const own = coreOf(subject)
  if (SANGONG_SAID.test(own) && SANGONG_SAID.test(core)) return true
  return own === core || (own.endsWith(core) && endsAsOffice(own.slice(0, -core.length)))
}

/** Whether an amount changed by so much comes to the per cent behind, as exactly as both are printed. */
function isAtRate({ fen: now }: ProseFact, { fen, step, direction, behind }: Changed): boolean {
  const [, rate, decimals = ''] = RATE_BEHIND.exec(behind) ?? []
  if (rate === undefined || now === null || fen === null) return false
  const before = direction === 'less' ? now + fen : now - fen
  const hundred = 100n * 10n ** BigInt(decimals.length)
  const off = hundred * fen - BigInt(rate.replace('.', '')) * before
  // Half of the last place of both.
  return before > 0n && 2n * magnitude(off) <= before + hundred * step
}

/** The amount before a change in its sentence, by its place, or the whole that it is a part of, where no change of that is told and only that comes to the per cent behind: 收入总计100万元,其中年初结转5万元,较上年增加10万元,增长11.1%. */
export function partOrWhole(changed: Changed, at: number, facts: readonly ProseFact[]): number {
  const whole = facts[at]?.whole ?? at
  const isOf = (one: number): boolean => isAtRate(facts[one] as ProseFact, changed)
  return facts.some(({ of, kind }) => of === whole && kind === 'change') || isOf(at) || !isOf(whole) ? at : whole
}

/**
 * An amount right behind the one compared with, 支出820万元,较上年决算数688万元132万元: the change that it is by the three figures, though no word says which way;
 * where they do not tell, nothing is said of it.
 */
export function unsaidChange(fact: ProseFact, base: ProseFact | undefined, now: ProseFact | undefined): ProseFact {
  if (fact.kind !== 'amount' || base === undefined || !isCompared(base)) return fact
  const unnamed = { ...fact, subject: '', item: null, code: null, classCode: null }
  if (fact.fen === null || base.fen === null || now?.fen == null) return { ...unnamed, aside: true }
  const more = now.fen - base.fen
  const isIt = 2n * magnitude(magnitude(more) - fact.fen) <= now.step + base.step + fact.step
  return isIt ? { ...unnamed, kind: 'change', direction: more < 0n ? 'less' : 'more' } : { ...unnamed, aside: true }
}

/**
 * What is told by 低于上年决算数 403万元 of an amount: that it is less by so much where it is more than that, and what it is compared with where it is less;
 * the other way round by 高于. Where both may be, it is a change told in passing.
 */
export function thanAmount(fact: ProseFact, now: ProseFact | undefined): ProseFact {
  if (fact.kind !== 'change' || !isPhrase(fact.label, 'than')) return fact
  if (fact.fen === null || now?.fen == null) return { ...fact, aside: true }
  const isMore = fact.fen > now.fen
  if (fact.direction === 'less' && isMore) return { ...fact, kind: 'amount', direction: null, aside: true }
  return { ...fact, aside: fact.direction === 'more' && !isMore }
}

/** What some amounts are parts of, all of them, and make up together; null where they do not. */
function madeUp(places: readonly number[], earlier: readonly ProseFact[]): number | null {
  const parts = places.flatMap(at => earlier[at] ?? [])
  const whole = parts[0]?.whole ?? null
  const of = whole === null ? undefined : earlier[whole]
  if (of?.fen == null || parts.some(part => part.whole !== whole)) return null
  const off = parts.reduce((sum, { fen }) => sum + (fen ?? 0n), -of.fen)
  return 2n * magnitude(off) <= of.step * BigInt(parts.length + 1) ? whole : null
}

/** The outermost of some amounts that are all as much; null where they are not. */
function asMuch(places: readonly number[], earlier: readonly ProseFact[]): number | null {
  const [first = null, ...others] = places
  return others.every(at => earlier[at]?.fen === earlier[first as number]?.fen) ? first : null
}

/**
 * The amount before a sentence, by its place, that a change is of which stands before all amounts of its own, and none of another year than its sentence names: the last one of its name. Where it says
 * no name, the one whose change comes to the per cent behind, parts and wholes alike; without such a per cent, and where the sentence begins with what it is compared with, the only one of the sentence that told one last, or the one that those there make up.
 */
export function changedBefore(changed: Changed, earlier: readonly ProseFact[], from: number): number | null {
  const year = yearSaid(changed)
  const isOfYear = (other: string | undefined): boolean => year === undefined || other === undefined || other === year
  const places = toldBefore(earlier, from).filter(at => isOfYear(yearSaid(earlier[at] as ProseFact)))
  const atRate = (some: readonly number[]): number[] => some.filter(at => isAtRate(earlier[at] as ProseFact, changed))
  const core = coreOf(changed.name)
  const named = core === '' ? [] : places.filter(at => isCalled(earlier[at]?.subject ?? '', core))
  if (named.length > 0) return asMuch(atRate(named), earlier) ?? named.at(-1) ?? null
  if (!isElided(changed.name)) return null
  const proved = asMuch(atRate(places), earlier)
  if (proved !== null || !GOES_ON.test(changed.before)) return proved
  const last = earlier[places.at(-1) ?? -1]?.sentence
  const alone = places.filter(at => earlier[at]?.sentence === last)
  return alone.length === 1 ? (alone[0] ?? null) : madeUp(alone, earlier)
}

/** Whether a change, or a share, says a name that is more than what the amount before it is called: then it is of other money. */
export function isOfOther({ kind, label, subject }: ProseFact, amount: ProseFact | undefined): boolean {
  if (!amount || (kind !== 'change' && kind !== 'growth' && kind !== 'share')) return false
  const own = kind === 'share' ? subjectOf(label.split('占')[0] ?? '') : subject
  const [name, called] = [coreOf(own), coreOf(amount.subject)]
  if (name === '' || BOTH_SIDES.test(name)) return false
  // 住房保障支出1万元;支出比上年增加…: of one part of many is not said what one side did in all.
  if (amount.whole !== null && name !== called && /^(?:收入|支出)$/.test(name)) return true
  const sides = BOTH_SIDES.test(called) ? ['收入', '支出'].map(side => called.replace(BOTH_SIDES, side)) : [called]
  return PARTS.test(label) || (called !== '' && sides.every(side => !side.includes(name)))
}
