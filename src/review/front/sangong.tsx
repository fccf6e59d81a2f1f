import { useMemo, useState } from 'preact/hooks'
import type { Entry, SangongRow } from '../wire.ts'
import { ListFrame } from './list-frame.tsx'
import { growthOf, wanOf } from './money.ts'
import { useWords } from './room.tsx'
import { documentLink } from './route.ts'

const PARTS = ['abroad', 'purchase', 'running', 'reception', 'total'] as const
type Part = (typeof PARTS)[number]

/** Rows that a table shows at once; a longer list is narrowed by the search. */
const SHOWN = 200
const BARS = 12

/** One department, year and kind with its growth beside the year before. */
interface Line {
  readonly row: SangongRow
  readonly office: string
  readonly growth: number | null
}

const text = (row: SangongRow, name: string): string => String(row[name] ?? '')

function linesOf(entries: readonly Entry[]): Line[] {
  const rows = entries.filter(({ current }) => current).flatMap(({ sangong }) => sangong.filter(({ fund }) => fund === 'all'))
  const key = (row: SangongRow): string =>
    [row['department'] ?? row['document'], row['region'], row['scope'], row['kind'], row['measure']].join('\n')
  const groups = Map.groupBy(rows, key)
  return rows.map(row => {
    const before = groups.get(key(row))?.find(other => Number(other['fiscal_year']) === Number(row['fiscal_year']) - 1)
    const growth = before?.['total'] && row['total'] ? growthOf(text(before, 'total'), text(row, 'total')) : null
    return { row, office: text(row, 'department') || text(row, 'document'), growth }
  })
}

/** The largest of them as bars, one unit, beginning at zero. */
function Bars({ lines, part }: { readonly lines: readonly Line[]; readonly part: Part }) {
  const { w } = useWords()
  const shown = lines.filter(({ row }) => row[part] !== null).slice(0, BARS)
  const most = Math.max(1, ...shown.map(({ row }) => Number(row[part])))
  return (
    <figure class="bars">
      <figcaption>
        {w('ranking')} · {w(part)} · {w('unitYuan')}
      </figcaption>
      {shown.map(({ row, office }) => (
        <div class="bar" key={`${text(row, 'document')} ${text(row, 'measure')}`}>
          <span class="bar-name" title={office}>
            {office} {text(row, 'fiscal_year')}
          </span>
          <span class="bar-room">
            <span class="bar-ink" style={{ width: `${(Math.max(0, Number(row[part])) / most) * 100}%` }} />
          </span>
          <span class="c-number">{wanOf(text(row, part))}</span>
        </div>
      ))}
    </figure>
  )
}

const csvOf = (lines: readonly Line[]): string => {
  const columns = ['department', 'region', 'scope', 'fiscal_year', 'kind', 'measure', ...PARTS, 'narrative', 'page', 'document']
  const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  const safe = (value: string): string => (/^[=+@\t]|^-(?!\d)/.test(value) ? `'${value}` : value)
  const rows = lines.map(({ row, growth }) => [
    ...columns.map(name => safe(text(row, name))),
    growth === null ? '' : `${growth}`,
  ])
  return `\uFEFF${[[...columns, 'growth_percent'], ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function download(lines: readonly Line[]): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csvOf(lines)], { type: 'text/csv' }))
  link.download = 'sangong.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}

function Row({ line: { row, office, growth } }: { readonly line: Line }) {
  const { named } = useWords()
  return (
    <tr>
      <th scope="row">
        <a href={documentLink(text(row, 'document'))}>{office}</a>
      </th>
      <td>{named(text(row, 'scope') || null)}</td>
      <td>{text(row, 'fiscal_year')}</td>
      <td>{named(text(row, 'kind') || null)}</td>
      {PARTS.map(part => (
        <td key={part} class="c-number">
          {row[part] === null ? '—' : wanOf(text(row, part))}
        </td>
      ))}
      <td class="c-number">{growth === null ? '' : `${growth > 0 ? '+' : ''}${growth} %`}</td>
      <td class="c-number">{row['narrative'] === null ? '—' : wanOf(text(row, 'narrative'))}</td>
      <td>p.{text(row, 'page')}</td>
    </tr>
  )
}

/** 三公 over departments and years: picture, table, CSV; one unit. */
export function Sangong({ entries }: { readonly entries: readonly Entry[] }) {
  const { w } = useWords()
  const [sort, setSort] = useState<Part | 'growth'>('total')
  const [search, setSearch] = useState('')
  const lines = useMemo(() => linesOf(entries), [entries])
  const shown = useMemo(() => {
    const size = ({ row, growth }: Line): number =>
      sort === 'growth' ? (growth ?? Number.NEGATIVE_INFINITY) : row[sort] === null ? -1 : Number(row[sort])
    return lines
      .filter(({ office, row }) => `${office} ${text(row, 'fiscal_year')}`.includes(search))
      .sort((a, b) => size(b) - size(a) || a.office.localeCompare(b.office, 'zh'))
  }, [lines, sort, search])
  const HEADS = [...PARTS, 'growth'] as const
  return (
    <ListFrame
      title="sangong"
      class="sangong"
      search={search}
      onSearch={setSearch}
      after={
        <>
          <span>
            {w('unitYuan')} · {w('fundAll')} · {shown.length} {w('results')}
          </span>
          <button type="button" onClick={() => download(shown)}>
            {w('export')}
          </button>
        </>
      }
    >
      <Bars lines={shown} part={sort === 'growth' ? 'total' : sort} />
      <table class="plain">
        <thead>
          <tr>
            <th>{w('department')}</th>
            <th>{w('scope')}</th>
            <th>{w('year')}</th>
            <th>{w('kind')}</th>
            {HEADS.map(head => (
              <th key={head} class="c-number" aria-sort={sort === head ? 'descending' : 'none'}>
                <button type="button" onClick={() => setSort(head)}>
                  {w(head)}
                  {sort === head ? ' ▾' : ''}
                </button>
              </th>
            ))}
            <th class="c-number">{w('narrative')}</th>
            <th>{w('page')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, SHOWN).map(line => (
            <Row key={`${text(line.row, 'document')} ${text(line.row, 'measure')}`} line={line} />
          ))}
        </tbody>
      </table>
    </ListFrame>
  )
}
