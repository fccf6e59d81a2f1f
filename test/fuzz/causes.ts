import { KNOB_NAMES, PLAIN, settled } from './knobs.ts'
import { layoutFrom } from './layout.ts'
import type { Plan } from './plans.ts'
import { kindsOf, readLayout } from './read.ts'

/** The kinds that a plan has to keep to go wrong: what can be made plain without mending it is left out. */
export async function causesOf(plan: Plan): Promise<string[]> {
  let small = { ...plan, knobs: settled(plan.knobs) }
  for (const name of KNOB_NAMES) {
    if (small.knobs[name] === PLAIN[name]) continue
    const plainer = { ...small, knobs: { ...small.knobs, [name]: PLAIN[name] } }
    const { faults } = await readLayout(layoutFrom(plainer))
    if (faults.length > 0) small = plainer
  }
  return kindsOf(layoutFrom(small))
}
