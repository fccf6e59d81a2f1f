import { bodyRows, columnNames } from './csv.ts'
import type { DocumentJson, TableJson } from './document.ts'
import { headingOf } from './heading.ts'
import { markdownText } from './reconciliation-text.ts'

const line = (texts: readonly string[]): string => `| ${texts.map(markdownText).join(' | ')} |`

/** A table as Markdown (pipe table): title, unit and pages above it, one line of headings, amounts as printed, a spanning cell's text in each place that it covers. */
function tableMarkdown(table: TableJson): string {
  const { name, about } = headingOf(table)
  const names = columnNames(table)
  return [
    `## ${markdownText(name)}`,
    '',
    markdownText(about.join('　')),
    '',
    ...(names.length === 0 ? [] : [line(names), `|${' --- |'.repeat(names.length)}`, ...bodyRows(table).map(line)]),
    '',
  ].join('\n')
}

/** A whole document as Markdown: whose it is, then its tables. */
export function documentMarkdown({ document: { department, fiscalYear }, source, tables }: DocumentJson): string {
  const subject = [department, fiscalYear === null ? null : `${fiscalYear}年`].filter(part => part !== null).join(' ')
  return [`# ${markdownText(subject || source.file)}`, '', ...tables.map(tableMarkdown)].join('\n')
}
