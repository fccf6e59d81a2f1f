import type { Table } from '../table/table.ts'
import { MONEY_UNITS } from './amount.ts'
import type { UnitSource } from './dataset.ts'
import { plain } from './label.ts'

/** A unit with where it was found. */
export interface UnitFound {
  readonly unit: string
  readonly source: UnitSource
}

/** The unit of money a text names, longest first; null when it names none. */
export const unitIn = (text: string): string | null => MONEY_UNITS.find(unit => plain(text).includes(unit)) ?? null

/** The unit that most tables of a document name; null when none does. */
export function majorityUnit(tables: readonly Table[]): string | null {
  const votes = new Map<string, number>()
  for (const table of tables) {
    const unit = table.unit === null ? null : unitIn(table.unit)
    if (unit !== null) votes.set(unit, (votes.get(unit) ?? 0) + 1)
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Unit of a table: its own line, else a header that names one, else what the document mostly uses. */
export function unitOf(table: Table, majority: string | null): UnitFound | null {
  const own = table.unit === null ? null : unitIn(table.unit)
  if (own !== null) return { unit: own, source: 'table' }
  const headers = table.columns.flatMap(column => column.path)
  const named = headers
    .map(header => /[(（]\s*(?:单位[:：])?\s*((?:千|万|百万|亿)?元)\s*[)）]/.exec(header)?.[1])
    .find(unit => unit !== undefined)
  if (named !== undefined) return { unit: named, source: 'column' }
  return majority === null ? null : { unit: majority, source: 'document' }
}

/** Unit of one column: a header that names one outranks the table. */
export function unitOfColumn(path: readonly string[], table: UnitFound | null): UnitFound | null {
  const named = path
    .map(header => /[(（]\s*(?:单位[:：])?\s*((?:千|万|百万|亿)?元)\s*[)）]/.exec(header)?.[1])
    .find(unit => unit !== undefined)
  return named === undefined ? table : { unit: named, source: 'column' }
}
