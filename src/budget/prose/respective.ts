import { magnitude } from '../money/amount.ts'
import { classOfName } from './label.ts'
import { isPhrase } from './phrase.ts'
import { isTold, type ProseFact } from './prose.ts'

/** What joins figures that are told together, and which way each went: 6571.4亿元、11155.2亿元和3343.9亿元; 增加3万元、减少2万元. */
const JOINED = /^(?:、|以?及|[和与])(.*)$/

/** Whether the words between two figures tell the second together with the first. */
const isJoined = (words: string): boolean => {
  const [, way] = JOINED.exec(words) ?? []
  return way === '' || (way !== undefined && isPhrase(way, 'way'))
}

const words = (fact: ProseFact, last: ProseFact): string => fact.before.slice(last.before.length + last.text.length)

/** Whether a figure behind one told together with others is of the same kind, as its words say nothing else: 占总规模的31.2%、52.9%; 分别增加3万元和2万元. */
export const goesOn = (between: string, unit: string | undefined, last: ProseFact | undefined): boolean =>
  last !== undefined &&
  JOINED.exec(between)?.[1] === '' &&
  (unit === '%') === (last.unit === '%') &&
  (last.kind === 'share' || (last.kind !== 'amount' && isPhrase(last.label, 'each')))

/** How many figures from one on are told together. */
function runAt(figures: readonly ProseFact[], at: number): number {
  const isNext = (fact: ProseFact, last: ProseFact): boolean =>
    fact.kind === figures[at]?.kind && isJoined(words(fact, last)) && (fact.kind !== 'amount' || fact.label === '')
  const end = figures.findIndex((fact, one) => one > at && !isNext(fact, figures[one - 1] as ProseFact))
  return (end < 0 ? figures.length : end) - at
}

/** How many amounts some words say that they speak of: 三项费用均; null where they do not say. */
function manyIn(text: string): number | null {
  const [, digit = ''] = /([两二三四五])[项者类个]/.exec(text) ?? []
  return digit === '' ? null : Math.max(2, '两二三四五'.indexOf(digit) + 1)
}

/** Whether an amount is that share of a whole, as exactly as both are printed. */
function isShareOf({ fen, step }: ProseFact, { value }: ProseFact, whole: bigint): boolean {
  const hundred = 100n * 10n ** BigInt(value.split('.')[1]?.length ?? 0)
  const off = hundred * (fen ?? 0n) - BigInt(value.replace('.', '')) * whole
  // Half of the last place of both.
  return 2n * magnitude(off) <= whole + hundred * step
}

/** Whether all these are the shares of these amounts in a whole. */
const makes = (whole: ProseFact | undefined, amounts: readonly ProseFact[], shares: readonly ProseFact[]): boolean =>
  whole?.fen != null && amounts.every((amount, at) => isShareOf(amount, shares[at] as ProseFact, whole.fen as bigint))

/** The places of the amounts before some figures of which each tells its own: all that the sentence tells, or as many of one list, or those of whose whole these are the shares. */
function listBefore(facts: readonly ProseFact[], from: number, told: readonly ProseFact[]): readonly number[] | null {
  const places = facts.flatMap((fact, at) => (at >= from && isTold(fact, facts[at - 1]) ? [at] : []))
  const list = places.slice(-told.length)
  if (list.length < told.length) return null
  const [amounts, before] = [list.map(at => facts[at] as ProseFact), facts[places.at(-told.length - 1) ?? -1]]
  const isOneList =
    before === undefined ||
    manyIn(told[0]?.label ?? '') === told.length ||
    (amounts.every(({ whole }) => whole === amounts[0]?.whole) && before.whole !== amounts[0]?.whole)
  const whole = amounts[0]?.whole
  return isOneList || (told[0]?.kind === 'share' && makes(whole == null ? before : facts[whole], amounts, told)) ? list : null
}

/** The places of the amounts of a sentence, from `from` on, that words behind speak of one by one, 三项费用均与上年持平: as many as they count, or all of the last list. */
export function toldOfEach(facts: readonly ProseFact[], from: number, label: string): readonly number[] {
  const many = manyIn(label)
  if (many === null && !isPhrase(label, 'each')) return []
  const places = facts.flatMap((fact, at) => (at >= from && isTold(fact, facts[at - 1]) ? [at] : []))
  if (many !== null) return places.length < many ? [] : places.slice(-many)
  const whole = facts[places.at(-1) ?? -1]?.whole
  return places.filter(at => facts[at]?.whole === whole)
}

/** The names of amounts that are told together behind all of them: 货物、服务、工程分别是5万元、3万元、1万元. */
function named(run: readonly ProseFact[]): readonly ProseFact[] {
  const names = run[0]?.subject.split(/[、和与及]/) ?? []
  if (names.length !== run.length) return run
  return run.map((fact, at) => {
    const subject = names[at] as string
    const classCode = classOfName(subject)
    return { ...fact, subject, classCode, ...(fact.item === null && { code: classCode }) }
  })
}

/**
 * The figures of a sentence with those that are told together, each of its own amount; where the amounts are not as many nobody knows whose they
 * are, but of the first share. `earlier` are the facts before them, of which those from `start` on may be meant where the sentence tells no amount itself.
 */
export function respective(figures: readonly ProseFact[], earlier: readonly ProseFact[], start: number): ProseFact[] {
  const found: ProseFact[] = []
  while (found.length < figures.length) {
    const at = found.length
    const run = figures.slice(at, at + runAt(figures, at))
    const [first] = run
    const isEach = first !== undefined && isPhrase(first.label, 'each')
    if (run.length === 1 || !(isEach || first?.kind === 'share')) found.push(...run)
    else if (first?.kind === 'amount') found.push(...named(run))
    else {
      const isAlone = !found.some(({ kind }) => kind === 'amount')
      const facts = [...earlier, ...found]
      const list = listBefore(facts, isAlone ? start : earlier.length, run)
      found.push(
        ...run.map((fact, one) => ofOwn(fact, list === null ? null : (list[one] ?? null), facts, one === 0 && !isEach)),
      )
    }
  }
  return found
}

/** A figure told together with others, of its own amount; null where nobody knows which. */
function ofOwn(fact: ProseFact, of: number | null, facts: readonly ProseFact[], isSure: boolean): ProseFact {
  if (of === null) return isSure ? fact : { ...fact, of: null }
  const isNamed = fact.kind === 'change' || fact.kind === 'growth'
  return { ...fact, of, ...(isNamed && { subject: facts[of]?.subject ?? '' }) }
}
