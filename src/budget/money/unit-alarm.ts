import { DOUBTFUL, sumOf } from '../../evidence.ts'
import { type Finding, findingFrom, type Words } from '../../finding.ts'
import { type BudgetTable, nameOf, type UnitNamed } from '../dataset.ts'
import { fenOf, inUnit, type UnitSource } from './amount.ts'
import type { Agreement, Compared, Said } from './unit-figures.ts'

/** What the places that name a unit are called. */
const PLACES: Readonly<Partial<Record<UnitSource, Words>>> = {
  title: { zh: '标题', en: 'the title' },
  caption: { zh: '表上', en: 'the line above it' },
  below: { zh: '表下', en: 'a line below it' },
  page: { zh: '续页', en: 'another page of it' },
  note: { zh: '表注', en: 'a note' },
  column: { zh: '表头', en: 'the heads of all its amounts' },
}

/** How many times as large a figure is in another unit. */
const TIMES: Readonly<Record<string, string>> = {
  '10': '十',
  '100': '一百',
  '1000': '一千',
  '10000': '一万',
  '100000': '十万',
  '1000000': '一百万',
  '100000000': '一亿',
}

/**
 * What is doubtful about the units of tables: two places that name different ones, figures that other tables or the
 * narrative say in another unit to the digit, and units that only the document tells and no figure bears out.
 */
export const unitFindings = (compared: readonly Compared[]): Finding[] => [
  ...compared.flatMap(rivalFindings),
  ...contradictions(compared),
  ...untold(compared),
]

/** The head that names another unit than the table does, where the heads of all amounts name it. */
function headOfAll({ columns }: BudgetTable): UnitNamed[] {
  const heads = columns.filter(({ role }) => role === 'amount').map(({ unit }) => unit)
  const [first] = heads
  return first && heads.every(head => head?.unit === first.unit) ? [first] : []
}

/** What a table says that prints one unit at `where` and another elsewhere, or is read in one that its figures tell; null where it is read as its heads say. */
function rivalWords({ table: { unitReading }, said }: Compared, where: Words, other: string): Words | null {
  const { chosen } = unitReading ?? {}
  const place = chosen && PLACES[chosen.where]
  if (chosen?.where === 'column') return null
  if (place)
    return {
      zh: `${place.zh}写“${chosen.unit}”，${where.zh}另写“${other}”`,
      en: `${place.en} says ${chosen.unit}, ${where.en} ${other}`,
    }
  const [surest] = said.get(chosen?.unit ?? '') ?? []
  if (surest === undefined || chosen?.where === 'document') return null
  const { value } = surest.amount.money
  return {
    zh: `${where.zh}写“${other}”，其中的 ${value} 按“${chosen?.unit}”才与${surest.said.name.zh}相同，按“${chosen?.unit}”计`,
    en: `${where.en} says ${other}; its ${value} is ${surest.said.name.en} in ${chosen?.unit}, in which it is read`,
  }
}

/** A table that names two units itself, or another than its figures tell. */
function rivalFindings(found: Compared): Finding[] {
  const { table } = found
  const { chosen, places = [] } = table.unitReading ?? {}
  const other = [...places, ...headOfAll(table)].find(({ where, unit }) => PLACES[where] !== undefined && unit !== chosen?.unit)
  const against = other && PLACES[other.where]
  const words = against ? rivalWords(found, against, other.unit) : null
  if (!chosen || !other || !words) return []
  const units = PLACES[chosen.where] ? [other.unit, chosen.unit] : [chosen.unit, other.unit]
  return [
    {
      ...findingOf('unit-contradiction', [table], {
        zh: `表“${nameOf(table)}”的${words.zh}`,
        en: `“${nameOf(table)}”: ${words.en}`,
      }),
      ...{ expected: units[0] ?? null, actual: units[1] ?? null },
      ...(other.box === null ? {} : { page: other.page, box: other.box }),
    },
  ]
}

/** A table with a figure that is said elsewhere in another unit. */
interface Contradicted extends Compared {
  readonly off: Agreement
  /** The unit in which the figure would be the same. */
  readonly unit: string
}

/** Log-odds by which figures elsewhere must speak more for another unit than for a table's own: a hundred to one. */
const CONTRADICTED = 4.6

