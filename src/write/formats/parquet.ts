import type { SchemaElement } from 'hyparquet'
import type { ColumnSource } from 'hyparquet-writer'
import type { Column, Relation, Row, Value } from '../relations/relation.ts'

/** The Parquet type of a column; amounts are DECIMAL(18,2) over 64-bit integers, never floats. */
function elementOf({ name, type }: Column): SchemaElement {
  const optional = { name, repetition_type: 'OPTIONAL' } as const
  switch (type) {
    case 'text':
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }
    case 'integer':
      return { ...optional, type: 'INT32' }
    case 'number':
      return { ...optional, type: 'DOUBLE' }
    case 'boolean':
      return { ...optional, type: 'BOOLEAN' }
    case 'yuan':
      return { ...optional, type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 2 }
  }
}

/** The Parquet schema of a relation. */
export const parquetSchema = ({ columns }: Relation): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(elementOf),
]

/** Rows of a relation column by column, as Parquet stores them. */
export const parquetColumns = ({ columns }: Relation, rows: readonly Row[]): ColumnSource[] =>
  columns.map(({ name }) => ({ name, data: rows.map((row): Value => row[name] ?? null) }))

/** A value in the name of a partition folder, as Hive writes it. */
export const partitionValue = (value: string | number | null): string =>
  value === null ? '__HIVE_DEFAULT_PARTITION__' : encodeURIComponent(value)
