import { readBudget } from '../../src/budget/read-budget.ts'
import type { Checked } from '../../src/check/check.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import type { Table } from '../../src/table/table.ts'

/** A document of these tables alone, checked. */
export const checkedTables = (...tables: readonly Table[]): Checked => checkDataset(readBudget(tables, []))

/** The verdicts on what is broken in it. */
export const verdictsOn = (...tables: readonly Table[]): string[] =>
  checkedTables(...tables).checks.flatMap(({ outcome, verdict }) => (outcome === 'broken' ? [verdict] : []))
