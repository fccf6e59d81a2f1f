import { useMemo } from 'preact/hooks'
import type { Entry } from '../wire.ts'
import { documentLink } from './route.ts'
import { VirtualRows } from './rows.tsx'
import { useWords } from './words.ts'

const ROW = 34

/** A department, or a document that names none and stands for itself. */
interface Office {
  readonly name: string
  readonly entries: readonly Entry[]
}

function officesOf(entries: readonly Entry[], unnamed: string): Office[] {
  const named = Map.groupBy(
    entries.filter(({ department }) => department !== null),
    ({ region, department }) => [region, department].filter(Boolean).join(' '),
  )
  const offices = [...named].map(([name, own]) => ({ name, entries: own })).sort((a, b) => a.name.localeCompare(b.name, 'zh'))
  const alone = entries.filter(({ department }) => department === null)
  return [...offices, ...alone.map(entry => ({ name: `${unnamed} · ${entry.name}`, entries: [entry] }))]
}

function Mark({ entry }: { readonly entry: Entry }) {
  const { w, named } = useWords()
  const good = entry.status === 'ok' || entry.status === 'partial'
  const gaps = [
    entry.missing && `${w('missing')} ${entry.missing}`,
    entry.empty && `${w('empty')} ${entry.empty}`,
    entry.scans && `${w('scans')} ${entry.scans}`,
  ].filter(Boolean)
  const letter = `${named(entry.kind).slice(0, 1) || '?'}${entry.scope === 'unit' ? '·' : ''}`
  const title = `${entry.name}\n${good ? gaps.join('\n') : `${w('noData')}: ${entry.message}`}`
  const look = !good ? 'lost' : entry.missing !== '' ? 'gap' : entry.current ? 'good' : 'old'
  return (
    <a class={`mark ${look}`} title={title} {...(entry.opens !== null && { href: documentLink(entry.name) })}>
      {letter}
    </a>
  )
}

/** Width of the names and of a year, in rem: less shows neither. */
const [NAMES, YEAR] = [16, 3.5]

/** Departments by years, the newest first: what there is, what is missing. */
export function Coverage({ entries }: { readonly entries: readonly Entry[] }) {
  const { w } = useWords()
  const offices = useMemo(() => officesOf(entries, w('unnamed')), [entries, w])
  const known = entries.flatMap(({ year }) => (year === null ? [] : [year]))
  const [first, last] = [Math.min(...known), Math.max(...known)]
  const years = known.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => last - at)
  const columns = { gridTemplateColumns: `minmax(${NAMES}rem, 2fr) repeat(${years.length + 1}, minmax(${YEAR}rem, 1fr))` }
  return (
    <div class="list coverage" style={{ '--least': `${NAMES + (YEAR + 1) * (years.length + 1)}rem` }}>
      <h1 class="hidden">{w('coverage')}</h1>
      <p class="note">{w('markUnit')}</p>
      <div class="line head" style={columns}>
        <span>{w('department')}</span>
        {years.map(year => (
          <span key={year}>{year}</span>
        ))}
        <span title={w('unknownYear')}>?</span>
      </div>
      <VirtualRows
        rows={offices}
        height={ROW}
        label={w('coverage')}
        row={office => (
          <div class="line" style={columns}>
            <span class="c-name">{office.name}</span>
            {[...years, null].map(year => (
              <span key={year} class="marks">
                {office.entries
                  .filter(entry => entry.year === year)
                  .map(entry => (
                    <Mark key={entry.name} entry={entry} />
                  ))}
              </span>
            ))}
          </div>
        )}
      />
    </div>
  )
}
