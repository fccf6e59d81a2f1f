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

/** A unit in brackets or alone, as heads and titles print it: `预算金额（万元）`, `（单位：元）`, `金额/万元`. */
const NAMED = new RegExp(`(?:^|[(/:,、]|金额|单位)(${MONEY_UNITS.join('|')})[)]?$`)
const IN_BRACKETS = new RegExp(`[(](?:金额)?(?:单位)?:?(?:人民币)?(${MONEY_UNITS.join('|')})[)]`)

const namedIn = (texts: readonly string[]): string | null =>
  texts.map(text => (IN_BRACKETS.exec(plain(text)) ?? NAMED.exec(plain(text)))?.[1] ?? null).find(unit => unit !== null) ?? null

/** Unit of a table: what its title or its own line says, else a header that names one, else what the document mostly uses. */
export function unitOf(table: Table, majority: string | null): UnitFound | null {
  const own = IN_BRACKETS.exec(plain(table.title ?? ''))?.[1] ?? (table.unit === null ? null : unitIn(table.unit))
  if (own !== null) return { unit: own, source: 'table' }
  const named = namedIn(table.columns.flatMap(column => column.path))
  if (named !== null) return { unit: named, source: 'column' }
  return majority === null ? null : { unit: majority, source: 'document' }
}

/** Unit of one column: a header that names one outranks the table. */
export function unitOfColumn(path: readonly string[], table: UnitFound | null): UnitFound | null {
  const named = namedIn([...path].reverse())
  return named === null ? table : { unit: named, source: 'column' }
}
