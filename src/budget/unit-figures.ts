import { agreementOf } from '../evidence.ts'
import type { Words } from '../finding.ts'
import { type AmountCell, fenOf, type Money, magnitude, moneyOf, tellingDigits } from './amount.ts'
import { type BudgetTable, nameOf, type UnitNamed, type UnitReading } from './dataset.ts'
import type { ProseFact } from './prose.ts'
import { readTable } from './read-table.ts'
import { decideUnit, type UnitEvidence, type UnitUse } from './unit.ts'

/** Figures of fewer digits are met in another unit by chance. */
const LEAST_DIGITS = 5
/** Figures that agree do not outweigh what a table prints about itself: a hundred to one. */
const MOST = 4.6

/** A figure with the unit it is said in: the largest of another table, or one of the narrative. */
export interface Said {
  readonly kind: 'tables' | 'prose'
  readonly money: Money
  readonly place: UnitNamed
  /** What it is called, to be told. */
  readonly name: Words
  readonly table: BudgetTable | null
}

/** What is said elsewhere of the largest figure of a table, by the unit in which it is the same. */
export interface Compared {
  readonly table: BudgetTable
  readonly amount: AmountCell
  readonly said: ReadonlyMap<string, readonly Said[]>
}

const sizeOf = (amount: AmountCell): bigint => magnitude(amount.money?.fen ?? 0n)

/** The largest figure of a table; null where it has none. */
function largest({ lines, formAmounts }: BudgetTable): AmountCell | null {
  const all = [...lines.flatMap(({ amounts }) => [...amounts.values()]), ...formAmounts.map(({ amount }) => amount)]
  const most = all.reduce<AmountCell | null>((best, one) => (best === null || sizeOf(one) > sizeOf(best) ? one : best), null)
  return most === null || sizeOf(most) === 0n ? null : most
}

/** The largest figures of the tables that print their unit. */
const saidByTables = (tables: readonly BudgetTable[]): Said[] =>
  tables.flatMap(table => {
    const amount = table.kind === null || table.unitReading?.chosen.where === 'document' ? null : largest(table)
    if (!amount?.money) return []
    const { cell, unit, money } = amount
    const name = { zh: `“${nameOf(table)}”（${unit}）`, en: `that of “${nameOf(table)}” (${unit})` }
    return [
      { kind: 'tables', money, place: { where: 'tables', unit, text: cell.text, page: cell.page, box: cell.box }, name, table },
    ]
  })

/** The sums of money of the narrative. */
const saidInProse = (prose: readonly ProseFact[]): Said[] =>
  prose.flatMap(({ kind, fen, step, value, unit, label, text, page, box }) => {
    if (kind !== 'amount' || fen === null || fenOf(unit) === null) return []
    const name = { zh: `情况说明第 ${page} 页的“${label}${text}”`, en: `the narrative on p. ${page} (“${label}${text}”)` }
    return [
      { kind: 'prose', money: { value, unit, fen, step }, place: { where: 'prose', unit, text, page, box }, name, table: null },
    ]
  })

/** Digits to which two sums of money agree, as far as both are printed; 0 where they differ. */
function agreedDigits(a: Money, b: Money): number {
  const off = magnitude(a.fen - b.fen)
  return off <= a.step || off <= b.step ? Math.min(tellingDigits(a.value), tellingDigits(b.value)) : 0
}

/** What is said elsewhere of the largest figure of a table, tried in each unit. */
function compared(table: BudgetTable, all: readonly Said[], units: readonly string[]): Compared | null {
  const amount = largest(table)
  if (!amount?.money) return null
  const { value } = amount.money
  const said = units.map((unit): [string, Said[]] => {
    const money = moneyOf(value, unit)
    const isSame = (one: Said): boolean =>
      one.table !== table && money !== null && agreedDigits(money, one.money) >= LEAST_DIGITS
    return [unit, all.filter(isSame)]
  })
  return { table, amount, said: new Map(said) }
}

/** What the figures elsewhere say for each unit; looking at many of them finds one that agrees by chance more easily. */
function evidenceOf({ amount, said }: Compared, looked: number): UnitEvidence[] {
  const money = amount.money as Money
  return [...said].flatMap(([unit, all]) =>
    (['tables', 'prose'] as const).flatMap(kind => {
      const one = all.find(other => other.kind === kind)
      if (one === undefined) return []
      const digits = Math.min(tellingDigits(money.value), tellingDigits(one.money.value))
      const weight = Math.min(MOST, Math.max(0, agreementOf(digits) - Math.log(looked)))
      const because = `${money.value} ${unit} is ${one.money.value} ${one.place.unit} of ${one.name.en}`
      return [{ place: { ...one.place, unit }, evidence: { name: kind, weight, because } }]
    }),
  )
}

/** Places that are printed for a table itself. */
const isOwn = ({ where }: UnitNamed): boolean => where !== 'document' && where !== 'tables' && where !== 'prose'

/** A table read again in a unit, as the kind that the document or a person has it for. */
function readIn(unit: UnitReading, { table, kind, kindEvidence, kindDecision }: BudgetTable, use: UnitUse | null): BudgetTable {
  return readTable(table, use, { kind: { kind, isExact: true, because: kindEvidence, decision: kindDecision }, unit })
}

/** A table read in the unit that its places and the figures elsewhere speak for. */
function settled(found: Compared, use: UnitUse, looked: number): Compared {
  const { table, amount } = found
  const before = table.unitReading
  // A figure whose column or row names a unit of its own says nothing of the table's.
  if (before !== null && amount.unit !== before.chosen.unit) return found
  const unit = decideUnit((before?.places ?? []).filter(isOwn), use, evidenceOf(found, looked))
  if (unit === null) return found
  if (unit.chosen.unit === before?.chosen.unit) return { ...found, table: { ...table, unitReading: unit } }
  const again = readIn(unit, table, use)
  return { ...found, table: again, amount: largest(again) ?? amount }
}

/** Tables of which nothing names the unit, read in one that says nothing, so that their figures are known. */
function readBlindly(table: BudgetTable): BudgetTable {
  const unit = table.unitReading === null && table.table.columns.length > 0 ? decideUnit([], new Map([['元', 1]])) : null
  return unit === null ? table : { ...readIn(unit, table, null), unitReading: null }
}

/**
 * The tables of a document in the units that what they print and the same figures elsewhere speak for, each with what is said
 * elsewhere of its largest figure; a table that prints no unit and whose figures nothing tells keeps none.
 */
export function withSettledUnits(
  tables: readonly BudgetTable[],
  prose: readonly ProseFact[],
  use: UnitUse,
): { readonly tables: readonly BudgetTable[]; readonly compared: readonly Compared[] } {
  const all = [...saidByTables(tables), ...saidInProse(prose)]
  const units = [...new Set([...use.keys(), ...all.map(({ place }) => place.unit), '元', '万元'])]
  const found = tables.map(table => compared(readBlindly(table), all, units))
  const read = found.map(one => one && settled(one, use, all.length))
  const known = read.map(one => (one?.table.unitReading ? one : null))
  return {
    tables: tables.map((table, at) => known[at]?.table ?? table),
    compared: known.filter(one => one !== null),
  }
}
