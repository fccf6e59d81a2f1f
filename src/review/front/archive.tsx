import { useMemo, useState } from 'preact/hooks'
import type { Entry } from '../wire.ts'
import { ListFrame } from './list-frame.tsx'
import { documentLink } from './route.ts'
import { VirtualRows } from './rows.tsx'
import { byPinyin, searchOf } from './search.ts'
import { useWords, type Word } from './words.ts'

const ROW = 40

const SORTS = ['department', 'year', 'broken', 'doubtful', 'pages'] as const
type Sort = (typeof SORTS)[number]

const NUMBERS: ReadonlySet<Sort> = new Set(['year', 'broken', 'doubtful', 'pages'])

function sorted(entries: readonly Entry[], sort: Sort): Entry[] {
  const byName = (a: Entry, b: Entry): number => byPinyin(a.department ?? '\uffff', b.department ?? '\uffff')
  const number = (entry: Entry): number => Number(entry[sort as 'year'])
  return [...entries].sort((a, b) =>
    NUMBERS.has(sort) ? number(b) - number(a) || byName(a, b) : byName(a, b) || Number(a.year) - Number(b.year),
  )
}

function Line({ entry }: { readonly entry: Entry }) {
  const { w, named } = useWords()
  const good = entry.status === 'ok' || entry.status === 'partial'
  const isOpen = entry.opens !== null
  const note = !isOpen ? w('noData') : entry.current ? '' : w('replaced')
  return (
    // Without a document there is nothing to open, and no link.
    <a class="line" {...(isOpen && { href: documentLink(entry.name) })}>
      <span class="c-name" title={[entry.file, entry.message].filter(Boolean).join('\n')}>
        {entry.department ?? `${w('unnamed')} · ${entry.name}`} <small>{note || entry.region}</small>
      </span>
      <span class="c-number">{entry.year ?? '—'}</span>
      <span>{named(entry.kind)}</span>
      <span>{entry.scope === 'department' ? w('department') : named(entry.scope)}</span>
      <span class={`c-status ${good ? '' : 'bad'}`}>{entry.status === 'failed' ? w('failedRun') : named(entry.status)}</span>
      <span class="c-number">{entry.held + entry.rounding}</span>
      <span class={`c-number ${entry.broken > 0 ? 'warn' : ''}`}>{entry.broken}</span>
      <span class={`c-number ${entry.doubtful > 0 ? 'doubt' : ''}`}>{entry.doubtful}</span>
      <span class="c-number">{entry.reviewed}</span>
      <span class={`c-number ${entry.misfits > 0 ? 'warn' : ''}`}>{entry.misfits}</span>
      <span class="c-number">{entry.pages}</span>
    </a>
  )
}

const HEAD: readonly Word[] = [
  ...(['department', 'year', 'kind', 'scope', 'status', 'held', 'broken'] as const),
  ...(['doubtful', 'reviewed', 'misfits', 'pages'] as const),
]

/** Columns of words; the others are figures. */
const LEFT: ReadonlySet<Word> = new Set(['department', 'kind', 'scope', 'status'])

function Head({ sort, onSort }: { readonly sort: Sort; readonly onSort: (sort: Sort) => void }) {
  const { w } = useWords()
  return (
    <div class="line head">
      {HEAD.map(word => {
        const own = SORTS.find(known => known === word)
        const look = LEFT.has(word) ? '' : 'c-number'
        return own ? (
          <button type="button" key={word} class={`${sort === own ? 'on' : ''} ${look}`} onClick={() => onSort(own)}>
            {w(word)}
            {sort === own ? ' ▾' : ''}
          </button>
        ) : (
          <span key={word} class={look}>
            {w(word)}
          </span>
        )
      })}
    </div>
  )
}

/** Every document: search, filter, sort. */
export function Archive({ entries }: { readonly entries: readonly Entry[] }) {
  const { w, named } = useWords()
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<Sort>('department')
  const [kind, setKind] = useState('')
  const shown = useMemo(() => {
    const isFound = searchOf(search)
    const fitting = entries.filter(({ department, region, file, year }) => isFound(department, region, file, year))
    return sorted(
      fitting.filter(entry => kind === '' || entry.kind === kind),
      sort,
    )
  }, [entries, search, sort, kind])
  return (
    <ListFrame
      title="archive"
      class="list archive"
      search={search}
      onSearch={setSearch}
      after={
        <>
          <select aria-label={w('kind')} value={kind} onChange={event => setKind(event.currentTarget.value)}>
            <option value="">{w('all')}</option>
            {['budget', 'final-accounts', 'other'].map(one => (
              <option key={one} value={one}>
                {named(one)}
              </option>
            ))}
          </select>
          <span>
            {shown.length} {w('results')}
          </span>
        </>
      }
    >
      <Head sort={sort} onSort={setSort} />
      <VirtualRows rows={shown} height={ROW} label={w('archive')} row={entry => <Line entry={entry} />} />
    </ListFrame>
  )
}
