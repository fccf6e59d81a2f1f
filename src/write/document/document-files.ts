import { csvPieces, namedTables } from '../formats/csv.ts'
import { RECORDS, recordPieces } from '../relations/dataset.ts'
import type { DocumentJson } from './document.ts'
import { reconciliationHtml, reconciliationMarkdown } from './reconciliation-text.ts'

/** A file of the folder of a document whose text is made when it is asked for. */
export interface DocumentFile {
  readonly name: string
  /** The table that it holds, where it holds one. */
  readonly table?: string
  /** Its pieces, which follow each other; none where there is nothing to write. */
  readonly text: () => Iterable<string>
}

/** The files beside document.json: a CSV for each table, one for each kind of record, and the reconciliation sheet. `name` is what the records call the document. */
export function documentFiles(name: string, document: DocumentJson): DocumentFile[] {
  return [
    ...namedTables(document.tables).map(({ name, table }) => ({ name, table: table.id, text: () => csvPieces(table) })),
    ...RECORDS.map(part => ({ name: `${part.relation.name}.csv`, text: () => recordPieces(part, { name, document }) })),
    { name: 'reconciliation.md', text: () => [reconciliationMarkdown(document)] },
    { name: 'reconciliation.html', text: () => [reconciliationHtml(document)] },
  ]
}
