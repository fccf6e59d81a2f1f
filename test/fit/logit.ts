import type { Observation, Weights } from '../../src/evidence.ts'

/** What may be answered, with what was seen of each answer, and which of them is right. */
export interface Example {
  readonly place: string
  readonly moves: readonly { readonly kind: string; readonly observations: readonly Observation[] }[]
  readonly right: number
}

/** What evidence weighs before any example, by kind of answer; an answer that is measured against the others has no constant. */
export type Before = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Weights of each kind of answer. */
export type MoveWeights = Record<string, Weights>

/** How strongly weights are held to what is known before, in examples. */
const HELD = 1
/** What every evidence keeps, however little the examples made of it: they are few styles, and there are more. */
const LEAST = 0.25
/** No single piece of evidence is worth more: one time in 20,000 whatever is printed means something else. */
const HIGHEST = 10
/** Share of the examples whose answer is itself wrong: a grid misread, a page taken for another's. */
const NOISE = 0.03
const STEPS = 3000
const RATE = 0.05

/** Each feature of an example, under the name of its move and evidence. */
const featuresOf = ({ kind, observations }: Example['moves'][number], known: Before): [string, number][] => [
  ...(known[kind]?.['before-looking'] === undefined ? [] : [[`${kind} before-looking`, 1] as [string, number]]),
  ...observations.map(({ name, strength }): [string, number] => [`${kind} ${name}`, strength]),
]

/**
 * Weights that make the right moves most probable: a conditional logit (McFadden 1974) by gradient ascent (Adam), with all
 * weights but the constants kept from `LEAST` to `HIGHEST`, so that no evidence ever speaks against what it is named for.
 */
export function fitWeights(examples: readonly Example[], known: Before): MoveWeights {
  const before = (name: string): number => weightBefore(name, known)
  const all = Object.entries(known).flatMap(([kind, evidence]) => Object.keys(evidence).map(name => `${kind} ${name}`))
  const rows = examples.map(({ moves, right }) => ({ moves: moves.map(move => featuresOf(move, known)), right }))
  const names = [
    ...new Set([...all, ...rows.flatMap(({ moves }) => moves.flatMap(features => features.map(([name]) => name)))]),
  ].sort()
  const at = new Map(names.map((name, index) => [name, index]))
  const indexed = rows.map(({ moves, right }) => ({
    moves: moves.map(features => features.map(([name, x]) => [at.get(name) ?? 0, x] as const)),
    right,
  }))
  const means = Float64Array.from(names, before)
  const least = names.map(name => (isConstant(name) ? -HIGHEST : LEAST))
  const weights = Float64Array.from(means)
  const [mean, square] = [new Float64Array(names.length), new Float64Array(names.length)]
  for (let step = 1; step <= STEPS; step++) {
    const slope = weights.map((weight, index) => HELD * ((means[index] ?? 0) - weight))
    for (const { moves, right } of indexed) climb(moves, right, { weights, slope })
    for (const [index, g] of slope.entries()) {
      const m = 0.9 * (mean[index] ?? 0) + 0.1 * g
      const s = 0.999 * (square[index] ?? 0) + 0.001 * g * g
      mean[index] = m
      square[index] = s
      const moved = (weights[index] ?? 0) + (RATE * (m / (1 - 0.9 ** step))) / (Math.sqrt(s / (1 - 0.999 ** step)) + 1e-8)
      weights[index] = Math.max(least[index] ?? LEAST, Math.min(HIGHEST, moved))
    }
  }
  return tabled(names, weights, rows)
}

/** What one example adds to the slope: where it would have its weights go. */
function climb(
  moves: readonly (readonly (readonly [feature: number, strength: number])[])[],
  right: number,
  { weights, slope }: { readonly weights: Float64Array; readonly slope: Float64Array },
): void {
  const chances = softmax(moves.map(features => features.reduce((sum, [feature, x]) => sum + x * (weights[feature] ?? 0), 0)))
  const believed = chances[right] ?? 0
  const trust = believed / (believed + NOISE / moves.length)
  moves.forEach((features, move) => {
    const miss = trust * ((move === right ? 1 : 0) - (chances[move] ?? 0))
    for (const [feature, x] of features) slope[feature] = (slope[feature] ?? 0) + x * miss
  })
}

function weightBefore(name: string, known: Before): number {
  const [kind = '', evidence = ''] = name.split(' ')
  const weight = known[kind]?.[evidence]
  if (weight === undefined) throw new Error(`no weight before examples: ${name}`)
  return weight
}

const isConstant = (name: string): boolean => name.endsWith(' before-looking')

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map(score => Math.exp(score - top))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map(power => power / sum)
}

function tabled(
  names: readonly string[],
  weights: Float64Array,
  rows: readonly { readonly moves: readonly (readonly [string, number][])[] }[],
): MoveWeights {
  const table: MoveWeights = {}
  for (const [index, name] of names.entries()) {
    const [kind = '', evidence = ''] = name.split(' ')
    const examples = rows.filter(({ moves }) => moves.some(features => features.some(([one]) => one === name))).length
    table[kind] = { ...table[kind], [evidence]: { weight: Math.round((weights[index] ?? 0) * 100) / 100, examples } }
  }
  return table
}

/** How many examples the weights answer rightly, and those they do not. */
export function answered(
  examples: readonly Example[],
  weights: MoveWeights,
): { readonly right: number; readonly wrong: Example[] } {
  const score = ({ kind, observations }: Example['moves'][number]): number =>
    (weights[kind]?.['before-looking']?.weight ?? 0) +
    observations.reduce((sum, { name, strength }) => sum + strength * (weights[kind]?.[name]?.weight ?? 0), 0)
  const wrong = examples.filter(({ moves, right }) => {
    const scores = moves.map(score)
    return scores.indexOf(Math.max(...scores)) !== right
  })
  return { right: examples.length - wrong.length, wrong }
}
