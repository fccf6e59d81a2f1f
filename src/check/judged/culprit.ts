import { magnitude } from '../../budget/money/amount.ts'
import { addedUp, type Check, fromOf, placeName, sumOf, type Term } from '../check.ts'
import type { Form } from '../declared/identity.ts'
import { HUNDREDTHS, percent, percentsIn } from '../relations/sums/ratio.ts'
import { agreedDigits, byName, directionOf, identityOf, termsOf } from './kin.ts'

/** Checks through each figure, percentages through the figures they are worked out from. */
export const checksByPlace = (checks: readonly Check[]): ReadonlyMap<string, readonly Check[]> =>
  byName(checks, check => [...termsOf(check), ...fromOf(check)].map(placeName))

/** A figure that alone explains why relations fail, and what it would have to be. */
export interface Culprit {
  readonly term: Term
  /** 分 it should be for these relations to hold. */
  readonly should: bigint
  /** Relations that a change of this figure mends. */
  readonly mends: readonly Check[]
  /** Ways in which the mended relations go through it: relations of one way may all fail for a row or column that was lost. */
  readonly ways: ReadonlySet<string>
  /** Other figures that carry the same difference on. */
  readonly carried: readonly string[]
}

/** A relation of few digits that would break by a change may have held by chance. */
const SOME_DIGITS = 2
/** Sums of sums that a wrong figure may have been carried into. */
const MOST_CARRIED = 6

/** By how much figures are changed, in 分, by the names of their places. */
export type Changes = ReadonlyMap<string, bigint>

/** Left less right after some figures were changed. */
function differenceAfter(check: Check, changes: Changes): bigint {
  const moved = (terms: readonly Term[]): bigint =>
    terms.reduce((sum, term) => sum + term.sign * (changes.get(placeName(term)) ?? 0n), 0n)
  return (check.difference ?? 0n) + moved(check.left.terms) - moved(check.right.terms)
}

/** A percentage worked out again after some figures were changed: how far the printed one is off, in hundredths. */
function percentAfter({ left, from }: Check, changes: Changes): bigint {
  const moved = (terms: readonly Term[] = []): bigint =>
    addedUp(terms.map(term => ({ ...term, fen: term.fen + (changes.get(placeName(term)) ?? 0n) })))
  const [part, whole] = [moved(from?.part), moved(from?.whole)]
  return whole <= 0n ? sumOf(left) : sumOf(left) - percent(part, whole, HUNDREDTHS)
}

/** Whether a check holds when some figures are changed. */
export const fits = (check: Check, changes: Changes): boolean =>
  check.from
    ? magnitude(percentAfter(check, changes)) <= percentStep(check)
    : magnitude(differenceAfter(check, changes)) <= check.tolerance

/** Hundredths of a per cent in one step of the last printed place of a percentage. */
export function percentStep({ left }: Check): bigint {
  const { text = '', unit = '%' } = left.terms[0] ?? {}
  const places = /\.(\d+)[%倍]?$/.exec(text)?.[1]?.length ?? 0
  return (places === 0 ? 100n : places === 1 ? 10n : 1n) * percentsIn({ unit })
}

/** By how much a figure would have to change for one check to hold. */
export function changeFor(check: Check, term: Term): bigint {
  const onLeft = check.left.terms.includes(term)
  return (onLeft ? -(check.difference ?? 0n) : (check.difference ?? 0n)) * term.sign
}

/** Whether a relation is about what changed: the amount that a sentence says it of is one of several it may mean, in all that it tells of the change. */
const isOfChange = (check: Check): boolean => CHANGES.has(identityOf(check).form)
const CHANGES: ReadonlySet<string> = new Set<Form>(['growth', 'change'])

/**
 * The ways in which relations go through a figure: between tables, in words as a figure told or printed again or worked out from or as
 * one of a sum or as what changed, as the whole or as a part of a sum across or down.
 * Those through figures it was carried into tell which way they run and no more.
 */
