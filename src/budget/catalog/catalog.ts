import type { CatalogEntry } from './entry.ts'
import { FINAL_TABLES } from './final.ts'
import { GOVERNMENT_TABLES } from './government.ts'
import { OTHER_TABLES } from './other.ts'
import { OVERVIEW_TABLES } from './overview.ts'
import { PUBLIC_TABLES } from './public.ts'

/** All standard tables, of departments before those of governments, budgets before final accounts. */
export const CATALOG: readonly CatalogEntry[] = [
  ...OVERVIEW_TABLES,
  ...PUBLIC_TABLES,
  ...OTHER_TABLES,
  ...FINAL_TABLES,
  ...GOVERNMENT_TABLES,
]

/** The entry of an id; undefined for an unknown table. */
export const entryOf = (kind: string | null): CatalogEntry | undefined => CATALOG.find(entry => entry.id === kind)

/** Whether a table of a kind is one of the final accounts of a department. */
export const isOfFinalAccounts = (kind: string | null): boolean => kind?.startsWith('fin.') === true
