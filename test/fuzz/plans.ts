import fc from 'fast-check'
import { KNOB_NAMES, KNOBS, type Knob, type Knobs, PLAIN } from './knobs.ts'

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

/** Variants only: a knob that is not turned is plain. */
const variants = fc.record(
  Object.fromEntries(KNOB_NAMES.map(name => [name, fc.constantFrom(...KNOBS[name].slice(1))])) as Record<
    Knob,
    fc.Arbitrary<string>
  >,
)

/** Which knobs are turned: one, so that it shows what it does alone, a few, or many. */
const turned = fc.oneof(
  fc.subarray([...KNOB_NAMES], { minLength: 1, maxLength: 1 }),
  fc.subarray([...KNOB_NAMES], { minLength: 2, maxLength: 5 }),
  fc.subarray([...KNOB_NAMES], { minLength: 8, maxLength: 20 }),
)

/** Documents of the fuzzer; they shrink towards one small plain table. */
export const plans: fc.Arbitrary<Plan> = fc
  .record({
    seed: fc.nat(9999),
    tables: fc.integer({ min: 1, max: 3 }),
    rows: fc.integer({ min: 3, max: 14 }),
    columns: fc.integer({ min: 3, max: 7 }),
    variants,
    turned,
  })
  .map(({ variants: values, turned: names, ...numbers }) => ({
    ...numbers,
    knobs: { ...PLAIN, ...Object.fromEntries(names.map(name => [name, values[name]])) } as Knobs,
  }))

/** The document of a seed. */
export function planOf(seed: number): Plan {
  const [plan] = fc.sample(plans, { seed, numRuns: 1, unbiased: true } as fc.Parameters<Plan>)
  if (plan === undefined) throw new Error(`no plan for seed ${seed}`)
  return plan
}
