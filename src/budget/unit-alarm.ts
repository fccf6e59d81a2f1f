import type { Finding } from '../finding.ts'
import { inUnit } from './amount.ts'
import type { BudgetTable } from './dataset.ts'

const TEN_THOUSAND = 10_000n

/** 万元 with two places say a figure in 元 to one part in 10⁵ from 100 万元 up. */
const PRECISION = 100_000n

const alike = (a: bigint, b: bigint): boolean => (a > b ? a - b : b - a) * PRECISION <= b

const totalOf = (table: BudgetTable): bigint => {
  let most = 0n
  for (const line of table.lines)
    for (const amount of line.amounts.values()) if ((amount.money?.fen ?? 0n) > most) most = amount.money?.fen ?? 0n
  return most
}

/** Tables whose largest figure is that of another table to the digit but 10⁴ times as large or small: 元 and 万元 are mixed up. */
export function unitFindings(tables: readonly BudgetTable[]): Finding[] {
  const totals = tables
    .filter(table => table.kind !== null)
    .map(table => ({ table, total: totalOf(table) }))
    .filter(({ total }) => total > 0n)
  return totals.flatMap(({ table, total }) => {
    const same = totals.filter(other => other.total === total).length
    const larger = totals.filter(other => alike(other.total, total * TEN_THOUSAND) || alike(total, other.total * TEN_THOUSAND))
    if (larger.length === 0 || larger.length < same) return []
    const other = larger[0]
    if (!other) return []
    return [
      {
        code: 'unit-contradiction',
        severity: 'error' as const,
        verdict: 'structure' as const,
        table: table.table.id,
        tables: [table.table.id, other.table.table.id],
        cells: [],
        page: table.table.regions[0]?.page ?? null,
        box: table.table.regions[0]?.box ?? null,
        expected: inUnit(other.total, '元'),
        actual: inUnit(total, '元'),
        tolerance: null,
        message: {
          zh: `表“${table.table.title ?? table.table.id}”的单位（${table.unit}）与“${other.table.table.title ?? other.table.table.id}”（${other.table.unit}）相差一万倍`,
          en: `the unit of “${table.table.title ?? table.table.id}” (${table.unit}) and that of “${other.table.table.title ?? other.table.table.id}” (${other.table.unit}) differ by a factor of 10,000`,
        },
      },
    ]
  })
}
