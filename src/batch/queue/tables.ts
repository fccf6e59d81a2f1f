import { hash } from 'node:crypto'
import { typedColumns } from '../../write/formats/duckdb.ts'
import { DATASET } from '../../write/relations/dataset.ts'
import type { Relation } from '../../write/relations/relation.ts'

/** Schema of the results; that of the queue itself is beside it. */
export const SCHEMA = 'yusuan'

/** Relations that are kept in the database. Cells stay in document.json: they would be nine tenths of its size. */
export const STORED: readonly Relation[] = DATASET.map(({ relation }) => relation).filter(({ name }) => name !== 'cells')

const tableOf = ({ name, columns }: Relation): string =>
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}."${name}" (${typedColumns({ columns })});
   CREATE INDEX IF NOT EXISTS "${name}_document" ON ${SCHEMA}."${name}" ("document")`

/** Statements that make the tables of the results; they may run again, and at the same time on several machines. */
export const TABLES_SQL: readonly string[] = [
  `SELECT pg_advisory_xact_lock(hashtext('yusuan tables'))`,
  `CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.form (form text PRIMARY KEY, made_by text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.outcomes (
     sha256 text PRIMARY KEY,
     document text NOT NULL UNIQUE,
     key text NOT NULL,
     status text NOT NULL,
     outcome jsonb NOT NULL,
     worker text NOT NULL,
     done_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE INDEX IF NOT EXISTS outcomes_done_at ON ${SCHEMA}.outcomes (done_at)`,
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.sources (
     file text PRIMARY KEY,
     sha256 text NOT NULL,
     fetched_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE INDEX IF NOT EXISTS sources_sha256 ON ${SCHEMA}.sources (sha256)`,
  ...STORED.map(tableOf),
  `CREATE OR REPLACE VIEW ${SCHEMA}.current_documents AS
   SELECT DISTINCT ON (department, region, fiscal_year, kind, scope) *
   FROM ${SCHEMA}.documents
   WHERE department IS NOT NULL AND fiscal_year IS NOT NULL AND kind IN ('budget', 'final-accounts')
   ORDER BY department, region, fiscal_year, kind, scope, modified DESC NULLS LAST, document DESC`,
]

/** The version of the tables: it changes with whatever changes in them. */
export const TABLES_FORM = hash('sha256', TABLES_SQL.join('\n')).slice(0, 16)

/** The statement that takes a relation's rows as one JSON list; amounts travel as decimal texts. */
export const insertRows = ({ name, columns }: Relation): string => {
  const names = columns.map(column => `"${column.name}"`).join(', ')
  return `INSERT INTO ${SCHEMA}."${name}" (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS rows (${typedColumns({ columns })})`
}
