import { type Outcome, succeeded } from './outcome.ts'

/** Whose budget or final accounts of which year a document is, as one text; null when it does not say so. */
function publicationOf(outcome: Outcome): string | null {
  const { subject, duplicateOf } = outcome
  if (!succeeded(outcome) || duplicateOf !== null || subject === null) return null
  const { department, region, fiscalYear, kind, scope } = subject
  if (department === null || fiscalYear === null || kind === null || kind === 'other') return null
  return [department, region ?? '', fiscalYear, kind, scope ?? ''].join('\n')
}

const later = (a: Outcome, b: Outcome): number =>
  (a.modified ?? '').localeCompare(b.modified ?? '') || a.name.localeCompare(b.name)

/**
 * Outcomes with `replacedBy` filled in: of several publications of the same department, year and kind the one that was
 * last changed is current and the others point to it. Nothing is taken away.
 */
export function linkedPublications(outcomes: readonly Outcome[]): Outcome[] {
  const newest = new Map<string, Outcome>()
  for (const outcome of outcomes) {
    const publication = publicationOf(outcome)
    const other = publication === null ? undefined : newest.get(publication)
    if (publication !== null && (!other || later(outcome, other) > 0)) newest.set(publication, outcome)
  }
  return outcomes.map(outcome => {
    const current = newest.get(publicationOf(outcome) ?? '')?.name ?? outcome.name
    return { ...outcome, replacedBy: current === outcome.name ? null : current }
  })
}

/** Whether a document counts: it gave data, and no other line stands for it. */
export const isCurrent = (outcome: Outcome): boolean =>
  succeeded(outcome) && outcome.duplicateOf === null && outcome.replacedBy === null
