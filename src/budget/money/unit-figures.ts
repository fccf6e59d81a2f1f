import { agreementOf, sumOf } from '../../evidence.ts'
import type { Words } from '../../finding.ts'
import { itemAt } from '../../geometry.ts'
import { type BudgetTable, nameOf, type UnitNamed, type UnitReading } from '../dataset.ts'
import type { ProseFact } from '../prose/prose.ts'
import { readTable } from '../read-table.ts'
import { type AmountCell, fenOf, type Money, magnitude, moneyOf, tellingDigits } from './amount.ts'
import { decideUnit, type UnitEvidence, type UnitUse } from './unit.ts'

/** Figures of fewer digits are met in another unit by chance. */
const LEAST_DIGITS = 5
/** Figures that agree do not outweigh what a table prints about itself: a hundred to one. */
const MOST = 4.6

/** A figure with the unit it is said in: of another table, or of the narrative. */
export interface Said {
  readonly kind: 'tables' | 'prose'
  readonly money: Money
  readonly place: UnitNamed
  /** What it is called, to be told. */
  readonly name: Words
  readonly table: BudgetTable | null
}

/** A figure of a table that is said elsewhere, the same to the digit in some unit; `weight` in log-odds, what chance does taken away. */
export interface Agreement {
  readonly amount: AmountCell & { readonly money: Money }
  readonly said: Said
  readonly weight: number
}

/** What is said elsewhere of the figures of a table, by the unit in which they are the same, the surest first. */
export interface Compared {
  readonly table: BudgetTable
  /** Its largest figure. */
  readonly amount: AmountCell
  readonly said: ReadonlyMap<string, readonly Agreement[]>
}

const sizeOf = (amount: AmountCell): bigint => magnitude(amount.money?.fen ?? 0n)

const amountsOf = ({ lines, formAmounts }: BudgetTable): AmountCell[] => [
  ...lines.flatMap(({ amounts }) => [...amounts.values()]),
  ...formAmounts.map(({ amount }) => amount),
]

/** The largest figure of a table; null where it has none. */
function largest(table: BudgetTable): AmountCell | null {
  const all = amountsOf(table)
  const most = all.reduce<AmountCell | null>((best, one) => (best === null || sizeOf(one) > sizeOf(best) ? one : best), null)
  return most === null || sizeOf(most) === 0n ? null : most
}

const isTelling = ({ value }: Money): boolean => tellingDigits(value) >= LEAST_DIGITS

/** Figures of a table that chance does not repeat, each once; one whose column or row names a unit of its own says nothing of the table's. */
function tellingOf(table: BudgetTable, unit: string): Agreement['amount'][] {
  const own = amountsOf(table).filter(
    (one): one is Agreement['amount'] => one.money !== null && one.unit === unit && isTelling(one.money),
  )
  return [...new Map(own.map(one => [one.money.value, one])).values()]
}

/** The figures of the tables that print their unit. */
const saidByTables = (tables: readonly BudgetTable[]): Said[] =>
  tables.flatMap(table => {
    const chosen = table.kind === null ? undefined : table.unitReading?.chosen
    if (chosen === undefined || chosen.where === 'document') return []
    return tellingOf(table, chosen.unit).map(({ cell, unit, money }): Said => {
      const name = { zh: `“${nameOf(table)}”（${unit}）`, en: `that of “${nameOf(table)}” (${unit})` }
      const place = { where: 'tables' as const, unit, text: cell.text, page: cell.page, box: cell.box }
      return { kind: 'tables', money, place, name, table }
    })
  })

/** The sums of money of the narrative. */
const saidInProse = (prose: readonly ProseFact[]): Said[] =>
  prose.flatMap(({ kind, fen, step, value, unit, label, text, page, box }) => {
    const money = fen === null ? null : { value, unit, fen, step }
    if (kind !== 'amount' || money === null || fenOf(unit) === null || !isTelling(money)) return []
    const name = { zh: `情况说明第 ${page} 页的“${label}${text}”`, en: `the narrative on p. ${page} (“${label}${text}”)` }
    return [{ kind: 'prose', money, place: { where: 'prose', unit, text, page, box }, name, table: null }]
  })

/** Digits to which two sums of money agree, as far as both are printed; 0 where they differ. */
function agreedDigits(a: Money, b: Money): number {
  const off = magnitude(a.fen - b.fen)
  return off <= a.step || off <= b.step ? Math.min(tellingDigits(a.value), tellingDigits(b.value)) : 0
}

/** Figures of one kind by size, to be looked up. */
interface BySize {
  readonly kind: Said['kind']
  readonly all: readonly Said[]
  /** The coarsest of their steps. */
  readonly step: bigint
}

const coarser = (a: bigint, b: bigint): bigint => (a > b ? a : b)

const bySize = (all: readonly Said[]): BySize[] =>
  [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, some]) => ({
    kind,
    all: some.toSorted((a, b) => (a.money.fen < b.money.fen ? -1 : 1)),
    step: some.map(({ money }) => money.step).reduce(coarser),
  }))

