import type { DuckDBAppender } from '@duckdb/node-api'
import type { Column, ColumnType, Relation, Value } from '../relations/relation.ts'

/** SQL types of columns; the same words in DuckDB and PostgreSQL. */
const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'DOUBLE PRECISION',
  boolean: 'BOOLEAN',
  yuan: 'DECIMAL(18,2)',
}

const quoted = (name: string): string => `"${name}"`

/** The columns of a relation with their types, as a statement has them. */
export const typedColumns = ({ columns }: Pick<Relation, 'columns'>): string =>
  columns.map(({ name, type }) => `${quoted(name)} ${SQL_TYPES[type]}`).join(', ')

/** The statement that makes the table of a relation. */
export const createTable = (relation: Relation): string => `CREATE TABLE ${quoted(relation.name)} (${typedColumns(relation)})`

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Statements that explain a relation and its columns inside the database. */
export const comments = ({ name, zh, en, columns }: Relation): string[] => [
  `COMMENT ON TABLE ${quoted(name)} IS ${literal(`${zh}: ${en}`)}`,
  ...columns.map(
    column => `COMMENT ON COLUMN ${quoted(name)}.${quoted(column.name)} IS ${literal(`${column.zh}: ${column.en}`)}`,
  ),
]

/** Append one value in the type of its column. */
export function appendValue(
  appender: DuckDBAppender,
  { type }: Column,
  value: Value,
  decimal: (fen: bigint) => Parameters<DuckDBAppender['appendDecimal']>[0],
): void {
  if (value === null) appender.appendNull()
  else if (type === 'yuan') appender.appendDecimal(decimal(BigInt(value)))
  else if (type === 'integer') appender.appendInteger(Number(value))
  else if (type === 'number') appender.appendDouble(Number(value))
  else if (type === 'boolean') appender.appendBoolean(value === true)
  else appender.appendVarchar(String(value))
}
