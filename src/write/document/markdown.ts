import { bodyRows, columnNames } from '../formats/csv.ts'
import type { DocumentJson, TableJson } from './document.ts'
import { headingOf, titleText } from './heading.ts'
import { markdownTable, markdownText } from './reconciliation-text.ts'

/** A table as Markdown (pipe table): title, unit and pages above it, one line of headings, amounts as printed, a spanning cell's text in each place that it covers. */
function tableMarkdown(table: TableJson): string {
  const { name, about } = headingOf(table)
  const names = columnNames(table)
  return [
    `## ${markdownText(name)}`,
    '',
    markdownText(about.join('　')),
    '',
    ...(names.length === 0 ? [] : markdownTable(names, bodyRows(table))),
    '',
  ].join('\n')
}

/** A whole document as Markdown: whose it is, then its tables. */
export const documentMarkdown = (document: DocumentJson): string =>
  [`# ${markdownText(titleText(document, document.source.file))}`, '', ...document.tables.map(tableMarkdown)].join('\n')
