import { magnitude } from '../../budget/money/amount.ts'
import { column } from './columns.ts'
import { factRows } from './facts.ts'
import { type ArchiveDocument, percentOf, type Relation, type Row } from './relation.ts'

/** One row a figure that two documents have in common, or that only one has. */
export const COMPARISON: Relation = {
  name: 'comparison',
  zh: '两年比较',
  en: 'figures of two documents side by side',
  key: ['table_kind', 'item', 'column'],
  columns: [
    column('department', 'text', '部门', 'department'),
    column('scope_before', 'text', '上期口径', 'department, unit or government: what the earlier document speaks of'),
    column('scope_after', 'text', '本期口径', 'department, unit or government: what the later document speaks of'),
    column('table_kind', 'text', '标准表', 'kind in the catalogue of standard tables'),
    column('title', 'text', '表名', 'title of the table'),
    column('unit', 'text', '单位', 'unit of the department, in a table that lists several'),
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

/** A figure with the two names under which the other year may have it. */
interface Figure {
  readonly row: Row
  readonly unit: string
  /** By code; null for a row without one. */
  readonly byCode: string | null
  readonly byName: string
}

/** What makes two figures the same question: the table, the unit, the subject, the column. */
const keyOf = ({ table_kind, side, column_key, header }: Row, unit: string, subject: string): string =>
  [table_kind, side, unit, subject, column_key ?? header].map(text).join('\u0000')

/** Figures of standard tables in their order; below the row of a unit they are that unit's. */
function figuresOf(document: ArchiveDocument): Figure[] {
  const units = new Map<string, string>()
  return [...factRows(document)].flatMap(row => {
    const table = text(row['table'])
    if (row['role'] === 'unit') units.set(table, text(row['unit_code'] ?? row['label']))
    if (text(row['table_kind']) === '' || typeof row['yuan'] !== 'bigint') return []
    const unit = units.get(table) ?? text(row['unit_name'])
    const name = text(row['name'] ?? row['label'])
    const code = row['code'] ? keyOf(row, unit, `code ${row['code']}`) : null
    return [{ row, unit, byCode: code, byName: keyOf(row, unit, name) }]
  })
}

/** Figures by a key; one that is printed twice with the same amount counts once, with two amounts it answers nothing. */
function indexed(figures: readonly Figure[], key: (figure: Figure) => string | null): ReadonlyMap<string, Figure> {
  const groups = Map.groupBy(figures, key)
  return new Map(
    [...groups].flatMap(([name, group]): [string, Figure][] => {
      const [first] = group
      const one = first !== undefined && group.every(({ row }) => row['yuan'] === first.row['yuan'])
      return name !== null && one ? [[name, first]] : []
    }),
  )
}

type Pair = readonly [Figure | undefined, Figure | undefined]

/** Figures of both documents that answer the same question: by code first, then by name; what is left stands alone. */
function pairsOf(earlier: readonly Figure[], later: readonly Figure[]): Pair[] {
  const pairs: Pair[] = []
  let [olds, news] = [earlier, later]
  for (const key of [({ byCode }: Figure) => byCode, ({ byName }: Figure) => byName]) {
    const [before, after] = [indexed(olds, key), indexed(news, key)]
    const both = [...after.keys()].filter(name => before.has(name))
    pairs.push(...both.map((name): Pair => [before.get(name), after.get(name)]))
    const done = new Set(both)
    const isLeft = (figure: Figure): boolean => !done.has(key(figure) ?? '')
    olds = olds.filter(isLeft)
    news = news.filter(isLeft)
  }
  const alone = (figures: readonly Figure[]): Figure[] => [
    ...indexed(figures, ({ byCode, byName }) => byCode ?? byName).values(),
  ]
  return [
    ...pairs,
    ...alone(news).map((figure): Pair => [undefined, figure]),
    ...alone(olds).map((figure): Pair => [figure, undefined]),
  ]
}

const amount = (row: Row | undefined): bigint | null => {
  const yuan = row?.['yuan']
  return typeof yuan === 'bigint' ? yuan : null
}

/** The figures of two documents of one department side by side, the largest changes first. */
export function comparisonRows(earlier: ArchiveDocument, later: ArchiveDocument): Row[] {
  const rows = pairsOf(figuresOf(earlier), figuresOf(later)).map(([was, is]) => {
    const [old, now] = [was?.row, is?.row]
    const some = now ?? old ?? {}
    const [before, after] = [amount(old), amount(now)]
    const change = (after ?? 0n) - (before ?? 0n)
    return {
      department: later.document.document.department,
      scope_before: earlier.document.document.scope,
      scope_after: later.document.document.scope,
      table_kind: some['table_kind'] ?? null,
      title: some['title'] ?? null,
      unit: (is ?? was)?.unit || null,
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
  const size = ({ change }: { readonly change: bigint }): bigint => magnitude(change)
  return rows.sort((a, b) => (size(a) === size(b) ? 0 : size(a) < size(b) ? 1 : -1))
}
