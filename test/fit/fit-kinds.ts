/**
 * Counts what evidence about the kind of a table is worth, on published and printed documents: the half of the corpora that
 * may be looked at, and for comparison the other one. The weights stand in src/budget/catalog/identify.ts.
 *
 *     npm run fit:kinds
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { coverOf } from '../../src/budget/document/cover.ts'
import { type CoverSays, coverSays } from '../../src/budget/document/government.ts'
import { paragraphsOf } from '../../src/budget/prose/lines.ts'
import { gridsOf } from '../../src/grid/grids.ts'
import { pagesOf } from '../../src/reading.ts'
import type { Table } from '../../src/table/table.ts'
import { tablesOf } from '../../src/table/tables.ts'
import split from '../corpus-split.json' with { type: 'json' }
import { countAround, countKinds, countOwners, logOddsOf } from './kinds.ts'

const shared = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
/** The tables of a document, and what its cover says of whose money they tell. */
interface Read {
  readonly tables: readonly Table[]
  readonly cover: CoverSays
}
const [look, count]: [Read[], Read[]] = [[], []]
for (const folder of ['wild', 'press', 'dev']) {
  const directory = join(shared, folder)
  if (!existsSync(directory)) throw new Error(`no ${directory}: the documents are needed`)
  for (const file of readdirSync(directory).filter(name => name.endsWith('.pdf'))) {
    const { pages } = await pagesOf(readFileSync(join(directory, file)), { ocr: 'off' })
    const grids = pages.flatMap(page => gridsOf(page))
    const isCounted = split.count.some(pattern => new RegExp(pattern).test(file))
    const { tables, text } = tablesOf(pages, grids)
    ;(isCounted ? count : look).push({ tables, cover: coverSays(coverOf(paragraphsOf(text))) })
  }
}
for (const [half, documents] of Object.entries({ look, count })) {
  const tables = documents.flatMap(one => one.tables)
  console.log(`${half}: ${tables.length} tables`)
  for (const one of countKinds(tables))
    console.log(
      `  ${one.name}: for the right table ${one.right} of ${one.rightOf}, for others ${one.wrong} of ${one.wrongOf}, log-odds ${logOddsOf(one).toFixed(2)}`,
    )
  const around = documents.map(one => countAround(one.tables))
  const [same, other] = [around.reduce((sum, one) => sum + one.same, 0), around.reduce((sum, one) => sum + one.other, 0)]
  console.log(`  around: the account a table names is that of the others ${same} times, the other ${other} times`)
  const owners = documents.flatMap(one => Object.entries(countOwners(one.tables, one.cover)))
  for (const [name, spoken] of Map.groupBy(owners, ([name]) => name)) {
    const sumOf = (owner: 'government' | 'department') => spoken.reduce((sum, [, one]) => sum + one[owner], 0)
    console.log(`  ${name}: for a government ${sumOf('government')} times, for a department ${sumOf('department')} times`)
  }
}
