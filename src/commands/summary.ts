import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, runs, succeeded } from '../batch/outcome.ts'
import { type DocumentJson, documentSchema } from '../write/document.ts'
import { storyOf } from './story.ts'

/** With more documents than this a table of contents of each is no summary any more. */
export const FEW_DOCUMENTS = 10

const FINDINGS_SHOWN = 5

/** `1 page`, `2 pages`. */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** One line a document. */
const heading = ({ file, status, pages, tables, findings, ms }: Outcome): string => {
  const counts = [plural(findings.error, 'error'), plural(findings.warning, 'warning')].join(', ')
  return `${file}  ${status}  ${plural(pages, 'page')}, ${plural(tables, 'table')}, ${counts}, ${(ms / 1000).toFixed(1)} s`
}

function tableLine({ number, id, title, unit, regions, rows }: DocumentJson['tables'][number]): string {
  const pages = runs([...new Set(regions.map(region => region.page))])
  return `  ${(number ?? id).padEnd(7)} ${title ?? '(no title)'}  p. ${pages}, ${plural(rows.length, 'row')}${unit ? `, ${unit}` : ''}`
}

/** Findings about the reading; what the identities say is told by the story. */
const ofReading = ({ severity, code }: DocumentJson['findings'][number]): boolean =>
  severity !== 'info' && !code.startsWith('identity-')

function contents(document: DocumentJson, sheet: string): string[] {
  const { tables, findings } = document
  const serious = findings.filter(ofReading)
  const shown = serious.slice(0, FINDINGS_SHOWN)
  const rest = serious.length - shown.length
  return [
    ...tables.map(tableLine),
    ...shown.map(({ severity, code, message }) => `  ${severity} ${code}: ${message.en}`),
    ...(rest > 0 ? [`  … and ${rest} more in document.json`] : []),
    ...storyOf(document, sheet),
    '',
  ]
}

/** Where the results are, how that folder is shown to the user, and how the user calls the program. */
interface Place {
  readonly out: string
  readonly shown: string
  readonly program: string
}

const quoted = (path: string): string => (/[\s()]/.test(path) ? `"${path}"` : path)

/** How many documents a run had, and how many of them gave data. */
interface Counted {
  readonly documents: number
  readonly good: number
}

/** What a run found and where to look next, for a person; `outcomes` are the first of them. */
export function summaryOf(outcomes: readonly Outcome[], counts: Counted, { out, shown, program }: Place): string {
  const lines = (counts.documents <= FEW_DOCUMENTS ? outcomes : []).flatMap(outcome => {
    const path = join(out, outcome.name, 'document.json')
    const withContents = succeeded(outcome) && existsSync(path)
    return [
      heading(outcome),
      ...(withContents
        ? contents(documentSchema.parse(JSON.parse(readFileSync(path, 'utf8'))), join(shown, outcome.name, 'reconciliation.md'))
        : []),
    ]
  })
  const first = outcomes.find(succeeded)
  const next = first
    ? [
        `Look next: ${join(shown, first.name, 'document.json')} and the CSVs beside it; ${join(shown, 'manifest.jsonl')} has one line a document.`,
        `A table looks wrong? ${program} inspect ${quoted(first.file)} --page N --stage table --svg > page.svg`,
      ]
    : []
  return [...lines, `${counts.good} of ${plural(counts.documents, 'document')} extracted to ${shown}`, ...next, ''].join('\n')
}
