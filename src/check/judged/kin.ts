import { magnitude, tellingDigits } from '../../budget/money/amount.ts'
import { type Check, placeName, sumOf, type Term } from '../check.ts'
import { type Direction, directionOfForm, type Identity, isNarrative } from '../declared/identity.ts'
import { IDENTITIES } from '../identities.ts'

const BY_ID = new Map(IDENTITIES.map(identity => [identity.id, identity]))

/** The identity a check tries; an error for an id that is not in the list. */
export function identityOf({ identity }: Pick<Check, 'identity'>): Identity {
  const found = BY_ID.get(identity)
  if (found === undefined) throw new Error(`no identity: ${identity}`)
  return found
}

/** Which way a check runs. */
export const directionOf = (check: Check): Direction => directionOfForm(identityOf(check).form)

/** Whether the parts of a sum are told by their names: all of them are there, however the rows are nested and wherever the table ends. */
export const isOfNamedParts = (check: Check): boolean => identityOf(check).byDefinition === true

/** Every figure of a check. */
export const termsOf = (check: Check): readonly Term[] => [...check.left.terms, ...check.right.terms]

const rowNumbers = (terms: readonly Term[]): string => terms.map(({ place }) => place?.row ?? '').join('+')
const columnNumbers = (terms: readonly Term[]): string => terms.map(({ place }) => place?.column ?? '').join('+')

/**
 * Names under which the same relation is tried in other places: the same columns in other rows, the same rows in other
 * columns, other parents of the same list, other figures of the same two tables, other figures the narrative repeats.
 */
export function kinOf(check: Check): readonly string[] {
  const [table = ''] = check.tables
  const { left, right, identity } = check
  const { form } = identityOf(check)
  if (form === 'row-sum') return [`${table} columns ${columnNumbers(left.terms)}=${columnNumbers(right.terms)}`]
  if (form === 'tree-sum') return [`${table} rows ${rowNumbers(left.terms)}=${rowNumbers(right.terms)}`, `${table} tree`]
  if (form === 'percent') return [`${table} column ${columnNumbers(left.terms)}`]
  if (form === 'copies') return [`${table} copies`]
  if (form === 'equal' || form === 'by-code') return [identity, `between ${[...check.tables].sort().join(' ')}`]
  return check.tables.length > 0 && isNarrative(form) ? [identity, 'narrative'] : [identity]
}

/** Decimal digits of a figure in its printed places. */
export const digitsOf = ({ fen, step }: Pick<Term, 'fen' | 'step'>): number =>
  step === 0n || fen === 0n ? 0 : `${magnitude(fen) / step}`.length

/**
 * How many digits had to agree for a check to hold: of a sum, those of its second largest part, without which it would
 * have failed; of a figure printed twice or a percentage, its own; of a whole with one part in the same table, one.
 */
export function agreedDigits(check: Check): number {
  const parts = check.right.terms.map(digitsOf).filter(digits => digits > 0)
  const wholes = check.left.terms.map(digitsOf).filter(digits => digits > 0)
  if (parts.length === 0 || wholes.length === 0) return 0
  if (check.from) return tellingDigits(check.left.terms[0]?.text ?? '')
  if (parts.length > 1) return parts.sort((a, b) => b - a)[1] ?? 0
  if (wholes.length > 1) return wholes.sort((a, b) => b - a)[1] ?? 0
  return directionOf(check) === 'between' || directionOf(check) === 'words' ? (parts[0] ?? 0) : 1
}

/** A relation of fewer digits does not vouch for a figure. */
const VOUCHING_DIGITS = 3

/** Whether a relation holds with digits enough to vouch for its figures. */
export const vouches = (check: Check): boolean => check.outcome === 'holds' && agreedDigits(check) >= VOUCHING_DIGITS

/** The place among its parts of the only one that is not nothing; null when there are several or none. */
function onlyPartOf({ right }: Check): number | null {
  const [at, ...more] = right.terms.flatMap(({ fen }, index) => (fen === 0n ? [] : [index]))
  return at === undefined || more.length > 0 ? null : at
}

/** Whether nothing is printed for some parts of a sum that is less than its whole: one may be missing. */
const mayMiss = (check: Check): boolean =>
  check.right.terms.some(({ step }) => step === 0n) && magnitude(sumOf(check.left)) > magnitude(sumOf(check.right))

/** Whether two relations say that a whole is the same one of its parts, the others being nothing. */
const isSameCopy = (one: Check, other: Check): boolean =>
  onlyPartOf(one) !== null && onlyPartOf(one) === onlyPartOf(other) && one.right.label === other.right.label

/** How many digits of a relation that holds speak for another one of its kin. */
function speakingDigits(held: Check, check: Check): number {
  if (!isSameCopy(held, check) || mayMiss(check)) return agreedDigits(held)
  return Math.max(0, ...held.right.terms.map(digitsOf))
}

/** Checks that hold or fail, by each of some names that they have. */
export function byName(
  checks: readonly Check[],
  namesOf: (check: Check) => readonly string[],
): ReadonlyMap<string, readonly Check[]> {
  const found = new Map<string, Check[]>()
  for (const check of checks) {
    if (check.outcome === 'not-evaluable') continue
    for (const name of new Set(namesOf(check))) {
      const list = found.get(name)
      if (list) list.push(check)
      else found.set(name, [check])
    }
  }
  return found
}

/** Digits that have to agree elsewhere before a relation counts as known: by chance that happens once in 100,000 times. */
export const ENOUGH_DIGITS = 5
/** Relations that hold for each one that does not, in other places under the same name. */
const MOST = 2

/**
 * Whether the same rows fail in more columns than they hold in: then these rows are no sum, whatever other rows are.
 * A wrong figure stands in one column; a row left out shows in those columns alone that it has money in.
 */
function failsAcross(check: Check, index: ReadonlyMap<string, readonly Check[]>): boolean {
  if (identityOf(check).form !== 'tree-sum') return false
  const columns = (index.get(kinOf(check)[0] ?? '') ?? []).filter(other => other !== check)
  const failed = columns.filter(({ outcome }) => outcome === 'broken').length
  return failed > columns.length - failed
}

/** Whether two relations fail by one amount through one figure: that is one failure, carried on. */
function failsAlike(one: Check, other: Check): boolean {
  if (other.outcome !== 'broken' || magnitude(one.difference ?? 0n) !== magnitude(other.difference ?? 0n)) return false
  const places = new Set(termsOf(one).map(placeName))
  return termsOf(other).some(term => places.has(placeName(term)))
}

/**
 * Whether a relation is known to be one in this document: by definition, or because it holds in other places with figures
 * enough that it cannot be chance, and fails in few.
 */
export function isKnown(check: Check, index: ReadonlyMap<string, readonly Check[]>): boolean {
  if (isOfNamedParts(check)) return true
  if (failsAcross(check, index)) return false
  return kinOf(check).some(name => {
    const kin = (index.get(name) ?? []).filter(other => other !== check && !failsAlike(check, other))
    const held = kin.filter(({ outcome }) => outcome !== 'broken')
    const failed = kin.length - held.length
    const digits = held.reduce((sum, other) => sum + speakingDigits(other, check), 0)
    return digits >= ENOUGH_DIGITS && held.length >= MOST * failed
  })
}
