import { magnitude } from '../budget/money/amount.ts'
import { type Check, placeName, type Term } from './check.ts'
import { agreedDigits, ENOUGH_DIGITS, termsOf, vouches } from './judged/kin.ts'

/** What vouches for a figure so far. */
interface Vouching {
  readonly relations: number
  readonly digits: number
  /** Recognised digits of the figure that no relation so far would miss if they were mistaken for another wherever they stand. */
  readonly unseen: readonly string[]
}

/** The recognised digits of a figure from the last to the first; the text of a PDF has none that may be mistaken. */
const recognised = ({ fen, step, certain }: Term): string[] =>
  certain || step === 0n ? [] : [...`${magnitude(fen) / step}`].reverse()

/** What a digit is worth in some figures, in 分 for each step by which it is mistaken. */
const worthOf = (digit: string, terms: readonly Term[]): bigint =>
  terms
    .flatMap(term => {
      const sign = term.fen < 0n ? -term.sign : term.sign
      return recognised(term).map((own, at) => (own === digit ? sign * term.step * 10n ** BigInt(at) : 0n))
    })
    .reduce((sum, worth) => sum + worth, 0n)

/** The digits that could be mistaken for another in all figures of a relation, and it would hold as before, as one does that only prints a figure again; a percentage has the figures that it was worked out from on neither side. */
function carriedBy(check: Check): ReadonlySet<string> {
  const { left, right, from } = check
  const digits = new Set(termsOf(check).flatMap(recognised))
  return new Set([...digits].filter(digit => from || worthOf(digit, left.terms) === worthOf(digit, right.terms)))
}

/**
 * How many relations vouch for each printed figure, by the name of its place: they hold to the last digit, and together in so
 * many digits that no misreading makes them hold by chance; and each digit of a recognised figure is seen by one of them, which
 * would break if that digit were mistaken for another throughout. On 58 scans by 13 kinds of scanner, none of 34 wrong figures was
 * vouched for and 1,033 right ones that say less than .9 were; of the amounts of 23 real documents, 5 % misread at random, 1 wrong
 * one and 2,662 right ones.
 */
export function vouchedFor(checks: readonly Check[]): ReadonlyMap<string, number> {
  const found = new Map<string, Vouching>()
  for (const check of checks.filter(vouches)) {
    const [agreed, carried] = [agreedDigits(check), carriedBy(check)]
    for (const term of termsOf(check).filter(({ step }) => step > 0n)) {
      const { relations, digits, unseen } = found.get(placeName(term)) ?? { relations: 0, digits: 0, unseen: recognised(term) }
      found.set(placeName(term), {
        relations: relations + 1,
        digits: digits + agreed,
        unseen: unseen.filter(digit => carried.has(digit)),
      })
    }
  }
  const isVouchedFor = ({ digits, unseen }: Vouching): boolean => digits >= ENOUGH_DIGITS && unseen.length === 0
  return new Map([...found].flatMap(([name, one]) => (isVouchedFor(one) ? [[name, one.relations]] : [])))
}
