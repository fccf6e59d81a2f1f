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

const unitNamed = (text: string): string | null => (IN_BRACKETS.exec(plain(text)) ?? NAMED.exec(plain(text)))?.[1] ?? null

/** Texts of heads, what brackets hold in one piece: 预算金额（万 over 元） are two rows of one head. */
function unbroken(texts: readonly string[]): string[] {
  const whole: string[] = []
  for (const text of texts) {
    const open = plain(whole.at(-1) ?? '')
    if (open.lastIndexOf('(') > open.lastIndexOf(')')) whole.push(`${whole.pop()}${text}`)
    else whole.push(text)
  }
  return whole
}

const namedIn = (texts: readonly string[]): string | null => texts.map(unitNamed).find(unit => unit !== null) ?? null

/** A note in the body that says what the figures are in: `注：本表金额单位为万元`. */
const NOTED = new RegExp(`^(?:注|备注|说明)[:\\d].*单位(?:均)?[:为是]*(${MONEY_UNITS.join('|')})`)

/** The unit that the title of a table names, and the one that the line above it names, as far as they do. */
export const ownUnits = ({ title, unit }: Table): readonly string[] =>
  [IN_BRACKETS.exec(plain(title ?? ''))?.[1], unit === null ? null : unitIn(unit)].filter(named => named != null)

/** Unit of a table: what its title, its own line or its note says, else a header that names one, else what the document mostly uses. */
export function unitOf(table: Table, majority: string | null): UnitFound | null {
  const [own] = ownUnits(table)
  if (own !== undefined) return { unit: own, source: 'table' }
  const named = namedIn(table.columns.flatMap(({ path }) => unbroken(path)))
  if (named !== null) return { unit: named, source: 'column' }
  const noted = table.cells.flatMap(({ text }) => NOTED.exec(plain(text))?.[1] ?? []).at(-1)
  if (noted !== undefined) return { unit: noted, source: 'table' }
  return majority === null ? null : { unit: majority, source: 'document' }
}

/** Unit of one column: a header that names one outranks the table. */
export function unitOfColumn(path: readonly string[], table: UnitFound | null): UnitFound | null {
  const named = namedIn(unbroken(path).reverse())
  return named === null ? table : { unit: named, source: 'column' }
}

/** Unit of the figures of one row: a label that names one in brackets outranks the columns, `资产原值（万元）`. */
export function unitOfRow(label: string): UnitFound | null {
  const named = IN_BRACKETS.exec(label)?.[1]
  return named === undefined ? null : { unit: named, source: 'row' }
}
