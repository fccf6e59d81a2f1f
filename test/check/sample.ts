import { readFileSync } from 'node:fs'
import type { Dataset } from '../../src/budget/dataset.ts'
import { readBudget } from '../../src/budget/read-budget.ts'
import { gridsOf } from '../../src/grid/grids.ts'
import { readPages } from '../../src/page/document.ts'
import { tablesOf } from '../../src/table/tables.ts'

/** A PDF read up to its meaning. */
export async function datasetOf(path: string): Promise<Dataset> {
  const { pages } = await readPages(new Uint8Array(readFileSync(path)), {})
  const { tables, text } = tablesOf(
    pages,
    pages.flatMap(page => gridsOf(page)),
  )
  return readBudget(tables, text)
}
