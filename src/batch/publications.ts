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
 * Whether a later publication prints again what an earlier one holds: more than half of its tables, or no table either. Text and
 * tables that are published apart, or tables in several files, are parts of one publication, and none replaces another.
 */
function printsAgain({ holds: later }: Outcome, { holds: earlier }: Outcome): boolean {
  if (earlier.length === 0) return later.length === 0
  return 2 * earlier.filter(table => later.includes(table)).length > earlier.length
}

/**
 * Outcomes with `replacedBy` filled in: of several publications of the same department, year and kind that print the same the one
 * that was last changed is current and the others point to it. Nothing is taken away.
 */
export function linkedPublications(outcomes: readonly Outcome[]): Outcome[] {
  const publications = Map.groupBy(outcomes, publicationOf)
  return outcomes.map(outcome => {
    const publication = publicationOf(outcome)
    const all = publication === null ? [] : (publications.get(publication) ?? [])
    const newer = all.filter(other => later(other, outcome) > 0 && printsAgain(other, outcome))
    const newest = newer.sort(later).at(-1)
    return { ...outcome, replacedBy: newest?.name ?? null }
  })
}

/** Whether a document counts: it gave data, and no other line stands for it. */
export const isCurrent = (outcome: Outcome): boolean =>
  succeeded(outcome) && outcome.duplicateOf === null && outcome.replacedBy === null
