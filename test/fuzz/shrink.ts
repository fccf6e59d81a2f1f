import fc from 'fast-check'
import type { Fault } from './compare.ts'
import { layoutFrom } from './layout.ts'
import { ONE, type Plan, plans } from './plans.ts'
import { readLayout } from './read.ts'

/** The smallest plan that goes wrong as that of `seed` does (one of the same faults, or an error as there); null when it goes right. */
export async function smallest(seed: number): Promise<Plan | null> {
  const known = new Map<string, readonly Fault['what'][]>()
  let first: readonly Fault['what'][] | null = null
  const whatOf = async (plan: Plan): Promise<readonly Fault['what'][]> => {
    const key = JSON.stringify(plan)
    const what = known.get(key) ?? (await readLayout(layoutFrom(plan))).faults.map(fault => fault.what)
    known.set(key, what)
    return what
  }
  const property = fc.asyncProperty(plans, async plan => {
    const what = await whatOf(plan)
    first ??= what
    return !what.some(one => first?.includes(one))
  })
  const { counterexample } = await fc.check(property, { ...ONE, seed })
  return counterexample?.[0] ?? null
}
