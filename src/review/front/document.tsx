import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import type { CorrectionRequest, CorrectionView, DocumentView } from '../wire.ts'
import * as api from './api.ts'
import { CellCard } from './cell-card.tsx'
import { useKeys } from './keys.ts'
import { PageView } from './page-view.tsx'
import { Corrections, Decisions, Findings, Identities } from './panels.tsx'
import { covering, keyOf, nextOf, placeOf, readingOf } from './reading.ts'
import { RoomContext, useWords } from './room.tsx'
import { documentLink, figureLink, type Place, samePlace } from './route.ts'
import { TableTools } from './table-tools.tsx'
import { TableView } from './table-view.tsx'

interface Props {
  readonly name: string
  readonly figure: Place | null
  readonly finding: number | null
}

/** A document: loaded, then shown. */
export function DocumentRoom(props: Props) {
  const [view, setView] = useState<DocumentView | null>(null)
  const [error, setError] = useState('')
  useEffect(() => {
    api.document(props.name).then(setView, reason => setError(String(reason)))
  }, [props.name])
  if (error) return <p class="note bad">{error}</p>
  return view && <Room {...props} view={view} onView={setView} />
}

const TABS = ['identities', 'findings', 'decisions', 'corrections'] as const
type Tab = (typeof TABS)[number]

const ZOOMS = [0.6, 0.8, 1, 1.25, 1.5, 2, 2.5, 3.2] as const

const brokenIn = ({ document: { checks } }: DocumentView): number => checks.filter(({ outcome }) => outcome === 'broken').length

interface RoomProps extends Props {
  readonly view: DocumentView
  readonly onView: (view: DocumentView) => void
}

