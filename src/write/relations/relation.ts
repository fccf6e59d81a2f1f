import { magnitude } from '../../budget/money/amount.ts'
import type { Words } from '../../finding.ts'
import type { DocumentJson } from '../document/document.ts'
import { BOM, csvField, csvLines, harmless } from '../formats/csv.ts'

/** What a column of the dataset holds; `yuan` is an amount in 分 that formats write as DECIMAL(18,2) 元. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'yuan'

/** A value of the dataset; a `yuan` is a bigint of 分. */
export type Value = string | number | bigint | boolean | null

/** A row by column name; a missing name is null. */
export type Row = Readonly<Record<string, Value>>

/** A column of the dataset, with the words for people. */
export interface Column extends Words {
  readonly name: string
  readonly type: ColumnType
  /** Type of Open Fiscal Data Package, where there is one. */
  readonly fiscal?: string
}

/** A relation of the dataset: what a file of a format, a table of a database or a folder of partitions holds. */
export interface Relation extends Words {
  readonly name: string
  readonly columns: readonly Column[]
  /** Columns that tell its rows apart. */
  readonly key: readonly string[]
}

/** An integer as a decimal number whose last digits are so many places: 121575 with two is `1215.75`. */
export function decimalText(value: bigint, places: number): string {
  const digits = magnitude(value)
    .toString()
    .padStart(places + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** An amount as a decimal number of 元 with two places. */
export const yuanText = (fen: bigint): string => decimalText(fen, 2)

/** Per cent with one place by integers, rounded half away from zero; null where nothing can be divided by. */
export function percentOf(change: bigint, of: bigint): string | null {
  if (of === 0n) return null
  const thousandths = (change * 10_000n) / magnitude(of)
  return decimalText((thousandths + (thousandths < 0n ? -5n : 5n)) / 10n, 1)
}

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

/** How rows of a relation are written as text: their head, and the rows below it. */
export interface RowForm {
  readonly head: (relation: Relation) => string
  readonly rows: (relation: Relation, rows: readonly Row[]) => string
}

export const ROW_FORMS = {
  csv: { head: csvHead, rows: csvRows },
  jsonl: { head: () => '', rows: jsonlRows },
} as const satisfies Record<string, RowForm>

const jsonValue = (value: Value): string | number | boolean | null => (typeof value === 'bigint' ? yuanText(value) : value)

/** A document with the name of its output folder, which is its key in every relation. */
export interface NamedDocument {
  readonly name: string
  readonly document: DocumentJson
}

/** A document as the dataset holds it: what was extracted, and what the archive knows of it. */
export interface ArchiveDocument extends NamedDocument {
  readonly file: string
  readonly status: string
  /** Whether no later publication replaces it. */
  readonly current: boolean
  readonly replacedBy: string | null
  /** The document that leads the publication of which this one is a part; null when it leads it or stands alone. */
  readonly partOf: string | null
  /** The other parts of the publication that this one leads, those with most tables first. */
  readonly parts: readonly NamedDocument[]
  readonly modified: string | null
  readonly version: string
}
