import type { DocumentJson } from '../write/document/document.ts'

/** The page that a document is opened at: the first with a table, else with a figure in a sentence. */
export const opensAt = ({ tables, narrative }: Pick<DocumentJson, 'tables' | 'narrative'>): number =>
  tables[0]?.regions[0]?.page ?? narrative[0]?.page ?? 1
