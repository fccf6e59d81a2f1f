import { type Outcome, type RunOptions, runBatch } from '../../src/index.ts'

/** The outcomes of a run in the order in which they came. */
export async function outcomesOf(sources: Parameters<typeof runBatch>[0], options: RunOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  await runBatch(sources, { ...options, onOutcome: outcome => outcomes.push(outcome) })
  return outcomes
}
