import { magnitude } from '../budget/amount.ts'
import type { ProseFact } from '../budget/prose.ts'
import type { Check, Outcome, Term } from './check.ts'
import { notEvaluable, proseTerm } from './draft.ts'
import { ifMostHold } from './row-sum.ts'

/** Percentages are compared in hundredths of a per cent. */
const HUNDREDTHS = 2
/** A share bent by this much (in hundredths of a per cent) so that all add up to 100.00 is called plugged. */
const PLUG = 1n

const decimals = (value: string): number => value.split('.')[1]?.length ?? 0

/** A percentage in units of 10⁻ᵈ per cent. */
const scaled = (value: string, places: number): bigint => {
  const [whole = '0', fraction = ''] = value.split('.')
  return BigInt(whole + fraction.padEnd(places, '0').slice(0, places))
}

/** `numerator / denominator` in per cent, rounded half up to a number of places. */
export const percent = (numerator: bigint, denominator: bigint, places: number): bigint =>
  (200n * numerator * 10n ** BigInt(places) + denominator) / (2n * denominator)

interface Ratio {
  readonly identity: string
  readonly fact: ProseFact
  readonly part: readonly ProseFact[]
  readonly whole: readonly ProseFact[]
  readonly numerator: bigint
  readonly denominator: bigint
  /** 分 by which the figures may be off because they are rounded. */
  readonly slack: bigint
  readonly plugged: boolean
}

/** A percentage as a term, in hundredths. */
const percentTerm = (fact: ProseFact): Term => ({ ...proseTerm(fact), fen: scaled(fact.value, HUNDREDTHS), step: 1n })

function ratioCheck({ identity, fact, part, whole, numerator, denominator, slack, plugged }: Ratio): Check {
  const places = Math.min(decimals(fact.value), HUNDREDTHS)
  const printed = scaled(fact.value, places)
  const expected = percent(numerator, denominator, places)
  const off = magnitude(printed - expected)
  // |printed − exact| ≤ half a step, and what the rounding of the amounts adds to it
  const exact = magnitude(printed * denominator - 100n * numerator * 10n ** BigInt(places))
  const rounding = 2n * exact <= denominator + 400n * slack * 10n ** BigInt(places)
  const outcome: Outcome = off === 0n ? 'holds' : rounding || (plugged && off <= PLUG) ? 'rounding' : 'broken'
  const scale = 10n ** BigInt(HUNDREDTHS - places)
  const should: Term = { ...percentTerm(fact), fen: expected * scale, text: percentText(expected * scale), step: 1n }
  return {
    identity,
    instance: `p.${fact.page} ${[...part, ...whole].map(other => other.text).join(' / ')} ${fact.text}`,
    outcome,
    verdict: outcome === 'holds' ? 'holds' : outcome === 'rounding' ? 'rounding' : 'extraction-suspect',
    left: { label: fact.label, terms: [percentTerm(fact)] },
    right: {
      label: [...part, ...whole].map(other => other.text).join('、'),
      terms: [should],
    },
    difference: (printed - expected) * scale,
    tolerance: 0n,
    unit: '%',
    tables: [],
    from: [...part, ...whole].map(other => proseTerm(other)),
    note: outcome === 'rounding' && !rounding ? 'plugged' : null,
  }
}

/** Hundredths of a per cent as text: 550 → "5.50%". */
export const percentText = (hundredths: bigint): string =>
  `${hundredths < 0n ? '-' : ''}${magnitude(hundredths) / 100n}.${`${magnitude(hundredths) % 100n}`.padStart(2, '0')}%`

/** A share of a sentence and the amount it is the share of. */
interface Shared {
  readonly share: ProseFact
  readonly part: ProseFact
}

/** A percentage in hundredths, and one step of its last printed place. */
const stepsOf = ({ value }: ProseFact): readonly [bigint, bigint] => [
  scaled(value, HUNDREDTHS),
  10n ** BigInt(Math.max(0, HUNDREDTHS - decimals(value))),
]

