import { isMoneyUnit, magnitude } from '../../budget/money/amount.ts'
import { type Check, fromOf, placeName } from '../check.ts'
import { fits } from '../judged/culprit.ts'
import { directionOf, identityOf, termsOf } from '../judged/kin.ts'
import { gapOf, isSameGap } from '../judged/rivals/rival.ts'
import type { Judgement, Judgements } from '../judged/verdict.ts'

/** Relations that fail, or hold only within rounding, for one reason. */
export interface Cause {
  /** Unique in the document: `cause-1`, the largest difference first. */
  readonly id: string
  /** The relation that says most: the one whose figure mends the most, then of the narrative the shortest, then the largest. */
  readonly lead: Check
  readonly checks: readonly Check[]
  readonly judgement: Judgement | null
}

const figuresOf = (check: Check): ReadonlySet<string> => new Set(termsOf(check).map(placeName))

/**
 * Whether the figure that a check says is wrong, or one it was carried into, is one of another, or mends a percentage worked out from it.
 * A figure whose change mends one check alone is not what a sum of rows through it fails for.
 */
function isBlamedFor(one: Check, other: Check, judgements: Judgements): boolean {
  const culprit = judgements.get(one)?.culprit
  if (!culprit) return false
  const [name, others] = [placeName(culprit.term), figuresOf(other)]
  const isAlone = culprit.mends.length === 1 && other.outcome === 'broken' && identityOf(other).form === 'tree-sum'
  if ((others.has(name) && !isAlone) || culprit.carried.some(wrong => others.has(wrong))) return true
  const isFrom = fromOf(other).some(term => placeName(term) === name)
  return isFrom && fits(other, new Map([[name, culprit.should - culprit.term.fen]]))
}

/** Whether two relations of one identity fail because one table is not what it is taken for. */
const isOfOneTable = (one: Check, other: Check, judgements: Judgements): boolean => {
  const rival = judgements.get(one)?.rival
  const isSame = one.identity === other.identity && one.tables.join() === other.tables.join()
  return rival?.isOfTable === true && rival === judgements.get(other)?.rival && isSame
}

/** Whether what one relation of a table has too much another lacks, and one explanation is given of both: money that was moved from the one to the other. */
function isMoved(one: Check, other: Check, judgements: Judgements): boolean {
  const [rival, another] = [one, other].map(check => judgements.get(check)?.rival)
  const isSameTable = one.tables.length > 0 && one.tables.join() === other.tables.join()
  return rival != null && rival === another && isSameTable && one.difference === -(other.difference ?? 0n)
}

/** Whether two relations of one verdict fail for one reason: one blames a figure of the other, or the same sum is missing in the same place. */
function isOneCause(one: Check, other: Check, judgements: Judgements): boolean {
  if (one.verdict !== other.verdict) return false
  const [shift, another] = [one, other].map(check => judgements.get(check)?.shift)
  if (shift || another) return shift === another
  if (isOfOneTable(one, other, judgements)) return true
  // That each figure was rounded by itself is told once of an identity, not once a row and column.
  if (one.verdict === 'rounding') return one.note === other.note && one.identity === other.identity
  if (isBlamedFor(one, other, judgements) || isBlamedFor(other, one, judgements)) return true
  if (one.unit !== other.unit || !isMoneyUnit(one.unit) || !isSameGap(one, other)) return false
  if (isMoved(one, other, judgements)) return true
  const isSameLine = one.left.label === other.left.label && one.left.label !== ''
  const others = figuresOf(other)
  return isSameLine || termsOf(one).some(term => others.has(placeName(term)))
}

/** Whether the figures that two relations are proved to fail for are two, and neither was carried into the other: that both are off by one amount is chance. */
function areApart(one: Check, other: Check, judgements: Judgements): boolean {
  const [first, second] = [one, other].map(check => judgements.get(check)?.culprit)
  if (!first || !second || first.ways.size < 2 || second.ways.size < 2) return false
  const [name, next] = [placeName(first.term), placeName(second.term)]
  return name !== next && !first.carried.includes(next) && !second.carried.includes(name)
}

/** Relations that fail for the reason that a relation fails for, itself among them; where that could be of two figures, those of the first. */
function failingWith(check: Check, groups: readonly Check[][], judgements: Judgements): Check[] {
  const own: Check[] = []
  for (const group of groups.filter(group => group.some(other => isOneCause(check, other, judgements))))
    if (![check, ...own].some(one => group.some(other => areApart(one, other, judgements)))) own.push(...group)
  return [...own, check]
}

/** The relation that says most: of those of the narrative, whose figures have to be found in its sentences, the one of fewest figures among those that mend as much. */
function leadOf(group: readonly Check[], judgements: Judgements): Check {
  const mended = (check: Check): number => judgements.get(check)?.culprit?.mends.length ?? 0
  const isSaid = group.every(check => directionOf(check) === 'words')
  const figures = (check: Check): number => (isSaid ? new Set([...termsOf(check), ...fromOf(check)].map(placeName)).size : 0)
  const [lead] = [...group].sort((a, b) => mended(b) - mended(a) || figures(a) - figures(b) || (gapOf(b) > gapOf(a) ? 1 : -1))
  return lead as Check
}

/** Whether a side is one figure that is the other side rounded to its own last place: 5,169万元 beside 51,690,643元 differ in nothing that is printed. */
const isRoundedOff = ({ difference, unit, left, right }: Check): boolean =>
  [left, right].some(side => {
    const [whole, ...more] = side.terms
    const others = (side === left ? right : left).terms.filter(({ step }) => step > 0n)
    if (whole === undefined || more.length > 0 || others.length === 0 || !isMoneyUnit(unit)) return false
    return others.every(({ step }) => step < whole.step) && 2n * magnitude(difference ?? 0n) <= whole.step
  })

/** The causes of what does not simply hold: those of the document first, the largest difference first, rounding last. */
export function causesOf(checks: readonly Check[], judgements: Judgements): Cause[] {
  const told = checks.filter(check => check.outcome === 'broken' || (check.outcome === 'rounding' && !isRoundedOff(check)))
  const groups: Check[][] = []
  for (const check of told) {
    const own = failingWith(check, groups, judgements)
    const rest = groups.filter(([first]) => first && !own.includes(first))
    groups.splice(0, groups.length, ...rest, own)
  }
  const causes = groups.map(group => {
    const lead = leadOf(group, judgements)
    return { lead, checks: group, judgement: judgements.get(lead) ?? null }
  })
  return causes.sort(bySize).map((cause, at) => ({ id: `cause-${at + 1}`, ...cause }))
}

const RANKS = ['published-inconsistency', 'extraction-suspect', 'unexplained', 'rounding']

/** Money before shares, counts and words. */
const sizeOf = ({ lead }: Pick<Cause, 'lead'>): bigint => (isMoneyUnit(lead.unit) ? gapOf(lead) : 0n)

function bySize(a: Pick<Cause, 'lead'>, b: Pick<Cause, 'lead'>): number {
  const rank = RANKS.indexOf(a.lead.verdict) - RANKS.indexOf(b.lead.verdict)
  return rank !== 0 ? rank : sizeOf(a) === sizeOf(b) ? 0 : sizeOf(a) < sizeOf(b) ? 1 : -1
}
