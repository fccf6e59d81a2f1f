import { DOUBTFUL } from '../evidence.ts'
import { type Finding, findingFrom, type Words } from '../finding.ts'
import { fenOf, inUnit, type UnitSource } from './amount.ts'
import { type BudgetTable, nameOf, type UnitNamed } from './dataset.ts'
import type { Compared, Said } from './unit-figures.ts'

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
 * What is doubtful about the units of tables: two places that name different ones, a largest figure that another table or the
 * narrative says in another unit to the digit, and units that only the document tells and no figure bears out.
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

/** A table that names two units itself. */
function rivalFindings({ table }: Compared): Finding[] {
  const { chosen, places = [] } = table.unitReading ?? {}
  const said = chosen && PLACES[chosen.where]
  const other = [...places, ...headOfAll(table)].find(({ where, unit }) => PLACES[where] !== undefined && unit !== chosen?.unit)
  const against = other && PLACES[other.where]
  if (!said || !against || chosen.where === 'column') return []
  return [
    {
      ...findingOf('unit-contradiction', [table], {
        zh: `表“${nameOf(table)}”的${said.zh}写“${chosen.unit}”，${against.zh}另写“${other.unit}”`,
        en: `${said.en} of “${nameOf(table)}” says ${chosen.unit}, ${against.en} ${other.unit}`,
      }),
      ...{ expected: other.unit, actual: chosen.unit },
      ...(other.box === null ? {} : { page: other.page, box: other.box }),
    },
  ]
}

/** A table with what says its largest figure in another unit. */
interface Contradicted extends Compared {
  readonly off: Said
  /** The unit in which the figure would be the same. */
  readonly unit: string
}

/** What contradicts the unit of a table: more tables say its figure in another unit than in its own, or the narrative only in another. */
function contradicted(found: Compared, kind: Said['kind']): Contradicted[] {
  const count = (unit: string): number => found.said.get(unit)?.filter(one => one.kind === kind).length ?? 0
  const same = count(found.amount.unit)
  const [off] = [...found.said.keys()].filter(unit => unit !== found.amount.unit).sort((a, b) => count(b) - count(a))
  const one = off === undefined ? undefined : found.said.get(off)?.find(other => other.kind === kind)
  if (found.table.kind === null || off === undefined || one === undefined) return []
  return (kind === 'prose' ? same === 0 : count(off) > same) ? [{ ...found, off: one, unit: off }] : []
}

/** Contradictions between tables, each pair once; where there is none, those between tables and narrative, told once for all tables that share a figure. */
function contradictions(compared: readonly Compared[]): Finding[] {
  const between = compared.flatMap(one => contradicted(one, 'tables'))
  const isToldBefore = ({ table, off }: Contradicted, at: number): boolean =>
    between.slice(0, at).some(one => one.off.table?.table.id === table.table.id && one.table.table.id === off.table?.table.id)
  if (between.length > 0) return between.filter((one, at) => !isToldBefore(one, at)).map(one => contradiction([one]))
  const prose = compared.flatMap(one => contradicted(one, 'prose'))
  const together = Map.groupBy(prose, ({ amount, off }) => `${amount.money?.fen} ${off.name.zh}`)
  return [...together.values()].map(some => contradiction(some as [Contradicted, ...Contradicted[]]))
}

function contradiction(some: readonly [Contradicted, ...Contradicted[]]): Finding {
  const [{ table, amount, off, unit }] = some
  const [one, other] = [fenOf(amount.unit) ?? 1n, fenOf(unit) ?? 1n]
  const times = one > other ? one / other : other / one
  const tables = [...some.map(member => member.table), ...(off.table ? [off.table] : [])]
  return {
    ...findingOf('unit-contradiction', tables, {
      zh: `表“${nameOf(table)}”的单位（${amount.unit}）与${off.name.zh}相差${TIMES[`${times}`] ?? times}倍`,
      en: `the unit of “${nameOf(table)}” (${amount.unit}) and ${off.name.en} differ by a factor of ${times.toLocaleString('en')}`,
    }),
    ...{ expected: inUnit(off.money.fen, '元'), actual: inUnit(amount.money?.fen ?? 0n, '元') },
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
    ...{ code, severity: code === 'unit-doubtful' ? 'warning' : 'error', verdict: 'structure', message },
    ...{ table: tables[0]?.table.id ?? null, tables: tables.map(({ table }) => table.id) },
    ...{ page: region?.page ?? null, box: region?.box ?? null },
  })
}