/** Whether one whole makes all these shares, each within a step of its last place, rounded, cut or bent. */
function haveOneWhole(shares: readonly Shared[]): boolean {
  const ranges = shares.map(({ share, part }) => {
    const [printed, step] = stepsOf(share)
    const fen = 2n * SCALE * (part.fen ?? 0n)
    return { least: (fen - SCALE * part.step) / (printed + step), most: (fen + SCALE * part.step) / (printed - step || 1n) }
  })
  return ranges.every(({ least }) => ranges.every(({ most }) => least <= most))
}
/** So that wholes are divided without losing 分. */
const SCALE = 10_000n

/** Shares each without which the others have one whole, where all of them have none. */
const oddOf = (shares: readonly Shared[]): readonly Shared[] =>
  shares.length < 3 || haveOneWhole(shares) ? [] : shares.filter(one => haveOneWhole(shares.filter(other => other !== one)))

/** The check that is furthest off. */
function furthest(checks: readonly Check[]): Check[] {
  const off = ({ difference }: Check): bigint => magnitude(difference ?? 0n)
  return checks.filter(check => checks.every(other => off(other) <= off(check))).slice(0, 1)
}

/** Shares of parts in their whole (N3). Parts whose shares make up 100 % and whose whole is not said make it up themselves. */
export function shareChecks(facts: readonly ProseFact[]): Check[] {
  const shares = facts.filter(fact => fact.kind === 'share' && fact.of !== null && !fact.aside)
  const groups = Map.groupBy(shares, share => `${share.sentence} ${facts[share.of ?? 0]?.whole ?? ''}`)
  return [...groups.values()].flatMap(group => {
    const amounts = group.flatMap(share => facts[share.of ?? -1] ?? [])
    if (amounts.length < group.length || amounts.some(amount => amount.fen === null)) return []
    const said = amounts[0]?.whole === null ? undefined : facts[amounts[0]?.whole ?? -1]
    const all = group.reduce((sum, share) => sum + scaled(share.value, HUNDREDTHS), 0n)
    const complete = magnitude(all - 10_000n) <= 10n
    if (said === undefined && (!complete || group.length < 2)) return []
    const whole = said ? [said] : amounts
    const denominator = whole.reduce((sum, amount) => sum + (amount.fen ?? 0n), 0n)
    if (denominator === 0n) return []
    const pairs = group.map((share, at): Shared => ({ share, part: amounts[at] as ProseFact }))
    const checkOf = ({ share, part }: Shared): Check =>
      ratioCheck({
        identity: 'N3',
        fact: share,
        part: [part],
        whole,
        numerator: part.fen ?? 0n,
        denominator,
        slack: part.step / 2n,
        plugged: all === 10_000n,
      })
    // No whole makes all of them, whichever is meant: one is wrong, by what the parts make together.
    const odd = said === undefined ? oddOf(pairs) : []
    if (odd.length > 0) return furthest(odd.map(checkOf))
    if (said === undefined && /占[^占]*的$/.test(group[0]?.label ?? '')) return []
    return ifMostHold(pairs.map(checkOf), 'shares of another whole')
  })
}

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

/** Growth against the increase and what it leaves for last year (N4), and the direction said (N17). */
export function growthChecks(facts: readonly ProseFact[]): Check[] {
  return facts.flatMap((fact, at) => {
    if (fact.kind !== 'growth') return []
    const change = facts.slice(0, at).findLastIndex(other => other.kind === 'change' && other.sentence === fact.sentence)
    const between = change < 0 ? [] : facts.slice(change + 1, at)
    const said = facts[change]
    const found = change < 0 ? null : currentOf(facts, change)
    const current = found?.current
    if (
      !said ||
      said.direction === 'same' ||
      !current ||
      said.fen === null ||
      current.fen === null ||
      between.some(other => other.kind !== 'year')
    )
      return []
    const before = said.direction === 'less' ? current.fen + said.fen : current.fen - said.fen
    if (before <= 0n || fact.aside) return []
    const check = ratioCheck({
      identity: 'N4',
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
