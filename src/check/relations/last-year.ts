import { magnitude } from '../../budget/amount.ts'
import type { ProseFact } from '../../budget/prose.ts'
import { type Check, placeName, type Slip, type Term } from '../check.ts'
import { isSlipOf, SLIP_ALIKE, slipDigitsOfAny } from '../slip.ts'
import { baseOf } from './change-sum.ts'
import { toldTerm } from './compare.ts'
import { MAY_LACK_PART } from './facts.ts'
import { decimals, percentsIn, scaled } from './ratio.ts'

/** A figure of a list, and how it changed since the year before. */
interface Since {
  readonly term: Term
  readonly since: ProseFact
}

/** What an amount was the year before in 分, and how far that may be off, twice. */
interface Before {
  readonly fen: bigint
  readonly slack: bigint
}

/** Growths are worked with in thousandths of a per cent, of which so many are all of an amount. */
const PLACES = 3
const WHOLE = 100_000n

const signOf = ({ direction }: ProseFact): bigint => (direction === 'less' ? -1n : 1n)

/** What an amount was the year before, by its change or its growth; null where there was nothing. */
function beforeOf({ since, term: { step } }: Since, fen: bigint): Before | null {
  if (since.direction === 'same') return { fen, slack: step }
  if (since.kind === 'change') return { fen: fen - signOf(since) * (since.fen ?? 0n), slack: step + since.told }
  const grown = WHOLE + signOf(since) * scaled(since.value, PLACES) * percentsIn(since)
  if (grown <= 0n) return null
  const was = (fen * WHOLE) / grown
  const rounded = 10n ** BigInt(PLACES - Math.min(PLACES, decimals(since.value))) * percentsIn(since)
  return { fen: was, slack: (step * WHOLE + was * rounded) / grown }
}

/** How much the parts of a list lacked of their whole the year before, and how far that may be off. */
function gapOf(list: readonly Since[], fens: readonly bigint[]): Before | null {
  const were = list.map((told, at) => beforeOf(told, fens[at] ?? 0n))
  if (were.some(was => was === null)) return null
  const [whole, ...parts] = were as Before[]
  const off = parts.reduce((rest, { fen }) => rest - fen, whole?.fen ?? 0n)
  const slack = parts.reduce((all, part) => all + part.slack, whole?.slack ?? 0n)
  return { fen: off, slack: slack / 2n }
}

/**
 * How far growths lie apart: by chance what a list leaves out grew as one of its figures did so often. Of 2,188 and 3,185 lists of real
 * narratives, look and count, made to lack what a slip of the pen would make up for and what grew as any figure told there, 2.7 %
 * and 2.5 % reach the digits asked for; of 160 that some of their parts were left out of, none.
 */
const SPREAD = 0.25

/** How a figure changed since the year before, by what is told of it first. */
function sinceOf(prose: readonly ProseFact[]): (term: Term) => ProseFact | undefined {
  const places = new Map(prose.map((fact, at) => [placeName(toldTerm(fact)), at]))
  const told = prose.filter(
    fact =>
      (fact.kind === 'growth' || (fact.kind === 'change' && (fact.fen !== null || fact.direction === 'same'))) &&
      !fact.aside &&
      ['', 'year'].includes(baseOf(fact)),
  )
  const first = Map.groupBy(told, ({ of }) => of)
  return term => first.get(places.get(placeName(term)) ?? -1)?.[0]
}

/** A slip that the year before tells of, and in how many digits. */
interface ToldSlip extends Slip {
  readonly digits: number
}

/** Whether a figure is another as far as it is known. */
const isAbout = ({ fen, slack }: Before, other: bigint): boolean => magnitude(fen - other) <= slack

/**
 * Which figures of a list that does not add up the year before says are slips, and in how many digits it says so, each of them telling
 * how it changed since then: that with what one of them should be it adds up in both years. What was left out would have to have grown
 * as that figure did. None where it says nothing: what was left out may be what it was the year before.
 */
function slipsOf({ left, right, difference }: Check, since: (term: Term) => ProseFact | undefined): readonly ToldSlip[] {
  const terms = [...left.terms, ...right.terms]
  const list = terms.flatMap((term): Since[] => {
    const told = since(term)
    return told ? [{ term, since: told }] : []
  })
  const fens = terms.map(({ fen }) => fen)
  const lacked = list.length === terms.length && left.terms.length === 1 ? gapOf(list, fens) : null
  if (!lacked || difference === null || isAbout(lacked, 0n) || isAbout(lacked, difference)) return []
  return terms.flatMap((term, at): ToldSlip[] => {
    const { fen } = term
    const should = at === 0 ? fen - difference : fen + difference
    const then = should > 0n && isSlipOf(should, fen) ? gapOf(list, fens.with(at, should)) : null
    const chances = then && isAbout(then, 0n) ? Number(magnitude(difference)) / Number(2n * then.slack) : 0
    const digits = chances > 0 ? Math.log10(SPREAD * chances) : 0
    return digits > 0 ? [{ term, should, digits }] : []
  })
}

/** Lists of amounts and their whole; where one does not add up and the year before says which figure is a slip of the pen, none of its parts is missing. */
export function withLastYear(prose: readonly ProseFact[], checks: readonly Check[]): Check[] {
  if (!checks.some(({ outcome }) => outcome === 'broken')) return [...checks]
  const since = sinceOf(prose)
  return checks.map(check => {
    const slips = check.outcome === 'broken' ? slipsOf(check, since) : []
    const now = slips.length > 0 ? slipDigitsOfAny(check) : 0
    const slipsByLastYear = slips.filter(({ digits }) => now + digits >= SLIP_ALIKE)
    if (now === 0 || slipsByLastYear.length === 0) return check
    return { ...check, note: check.note === MAY_LACK_PART ? null : check.note, slipsByLastYear }
  })
}