function Room({ name, figure, finding: asked, view, onView }: RoomProps) {
  const { w } = useWords()
  const { who } = useContext(RoomContext)
  const reading = useMemo(() => readingOf(view.document), [view])
  const [selected, setSelected] = useState<Place | null>(null)
  const [page, setPage] = useState(view.document.tables[0]?.regions[0]?.page ?? 1)
  const [tableId, setTableId] = useState(view.document.tables[0]?.id ?? '')
  const [active, setActive] = useState<number | null>(null)
  const [finding, setFinding] = useState<number | null>(null)
  const [tab, setTab] = useState<Tab>('identities')
  const [zoom, setZoom] = useState(1.25)
  const [editing, setEditing] = useState(false)
  const [message, setMessage] = useState('')
  const found = selected === null ? null : (reading.byKey.get(keyOf(selected)) ?? null)
  const table = view.document.tables.find(({ id }) => id === tableId) ?? view.document.tables[0]
  const check = active === null ? null : (view.document.checks[active] ?? null)
  const shownFinding = finding === null ? null : (view.document.findings[finding] ?? null)

  const select = useCallback(
    (place: Place | null): void => {
      const target = place && reading.byKey.get(keyOf(place))
      if (!target) return
      setSelected(placeOf(target))
      setPage(target.cell.page)
      setTableId(target.table.id)
      setEditing(false)
      setFinding(null)
      setActive(
        reading.checksOf.get(keyOf(placeOf(target)))?.find(at => view.document.checks[at]?.outcome === 'broken') ?? null,
      )
      history.replaceState(null, '', figureLink(name, placeOf(target)))
    },
    [reading, name, view],
  )
  const showFinding = useCallback(
    (at: number | null): void => {
      const one = at === null ? null : view.document.findings[at]
      if (!one || at === null) return
      const [first] = one.cells
      if (first) select(first)
      if (one.page !== null) setPage(one.page)
      setFinding(at)
      setTab('findings')
      const places = new Set(one.cells.map(keyOf))
      // A finding tells one cause of several relations: the one that goes through most of its cells is shown.
      const shared = view.document.checks.map(({ outcome, left, right }) =>
        outcome === 'holds' ? 0 : [...left.terms, ...right.terms].filter(({ cell }) => cell && places.has(keyOf(cell))).length,
      )
      const through = shared.indexOf(Math.max(1, ...shared))
      setActive(through < 0 ? null : through)
    },
    [view, select],
  )
  useEffect(() => {
    if (asked !== null) showFinding(asked)
    else if (figure) select(figure)
  }, [asked, figure?.table, figure?.row, figure?.column])

  const send = async (corrections: readonly CorrectionRequest[]): Promise<boolean> => {
    const saved = await api.correct(view, who, corrections)
    if (saved.kind === 'failed') setMessage(w('failed') + saved.error)
    else {
      const more = brokenIn(saved.view) - brokenIn(view)
      setMessage(saved.kind === 'changed' ? w('changed') : more > 0 ? `${w('nowBroken')} ${more}` : '')
      onView(saved.view)
      dispatchEvent(new Event('corrected'))
    }
    return saved.kind === 'kept'
  }
  const say = async (action: 'text' | 'accept' | 'uncertain' | 'published', text: string, why: string): Promise<void> => {
    if (!found) return
    const { cell } = found
    const next = nextOf(reading.doubtful, place => samePlace(place, selected), 1)
    const wasDoubtful = reading.doubtful.some(place => samePlace(place, selected))
    const request = { action, table: found.table.id, page: cell.page, box: cell.box, old: cell.text, new: text, why }
    const isKept = await send([request])
    if (isKept && wasDoubtful && action !== 'text' && !samePlace(next, selected)) select(next)
  }
  const undo = (one: CorrectionView): void => {
    void send([{ action: 'undo', table: one.table, page: one.page, box: [0, 0, 0, 0], old: one.id, new: '', why: '' }])
  }
  const step = (list: readonly number[], by: 1 | -1): void => showFinding(nextOf(list, at => at === finding, by))
  const ranked = view.document.findings.map((one, at) => ({ one, at }))
  const pages = view.document.pages.map(one => one.page)
  const zoomBy = (by: 1 | -1): void => {
    const at = ZOOMS.findIndex(one => one >= zoom) + by
    setZoom(ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at))] ?? zoom)
  }
  const move = (down: number, right: number): void => {
    if (!found) return
    const { cell } = found
    const row = down > 0 ? cell.row + cell.rowSpan : cell.row + down
    const column = right > 0 ? cell.column + cell.columnSpan : cell.column + right
    const next = covering(found.table, row, column)
    if (next) select({ table: found.table.id, row: next.row, column: next.column })
  }
  useKeys({
    j: () => select(nextOf(reading.doubtful, place => samePlace(place, selected), 1)),
    k: () => select(nextOf(reading.doubtful, place => samePlace(place, selected), -1)),
    f: () =>
      step(
        ranked.filter(({ one }) => one.severity !== 'info').map(({ at }) => at),
        1,
      ),
    c: () =>
      step(
        ranked.filter(({ one }) => one.verdict === 'published-inconsistency').map(({ at }) => at),
        1,
      ),
    e: () => found && setEditing(true),
    x: () => found && void say('uncertain', found.cell.text, ''),
    w: () => found && void say('published', found.cell.text, ''),
    u: () => {
      const last = view.corrections.findLast(({ state }) => state !== 'undone')
      if (last) undo(last)
    },
    Enter: () => found && void say('accept', found.cell.text, ''),
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
    PageDown: () => setPage(nextOf(pages, one => one === page, 1) ?? page),
    PageUp: () => setPage(nextOf(pages, one => one === page, -1) ?? page),
    ArrowDown: () => move(1, 0),
    ArrowUp: () => move(-1, 0),
    ArrowRight: () => move(0, 1),
    ArrowLeft: () => move(0, -1),
  })
  const { department, fiscalYear } = view.document.document
  return (
    <div class="document">
      <div class="tools">
        <h1>
          <a href={documentLink(name)}>{[department ?? name, fiscalYear].filter(Boolean).join(' ')}</a>
        </h1>
        <button type="button" aria-label={w('previous')} disabled={page <= 1} onClick={() => setPage(page - 1)}>
          ‹
        </button>
        <span>
          p.{page} {w('of')} {view.document.source.pages}
        </span>
        <button
          type="button"
          aria-label={w('next')}
          disabled={page >= view.document.source.pages}
          onClick={() => setPage(page + 1)}
        >
          ›
        </button>
        <button type="button" aria-label={w('zoomOut')} onClick={() => zoomBy(-1)}>
          −
        </button>
        <button type="button" aria-label={w('zoomIn')} onClick={() => zoomBy(1)}>
          +
        </button>
        <span class={`count ${reading.doubtful.length > 0 ? 'doubt' : ''}`} aria-live="polite">
          {reading.doubtful.length === 0 ? w('doneAll') : `${w('left1')} ${reading.doubtful.length}`}
        </span>
        <span class="fill" role="alert">
          {message || (view.pictures ? '' : w('noPicture'))}
        </span>
      </div>
      <PageView
        view={view}
        reading={reading}
        page={page}
        zoom={zoom}
        selected={selected}
        check={check}
        box={shownFinding?.page === page ? shownFinding.box : null}
        onSelect={select}
      />
      <div class="beside">
        {found && (
          <CellCard key={keyOf(placeOf(found))} view={view} found={found} editing={editing} onEdit={setEditing} onSay={say} />
        )}
        {table && (
          <TableTools
            document={view.document}
            table={table}
            found={found}
            onTable={id => {
              const next = view.document.tables.find(one => one.id === id)
              setTableId(id)
              setPage(next?.regions[0]?.page ?? page)
            }}
            onSend={send}
          />
        )}
        {table && <TableView table={table} reading={reading} selected={selected} check={check} onSelect={select} />}
        <div class="tabs" role="tablist">
          {TABS.map(one => (
            <button type="button" role="tab" key={one} aria-selected={tab === one} onClick={() => setTab(one)}>
              {w(one)}
            </button>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
        <section class="panel" tabIndex={0} role="tabpanel" aria-label={w(tab)}>
          {tab === 'identities' && (
            <Identities reading={reading} selected={selected} active={active} onCheck={setActive} onPage={setPage} />
          )}
          {tab === 'findings' && <Findings findings={view.document.findings} active={finding} onFinding={showFinding} />}
          {tab === 'decisions' && table && <Decisions table={table} />}
          {tab === 'corrections' && <Corrections view={view} onUndo={undo} />}
        </section>
      </div>
      <p class="keys">{w('keys')}</p>
    </div>
  )
}
