import type { Page } from '../page/page.ts'
import type { Table } from '../table/table.ts'
import { columnsOf } from './columns.ts'
import type { BudgetTable, Dataset } from './dataset.ts'
import { type Identification, identify } from './identify.ts'
import { indicatorsOf } from './indicators.ts'
import { metadataOf } from './metadata.ts'
import { proseFacts } from './prose-facts.ts'
import { paragraphsOf } from './prose-lines.ts'
import { readTable } from './read-table.ts'
import { strayFigures } from './stray.ts'
import { majorityUnit, unitOf } from './unit.ts'
import { unitFindings } from './unit-alarm.ts'

/** Tables and running text of a document with their meaning: kinds, columns, rows, amounts, figures of the prose, performance goals. */
export function readBudget(tables: readonly Table[], pages: readonly Page[]): Dataset {
  const read = readTables(tables)
  const paragraphs = paragraphsOf(pages, tables)
  return datasetOf(read, {
    metadata: metadataOf(read, paragraphs),
    prose: proseFacts(paragraphs),
    stray: strayFigures(pages, tables),
  })
}

/** The meaning of tables that were corrected, with what the first reading found beside them. */
export const readAgain = (tables: readonly Table[], known: Pick<Dataset, 'metadata' | 'prose' | 'stray'>): Dataset =>
  datasetOf(readTables(tables), known)

function readTables(tables: readonly Table[]): BudgetTable[] {
  const majority = majorityUnit(tables)
  const kinds = kindsOf(tables.map(table => identify(table, columnsOf(table, unitOf(table, majority) !== null))))
  return tables.map((table, at) => readTable(table, majority, kinds[at]))
}

/** Kinds of the tables of a document: where one is the very table of a kind, another that is only like it is none. */
function kindsOf(found: readonly Identification[]): Identification[] {
  const taken = new Set(found.flatMap(({ kind, isExact }) => (isExact && kind !== null ? [kind] : [])))
  const alike = (kind: string): number => found.filter(other => other.kind === kind && !other.isExact).length
  return found.map(one =>
    one.kind === null || one.isExact || (!taken.has(one.kind) && alike(one.kind) === 1)
      ? one
      : { ...one, kind: null, because: [] },
  )
}

const datasetOf = (tables: readonly BudgetTable[], known: Pick<Dataset, 'metadata' | 'prose' | 'stray'>): Dataset => ({
  ...known,
  tables,
  indicators: tables.flatMap(table => indicatorsOf(table)),
  findings: unitFindings(tables),
})