/** The figures that may be the same as a sum of money, as far as the coarser of both is printed. */
function near({ all, step }: BySize, money: Money): Said[] {
  const reach = coarser(money.step, step)
  let [from, to] = [0, all.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (itemAt(all, middle).money.fen < money.fen - reach) from = middle + 1
    else to = middle
  }
  const found: Said[] = []
  for (let one = all[from]; one !== undefined && one.money.fen <= money.fen + reach; one = all[++from]) found.push(one)
  return found
}

/** What is said elsewhere of the figures of a table, each tried in every unit. */
function compared(table: BudgetTable, elsewhere: readonly BySize[], units: readonly string[]): Compared | null {
  const amount = largest(table)
  if (amount === null) return null
  const own = tellingOf(table, table.unitReading?.chosen.unit ?? amount.unit)
  const agreeing = (unit: string): Agreement[] =>
    elsewhere.flatMap(some => own.flatMap(one => agreementIn(unit, { one, table, tried: own.length }, some) ?? []))
  const surest = (unit: string): Agreement[] => agreeing(unit).sort((a, b) => b.weight - a.weight)
  return { table, amount, said: new Map(units.map(unit => [unit, surest(unit)])) }
}

/** A figure of a table, and of how many it is one. */
interface Tried {
  readonly one: Agreement['amount']
  readonly table: BudgetTable
  readonly tried: number
}

/** The figure elsewhere that is the same as one of a table in a unit, that of most digits; null where chance does as much: of many that are tried, some agree. */
function agreementIn(unit: string, { one, table, tried }: Tried, some: BySize): Agreement | null {
  const money = moneyOf(one.money.value, unit)
  if (money === null) return null
  const others = near(some, money).filter(other => other.table !== table)
  const digits = others.map(other => agreedDigits(money, other.money))
  const most = Math.max(0, ...digits)
  const said = others[digits.indexOf(most)]
  const weight = agreementOf(most) - Math.log(some.all.length * tried)
  return said === undefined || weight <= 0 ? null : { amount: one, said, weight }
}

/** What the figures elsewhere say for each unit. */
const evidenceOf = ({ said }: Compared): UnitEvidence[] =>
  [...said].flatMap(([unit, all]) =>
    [...Map.groupBy(all, one => one.said.kind)].map(([kind, some]) => {
      const [{ amount, said: other }] = some as [Agreement, ...Agreement[]]
      const because = `${amount.money.value} ${unit} is ${other.money.value} ${other.place.unit} of ${other.name.en}`
      const weight = Math.min(MOST, sumOf(some))
      return { place: { ...other.place, unit }, evidence: { name: kind, weight, because } }
    }),
  )

/** Places that are printed for a table itself. */
const isOwn = ({ where }: UnitNamed): boolean => where !== 'document' && where !== 'tables' && where !== 'prose'

/** A table read again in a unit, as the kind that the document or a person has it for. */
function readIn(unit: UnitReading, { table, kind, kindEvidence, kindDecision }: BudgetTable, use: UnitUse | null): BudgetTable {
  return readTable(table, use, { kind: { kind, isExact: true, because: kindEvidence, decision: kindDecision }, unit })
}

/** A table read in the unit that its places and the figures elsewhere speak for. */
function settled(found: Compared, use: UnitUse): Compared {
  const { table, amount } = found
  const before = table.unitReading
  const unit = decideUnit((before?.places ?? []).filter(isOwn), use, evidenceOf(found))
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

/** The tables with what is said elsewhere of their figures, each tried in the units of the document and the usual ones. */
function comparedAll(tables: readonly BudgetTable[], prose: readonly ProseFact[], use: UnitUse): (Compared | null)[] {
  const all = [...saidByTables(tables), ...saidInProse(prose)]
  const elsewhere = bySize(all)
  const units = [...new Set([...use.keys(), ...all.map(({ place }) => place.unit), '元', '万元'])]
  return tables.map(table => compared(table, elsewhere, units))
}

/**
 * The tables of a document in the units that what they print and the same figures elsewhere speak for, each with what is said
 * elsewhere of its figures in those units; a table that prints no unit and whose figures nothing tells keeps none.
 */
export function withSettledUnits(
  tables: readonly BudgetTable[],
  prose: readonly ProseFact[],
  use: UnitUse,
): { readonly tables: readonly BudgetTable[]; readonly compared: readonly Compared[] } {
  const read = comparedAll(tables.map(readBlindly), prose, use).map(one => one && settled(one, use))
  const known = tables.map((table, at) => (read[at]?.table.unitReading ? read[at].table : table))
  const isSame = ({ unitReading }: BudgetTable, at: number): boolean =>
    unitReading?.chosen.unit === tables[at]?.unitReading?.chosen.unit
  // What a table in another unit than it prints seemed to say against its neighbours is said no more.
  const compared = known.every(isSame) ? read : comparedAll(known, prose, use)
  return { tables: known, compared: compared.filter(one => one?.table.unitReading != null) as Compared[] }
}
