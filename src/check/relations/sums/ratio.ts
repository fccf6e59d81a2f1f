import { magnitude } from '../../../budget/money/amount.ts'
import type { ProseFact } from '../../../budget/prose/prose.ts'
import { addedUp, type Check, LAST_PLACE, type Outcome, type Term } from '../../check.ts'
import { proseTerm, stepsOf } from '../compare.ts'

/** Percentages are compared in hundredths of a per cent. */
export const HUNDREDTHS = 2
/** A hundred per cent in them. */
export const HUNDRED_PERCENT = 10_000n
/** A share bent by this much (in hundredths of a per cent) so that all add up to 100.00 is called plugged. */
const PLUG = 1n
/** Cut, rounded up or worked out from finer figures, a percentage is a step of its last place off, or two; more of them are a slip, or other figures. */
const MOST_STEPS = 2n

/** Printed decimal places. */
export const decimals = (value: string): number => value.split('.')[1]?.length ?? 0

/** A percentage in units of 10⁻ᵈ per cent, rounded where it is printed to more places. */
export const scaled = (value: string, places: number): bigint => {
  const [whole = '0', fraction = ''] = value.split('.')
  const cut = BigInt(whole + fraction.padEnd(places, '0').slice(0, places))
  return (fraction[places] ?? '0') < '5' ? cut : cut + 1n
}

/** `numerator / denominator` in per cent, rounded half away from nothing to a number of places. */
export function percent(numerator: bigint, denominator: bigint, places: number): bigint {
  const size = (200n * magnitude(numerator) * 10n ** BigInt(places) + denominator) / (2n * denominator)
  return numerator < 0n ? -size : size
}

/** A percentage as it is printed. */
export interface PrintedPercent {
  /** With its value in hundredths. */
  readonly term: Term
  readonly value: string
  readonly label: string
}

/** A percentage and the figures it is worked out from, signs applied. */
export interface Ratio {
  readonly identity: string
  readonly printed: PrintedPercent
  readonly part: readonly Term[]
  readonly whole: readonly Term[]
  /** 分 by which the figures may be off because they are rounded. */
  readonly slack: bigint
  /** Whether a step of its last place may be bent away. */
  readonly plugged?: boolean | undefined
}

/** Per cents in one of the unit that a growth is printed in: one of 2.9倍 is one of 290%. */
export const percentsIn = ({ unit }: Pick<Term, 'unit'>): bigint => (unit === '倍' ? 100n : 1n)

/** A percentage of the narrative. */
export const percentOf = (fact: ProseFact): PrintedPercent => ({
  term: { ...proseTerm(fact), fen: scaled(fact.value, HUNDREDTHS) * percentsIn(fact), step: 1n },
  value: fact.value,
  label: fact.label,
})

/** The places of a percentage that are compared, and what it prints in units of its last one. */
function shown(value: string) {
  const places = Math.min(decimals(value), HUNDREDTHS)
  return { places, printed: scaled(value, places) }
}

/** Tells of figures whether a percentage is what they make it, to its last place; many are tried with one percentage, which is read once. */
export function exactly({ value }: PrintedPercent): (part: bigint, whole: bigint) => boolean {
  const { places, printed } = shown(value)
  return (part, whole) => percent(part, whole, places) === printed
}

/** A percentage against what the figures make it. */
export function ratioCheck({ identity, printed: { term, value, label }, part, whole, slack, plugged }: Ratio): Check {
  const size = percentsIn(term)
  const [numerator, denominator] = [addedUp(part), addedUp(whole) * size]
  const { places, printed } = shown(value)
  const expected = percent(numerator, denominator, places)
  const off = magnitude(printed - expected)
  // |printed − exact| ≤ half a step, and what the rounding of the amounts adds to it; near it where that is twice as much.
  const exact = magnitude(printed * denominator - 100n * numerator * 10n ** BigInt(places))
  const near = 2n * exact <= denominator + 400n * slack * 10n ** BigInt(places)
  const steps = 100n * stepsOf(part) * 10n ** BigInt(places) + printed * size * stepsOf(whole)
  const rounding = near && 2n * exact <= denominator + steps
  const isPlugged = plugged === true && off <= PLUG
  const isNear = rounding || (near && off <= MOST_STEPS)
  const outcome: Outcome = off === 0n ? 'holds' : isNear || isPlugged ? 'rounding' : 'broken'
  const scale = 10n ** BigInt(HUNDREDTHS - places) * size
  const should: Term = { ...term, fen: expected * scale, text: percentText(expected * scale, term.unit, places), place: null }
  const terms = [...new Map([...part, ...whole].map(one => [one.box, one])).values()]
  const texts = terms.map(({ text }) => text)
  const counted = terms.filter(({ fen }) => fen !== 0n)
  return {
    identity,
    instance: `p.${term.page} ${texts.join(' / ')} ${term.text}`,
    outcome,
    verdict: outcome === 'holds' ? 'holds' : outcome === 'rounding' ? 'rounding' : 'extraction-suspect',
    left: { label, terms: [term] },
    right: {
      label: (counted.length > 0 ? counted : terms).map(({ text }) => text).join('、'),
      terms: [should],
    },
    difference: (printed - expected) * scale,
    tolerance: 0n,
    unit: '%',
    tables: term.place === null ? [] : [term.place.table],
    from: { part, whole },
    note: off === 0n || rounding ? null : isPlugged ? 'plugged' : near ? LAST_PLACE : null,
  }
}

/** Hundredths of a per cent as text: 550 → "5.50%", to one place "5.5%"; in 倍 where it is told so, 55000 → "5.50倍". */
export function percentText(hundredths: bigint, unit = '%', places = HUNDREDTHS): string {
  const size = magnitude(hundredths) / percentsIn({ unit })
  const behind = `${size % 100n}`.padStart(HUNDREDTHS, '0').slice(0, places)
  return `${hundredths < 0n ? '-' : ''}${size / 100n}${behind === '' ? '' : `.${behind}`}${unit}`
}
