import { type Outcome, succeeded } from '../batch/outcome.ts'
import { isCurrent } from '../batch/publications.ts'
import { sum } from '../geometry.ts'
import { type Language, saidIn } from './said.ts'

/** `3 ok, 1 partial`, the most frequent first. */
function tallied(words: readonly string[]): string {
  const groups = [...Map.groupBy(words, word => word)].sort(([, a], [, b]) => b.length - a.length)
  return groups.map(([word, same]) => `${same.length} ${word}`).join(', ')
}

/** Whose documents an archive has, and of which years. */
function subjectLine(outcomes: readonly Outcome[], language: Language): string {
  const said = saidIn(language)
  const subjects = outcomes.map(({ subject }) => subject)
  const offices = new Set(subjects.filter(one => one?.department).map(one => `${one?.region ?? ''} ${one?.department}`))
  const years = subjects.flatMap(one => one?.fiscalYear ?? [])
  const span = years.length === 0 ? said.noYear : said.years(Math.min(...years), Math.max(...years))
  const nameless = subjects.filter(one => !one?.department).length
  return said.archive(offices.size, span, nameless)
}

/** What an archive says, one thing a line: how documents ended, whose they are, what adds up, what is doubtful. */
export function archiveStory(outcomes: readonly Outcome[], language: Language): string[] {
  const said = saidIn(language)
  const current = outcomes.filter(isCurrent)
  const replaced = outcomes.filter(succeeded).length - current.length
  const tried = current.flatMap(({ identities }) => identities ?? [])
  const doubtful = current.filter(({ findings }) => findings.error + findings.warning > 0)
  const coverage = current.flatMap(({ coverage: share }) => share ?? [])
  const guarded = coverage.length === 0 ? null : Math.floor((100 * sum(coverage)) / coverage.length)
  const count = (name: 'held' | 'rounding' | 'broken'): number => sum(tried.map(one => one[name]))
  const findings = (severity: 'error' | 'warning'): number => sum(current.map(one => one.findings[severity]))
  return [
    said.documents(outcomes.length, tallied(outcomes.map(({ status }) => status)), replaced),
    subjectLine(current, language),
    said.sums(count('held'), count('rounding'), count('broken'), tried.filter(({ broken }) => broken > 0).length),
    said.doubts(findings('error'), findings('warning'), doubtful.length, guarded),
  ]
}
