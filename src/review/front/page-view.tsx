import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { askAhead, COARSE } from './ahead.ts'
import { pictureUrl } from './api.ts'
import { ColumnBorder } from './border-handle.tsx'
import { type Opened, requestOf } from './correcting.ts'
import { type Check, keyOf, nameOf, pagesAhead, placeOf, type Reading } from './reading.ts'
import { useWords } from './words.ts'

/** A page and no more is drawn while it is waited for; those that come next once it has been on the screen so long, in milliseconds. */
const SEEN = 150

/** Room above a table for its title and unit, in points, when a page is opened at it. */
const ABOVE_TABLE = 60

/** From this zoom on a page is drawn twice as fine. */
const FINE = 1.75

/** What is pointed at on a page: it is brought into sight. */
const POINTED = '.cell.now, .term rect, .finding-box'

interface Props extends Opened {
  /** Width of the page as a share of the room. */
  readonly zoom: number
}

const rectangle = ([x0, top, x1, bottom]: readonly [number, number, number, number]) => ({
  x: x0,
  y: top,
  width: x1 - x0,
  height: bottom - top,
})

/** The figures of an identity on the page: each side in its colour, with its sign, ticked or crossed as an auditor does. */
function Terms({ check, page }: { readonly check: Check; readonly page: number }) {
  const mark = check.outcome === 'holds' ? '✓' : check.outcome === 'rounding' ? '≈' : '✗'
  const side = (terms: Check['left']['terms'], name: string) =>
    terms
      .filter(term => term.page === page)
      .map((term, at) => (
        <g key={`${name} ${at}`} class={`term ${name} ${check.outcome}`}>
          <rect {...rectangle(term.box)} />
          <text x={term.box[0] + 1} y={term.box[1] + 8}>
            {term.sign === '-' ? '−' : ''}
            {mark}
          </text>
        </g>
      ))
  return (
    <>
      {side(check.left.terms, 'left')}
      {side(check.right.terms, 'right')}
    </>
  )
}

/** Mark the same cell on the page and in the table while the pointer is over it. */
export function hover(key: string | null): void {
  for (const old of document.querySelectorAll('.hover')) old.classList.remove('hover')
  if (key === null) return
  for (const own of document.querySelectorAll(`[data-cell="${CSS.escape(key)}"]`)) own.classList.add('hover')
}

/** The key of the cell under the pointer. */
export const keyUnder = (event: Event): string | null =>
  (event.target as Element).closest('[data-cell]')?.getAttribute('data-cell') ?? null

/** The place of a finding, or of a figure in a sentence, where it is on the page that is shown. */
const boxIn = ({ page, shown }: Opened['stand']) => (shown?.page === page ? shown.box : null)

/** The room of a page: what is pointed at is brought into sight, and a page that is turned to opens at its table, which may stand at its foot. */
function useRoom({ reading, stand, zoom }: Props, now: string | null) {
  const { page, check } = stand
  const room = useRef<HTMLElement>(null)
  useEffect(() => {
    room.current?.querySelector(POINTED)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [now, check, page, zoom, `${boxIn(stand)}`])
  useEffect(() => {
    const own = reading.document.pages.find(one => one.page === page)
    if (own === undefined || room.current?.querySelector(POINTED)) return
    const tops = reading.document.tables.flatMap(({ regions }) =>
      regions.flatMap(({ page: on, box: place }) => (on === page ? [place[1]] : [])),
    )
    const width = room.current?.querySelector('.sheet')?.clientWidth ?? 0
    const top = tops.length === 0 ? 0 : Math.min(...tops) - ABOVE_TABLE
    room.current?.scrollTo(0, (top * width) / own.width)
  }, [page])
  return room
}

function useBoxes(reading: Reading, page: number, now: string | null) {
  const cells = reading.byPage.get(page)
  return useMemo(
    () =>
      cells?.map(found => {
        const key = keyOf(placeOf(found))
        const look = `cell ${reading.looks.get(key) ?? ''} ${key === now ? 'now' : ''}`
        return (
          <rect key={key} data-cell={key} class={look} {...rectangle(found.cell.box)}>
            <title>{nameOf(found)}</title>
          </rect>
        )
      }),
    [cells, now, reading],
  )
}

/** The picture of a page; once it is seen, those of the pages that come next are asked for. */
function Picture({ view, reading, stand: { page, selected }, zoom }: Props) {
  const { w } = useWords()
  const [loaded, setLoaded] = useState(0)
  useEffect(() => {
    if (loaded !== page) return
    // One after the other: who turns to another page meanwhile waits for one of them at most.
    const left = new AbortController()
    const askAll = async (): Promise<void> => {
      for (const next of pagesAhead(reading, page, selected)) if (!left.signal.aborted) await askAhead(view.name, next)
    }
    const timer = setTimeout(() => void askAll(), SEEN)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [loaded, page, selected === null ? null : keyOf(selected)])
  const source = pictureUrl(view.name, page, zoom >= FINE ? 4 : COARSE)
  return <img key={page} src={source} alt={`${w('page')} ${page}`} draggable={false} onLoad={() => setLoaded(page)} />
}

/** The real page with its cells boxed. */
export function PageView(props: Props) {
  const { view, reading, stand, correcting, zoom } = props
  const { page, selected, check, found, adding, select, see } = stand
  const { w } = useWords()
  const now = selected === null ? null : keyOf(selected)
  const room = useRoom(props, now)
  const boxes = useBoxes(reading, page, now)
  const box = boxIn(stand)
  const own = reading.document.pages.find(one => one.page === page)
  if (own === undefined) return <p class="note">{w('none')}</p>
  const { width, height } = own
  const click = (event: Event): void => {
    const under = reading.byKey.get(keyUnder(event) ?? '')
    if (under) select(placeOf(under))
  }
  const leave = (): void => see({ adding: false })
  const say = (action: 'border' | 'add-border' | 'drop-border', text: string): void => {
    leave()
    if (found) void correcting.send([requestOf(action, found, text)])
  }
  const over = { onClick: click, onPointerOver: (event: Event) => hover(keyUnder(event)), onPointerLeave: () => hover(null) }
  const border = found?.cell.page === page && { found, isNew: adding, width, height }
  const onPut = (x: number): void => say(adding ? 'add-border' : 'border', `${x}`)
  const keys: Readonly<Record<string, () => void>> = adding ? { Escape: leave } : { Delete: () => say('drop-border', '') }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section class="page-room" ref={room} tabIndex={0} aria-label={`${w('page')} ${page}`}>
      <div class="sheet" style={{ width: `${zoom * 100}%`, aspectRatio: `${width} / ${height}` }}>
        {view.pictures && <Picture {...props} />}
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${w('page')} ${page}`} {...over}>
          {boxes}
          {check && <Terms check={check} page={page} />}
          {box && <rect class="finding-box" {...rectangle(box)} />}
        </svg>
        {border && <ColumnBorder {...border} onPut={onPut} keys={keys} />}
      </div>
    </section>
  )
}
