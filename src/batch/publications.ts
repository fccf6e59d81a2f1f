import { OF_ANY_PLACE } from '../budget/words.ts'
import { isRead, type Outcome, succeeded } from './outcome.ts'

/** Whether a document tells no place of an office whose name many places have: another of the same name need not be of the same office. */
export const isOfAnyPlace = ({ subject }: Pick<Outcome, 'subject'>): boolean =>
  (subject?.region ?? null) === null && OF_ANY_PLACE.test(subject?.department ?? '')

/** Whose budget or final accounts of which year a document is, as one text; null when it does not say so, nor where an office is whose name many have. */
function accountOf({ subject, duplicateOf }: Outcome): string | null {
  if (duplicateOf !== null || subject === null || isOfAnyPlace({ subject })) return null
  const { department, region, fiscalYear, kind } = subject
  if (department === null || fiscalYear === null || kind === null || kind === 'other') return null
  return [department, region ?? '', fiscalYear, kind].join('\n')
}

/** The same of a document with tables, and whose money it counts. */
function publicationOf(outcome: Outcome): string | null {
  const account = succeeded(outcome) ? accountOf(outcome) : null
  return account === null ? null : `${account}\n${outcome.subject?.scope ?? ''}`
}

const byDate = (a: Outcome, b: Outcome): number =>
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
    const newer = all.filter(other => byDate(other, outcome) > 0 && printsAgain(other, outcome))
    const newest = newer.sort(byDate).at(-1)
    return { ...outcome, replacedBy: newest?.name ?? null }
  })
}

/** Whether a document counts, in every number that is told of an archive: it was read, and no other line stands for it. */
export const isCurrent = (outcome: Outcome): boolean =>
  isRead(outcome) && outcome.duplicateOf === null && outcome.replacedBy === null

/** Outcomes with a scope where they tell none and all others of the same department, year and kind tell one: what is published in parts says it on the cover of one. */
export function withScopes(outcomes: readonly Outcome[]): Outcome[] {
  const accounts = Map.groupBy(outcomes.filter(isCurrent), accountOf)
  return outcomes.map(outcome => {
    const account = accountOf(outcome)
    const all = account === null ? [] : (accounts.get(account) ?? [])
    const [scope, ...others] = new Set(all.flatMap(({ subject }) => subject?.scope ?? []))
    if (outcome.subject === null || outcome.subject.scope !== null || scope === undefined || others.length > 0) return outcome
    return { ...outcome, subject: { ...outcome.subject, scope } }
  })
}

/** The parts of each publication, that with most tables first; what tells no scope beside others that do stands alone. */
function partsAmong(all: readonly Outcome[]): Outcome[][] {
  const isTold = all.some(({ subject }) => (subject?.scope ?? null) !== null)
  const groups = Map.groupBy(all, ({ subject, name }) => subject?.scope ?? (isTold ? name : ''))
  return [...groups.values()].map(parts => parts.toSorted((a, b) => b.holds.length - a.holds.length || b.tables - a.tables))
}

/**
 * The documents that are parts of one publication, as text and tables published apart: by the name of the one that leads it, the names
 * of the others; publications of one document are left out.
 */
export function partsOfPublications(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly string[]> {
  const accounts = Map.groupBy(outcomes.filter(isCurrent), accountOf)
  const parts = [...accounts].flatMap(([account, all]) => (account === null ? [] : partsAmong(all)))
  return new Map(
    parts.filter(all => all.length > 1).map(([lead, ...others]) => [lead?.name ?? '', others.map(({ name }) => name)]),
  )
}
