import { readFileSync } from 'node:fs'
import { gridsOf } from '../../src/grid/grids.ts'
import { readPages } from '../../src/page/document.ts'
import { tablesOf } from '../../src/table/tables.ts'

/** A document before its meaning is known: tables put together, and the text around them. */
export type Reading = Pick<ReturnType<typeof tablesOf>, 'tables' | 'text'>

/** Read a PDF up to its tables. */
export async function readingOf(path: string): Promise<Reading> {
  const { pages } = await readPages(new Uint8Array(readFileSync(path)), {})
  return tablesOf(
    pages,
    pages.flatMap(page => gridsOf(page)),
  )
}
