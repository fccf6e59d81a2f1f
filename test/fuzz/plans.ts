import fc from 'fast-check'
import { KNOB_NAMES, KNOBS, type Knob, type Knobs, needsPages, PLAIN } from './knobs.ts'

/** All that decides a document of the fuzzer; plain data. */
export interface Plan {
  /** Decides words and figures. */
  readonly seed: number
  readonly tables: number
  /** Rows of a table of one page; of a longer one, those of its last page. */
  readonly rows: number
  /** Columns of amounts of each part. */
  readonly columns: number
  readonly knobs: Knobs
}

/** Drawn after all else, and only for what has several parts: documents without it stay as they were. */
const headings = fc.constantFrom(...KNOBS.headings)

/** Sentences are turned on by who asks for them. */
const DRAWN = KNOB_NAMES.filter(name => name !== 'headings' && name !== 'remarkWords')

/** Variants only: a knob that is not turned is plain. */
const variants = fc.record(
  Object.fromEntries(DRAWN.map(name => [name, fc.constantFrom(...KNOBS[name].slice(1))])) as Record<Knob, fc.Arbitrary<string>>,
)

/** A knob is turned the more often, the more ways it has to show. */
const chances: readonly Knob[] = DRAWN.flatMap(name =>
  Array.from({ length: Math.ceil((KNOBS[name].length - 1) / 2) }, () => name),
)

/** Which knobs are turned: one, so that it shows what it does alone, a few, or many. */
const turned = fc.oneof(...[1, 5, 20].map(most => fc.subarray([...chances], { minLength: 1, maxLength: most })))

/** Documents of the fuzzer; they shrink towards one small plain table. */
export const plans: fc.Arbitrary<Plan> = fc
  .record({
    seed: fc.nat(9999),
    tables: fc.integer({ min: 1, max: 2 }),
    rows: fc.integer({ min: 3, max: 14 }),
    columns: fc.integer({ min: 3, max: 7 }),
    variants,
    turned,
    headings,
  })
  .map(({ variants: values, turned: names, headings: titles, ...numbers }) => {
    const knobs = { ...PLAIN, headings: titles, ...Object.fromEntries(names.map(name => [name, values[name]])) } as Knobs
    return { ...numbers, knobs: needsPages(knobs) && knobs.pages === '1' ? { ...knobs, pages: '2' } : knobs }
  })

/** One run whose values are not drawn towards the ends of their ranges: the seed alone decides. */
export const ONE = { numRuns: 1, unbiased: true } as const

/** The document of a seed. */
export function planOf(seed: number): Plan {
  const [plan] = fc.sample(plans, { ...ONE, seed })
  if (plan === undefined) throw new Error(`no plan for seed ${seed}`)
  return plan
}
