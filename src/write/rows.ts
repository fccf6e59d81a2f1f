import { BOM, csvLines, harmless } from './csv.ts'
import { type Relation, type Row, type Value, valuesOf, yuanText } from './relation.ts'

const csvValue = (value: Value): string | null => {
  if (typeof value === 'bigint') return yuanText(value)
  return typeof value === 'string' ? harmless(value) : value === null ? null : String(value)
}

/** The header line of a relation as CSV: UTF-8 with BOM, CR LF. */
export const csvHead = ({ columns }: Relation): string => BOM + csvLines([columns.map(({ name }) => name)])

/** Rows of a relation as CSV without a header; null, and an empty text, is nothing at all. */
export const csvRows = (relation: Relation, rows: readonly Row[]): string =>
  csvLines(rows.map(row => valuesOf(relation, row).map(csvValue)))

/** Rows of a relation as JSON lines; amounts are decimal texts, so that nobody's parser makes floats of them. */
export const jsonlRows = ({ columns }: Relation, rows: readonly Row[]): string =>
  rows
    .map(row => {
      const entries = columns.map(({ name }) => [name, jsonValue(row[name] ?? null)])
      return `${JSON.stringify(Object.fromEntries(entries))}\n`
    })
    .join('')

const jsonValue = (value: Value): string | number | boolean | null => (typeof value === 'bigint' ? yuanText(value) : value)
