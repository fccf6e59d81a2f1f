import { readFileSync } from 'node:fs'
import { gridsOf } from '../../src/grid/grids.ts'
import { readPages } from '../../src/page/document.ts'
import type { Page } from '../../src/page/page.ts'
import type { Table } from '../../src/table/table.ts'
import { tablesOf } from '../../src/table/tables.ts'

/** A document before its meaning is known: pages, and tables put together. */
export interface Reading {
  readonly pages: readonly Page[]
  readonly tables: readonly Table[]
}

/** Read a PDF up to its tables. */
export async function readingOf(path: string): Promise<Reading> {
  const { pages } = await readPages(new Uint8Array(readFileSync(path)), {})
  return {
    pages,
    tables: tablesOf(
      pages,
      pages.flatMap(page => gridsOf(page)),
    ).tables,
  }
}