/** What contradicts the unit of a table: other tables speak for another unit more than for its own, or the narrative only for another. */
function contradicted(found: Compared, kind: Said['kind']): Contradicted[] {
  const own = found.table.unitReading?.chosen.unit
  const speaking = (unit: string): readonly Agreement[] => found.said.get(unit)?.filter(({ said }) => said.kind === kind) ?? []
  const others = [...found.said.keys()].filter(unit => unit !== own)
  const unit = others.toSorted((a, b) => sumOf(speaking(b)) - sumOf(speaking(a)))[0]
  if (found.table.kind === null || own === undefined || unit === undefined) return []
  const [same, other] = [sumOf(speaking(own)), sumOf(speaking(unit))]
  const [off] = speaking(unit)
  return off !== undefined && other - same >= CONTRADICTED && (kind === 'tables' || same === 0) ? [{ ...found, off, unit }] : []
}

/** Contradictions between tables, each pair once; where there is none, those between tables and narrative, told once for all tables that share a figure. */
function contradictions(compared: readonly Compared[]): Finding[] {
  const between = compared.flatMap(one => contradicted(one, 'tables'))
  const isToldBefore = ({ table, off }: Contradicted, at: number): boolean =>
    between
      .slice(0, at)
      .some(one => one.off.said.table?.table.id === table.table.id && one.table.table.id === off.said.table?.table.id)
  if (between.length > 0) return between.filter((one, at) => !isToldBefore(one, at)).map(one => contradiction([one]))
  const prose = compared.flatMap(one => contradicted(one, 'prose'))
  const together = Map.groupBy(prose, ({ off: { amount, said } }) => `${amount.money.fen} ${said.name.zh}`)
  return [...together.values()].map(some => contradiction(some as [Contradicted, ...Contradicted[]]))
}

function contradiction(some: readonly [Contradicted, ...Contradicted[]]): Finding {
  const [{ table, unit, off }] = some
  const { amount, said } = off
  const [one, other] = [fenOf(amount.unit) ?? 1n, fenOf(unit) ?? 1n]
  const times = one > other ? one / other : other / one
  const tables = [...some.map(member => member.table), ...(said.table ? [said.table] : [])]
  return {
    ...findingOf('unit-contradiction', tables, {
      zh: `表“${nameOf(table)}”的单位（${amount.unit}）与${said.name.zh}相差${TIMES[`${times}`] ?? times}倍`,
      en: `the unit of “${nameOf(table)}” (${amount.unit}) and ${said.name.en} differ by a factor of ${times.toLocaleString('en')}`,
    }),
    ...{ expected: inUnit(said.money.fen, '元'), actual: inUnit(amount.money.fen, '元') },
  }
}

/** Tables that print no unit, where what the document says is hardly surer than its rival; told once for each unit. */
function untold(compared: readonly Compared[]): Finding[] {
  const isUntold = ({ table, amount }: Compared): boolean =>
    amount.unitSource === 'document' && (table.unitReading?.decision.margin ?? 1) < DOUBTFUL
  const byUnit = Map.groupBy(compared.filter(isUntold), ({ amount }) => amount.unit)
  return [...byUnit].map(([unit, some]) => {
    const names = some.map(({ table }) => nameOf(table))
    return findingOf(
      'unit-doubtful',
      some.map(({ table }) => table),
      {
        zh: `${some.length}张表没有写明单位，按文件中多数表的“${unit}”处理，没有数字可以印证：${names.join('、')}`,
        en: `${some.length} tables print no unit; they are read in the ${unit} of most tables of the document, and no figure elsewhere bears it out: ${names.join(', ')}`,
      },
    )
  })
}

/** A doubt about the unit of tables, at the first of them. */
function findingOf(code: string, tables: readonly BudgetTable[], message: Finding['message']): Finding {
  const region = tables[0]?.table.regions[0]
  return findingFrom({
    ...{ code, severity: code === 'unit-doubtful' ? 'warning' : 'error', message },
    ...{ table: tables[0]?.table.id ?? null, tables: tables.map(({ table }) => table.id) },
    ...{ page: region?.page ?? null, box: region?.box ?? null },
  })
}
