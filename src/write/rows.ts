import { BOM, csvField, csvLines, harmless } from './csv.ts'
import { type Relation, type Row, type Value, yuanText } from './relation.ts'

/** A value as it stands in a field of a CSV: nothing but a text can hold what is quoted, or run as a formula. */
const csvValue = (value: Value): string => {
  if (typeof value === 'string') return csvField(harmless(value))
  return value === null ? '' : typeof value === 'bigint' ? yuanText(value) : String(value)
}

/** The header line of a relation as CSV: UTF-8 with BOM, CR LF. */
export const csvHead = ({ columns }: Relation): string => BOM + csvLines([columns.map(({ name }) => name)])

/** Rows of a relation as CSV without a header; null, and an empty text, is nothing at all. */
export const csvRows = ({ columns }: Relation, rows: readonly Row[]): string =>
  rows.map(row => `${columns.map(({ name }) => csvValue(row[name] ?? null)).join()}\r\n`).join('')

/** Rows of a relation as JSON lines; amounts are decimal texts, so that nobody's parser makes floats of them. */
export const jsonlRows = ({ columns }: Relation, rows: readonly Row[]): string =>
  rows
    .map(row => {
      const entries = columns.map(({ name }) => [name, jsonValue(row[name] ?? null)])
      return `${JSON.stringify(Object.fromEntries(entries))}\n`
    })
    .join('')

const jsonValue = (value: Value): string | number | boolean | null => (typeof value === 'bigint' ? yuanText(value) : value)
