import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ArchiveView, Entry } from '../wire.ts'
import { firstPage, useAhead } from './ahead.ts'
import * as api from './api.ts'
import { Archive } from './archive.tsx'
import { Claims } from './claims.tsx'
import { Coverage } from './coverage.tsx'
import { DocumentRoom } from './document.tsx'
import { useEvent } from './event.ts'
import { type Route, routeOf, VIEWS } from './route.ts'
import { Sangong } from './sangong.tsx'
import { type Language, RoomContext, useWords, wordIn } from './words.ts'

/** How often the archive is asked for again while it is still being read, in milliseconds. */
const AGAIN = 700

/** The archive, its lines asked for once, part after part; all anew where one has changed. */
function useArchive(): ArchiveView | null {
  const [view, setView] = useState<ArchiveView | null>(null)
  const known = useRef<readonly Entry[]>([])
  const load = async (from: number): Promise<void> => {
    const next = await api.archive(from)
    const to = from + next.entries.length
    known.current = known.current.toSpliced(from, next.entries.length, ...next.entries)
    // All that is shown is sorted and drawn anew: parts that come one upon the other are shown together.
    if (from === 0 || to >= next.read) setView({ ...next, entries: known.current })
    if (to < next.total) setTimeout(load, to < next.read ? 0 : AGAIN, to)
  }
  useEffect(() => void load(0), [])
  useEvent('corrected', () => load(0))
  return view
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash)
  useEvent('hashchange', () => setHash(location.hash))
  return hash
}

/** The language that was chosen last, and a way to the other one. */
function useLanguage(): readonly [Language, () => void] {
  const [language, setLanguage] = useState<Language>(localStorage.getItem('language') === 'en' ? 'en' : 'zh')
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = wordIn(language, 'title')
    localStorage.setItem('language', language)
  }, [language])
  return [language, () => setLanguage(language === 'zh' ? 'en' : 'zh')]
}

interface TopProps {
  readonly view: Route['view']
  readonly archive: ArchiveView | null
  readonly signed: string
  readonly onSign: (name: string) => void
  readonly onLanguage: () => void
}

/** The line above every view: the ways to the others, how far the archive is read, who signs, the language. */
function Top({ view: shown, archive, signed, onSign, onLanguage }: TopProps) {
  const { w } = useWords()
  const read = archive?.entries.length ?? 0
  return (
    <header class="top">
      <a class="brand" href="#archive">
        {w('title')}
      </a>
      <nav aria-label={w('title')}>
        {VIEWS.map(view => (
          <a key={view} href={`#${view}`} aria-current={shown === view ? 'page' : undefined}>
            {w(view)}
          </a>
        ))}
      </nav>
      <span class="fill">{archive && read < archive.total ? `${w('reading')} ${read}/${archive.total}` : ''}</span>
      <label class="sign">
        {w('who')}{' '}
        <input value={signed} placeholder={archive?.who ?? ''} onInput={event => onSign(event.currentTarget.value)} />
      </label>
      <button type="button" onClick={onLanguage}>
        {w('language')}
      </button>
    </header>
  )
}

function App() {
  const [language, onLanguage] = useLanguage()
  const [signed, setSigned] = useState(localStorage.getItem('who') ?? '')
  const archive = useArchive()
  const route = routeOf(useHash())
  const sign = (name: string): void => {
    setSigned(name)
    localStorage.setItem('who', name)
  }
  const who = signed.trim() || archive?.who || 'reviewer'
  const entries = archive?.entries ?? []
  useAhead(entries)
  return (
    <RoomContext.Provider value={{ language, who }}>
      <Top view={route.view} {...{ archive, signed, onLanguage }} onSign={sign} />
      <main>
        {route.view === 'archive' && <Archive entries={entries} />}
        {route.view === 'coverage' && <Coverage entries={entries} />}
        {route.view === 'claims' && <Claims entries={entries} />}
        {route.view === 'sangong' && <Sangong entries={entries} />}
        {route.view === 'document' && <DocumentRoom key={route.name} asked={route} first={firstPage(entries, route)} />}
      </main>
    </RoomContext.Provider>
  )
}

const root = document.getElementById('room')
if (root) render(<App />, root)
