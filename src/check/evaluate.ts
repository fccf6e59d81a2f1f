import type { Dataset } from '../budget/dataset.ts'
import { byCodeChecks, equalCheck } from './between.ts'
import type { Check } from './check.ts'
import type { Identity } from './identity.ts'
import { rowSums } from './row-sum.ts'
import { copies, treeSums } from './tree-sum.ts'

/** Try one identity of the list wherever it applies in a document. */
export function identityChecks(dataset: Dataset, identity: Identity): Check[] {
  if (identity.form === 'equal') return equalCheck(dataset, identity)
  if (identity.form === 'by-code') return byCodeChecks(dataset, identity)
  if (identity.form !== 'row-sum' && identity.form !== 'tree-sum' && identity.form !== 'copies') return []
  const tables = dataset.tables.filter(
    table => table.kind !== null && (identity.kinds === 'any' || identity.kinds.includes(table.kind)),
  )
  const how = { 'row-sum': rowSums, 'tree-sum': treeSums, copies }[identity.form]
  return tables.flatMap(table => how(identity.id, table))
}
