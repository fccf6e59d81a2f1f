/**
 * How decisions are made: hypotheses, each with evidence whose weights are log-odds (natural logarithm) and add up; the
 * best wins and keeps its margin to the next. Knows nothing of tables or budgets.
 */

/** One reason for (a positive weight) or against (a negative one) a hypothesis. */
export interface Evidence {
  readonly name: string
  /** Log-odds. */
  readonly weight: number
  /** What was seen, in a few words a reader can follow on the page. */
  readonly because: string
}

/** What one kind of evidence saw: its strength from -1 (speaks against) to 1 (speaks for), 0 where it is silent. */
export interface Observation {
  readonly name: string
  readonly strength: number
  readonly because: string
}

/** Strengths between nothing and all (1), for what is seen in part. */
export const STRENGTH = { faint: 0.3, half: 0.5, most: 0.7 } as const

/** An observation, its strength kept from -1 to 1; null where it is silent. */
export const seen = (name: string, strength: number, because: string): Observation | null =>
  strength === 0 || Number.isNaN(strength) ? null : { name, strength: Math.max(-1, Math.min(1, strength)), because }

/** How often it is so, whatever is seen. */
export const BEFORE_LOOKING: Observation = { name: 'before-looking', strength: 1, because: 'how often it is so' }

/** What each kind of evidence is worth at full strength, and how many examples with a known answer that rests on. */
export type Weights = Readonly<Record<string, { readonly weight: number; readonly examples: number }>>

/** A possible answer with what speaks for and against it. */
export interface Hypothesis<Choice> {
  readonly choice: Choice
  /** The answer in words. */
  readonly label: string
  readonly evidence: readonly Evidence[]
}

/** A decision as it is kept and shown. */
export interface Decision {
  readonly what: string
  /** The page it is about, where it is about one. */
  readonly page?: number | undefined
  /** Row and column of the cells that it is about, where it is not about all of its table. */
  readonly cells?: readonly { readonly row: number; readonly column: number }[] | undefined
  readonly chosen: string
  /** The next best answer; null when there was no other. */
  readonly rejected: string | null
  /** How probable the chosen answer is beside the next best, 0.5 to 1. */
  readonly margin: number
  /** Evidence of the chosen answer and, negated, of the next best. */
  readonly evidence: readonly Evidence[]
}

/** Below this margin a decision is told as doubtful, and below this confidence a cell is shown as to be looked at: the other reading is right more than one time in ten. */
export const DOUBTFUL = 0.9

/** Observations with their weights; what is silent or has no weight drops out. */
export const weigh = (observations: readonly Observation[], weights: Weights): Evidence[] =>
  observations.flatMap(({ name, strength, because }) => {
    const weight = strength * (weights[name]?.weight ?? 0)
    return weight === 0 ? [] : [{ name, weight, because }]
  })

/** Log-odds of evidence taken together. */
export const sumOf = (evidence: readonly Pick<Evidence, 'weight'>[]): number =>
  evidence.reduce((sum, { weight }) => sum + weight, 0)

/** The probability, 0 to 1, of what has these log-odds. */
export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/** Log-odds of an equality that had to hold in so many decimal digits: by chance it does once in 10 to that power. */
export const agreementOf = (digits: number): number => digits * Math.LN10

/** The best of the hypotheses, the first among equals; an error when there is none. */
export function decide<Choice>(
  what: string,
  hypotheses: readonly Hypothesis<Choice>[],
): { readonly choice: Choice; readonly decision: Decision } {
  const [best, next] = [...hypotheses].sort((a, b) => sumOf(b.evidence) - sumOf(a.evidence))
  if (best === undefined) throw new Error(`no hypothesis: ${what}`)
  const against = (next?.evidence ?? []).map(one => ({ ...one, weight: -one.weight }))
  const decision = {
    what,
    chosen: best.label,
    rejected: next?.label ?? null,
    margin: next === undefined ? 1 : probabilityOf(sumOf(best.evidence) - sumOf(next.evidence)),
    evidence: [...best.evidence, ...against],
  }
  return { choice: best.choice, decision }
}

/** Whether something is so, by what speaks for it; that it is not is measured against. */
export const decideWhether = (
  what: string,
  labels: { readonly no: string; readonly yes: string },
  evidence: readonly Evidence[],
) =>
  decide(what, [
    { choice: false, label: labels.no, evidence: [] },
    { choice: true, label: labels.yes, evidence },
  ])
