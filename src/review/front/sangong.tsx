import { useMemo, useState } from 'preact/hooks'
import type { Entry } from '../wire.ts'
import { ListFrame } from './list-frame.tsx'
import { wanOf } from './money.ts'
import { documentLink, pageLink } from './route.ts'
import { PARTS, type SangongLine, sangongCsv, sangongLines, text } from './sangong-data.ts'
import { Bars, Lines } from './sangong-pictures.tsx'
import { byPinyin, searchOf } from './search.ts'
import { useWords } from './words.ts'

/** Rows that a table shows at once; a longer list is narrowed by the search. */
const SHOWN = 200

function download(lines: readonly SangongLine[]): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([sangongCsv(lines)], { type: 'text/csv' }))
  link.download = 'sangong.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}

function Row({ line: { row, office, growth } }: { readonly line: SangongLine }) {
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
      <td>
        {row['page'] === null ? '—' : <a href={pageLink(text(row, 'document'), Number(row['page']))}>p.{text(row, 'page')}</a>}
      </td>
    </tr>
  )
}

const SORTS = [...PARTS, 'growth'] as const
type Sort = (typeof SORTS)[number]

function Head({ sort, onSort }: { readonly sort: Sort; readonly onSort: (sort: Sort) => void }) {
  const { w } = useWords()
  return (
    <thead>
      <tr>
        {(['department', 'scope', 'year', 'kind'] as const).map(word => (
          <th key={word}>{w(word)}</th>
        ))}
        {SORTS.map(word => (
          <th key={word} class="c-number" aria-sort={sort === word ? 'descending' : 'none'}>
            <button type="button" onClick={() => onSort(word)}>
              {w(word)}
              {sort === word ? ' ▾' : ''}
            </button>
          </th>
        ))}
        <th class="c-number">{w('narrative')}</th>
        <th>{w('page')}</th>
      </tr>
    </thead>
  )
}

/** The lines that a search finds, the largest first. */
function ranked(lines: readonly SangongLine[], sort: Sort, search: string): SangongLine[] {
  const size = ({ row, growth }: SangongLine): number =>
    sort === 'growth' ? (growth ?? Number.NEGATIVE_INFINITY) : row[sort] === null ? -1 : Number(row[sort])
  const isFound = searchOf(search)
  return lines
    .filter(({ office, row, file }) => isFound(office, text(row, 'region'), file, text(row, 'fiscal_year')))
    .sort((a, b) => size(b) - size(a) || byPinyin(a.office, b.office))
}

/** 三公 over departments and years: picture, table, CSV; one unit. */
export function Sangong({ entries }: { readonly entries: readonly Entry[] }) {
  const { w } = useWords()
  const [sort, setSort] = useState<Sort>('total')
  const [search, setSearch] = useState('')
  const lines = useMemo(() => sangongLines(entries), [entries])
  const shown = useMemo(() => ranked(lines, sort, search), [lines, sort, search])
  const part = sort === 'growth' ? 'total' : sort
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
      <Bars lines={shown} part={part} />
      <Lines lines={shown} part={part} />
      <table class="plain">
        <Head sort={sort} onSort={setSort} />
        <tbody>
          {shown.slice(0, SHOWN).map(line => (
            <Row key={`${text(line.row, 'document')} ${text(line.row, 'measure')}`} line={line} />
          ))}
        </tbody>
      </table>
    </ListFrame>
  )
}
