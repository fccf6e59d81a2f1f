import { type Outcome, succeeded } from '../batch/outcome.ts'
import { isCurrent } from '../batch/publications.ts'
import { plural } from './summary.ts'

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** `3 ok, 1 partial`, the most frequent first. */
function tallied(words: readonly string[]): string {
  const groups = [...Map.groupBy(words, word => word)].sort(([, a], [, b]) => b.length - a.length)
  return groups.map(([word, same]) => `${same.length} ${word}`).join(', ')
}

/** Whose documents an archive has, and of which years. */
function subjectLine(outcomes: readonly Outcome[]): string {
  const subjects = outcomes.map(({ subject }) => subject)
  const offices = new Set(subjects.filter(one => one?.department).map(one => `${one?.region ?? ''} ${one?.department}`))
  const years = subjects.flatMap(one => one?.fiscalYear ?? []).sort()
  const span = years.length === 0 ? 'no year told' : [...new Set([years[0], years.at(-1)])].join(' to ')
  const nameless = subjects.filter(one => !one?.department).length
  return `${plural(offices.size, 'department')}, ${span}${nameless === 0 ? '' : `; ${plural(nameless, 'document')} without a department's name`}`
}

/** What an archive says, one thing a line: how documents ended, whose they are, what adds up, what is doubtful. */
export function archiveStory(outcomes: readonly Outcome[]): string[] {
  const current = outcomes.filter(isCurrent)
  const replaced = outcomes.filter(succeeded).length - current.length
  const tried = current.flatMap(({ identities }) => identities ?? [])
  const doubtful = current.filter(({ findings }) => findings.error + findings.warning > 0)
  const coverage = current.flatMap(({ coverage: share }) => share ?? [])
  const guarded =
    coverage.length === 0 ? '' : `; ${Math.floor((100 * total(coverage)) / coverage.length)} % of the figures guarded`
  const sum = (name: 'held' | 'rounding' | 'broken'): number => total(tried.map(one => one[name]))
  const findings = (severity: 'error' | 'warning'): number => total(current.map(one => one.findings[severity]))
  return [
    `Documents:  ${outcomes.length}: ${tallied(outcomes.map(({ status }) => status))}${replaced === 0 ? '' : `; ${replaced} twice or replaced by a later one`}`,
    `Archive:    ${subjectLine(current)}`,
    `Identities: ${sum('held')} hold, ${sum('rounding')} within rounding, ${sum('broken')} broken in ${plural(tried.filter(({ broken }) => broken > 0).length, 'document')}`,
    `Doubts:     ${plural(findings('error'), 'error')} and ${plural(findings('warning'), 'warning')} in ${plural(doubtful.length, 'document')}${guarded}`,
  ]
}
