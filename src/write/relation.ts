import { magnitude } from '../budget/amount.ts'
import type { Words } from '../finding.ts'

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

/** A column from its parts, in one line. */
// biome-ignore lint/complexity/useMaxParams: a relation is a list of columns, and reads as one where each is a line of words
export const column = (name: string, type: ColumnType, zh: string, en: string, fiscal?: string): Column => ({
  name,
  type,
  zh,
  en,
  ...(fiscal !== undefined && { fiscal }),
})

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
