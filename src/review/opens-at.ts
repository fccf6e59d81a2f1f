import type { DocumentJson } from '../write/document.ts'

/** The page that a document is opened at: the first with a table. */
export const opensAt = ({ tables }: Pick<DocumentJson, 'tables'>): number => tables[0]?.regions[0]?.page ?? 1
