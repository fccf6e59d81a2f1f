import type { DocumentJson } from '../write/document.ts'
import type { Outcome } from './outcome.ts'

/** How the accounting identities of a document came out, or null when none was tried. */
export function identitiesOf({ checks }: DocumentJson): Outcome['identities'] {
  if (checks.length === 0) return null
  const counts = { held: 0, rounding: 0, broken: 0, notEvaluable: 0 }
  for (const { outcome } of checks) {
    if (outcome === 'holds') counts.held += 1
    else if (outcome === 'not-evaluable') counts.notEvaluable += 1
    else counts[outcome] += 1
  }
  return counts
}

/** Share of the figures of standard tables that at least one identity guards, or null when there is no such figure. */
export const guarded = ({ coverage: { figures, guarded: good } }: DocumentJson): Outcome['coverage'] =>
  figures === 0 ? null : Math.round((good / figures) * 1000) / 1000
