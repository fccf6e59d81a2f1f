import { useEffect, useMemo, useState } from 'preact/hooks'
import type { DocumentView } from '../wire.ts'
import { askAhead } from './ahead.ts'
import * as api from './api.ts'
import { CellCard } from './cell-card.tsx'
import { type Opened, useCorrecting } from './correcting.ts'
import { type Steered, useDocumentKeys } from './document-keys.ts'
import { DocumentTools, PageTools } from './document-tools.tsx'
import { DoubtSheet } from './doubt-sheet.tsx'
import { PageView } from './page-view.tsx'
import { Corrections, Decisions, Findings, Identities } from './panels.tsx'
import { keyOf, placeOf, readingOf } from './reading.ts'
import { type Asked, doubtsLink, pageLink } from './route.ts'
import { Sentences } from './sentences.tsx'
import { TABS, useStand } from './stand.ts'
import { TableTools } from './table-tools.tsx'
import { TableView } from './table-view.tsx'
import { useWords } from './words.ts'

interface Props {
  readonly asked: Asked
  /** The page that will be looked at first, where the archive has told it: its picture is asked for beside the document. */
  readonly first: number | null
}

/** A document: loaded, then shown. */
export function DocumentRoom({ asked, first }: Props) {
  const { name } = asked
  const { w } = useWords()
  const [view, setView] = useState<DocumentView | null>(null)
  const [error, setError] = useState('')
  useEffect(() => {
    if (first !== null) void askAhead(name, first)
    api.document(name).then(setView, reason => setError(String(reason)))
  }, [name])
  if (error) return <p class="note bad">{error}</p>
  if (view === null) return <p class="note">{w('opening')}</p>
  return <Room asked={asked} view={view} onView={setView} />
}

/** Widths of a page as shares of the room it has. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3.2] as const

interface RoomProps {
  readonly asked: Asked
  readonly view: DocumentView
  readonly onView: (view: DocumentView) => void
}

function Room({ asked, view, onView }: RoomProps) {
  const { w } = useWords()
  const reading = useMemo(() => readingOf(view.document), [view])
  const stand = useStand(asked, view, reading)
  const correcting = useCorrecting(view, onView, reading, stand)
  const [zoom, setZoom] = useState(1)
  const zoomBy = (by: 1 | -1): void => {
    const at = ZOOMS.findIndex(one => one >= zoom) + by
    setZoom(ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at))] ?? zoom)
  }
  const opened = { view, reading, stand, correcting }
  if (asked.doubts)
    return (
      <div class="document">
        <DocumentTools {...opened}>
          <a href={pageLink(view.name, stand.page)}>{w('toPage')} S</a>
        </DocumentTools>
        <DoubtSheet {...opened} />
      </div>
    )
  return (
    <div class="document">
      <DocumentTools {...opened}>
        <PageTools {...opened} zoomBy={zoomBy} />
        {reading.doubtful.length > 0 && <a href={doubtsLink(view.name)}>{w('toDoubts')} S</a>}
      </DocumentTools>
      <Desk {...opened} zoom={zoom} zoomBy={zoomBy} />
    </div>
  )
}

/** The page with all that is told of it beside it. */
function Desk({ zoom, ...steered }: Steered & { readonly zoom: number }) {
  const { w } = useWords()
  useDocumentKeys(steered)
  return (
    <>
      <PageView {...steered} zoom={zoom} />
      <Beside {...steered} />
      <p class="keys">{w('keys')}</p>
    </>
  )
}

/** The figure, its table, and what is told of them. */
function Beside(opened: Opened) {
  const { found, table } = opened.stand
  return (
    <div class="beside">
      {found && <CellCard key={keyOf(placeOf(found))} {...opened} found={found} />}
      {table && <TableTools {...opened} table={table} />}
      {table && <TableView {...opened} table={table} />}
      <Panel {...opened} />
    </div>
  )
}

/** Identities, findings, sentences, decisions and corrections, one at a time. */
function Panel(opened: Opened) {
  const { w } = useWords()
  const { tab, table, see } = opened.stand
  return (
    <>
      <div class="tabs" role="tablist">
        {TABS.map(one => (
          <button type="button" role="tab" key={one} aria-selected={tab === one} onClick={() => see({ tab: one })}>
            {w(one)}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
      <section class="panel" tabIndex={0} role="tabpanel" aria-label={w(tab)}>
        {tab === 'identities' && <Identities {...opened} />}
        {tab === 'findings' && <Findings {...opened} />}
        {tab === 'sentences' && <Sentences {...opened} />}
        {tab === 'decisions' && table && <Decisions table={table} kinds={opened.view.kinds} />}
        {tab === 'corrections' && <Corrections {...opened} />}
      </section>
    </>
  )
}
