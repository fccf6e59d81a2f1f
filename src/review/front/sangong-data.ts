import { BOM, csvLines, harmless } from '../../write/csv.ts'
import type { Entry, SangongRow } from '../wire.ts'
import { growthOf } from './money.ts'

export const PARTS = ['abroad', 'purchase', 'running', 'reception', 'total'] as const
export type Part = (typeof PARTS)[number]

/** One department, year and kind with its growth beside the year before. */
export interface Line {
  readonly row: SangongRow
  /** What has the same key is of one department, scope, kind and measure: over the years a line. */
  readonly key: string
  readonly office: string
  readonly growth: number | null
}

/** A value of a row as text; empty where there is none. */
export const text = (row: SangongRow, name: string): string => String(row[name] ?? '')

/** A row of all funds; a sum over the funds stands on no page of its own and is looked up where its first fund is printed. */
function withPage(row: SangongRow, all: readonly SangongRow[]): SangongRow[] {
  if (row['fund'] !== 'all') return []
  const printed = all.find(other => other['measure'] === row['measure'] && other['page'] !== null)
  return [{ ...row, page: row['page'] ?? printed?.['page'] ?? null }]
}

/** The total of the year before: of the document of that year, else as this one prints it or its change from it; null where nothing says it. */
function earlierTotal(row: SangongRow, before: SangongRow | undefined): number | null {
  const total = before?.['total'] ?? row['previous']
  if (typeof total === 'string') return Number(total)
  return typeof row['change'] === 'string' ? Number(text(row, 'total')) - Number(row['change']) : null
}

/** Every row of all funds with its growth. */
export function linesOf(entries: readonly Entry[]): Line[] {
  const rows = entries.filter(({ current }) => current).flatMap(({ sangong }) => sangong.flatMap(row => withPage(row, sangong)))
  const key = (row: SangongRow): string =>
    [row['department'] ?? row['document'], row['region'], row['scope'], row['kind'], row['measure']].join('\n')
  const groups = Map.groupBy(rows, key)
  return rows.map(row => {
    const before = groups.get(key(row))?.find(other => Number(other['fiscal_year']) === Number(row['fiscal_year']) - 1)
    const earlier = earlierTotal(row, before)
    const growth = earlier === null || row['total'] === null ? null : growthOf(earlier, Number(row['total']))
    return { row, key: key(row), office: text(row, 'department') || text(row, 'document'), growth }
  })
}

/** The rows as CSV for a spreadsheet: with BOM, nothing that would be run. */
export const sangongCsv = (lines: readonly Line[]): string => {
  const columns = ['department', 'region', 'scope', 'fiscal_year', 'kind', 'measure', ...PARTS, 'narrative', 'page', 'document']
  const rows = lines.map(({ row, growth }) => [
    ...columns.map(name => harmless(text(row, name))),
    growth === null ? '' : `${growth}`,
  ])
  return BOM + csvLines([[...columns, 'growth_percent'], ...rows])
}
