import { magnitude } from '../../budget/money/amount.ts'
import { column } from './columns.ts'
import { factRows } from './facts.ts'
import { type ArchiveDocument, percentOf, type Relation, type Row } from './relation.ts'

/** One row a figure that two documents have in common, or that only one has. */
export const COMPARISON: Relation = {
  name: 'comparison',
  zh: '两年比较',
  en: 'figures of two documents side by side',
  key: ['table_kind', 'side', 'item', 'column'],
  columns: [
    column('department', 'text', '部门', 'department'),
    column('scope_before', 'text', '上期口径', 'department, unit or government: what the earlier document speaks of'),
    column('scope_after', 'text', '本期口径', 'department, unit or government: what the later document speaks of'),
    column('table_kind', 'text', '标准表', 'kind in the catalogue of standard tables'),
    column('title', 'text', '表名', 'title of the table'),
    column('side', 'text', '收支', 'income or expense'),
    column('unit', 'text', '单位', 'unit of the department, in a table that lists several'),
    column('item', 'text', '项目', 'code, or label where there is no code'),
    column('name', 'text', '名称', 'name of the subject'),
    column('column', 'text', '列', 'column in the catalogue, or its header'),
    column('header', 'text', '列名（原文）', 'header path as printed'),
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

const text = (value: Row[string] | undefined): string => `${value ?? ''}`

/** A figure with the names under which the other year may have it. */
interface Figure {
  readonly row: Row
  readonly unit: string
  /** By code; null for a row without one. */
  readonly byCode: string | null
  readonly byName: string
  /** By what its line is in the catalogue, whatever it is called: 上年结转 or 年初结转和结余. Null where that is not known, or is so of several figures. */
  readonly byLine: string | null
}

/** What makes two figures the same question: the table, the unit, the subject, the column. */
const keyOf = ({ table_kind, side, column_key, header }: Row, unit: string, subject: string): string =>
  [table_kind, side, unit, subject, column_key ?? header].map(text).join('\u0000')

/** What the line of a row of facts is in the catalogue; null for one that only its name tells. */
function lineKeysOf({ document: { tables } }: ArchiveDocument): (row: Row) => string | null {
  const lists = new Map(tables.map(({ id, columns }) => [id, new Map(columns.map(({ index, list }) => [index, list]))]))
  const keys = new Map(tables.flatMap(({ id, lines }) => lines.map(({ row, list, key }) => [`${id} ${row} ${list}`, key])))
  return ({ table, row, column: at }) => keys.get(`${table} ${row} ${lists.get(text(table))?.get(Number(at))}`) ?? null
}

/** Figures of standard tables in their order; below the row of a unit they are that unit's. */
function figuresOf(document: ArchiveDocument): Figure[] {
  const lineKey = lineKeysOf(document)
  const units = new Map<string, string>()
  const figures = [...factRows(document)].flatMap((row): Figure[] => {
    const table = text(row['table'])
    if (row['role'] === 'unit') units.set(table, text(row['unit_code'] ?? row['label']))
    if (text(row['table_kind']) === '' || typeof row['yuan'] !== 'bigint') return []
    const unit = units.get(table) ?? text(row['unit_name'])
    const name = text(row['name'] ?? row['label'])
    const code = row['code'] ? keyOf(row, unit, `code ${row['code']}`) : null
    const line = lineKey(row)
    const byLine = line === null ? null : keyOf(row, unit, `line ${line}`)
    return [{ row, unit, byCode: code, byName: keyOf(row, unit, name), byLine }]
  })
  const same = Map.groupBy(figures, ({ byLine }) => byLine)
  return figures.map(one => (same.get(one.byLine)?.length === 1 ? one : { ...one, byLine: null }))
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

/** Figures of both documents that answer the same question: by code first, then by name, then by line; what is left stands alone. */
function pairsOf(earlier: readonly Figure[], later: readonly Figure[]): Pair[] {
  const pairs: Pair[] = []
  let [olds, news] = [earlier, later]
  const keys = [({ byCode }: Figure) => byCode, ({ byName }: Figure) => byName, ({ byLine }: Figure) => byLine]
  for (const key of keys) {
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

/** The figures of two documents of one department side by side, the largest changes first; behind them those that one of the two lacks. */
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
      side: some['side'] ?? null,
      column: text(some['column_key'] ?? some['header'] ?? null),
      header: some['header'] ?? null,
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
  const isAlone = ({ before, after }: (typeof rows)[number]): boolean => before === null || after === null
  const size = ({ change }: (typeof rows)[number]): bigint => magnitude(change)
  return rows.sort((a, b) => Number(isAlone(a)) - Number(isAlone(b)) || (size(a) === size(b) ? 0 : size(a) < size(b) ? 1 : -1))
}
