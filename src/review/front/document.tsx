import { useEffect, useMemo, useState } from 'preact/hooks'
import type { DocumentView } from '../wire.ts'
import { askAhead } from './ahead.ts'
import * as api from './api.ts'
import { CellCard } from './cell-card.tsx'
import { type Correcting, requestOf, useCorrecting } from './correcting.ts'
import { type Steered, useDocumentKeys } from './document-keys.ts'
import { DocumentTools, PageTools } from './document-tools.tsx'
import { DoubtSheet } from './doubt-sheet.tsx'
import { PageView } from './page-view.tsx'
import { Corrections, Decisions, Findings, Identities } from './panels.tsx'
import { keyOf, placeOf, type Reading, readingOf } from './reading.ts'
import { useWords } from './room.tsx'
import { type Asked, doubtsLink, pageLink } from './route.ts'
import { Sentences } from './sentences.tsx'
import { type Stand, TABS, useStand } from './stand.ts'
import { TableTools } from './table-tools.tsx'
import { TableView } from './table-view.tsx'

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
  const doubts = reading.doubtful.length
  const tools = { view, doubts, message: correcting.message, saving: correcting.isSaving }
  const room = { view, reading, stand, correcting }
  if (asked.doubts)
    return (
      <div class="document">
        <DocumentTools {...tools}>
          <a href={pageLink(view.name, stand.page)}>{w('toPage')} S</a>
        </DocumentTools>
        <DoubtSheet {...room} />
      </div>
    )
  return (
    <div class="document">
      <DocumentTools {...tools}>
        <PageTools view={view} page={stand.page} onPage={stand.turnTo} onZoom={zoomBy} />
        {doubts > 0 && <a href={doubtsLink(view.name)}>{w('toDoubts')} S</a>}
      </DocumentTools>
      <Desk {...room} zoom={zoom} zoomBy={zoomBy} />
    </div>
  )
}

interface DeskProps extends Steered {
  readonly zoom: number
}

/** The page with all that is told of it beside it. */
function Desk({ zoom, ...steered }: DeskProps) {
  const { w } = useWords()
  const { view, reading, stand, correcting } = steered
  useDocumentKeys(steered)
  const { found, check, page, selected, shown, select } = stand
  const sayBorder = (action: 'border' | 'add-border' | 'drop-border', text: string): void => {
    stand.see({ adding: false })
    if (found) void correcting.send([requestOf(action, found, text)])
  }
  return (
    <>
      <PageView
        {...{ view, reading, page, zoom, selected, check }}
        box={shown?.page === page ? shown.box : null}
        onSelect={select}
        adding={stand.adding}
        borders={{
          move: x => sayBorder('border', `${x}`),
          add: x => sayBorder('add-border', `${x}`),
          drop: () => sayBorder('drop-border', ''),
          leave: () => stand.see({ adding: false }),
        }}
      />
      <Beside {...steered} />
      <p class="keys">{w('keys')}</p>
    </>
  )
}

/** The figure, its table, and what is told of them. */
function Beside({ view, reading, stand, correcting }: Steered) {
  const { found, table, check, selected, select } = stand
  return (
    <div class="beside">
      {found && (
        <CellCard
          key={keyOf(placeOf(found))}
          {...{ view, found }}
          editing={stand.editing}
          onEdit={editing => stand.see({ editing })}
          onSay={correcting.say}
        />
      )}
      {table && (
        <TableTools
          {...{ view, table, found }}
          onTable={stand.showTable}
          onSend={correcting.send}
          onAddBorder={() => stand.see({ adding: true })}
        />
      )}
      {table && <TableView {...{ table, reading, selected, check }} onSelect={select} />}
      <Panel view={view} reading={reading} stand={stand} onUndo={correcting.undo} />
    </div>
  )
}

interface PanelProps {
  readonly view: DocumentView
  readonly reading: Reading
  readonly stand: Stand
  readonly onUndo: Correcting['undo']
}

/** Identities, findings, sentences, decisions and corrections, one at a time. */
function Panel({ view, reading, stand, onUndo }: PanelProps) {
  const { w } = useWords()
  const { tab, table, selected, active, finding, fact, see, showFinding, showFact } = stand
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
        {tab === 'identities' && (
          <Identities
            {...{ view, reading, selected, active }}
            onCheck={check => see({ active: check })}
            onPage={page => see({ page })}
          />
        )}
        {tab === 'findings' && <Findings findings={view.document.findings} active={finding} onFinding={showFinding} />}
        {tab === 'sentences' && <Sentences facts={view.document.narrative} active={fact} onFact={showFact} />}
        {tab === 'decisions' && table && <Decisions table={table} kinds={view.kinds} />}
        {tab === 'corrections' && <Corrections view={view} onUndo={onUndo} />}
      </section>
    </>
  )
}
