import type { Dataset } from '../budget/dataset.ts'
import { byCodeChecks, equalCheck } from './between.ts'
import type { Check } from './check.ts'
import type { Identity } from './identity.ts'
import { rowSums } from './row-sum.ts'
import { sangongSums } from './sangong-sums.ts'
import { copies, treeSums } from './tree-sum.ts'

const HOW = { 'row-sum': rowSums, 'tree-sum': treeSums, sangong: sangongSums, copies }

/** Try one identity of the list wherever it applies in a document. */
export function identityChecks(dataset: Dataset, identity: Identity): Check[] {
  if (identity.form === 'equal') return equalCheck(dataset, identity)
  if (identity.form === 'by-code') return byCodeChecks(dataset, identity)
  if (!('kinds' in identity)) return []
  const { id, form, kinds } = identity
  const tables = dataset.tables.filter(table => table.kind !== null && (kinds === 'any' || kinds.includes(table.kind)))
  return tables.flatMap(table => HOW[form](id, table))
}