function waysThrough(checks: readonly Check[], name: string): ReadonlySet<string> {
  const ways = checks.map(check => {
    const [direction, isIn] = [directionOf(check), (terms: readonly Term[]) => terms.some(term => placeName(term) === name)]
    const role = isIn(check.left.terms) ? 'whole' : isIn(check.right.terms) ? 'part' : ''
    if (isOfChange(check) && role !== 'whole') return { direction, role: 'changed' }
    if (direction === 'words' && (check.tables.length === 0 || role === 'whole'))
      return { direction, role: termsOf(check).length === 2 ? 'copy' : 'sum' }
    return { direction, role: direction === 'across' || direction === 'down' ? role : '' }
  })
  const own = ways.filter(({ role }) => role !== '')
  const others = ways.filter(({ direction, role }) => role === '' && !own.some(one => one.direction === direction))
  return new Set([...own, ...others].map(({ direction, role }) => `${direction} ${role}`))
}

/** Sums of money and counts can be changed; shares and words are worked out from other figures. A list of the narrative leaves out what the table it repeats does, and tells nothing beside that. */
const isLinear = (check: Check): boolean =>
  check.difference !== null && check.unit !== '%' && check.unit !== '' && identityOf(check).form !== 'item-sum'

/** Whether a change of a figure can be tried in a relation: percentages are worked out again. */
const isFigured = (check: Check): boolean => isLinear(check) || check.from !== undefined

/** What a change mends and breaks; figures whose own relations ask for the same change are changed with it. */
function effectOf(start: string, change: bigint, through: ReadonlyMap<string, readonly Check[]>) {
  const changes = new Map([[start, change]])
  const touched = (): Check[] => [...new Set([...changes.keys()].flatMap(name => through.get(name) ?? []))].filter(isFigured)
  const breaks = (): Check[] =>
    touched().filter(check => check.outcome !== 'broken' && agreedDigits(check) >= SOME_DIGITS && !fits(check, changes))
  for (let round = 0; round < MOST_CARRIED; round++) {
    const next = breaks()
      .flatMap(check => termsOf(check).map(term => ({ name: placeName(term), by: wantedBy(term, change, check, through) })))
      .find(({ name, by }) => by !== null && !changes.has(name))
    if (!next || next.by === null) break
    changes.set(next.name, next.by)
  }
  const tells = (check: Check): boolean => !check.from || agreedDigits(check) >= SOME_DIGITS
  const mends = touched().filter(check => check.outcome === 'broken' && tells(check) && fits(check, changes))
  return { mends, breaks: breaks(), carried: [...changes.keys()].slice(1) }
}

/** The change a figure's own broken relations ask for, when it is of the size of another one; else null. */
function wantedBy(term: Term, size: bigint, beside: Check, through: ReadonlyMap<string, readonly Check[]>): bigint | null {
  for (const check of through.get(placeName(term)) ?? []) {
    if (check === beside || check.outcome !== 'broken' || !isLinear(check)) continue
    const own = termsOf(check).find(other => placeName(other) === placeName(term))
    const wanted = own ? changeFor(check, own) : 0n
    if (magnitude(magnitude(wanted) - magnitude(size)) <= check.tolerance) return wanted
  }
  return null
}

/**
 * The one figure of a broken check whose change mends the most relations and breaks none that holds; null when there is
 * none, or several do as well.
 */
export function culpritOf(check: Check, through: ReadonlyMap<string, readonly Check[]>): Culprit | null {
  if (!isLinear(check)) return basisCulprit(check, through)
  const found = termsOf(check).flatMap((term): Culprit[] => {
    const [name, change] = [placeName(term), changeFor(check, term)]
    const { mends, breaks, carried } = effectOf(name, change, through)
    if (breaks.length > 0 || mends.length === 0) return []
    return [{ term, should: term.fen + change, mends, ways: waysThrough(mends, name), carried }]
  })
  const [best, next] = found.sort((a, b) => b.mends.length - a.mends.length || a.carried.length - b.carried.length)
  if (!best) return null
  return next && next.mends.length === best.mends.length && next.carried.length === best.carried.length ? null : best
}

/** The figure that a percentage is worked out from and that a sum asks to be changed, when the percentage is right then. */
function basisCulprit(check: Check, through: ReadonlyMap<string, readonly Check[]>): Culprit | null {
  const sums = fromOf(check).flatMap(term => through.get(placeName(term)) ?? [])
  const broken = sums.filter(other => other.outcome === 'broken' && isLinear(other))
  return broken.map(other => culpritOf(other, through)).find(culprit => culprit?.mends.includes(check)) ?? null
}
