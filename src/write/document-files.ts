import { csvNames, csvOf } from './csv.ts'
import type { DocumentJson } from './document.ts'
import { reconciliationHtml, reconciliationMarkdown } from './reconciliation-text.ts'
import { RECORDS, recordText } from './records.ts'

/** A file of the folder of a document whose text is made when it is asked for. */
export interface DocumentFile {
  readonly name: string
  /** The table that it holds, where it holds one. */
  readonly table?: string
  /** Null where there is nothing to write. */
  readonly text: () => string | null
}

/** The files beside document.json: a CSV for each table, one for each kind of record, and the reconciliation sheet. `name` is what the records call the document. */
export function documentFiles(name: string, document: DocumentJson): DocumentFile[] {
  const names = csvNames(document.tables)
  return [
    ...document.tables.map((table, at) => ({ name: names[at] ?? `${at}.csv`, table: table.id, text: () => csvOf(table) })),
    ...RECORDS.map(part => ({ name: `${part.relation.name}.csv`, text: () => recordText(part, name, document) })),
    { name: 'reconciliation.md', text: () => reconciliationMarkdown(document) },
    { name: 'reconciliation.html', text: () => reconciliationHtml(document) },
  ]
}
