import type { Column, ColumnType, Relation } from '../relations/relation.ts'

/** A file of the data package. */
export interface PackageFile {
  /** Relative to datapackage.json, with slashes. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly format: 'csv' | 'jsonl' | 'parquet' | 'duckdb' | 'xlsx' | 'md'
  /** The relation that it holds; null where it holds several. */
  readonly relation: Relation | null
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  yuan: 'number',
}

const MEDIA: Readonly<Record<PackageFile['format'], string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
  duckdb: 'application/vnd.duckdb',
  md: 'text/markdown',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const field = ({ name, type, zh, en, fiscal }: Column): Record<string, unknown> => ({
  name,
  type: TYPES[type],
  title: zh,
  description: en,
  ...(type === 'yuan' && { bareNumber: true, decimalChar: '.' }),
  ...(fiscal !== undefined && { columnType: fiscal }),
})

/** The Table Schema of a relation: its column dictionary. */
export const tableSchema = ({ columns, key }: Relation): Record<string, unknown> => ({
  fields: columns.map(field),
  primaryKey: key,
  missingValues: [''],
})

const resource = (file: PackageFile, name: string): Record<string, unknown> => ({
  name,
  path: file.path,
  format: file.format,
  mediatype: MEDIA[file.format],
  encoding: file.format === 'csv' || file.format === 'jsonl' ? 'utf-8' : undefined,
  bytes: file.bytes,
  hash: `sha256:${file.sha256}`,
  ...(file.relation && {
    title: file.relation.zh,
    description: file.relation.en,
    ...(file.format === 'csv' && { profile: 'tabular-data-resource' }),
    schema: tableSchema(file.relation),
  }),
})

/** Names of resources: lower case, unique, made from their paths. */
const nameOf = (path: string): string => path.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '-')

/** A Frictionless data package over the files of a dataset, with the column types of Open Fiscal Data Package. */
export const dataPackage = (
  files: readonly PackageFile[],
  { version, created }: { readonly version: string; readonly created: string },
): Record<string, unknown> => ({
  profile: 'fiscal-data-package',
  name: 'yusuan-dataset',
  title: '政府部门预算、决算公开数据',
  created,
  countryCode: 'CN',
  sources: [{ title: 'published budget and final-account PDFs, one row each in documents' }],
  contributors: [{ title: `yusuan ${version}`, role: 'wrangler' }],
  resources: files.map(file => resource(file, nameOf(file.path))),
})
