import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, runs, succeeded } from '../batch/outcome.ts'
import { type DocumentJson, documentSchema } from '../write/document.ts'

/** With more documents than this a table of contents of each is no summary any more. */
const FEW_DOCUMENTS = 10

const FINDINGS_SHOWN = 5

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** One line a document. */
const heading = ({ file, status, pages, tables, findings, ms }: Outcome): string => {
  const counts = [plural(findings.error, 'error'), plural(findings.warning, 'warning')].join(', ')
  return `${file}  ${status}  ${plural(pages, 'page')}, ${plural(tables, 'table')}, ${counts}, ${(ms / 1000).toFixed(1)} s`
}

function tableLine({ number, id, title, unit, regions, rows }: DocumentJson['tables'][number]): string {
  const pages = runs([...new Set(regions.map(region => region.page))])
  return `  ${(number ?? id).padEnd(7)} ${title ?? '(no title)'}  p. ${pages}, ${plural(rows.length, 'row')}${unit ? `, ${unit}` : ''}`
}

function contents({ tables, findings }: DocumentJson): string[] {
  const serious = findings.filter(finding => finding.severity !== 'info')
  const shown = serious.slice(0, FINDINGS_SHOWN)
  const rest = serious.length - shown.length
  return [
    ...tables.map(tableLine),
    ...shown.map(({ severity, code, message }) => `  ${severity} ${code}: ${message.en}`),
    ...(rest > 0 ? [`  … and ${rest} more in document.json`] : []),
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

/** What a run found and where to look next, for a person. */
export function summaryOf(outcomes: readonly Outcome[], { out, shown, program }: Place): string {
  const detailed = outcomes.length <= FEW_DOCUMENTS
  const lines = outcomes.flatMap(outcome => {
    const path = join(out, outcome.name, 'document.json')
    const withContents = detailed && succeeded(outcome) && existsSync(path)
    return [heading(outcome), ...(withContents ? contents(documentSchema.parse(JSON.parse(readFileSync(path, 'utf8')))) : [])]
  })
  const good = outcomes.filter(succeeded)
  const first = good[0]
  const next = first
    ? [
        `Look next: ${join(shown, first.name, 'document.json')} and the CSVs beside it; ${join(shown, 'manifest.jsonl')} has one line a document.`,
        `A table looks wrong? ${program} inspect ${quoted(first.file)} --page N --stage table --svg > page.svg`,
      ]
    : []
  return [...lines, `${good.length} of ${plural(outcomes.length, 'document')} extracted to ${shown}`, ...next, ''].join('\n')
}
