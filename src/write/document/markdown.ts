import { bodyRows, columnNames } from '../formats/csv.ts'
import type { DocumentJson, TableJson } from './document.ts'
import { headingOf } from './heading.ts'
import { markdownLine, markdownText } from './reconciliation-text.ts'

/** A table as Markdown (pipe table): title, unit and pages above it, one line of headings, amounts as printed, a spanning cell's text in each place that it covers. */
function tableMarkdown(table: TableJson): string {
  const { name, about } = headingOf(table)
  const names = columnNames(table)
  return [
    `## ${markdownText(name)}`,
    '',
    markdownText(about.join('　')),
    '',
    ...(names.length === 0
      ? []
      : [markdownLine(names), `|${' --- |'.repeat(names.length)}`, ...bodyRows(table).map(markdownLine)]),
    '',
  ].join('\n')
}

/** A whole document as Markdown: whose it is, then its tables. */
export function documentMarkdown({ document: { department, fiscalYear }, source, tables }: DocumentJson): string {
  const subject = [department, fiscalYear === null ? null : `${fiscalYear}年`].filter(part => part !== null).join(' ')
  return [`# ${markdownText(subject || source.file)}`, '', ...tables.map(tableMarkdown)].join('\n')
}
