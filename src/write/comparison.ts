import { factRows } from './facts.ts'
import { column, type Relation, type Row } from './relation.ts'
import type { ArchiveDocument } from './relations.ts'

/** One row a figure that two documents have in common, or that only one has. */
export const COMPARISON: Relation = {
  name: 'comparison',
  zh: '两年比较',
  en: 'figures of two documents side by side',
  key: ['table_kind', 'item', 'column'],
  columns: [
    column('department', 'text', '部门', 'department'),
    column('table_kind', 'text', '标准表', 'kind in the catalogue of standard tables'),
    column('title', 'text', '表名', 'title of the table'),
    column('item', 'text', '项目', 'code, or label where there is no code'),
    column('name', 'text', '名称', 'name of the subject'),
    column('column', 'text', '列', 'column in the catalogue, or its header'),
    column('year_before', 'integer', '上期年度', 'earlier year'),
    column('year_after', 'integer', '本期年度', 'later year'),
    column('before', 'yuan', '上期（元）', 'earlier amount; empty where there is none'),
    column('after', 'yuan', '本期（元）', 'later amount; empty where there is none'),
    column('change', 'yuan', '增减（元）', 'later less earlier'),
    column('percent', 'text', '增减率', 'change in per cent of the earlier amount, one place'),
    column('page_before', 'integer', '上期页', 'page of the earlier amount'),
    column('page_after', 'integer', '本期页', 'page of the later amount'),
  ],
}

const text = (value: Row[string] | undefined): string => (value === null || value === undefined ? '' : String(value))

/** What makes two figures the same question: the table, the subject, the column. */
const keyOf = ({ table_kind, side, code, label, column_key, header }: Row): string =>
  [table_kind, side, code ?? label, column_key ?? header].map(text).join('\u0000')

/** Figures of standard tables by what they answer; where one is printed twice (a total and its copy) the first counts. */
function figuresOf(document: ArchiveDocument): ReadonlyMap<string, Row> {
  const figures = new Map<string, Row>()
  for (const row of factRows(document)) {
    const key = keyOf(row)
    if (text(row['table_kind']) !== '' && typeof row['yuan'] === 'bigint' && !figures.has(key)) figures.set(key, row)
  }
  return figures
}

/** Per cent with one place by integers, rounded half away from zero; null where nothing can be divided by. */
export function percentOf(change: bigint, of: bigint): string | null {
  if (of === 0n) return null
  const thousandths = (change * 10_000n) / (of < 0n ? -of : of)
  const tenths = (thousandths + (thousandths < 0n ? -5n : 5n)) / 10n
  const digits = `${tenths < 0n ? -tenths : tenths}`.padStart(2, '0')
  return `${tenths < 0n ? '-' : ''}${digits.slice(0, -1)}.${digits.slice(-1)}`
}

const amount = (row: Row | undefined): bigint | null => {
  const yuan = row?.['yuan']
  return typeof yuan === 'bigint' ? yuan : null
}

/** The figures of two documents of one department side by side, the largest changes first. */
export function comparisonRows(earlier: ArchiveDocument, later: ArchiveDocument): Row[] {
  const [olds, news] = [figuresOf(earlier), figuresOf(later)]
  const rows = [...new Set([...news.keys(), ...olds.keys()])].map(key => {
    const [old, now] = [olds.get(key), news.get(key)]
    const some = now ?? old ?? {}
    const [before, after] = [amount(old), amount(now)]
    const change = (after ?? 0n) - (before ?? 0n)
    return {
      department: later.document.document.department,
      table_kind: some['table_kind'] ?? null,
      title: some['title'] ?? null,
      item: text(some['code'] ?? some['label'] ?? null),
      name: some['name'] ?? null,
      column: text(some['column_key'] ?? some['header'] ?? null),
      year_before: earlier.document.document.fiscalYear,
      year_after: later.document.document.fiscalYear,
      before,
      after,
      change,
      percent: before === null ? null : percentOf(change, before),
      page_before: old?.['page'] ?? null,
      page_after: now?.['page'] ?? null,
    }
  })
  const size = ({ change }: { readonly change: bigint }): bigint => (change < 0n ? -change : change)
  return rows.sort((a, b) => (size(a) === size(b) ? 0 : size(a) < size(b) ? 1 : -1))
}
