import type { Finding } from '../finding.ts'
import { inUnit } from './amount.ts'
import type { BudgetTable } from './dataset.ts'
import type { ProseFact } from './prose.ts'
import { ownUnits } from './unit.ts'

const TEN_THOUSAND = 10_000n

/** 万元 with two places say a figure in 元 to one part in 10⁵ from 100 万元 up. */
const PRECISION = 100_000n
/** A figure of fewer digits is met 10⁴ times as large by chance. */
const LEAST_DIGITS = 5

const alike = (a: bigint, b: bigint): boolean => (a > b ? a - b : b - a) * PRECISION <= b
const isOff = (a: bigint, b: bigint): boolean => alike(a, b * TEN_THOUSAND) || alike(b, a * TEN_THOUSAND)

/** A table with its largest figure. */
interface Sized {
  readonly table: BudgetTable
  readonly total: bigint
}

const totalOf = (table: BudgetTable): bigint => {
  let most = 0n
  for (const line of table.lines)
    for (const amount of line.amounts.values()) if ((amount.money?.fen ?? 0n) > most) most = amount.money?.fen ?? 0n
  return most
}

/** Tables whose title names another unit than the line above them. */
const rivalFindings = (tables: readonly BudgetTable[]): Finding[] =>
  tables.flatMap(table => {
    const [first, other] = ownUnits(table.table)
    if (first === undefined || other === undefined || other === first) return []
    return [
      findingOf([table], {
        ...{ expected: other, actual: first },
        zh: `表“${nameOf(table)}”的标题写“${first}”，表上另写“${other}”`,
        en: `the title of “${nameOf(table)}” says ${first}, the line above it ${other}`,
      }),
    ]
  })

/** Tables whose largest figure is that of another table, or of the narrative, to the digit but 10⁴ times as large or small: 元 and 万元 are mixed up; and those that name two units themselves. */
export function unitFindings(tables: readonly BudgetTable[], prose: readonly ProseFact[]): Finding[] {
  const sized = tables
    .filter(table => table.kind !== null)
    .map(table => ({ table, total: totalOf(table) }))
    .filter(({ total }) => total > 0n)
  const between = sized.flatMap(one => offFromTables(one, sized))
  return [...rivalFindings(tables), ...(between.length > 0 ? between : offFromProse(sized, prose))]
}

function offFromTables({ table, total }: Sized, sized: readonly Sized[]): Finding[] {
  const same = sized.filter(other => other.total === total).length
  const [other, ...more] = sized.filter(({ total: theirs }) => isOff(theirs, total))
  if (other === undefined || more.length + 1 < same) return []
  // Where as many say the one as the other it is told once.
  if (more.length + 1 === same && sized.indexOf(other) < sized.findIndex(one => one.total === total)) return []
  const name = nameOf(other.table)
  return [
    contradiction([table, other.table], {
      ...{ total, expected: other.total },
      zh: `“${name}”（${other.table.unit}）`,
      en: `that of “${name}” (${other.table.unit})`,
    }),
  ]
}

/** Totals that the narrative says 10⁴ times as large or small and nowhere as they are; told once for all tables that share the total. */
function offFromProse(sized: readonly Sized[], prose: readonly ProseFact[]): Finding[] {
  const said = prose.flatMap(fact => (fact.kind === 'amount' && fact.fen !== null ? [{ fact, fen: fact.fen }] : []))
  return [...Map.groupBy(sized, ({ total }) => total)].flatMap(([total, some]) => {
    const off = said.find(({ fact, fen }) => fact.value.replace(/\D|^0+/g, '').length >= LEAST_DIGITS && isOff(fen, total))
    if (off === undefined || said.some(({ fen }) => alike(fen, total))) return []
    const { fact, fen } = off
    return [
      contradiction(
        some.map(({ table }) => table),
        {
          ...{ total, expected: fen },
          zh: `情况说明第 ${fact.page} 页的“${fact.label}${fact.text}”`,
          en: `the narrative on p. ${fact.page} (“${fact.label}${fact.text}”)`,
        },
      ),
    ]
  })
}

const nameOf = ({ table }: BudgetTable): string => table.title ?? table.id

function contradiction(
  tables: readonly BudgetTable[],
  { total, expected, zh, en }: { readonly total: bigint; readonly expected: bigint; readonly zh: string; readonly en: string },
): Finding {
  const [first] = tables as [BudgetTable]
  return findingOf(tables, {
    ...{ expected: inUnit(expected, '元'), actual: inUnit(total, '元') },
    zh: `表“${nameOf(first)}”的单位（${first.unit}）与${zh}相差一万倍`,
    en: `the unit of “${nameOf(first)}” (${first.unit}) and ${en} differ by a factor of 10,000`,
  })
}

/** A doubt about the unit of tables, at the first of them. */
function findingOf(
  tables: readonly BudgetTable[],
  {
    expected,
    actual,
    zh,
    en,
  }: { readonly expected: string; readonly actual: string; readonly zh: string; readonly en: string },
): Finding {
  const [first] = tables as [BudgetTable]
  return {
    ...{ code: 'unit-contradiction', severity: 'error', verdict: 'structure', tolerance: null, cells: [] },
    ...{ table: first.table.id, tables: tables.map(({ table }) => table.id) },
    ...{ page: first.table.regions[0]?.page ?? null, box: first.table.regions[0]?.box ?? null },
    ...{ expected, actual, message: { zh, en } },
  }
}
