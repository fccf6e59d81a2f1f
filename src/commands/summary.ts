import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readDocumentFile } from '../batch/archive.ts'
import { isRead, type Outcome, succeeded } from '../batch/outcome.ts'
import { isCurrent } from '../batch/publications.ts'
import { runs, sum } from '../geometry.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { claimsOf, countsOf, reconciliation, WORDS } from '../write/document/reconciliation.ts'
import { isNoBudget } from '../write/relations/panel/panel.ts'
import { officeName } from './coverage.ts'
import { type Language, saidIn } from './said.ts'

/** Contradictions that are told before the reader is sent to the sheet. */
const TOLD = 10

/** What a document says, in a few lines: whose it is, which identities hold, which are broken and where, 三公, what to open next. */
export function storyOf(document: DocumentJson, sheet: string, language: Language): string[] {
  const said = saidIn(language)
  const { region } = document.document
  const counts = countsOf(document.checks)
  const standard = document.tables.filter(table => table.kind !== null).length
  const { subject, sections } = reconciliation(document, 'zh')
  const [causes] = sections
  const sangong = sections.find(({ heading }) => heading === WORDS.zh.sangong)
  const rest = (causes?.rows.length ?? 0) - TOLD
  if (document.tables.length > 0 && isNoBudget(document)) return [`  ${said.noBudget(document.tables.length)}`]
  if (counts.tried === 0) return subject === '' ? [] : [`  ${subject}`]
  return [
    `  ${subject}${region === null ? '' : `（${region}）`}${said.standard(standard, document.tables.length, document.indicators.length)}`,
    `  ${said.identities(counts, claimsOf(document).length)}`,
    `  ${said.guarded(document.coverage.guarded, document.coverage.figures)}`,
    ...(causes?.rows ?? []).slice(0, TOLD).map(([sentence]) => `    ✘ ${sentence}`),
    ...(rest > 0 ? [`    ${said.more(rest)}`] : []),
    ...(document.sangong.length === 0 ? [] : (sangong?.lines ?? []).map(line => `  三公: ${line}`)),
    `  ${said.openNext(sheet)}`,
  ]
}

/** With more documents than this a table of contents of each is no summary any more. */
export const FEW_DOCUMENTS = 10

const FINDINGS_SHOWN = 5

const heading = ({ file, status, pages, tables, findings, ms }: Outcome, language: Language): string => {
  const said = saidIn(language)
  const counts = isRead({ status })
    ? [said.sizes(pages, tables), said.error(findings.error), said.warning(findings.warning)]
    : []
  return `${file}  ${status}  ${[...counts, `${(ms / 1000).toFixed(1)} s`].join(', ')}`
}

function tableLine({ number, id, unit, regions, rows, ...named }: DocumentJson['tables'][number], language: Language): string {
  const said = saidIn(language)
  const pages = runs([...new Set(regions.map(region => region.page))])
  const title = named.title ?? (named.heading === undefined ? said.noTitle : `(${named.heading})`)
  return `  ${(number ?? id).padEnd(7)} ${title}  ${said.span(pages, rows.length)}${unit ? `, ${unit}` : ''}`
}

/** Findings about the reading; what the identities say is told by the story. */
const ofReading = ({ severity, code }: DocumentJson['findings'][number]): boolean =>
  severity !== 'info' && !code.startsWith('identity-')

function contents(document: DocumentJson, sheet: string, language: Language): string[] {
  const { tables, findings } = document
  const serious = findings.filter(ofReading)
  const shown = serious.slice(0, FINDINGS_SHOWN)
  const rest = serious.length - shown.length
  return [
    ...tables.map(table => tableLine(table, language)),
    ...shown.map(({ severity, code, message }) => `  ${severity} ${code}: ${message[language]}`),
    ...(rest > 0 ? [`  ${saidIn(language).moreIn(rest)}`] : []),
    ...storyOf(document, sheet, language),
    '',
  ]
}

/** Where the results are, how that folder is shown to the user, how the user calls the program, and in which language. */
interface Place {
  readonly out: string
  readonly shown: string
  readonly program: string
  readonly language: Language
}

const quoted = (path: string): string => (/[\s()]/.test(path) ? `"${path}"` : path)

/** How many documents a run has done, how many of them failed, and how many it was asked for. */
interface Counted {
  readonly asked: number
  readonly documents: number
  readonly failed: number
}

/** What a run found and where to look next, for a person; `outcomes` are the first of them. */
export function summaryOf(outcomes: readonly Outcome[], counts: Counted, { out, shown, program, language }: Place): string {
  const said = saidIn(language)
  const lines = (counts.documents <= FEW_DOCUMENTS ? outcomes : []).flatMap(outcome => {
    const path = join(out, outcome.name, 'document.json')
    const withContents = succeeded(outcome) && existsSync(path)
    return [
      heading(outcome, language),
      ...(withContents ? contents(readDocumentFile(path), join(shown, outcome.name, 'reconciliation.md'), language) : []),
    ]
  })
  const first = outcomes.find(succeeded)
  const next = first
    ? [
        said.lookNext(join(shown, first.name, 'document.json'), join(shown, 'manifest.jsonl')),
        said.looksWrong(`${program} inspect ${quoted(first.file)} --page N --stage table --svg > page.svg`),
      ]
    : []
  return [...lines, said.extracted(counts.documents - counts.failed, counts.asked, shown), ...next, ''].join('\n')
}

/** `3 ok, 1 partial`, the most frequent first. */
function tallied(words: readonly string[]): string {
  const groups = [...Map.groupBy(words, word => word)].sort(([, a], [, b]) => b.length - a.length)
  return groups.map(([word, same]) => `${same.length} ${word}`).join(', ')
}

/** Whose documents an archive has, and of which years; counted as `coverage` lists them, those that gave nothing and those replaced too. */
function subjectLine(outcomes: readonly Outcome[], language: Language): string {
  const said = saidIn(language)
  const subjects = outcomes.map(({ subject }) => subject)
  const offices = new Set(subjects.filter(one => one?.department).map(one => officeName(one ?? {})))
  const years = subjects.flatMap(one => one?.fiscalYear ?? [])
  const span = years.length === 0 ? said.noYear : said.years(Math.min(...years), Math.max(...years))
  const nameless = subjects.filter(one => !one?.department).length
  return said.archive(offices.size, span, nameless)
}

/** What an archive says, one thing a line: how documents ended, whose they are, what adds up, what is doubtful. */
export function archiveStory(outcomes: readonly Outcome[], language: Language): string[] {
  const said = saidIn(language)
  const current = outcomes.filter(isCurrent)
  const replaced = outcomes.filter(isRead).length - current.length
  const tried = current.flatMap(({ identities }) => identities ?? [])
  const doubtful = current.filter(({ findings }) => findings.error + findings.warning > 0)
  const coverage = current.flatMap(({ coverage: share }) => share ?? [])
  const guarded = coverage.length === 0 ? null : Math.floor((100 * sum(coverage)) / coverage.length)
  const count = (name: 'held' | 'rounding' | 'broken'): number => sum(tried.map(one => one[name]))
  const findings = (severity: 'error' | 'warning'): number => sum(current.map(one => one.findings[severity]))
  return [
    said.documents(outcomes.length, tallied(outcomes.map(({ status }) => status)), replaced),
    subjectLine(
      outcomes.filter(({ duplicateOf }) => duplicateOf === null),
      language,
    ),
    said.sums(count('held'), count('rounding'), count('broken'), tried.filter(({ broken }) => broken > 0).length),
    said.doubts(findings('error'), findings('warning'), doubtful.length, guarded),
  ]
}
