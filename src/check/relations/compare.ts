import { type AmountCell, magnitude } from '../../budget/money/amount.ts'
import type { ProseFact } from '../../budget/prose/prose.ts'
import type { CellPlace } from '../../finding.ts'
import type { Cell } from '../../table/table.ts'
import type { Check, Outcome, Side, Term } from '../check.ts'
import { sumOf } from '../check.ts'

/** How two sides may differ: printed twice, or a sum of rounded figures. */
export type Comparison = 'same' | 'sum'

/** A figure that a cell prints as a term. */
export const printedIn = (
  { page, box, source, confidence }: Cell,
  { table, row, column }: CellPlace,
  figure: Pick<Term, 'sign' | 'fen' | 'step' | 'text' | 'unit'>,
): Term => ({ ...figure, page, box, place: { table, row, column }, certain: source === 'pdf' && confidence >= 1 })

/** An amount of a table as a term. */
export const cellTerm = (amount: AmountCell, sign: 1n | -1n = 1n): Term => {
  const { fen, step } = amount.money ?? { fen: 0n, step: 0n }
  return printedIn(amount.cell, amount, { sign, fen, step, text: amount.cell.text, unit: amount.unit })
}

/** A figure of the prose as a term. */
export const proseTerm = (fact: ProseFact, sign: 1n | -1n = 1n): Term => ({
  sign,
  fen: fact.fen ?? 0n,
  step: fact.step,
  text: fact.text,
  unit: fact.unit,
  page: fact.page,
  box: fact.box,
  place: null,
  certain: fact.source === 'pdf' && !fact.doubtful,
})

/** A figure of the prose as a term beside others of it, as fine as its sentence tells them. */
export const toldTerm = (fact: ProseFact, sign: 1n | -1n = 1n): Term => ({ ...proseTerm(fact, sign), step: fact.told })

/** The least step of some terms that is not 0; 0 where there is none. */
export const finest = (terms: readonly Term[]): bigint =>
  terms.reduce((least, { step }) => (step > 0n && (least === 0n || step < least) ? step : least), 0n)
/** The greatest step of some terms. */
export const coarsest = (terms: readonly Term[]): bigint => {
  let most = 0n
  for (const { step } of terms) if (step > most) most = step
  return most
}
/** The last printed places of some terms added up. */
export const stepsOf = (terms: readonly Term[]): bigint => terms.reduce((sum, { step }) => sum + step, 0n)
/** 0.01 元 */
const FEN = 1n

/**
 * The figures of a relation that may be rounded: none is printed for a blank, and a bare 0 beside 7.43 is nothing, not a
 * figure rounded to whole 万元.
 */
export function roundedTerms(terms: readonly Term[]): readonly Term[] {
  const least = finest(terms.filter(({ fen }) => fen !== 0n))
  return terms.filter(({ fen, step }) => step > 0n && (fen !== 0n || least === 0n || step <= least))
}

/**
 * Tolerance in half 分. A figure printed twice may not differ; printed in two precisions it may differ by half a step of the
 * coarser one. A sum of n rounded figures may differ by half a step for each of them and for the total.
 */
function toleranceOf(all: readonly Term[], comparison: Comparison): bigint {
  const terms = roundedTerms(all)
  const [least, most] = [finest(terms), coarsest(terms)]
  const mixed = most > least ? most + (comparison === 'same' ? most / 100n : 0n) : 0n
  if (comparison === 'same') return mixed
  // 0元 beside 28.6万元 is nothing in any unit.
  const isInUnits = (): boolean => new Set(terms.filter(({ fen }) => fen !== 0n).map(({ unit }) => unit)).size > 1
  const size = most > least && isInUnits() ? most : least
  const rounded = size * BigInt(Math.max(terms.length, 2))
  return least === FEN && size === least && rounded > 2n * FEN ? 2n * FEN : rounded
}

/** An identity tried on two sides; the verdict is filled in when all identities are known. */
export function compare(of: Pick<Check, 'identity' | 'instance'>, left: Side, right: Side, comparison: Comparison): Check {
  const terms = [...left.terms, ...right.terms]
  const difference = sumOf(left) - sumOf(right)
  const tolerance = toleranceOf(terms, comparison)
  const outcome: Outcome = difference === 0n ? 'holds' : 2n * magnitude(difference) <= tolerance ? 'rounding' : 'broken'
  return {
    ...of,
    outcome,
    verdict: outcome === 'holds' ? 'holds' : outcome === 'rounding' ? 'rounding' : 'extraction-suspect',
    left,
    right,
    difference,
    tolerance: tolerance / 2n,
    unit: terms.find(term => term.step > 0n)?.unit ?? '万元',
    tables: [...new Set(terms.flatMap(term => (term.place ? [term.place.table] : [])))],
    note: null,
  }
}

/** The same check, told not to be evaluable and why. */
export const notEvaluable = (check: Check, note: string): Check => ({
  ...check,
  outcome: 'not-evaluable',
  verdict: 'not-evaluable',
  note,
})

/** The same check, of which nothing follows where it fails, and why. */
export const unproven = (check: Check, note: string): Check => (check.outcome === 'broken' ? notEvaluable(check, note) : check)

/** The same check of points, counts or percentages, which are not rounded. */
export const counted = (check: Check, unit: string): Check => ({
  ...check,
  unit,
  ...(check.outcome === 'rounding' && { outcome: 'broken' as const, verdict: 'extraction-suspect' as const }),
})

/** Whether nothing but blanks is compared, which proves nothing. */
export const isTrivial = (check: Check): boolean => [...check.left.terms, ...check.right.terms].every(term => term.step === 0n)

/** An identity that has no figures to compare, and why. */
export const nothing = (identity: string, note: string): Check => ({
  identity,
  instance: 'document',
  outcome: 'not-evaluable',
  verdict: 'not-evaluable',
  left: { label: '', terms: [] },
  right: { label: '', terms: [] },
  difference: null,
  tolerance: 0n,
  unit: '万元',
  tables: [],
  note,
})

/**
 * The checks as they are when at least half of the rows they are about hold, or there are no more than `few` of them; else
 * the broken ones are not evaluable: the table does not mean what the identity says.
 */
export function ifMostHold(checks: readonly Check[], note: string, few = 1): Check[] {
  const rows = [...Map.groupBy(checks, check => check.left.terms[0]?.place?.row ?? check.instance).values()]
  const held = rows.filter(group => group.every(check => check.outcome !== 'broken')).length
  if (rows.length <= few || 2 * held >= rows.length) return [...checks]
  return checks.map(check => unproven(check, note))
}
