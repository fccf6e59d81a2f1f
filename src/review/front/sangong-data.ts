import { BOM, csvLines, harmless } from '../../write/formats/csv.ts'
import type { Row } from '../../write/relations/relation.ts'
import { isOfOtherYear, sangongSubject, withSangongGrowth } from '../../write/relations/sangong-growth.ts'
import type { Entry, SangongRow } from '../wire.ts'

export const PARTS = ['abroad', 'purchase', 'running', 'reception', 'total'] as const
export type Part = (typeof PARTS)[number]

/** One department, year and kind with its growth beside the year before. */
export interface SangongLine {
  readonly row: SangongRow
  /** What has the same key is of one department, scope, kind and measure: over the years a line. */
  readonly key: string
  readonly office: string
  /** The PDF, for the search. */
  readonly file: string
  readonly growth: number | null
}

/** A value of a row as text; empty where there is none. */
export const text = (row: SangongRow, name: string): string => String(row[name] ?? '')

/** A row of all funds and of the year of its document; a sum over the funds stands on no page of its own and is looked up where its first fund is printed. */
function withPage(row: SangongRow, all: readonly SangongRow[]): SangongRow[] {
  if (row['fund'] !== 'all' || isOfOtherYear(row)) return []
  const printed = all.find(other => other['measure'] === row['measure'] && other['page'] !== null)
  return [{ ...row, page: row['page'] ?? printed?.['page'] ?? null }]
}

/** A row as one of the dataset, its amounts in 分; a document without a department stands for itself. */
function inFen(row: SangongRow): Row {
  const amounts = ['total', 'change', 'change_computed'].map(name => {
    const yuan = row[name]
    return [name, typeof yuan === 'string' ? BigInt(yuan.replace('.', '')) : null]
  })
  return { ...row, department: row['department'] ?? row['document'] ?? null, ...Object.fromEntries(amounts) }
}

/** Every row of all funds with its growth. */
export function sangongLines(entries: readonly Entry[]): SangongLine[] {
  const rows = entries
    .filter(({ current }) => current)
    .flatMap(({ sangong, file }) => sangong.flatMap(row => withPage(row, sangong)).map(printed => ({ printed, file })))
  const grown = withSangongGrowth(rows.map(one => ({ ...one, row: inFen(one.printed) })))
  return grown.map(({ printed, file, row, percent }) => ({
    row: printed,
    file,
    key: sangongSubject(row),
    office: text(printed, 'department') || text(printed, 'document'),
    growth: percent === null ? null : Number(percent),
  }))
}

/** The rows as CSV for a spreadsheet: with BOM, nothing that would be run. */
export const sangongCsv = (lines: readonly SangongLine[]): string => {
  const columns = ['department', 'region', 'scope', 'fiscal_year', 'kind', 'measure', ...PARTS, 'narrative', 'page', 'document']
  const rows = lines.map(({ row, growth }) => [
    ...columns.map(name => harmless(text(row, name))),
    growth === null ? '' : `${growth}`,
  ])
  return BOM + csvLines([[...columns, 'growth_percent'], ...rows])
}
