import type { Check } from '../check.ts'
import { placeName } from '../judged/culprit.ts'
import { termsOf } from '../judged/kin.ts'
import { gapOf, isSameGap } from '../judged/rivals/rival.ts'
import type { Judgement, Judgements } from '../judged/verdict.ts'

/** Relations that fail, or hold only within rounding, for one reason. */
export interface Cause {
  /** Unique in the document: `cause-1`, the largest difference first. */
  readonly id: string
  /** The relation that says most: the one whose figure mends the most, then the largest. */
  readonly lead: Check
  readonly checks: readonly Check[]
  readonly judgement: Judgement | null
}

/** Figures that a check says are wrong: the one that explains it and those it was carried into. */
function blamed(check: Check, judgements: Judgements): readonly string[] {
  const culprit = judgements.get(check)?.culprit
  return culprit ? [placeName(culprit.term), ...culprit.carried] : []
}

/** Figures a check goes through, and those a percentage of it was worked out from. */
const figuresOf = (check: Check): ReadonlySet<string> => new Set([...termsOf(check), ...(check.from ?? [])].map(placeName))

/** Whether two relations of one verdict fail for one reason: one blames a figure of the other, or the same sum is missing in the same place. */
function isOneCause(one: Check, other: Check, judgements: Judgements): boolean {
  if (one.verdict !== other.verdict) return false
  const [ones, others] = [figuresOf(one), figuresOf(other)]
  if (blamed(one, judgements).some(name => others.has(name)) || blamed(other, judgements).some(name => ones.has(name)))
    return true
  if (one.unit !== other.unit || !one.unit.endsWith('元') || !isSameGap(one, other)) return false
  const isSameLine = one.left.label === other.left.label && one.left.label !== ''
  if (one.verdict === 'rounding') return isSameLine && one.tables.join() === other.tables.join()
  return isSameLine || [...ones].some(name => others.has(name))
}

/** The causes of what does not simply hold: those of the document first, the largest difference first, rounding last. */
export function causesOf(checks: readonly Check[], judgements: Judgements): Cause[] {
  const told = checks.filter(({ outcome }) => outcome === 'broken' || outcome === 'rounding')
  const groups: Check[][] = []
  for (const check of told) {
    const fitting = groups.filter(group => group.some(other => isOneCause(check, other, judgements)))
    const rest = groups.filter(group => !fitting.includes(group))
    groups.splice(0, groups.length, ...rest, [...fitting.flat(), check])
  }
  const weight = (check: Check): number => judgements.get(check)?.culprit?.mends.length ?? 0
  const causes = groups.map(group => {
    const [lead] = [...group].sort((a, b) => weight(b) - weight(a) || (gapOf(b) > gapOf(a) ? 1 : -1))
    return { lead: lead as Check, checks: group, judgement: judgements.get(lead as Check) ?? null }
  })
  return causes.sort(bySize).map((cause, at) => ({ id: `cause-${at + 1}`, ...cause }))
}

const RANKS = ['published-inconsistency', 'extraction-suspect', 'unexplained', 'rounding']

/** Money before shares, counts and words. */
const sizeOf = ({ lead }: Pick<Cause, 'lead'>): bigint => (lead.unit.endsWith('元') ? gapOf(lead) : 0n)

function bySize(a: Pick<Cause, 'lead'>, b: Pick<Cause, 'lead'>): number {
  const rank = RANKS.indexOf(a.lead.verdict) - RANKS.indexOf(b.lead.verdict)
  return rank !== 0 ? rank : sizeOf(a) === sizeOf(b) ? 0 : sizeOf(a) < sizeOf(b) ? 1 : -1
}
