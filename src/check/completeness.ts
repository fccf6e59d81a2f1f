import type { BudgetTable, Dataset } from '../budget/dataset.ts'
import { type Finding, findingFrom } from '../finding.ts'
import { CODES } from './codes.ts'

const about = (code: keyof typeof CODES, { table }: BudgetTable, actual: string, expected: string | null = null): Finding =>
  findingFrom({
    ...{ code, severity: CODES[code].severity, verdict: 'structure', table: table.id, expected, actual },
    ...{ page: table.regions[0]?.page ?? null, box: table.regions[0]?.box ?? null },
    message: {
      zh: `${CODES[code].title.zh}：${table.title ?? table.id}（${actual}）`,
      en: `${CODES[code].title.en}: ${table.title ?? table.id} (${actual})`,
    },
  })

/** Standard tables printed twice, columns whose header is not known, years of titles that are not the document's. */
export function completenessFindings({ tables, metadata }: Dataset): Finding[] {
  const standard = tables.filter(table => table.kind !== null && !table.kind.includes('perf'))
  const twice = standard.filter((table, at) => standard.findIndex(other => other.kind === table.kind) < at)
  const unknown = standard.flatMap(table => {
    const columns = table.columns.filter(column => column.role === 'amount' && column.key === null)
    return columns.length === 0 ? [] : [about('column-unknown', table, columns.map(column => column.path.join('>')).join('、'))]
  })
  const years = standard.flatMap(table => {
    const year = /20\d\d(?=年)/.exec(table.table.title ?? '')?.[0]
    return year !== undefined && metadata.fiscalYear !== null && year !== `${metadata.fiscalYear}`
      ? [about('year-contradiction', table, year, `${metadata.fiscalYear}`)]
      : []
  })
  return [...twice.map(table => about('table-twice', table, table.kind ?? '')), ...unknown, ...years]
}
