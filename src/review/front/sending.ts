import { useContext, useRef, useState } from 'preact/hooks'
import { AT_ONCE, type CorrectionRequest, type DocumentView } from '../wire.ts'
import * as api from './api.ts'
import { useEvent } from './event.ts'
import { RoomContext, useWords } from './words.ts'

const keyOf = ({ page, box }: Pick<CorrectionRequest, 'page' | 'box'>): string => `${page} ${box}`

/** A document with cells that were just accepted, as a reader goes on with it while the identities are tried again. */
function withAccepted(view: DocumentView, requests: readonly CorrectionRequest[]): DocumentView {
  const accepted = Map.groupBy(
    requests.filter(({ action }) => action === 'accept'),
    ({ table }) => table,
  )
  if (accepted.size === 0) return view
  const tables = view.document.tables.map(table => {
    const own = new Set(accepted.get(table.id)?.map(keyOf))
    if (own.size === 0) return table
    const cells = table.cells.map(cell =>
      own.has(keyOf(cell)) ? { ...cell, source: 'reviewed' as const, confidence: 1 } : cell,
    )
    return { ...table, cells }
  })
  return { ...view, document: { ...view.document, tables } }
}

const brokenIn = ({ document: { checks } }: DocumentView): number => checks.filter(({ outcome }) => outcome === 'broken').length

/** What one stroke says of a document, and who is told whether it was kept. */
interface Stroke {
  readonly corrections: readonly CorrectionRequest[]
  readonly told: (isKept: boolean) => void
}

const isAccepting = ({ corrections }: Stroke): boolean => corrections.every(({ action }) => action === 'accept')

/** The strokes to send together, taken out of those that wait: one, or as many as only accept; they change no place and no text. */
function takenFrom(waiting: Stroke[]): Stroke[] {
  let [count, size] = [0, 0]
  for (const stroke of waiting) {
    size += stroke.corrections.length
    if (count > 0 && (size > AT_ONCE || !isAccepting(stroke))) break
    count += 1
    if (!isAccepting(stroke)) break
  }
  return waiting.splice(0, count)
}

/**
 * Who accepts cell after cell is not kept waiting by checks in between: they are sent when nothing was said for so long, in
 * milliseconds, or when so many wait that they should not be lost with the window.
 */
const [PAUSE, MANY] = [1000, 50]

const allOf = (strokes: readonly Stroke[]): CorrectionRequest[] => strokes.flatMap(({ corrections }) => corrections)

/** How far the strokes of a reader have come. */
interface Progress {
  /** The document as it was last kept. */
  kept: DocumentView
  sent: readonly Stroke[]
  readonly waiting: Stroke[]
  /** When the last of them was made. */
  struck: number
  /** Settles when nothing is sent or waits any more; null while nothing is. */
  running: Promise<void> | null
}

const shown = ({ kept, sent, waiting }: Progress): DocumentView => withAccepted(kept, allOf([...sent, ...waiting]))

/** Settles when what waits is to be sent. */
async function pause(progress: Progress): Promise<void> {
  const mayWait = (): boolean => progress.waiting.length < MANY && progress.waiting.every(isAccepting)
  while (mayWait() && performance.now() - progress.struck < PAUSE) await new Promise(next => setTimeout(next, PAUSE / 10))
}

/** The page asks before it is left while something is not kept yet. */
const useStaying = (progress: Progress): void =>
  useEvent('beforeunload', event => {
    if (progress.running) event.preventDefault()
  })

/** Sends corrections as one stroke; tells whether they were kept. */
type Send = (corrections: readonly CorrectionRequest[]) => Promise<boolean>

/** Send what waits first; the document that came of it is shown. */
async function sendNext(progress: Progress, who: string, onView: (view: DocumentView) => void): Promise<api.Saved> {
  const strokes = takenFrom(progress.waiting)
  progress.sent = strokes
  const said = strokes.map(({ corrections }) => corrections)
  const saved = await api.correct(progress.kept, who, said)
  progress.sent = []
  if (saved.kind !== 'failed') progress.kept = saved.view
  const isKept = saved.kind === 'kept'
  // What was said of a document that has changed meanwhile, or cannot be kept, is not said of what it is now.
  const lost = isKept ? [] : progress.waiting.splice(0)
  onView(shown(progress))
  for (const stroke of [...strokes, ...lost]) stroke.told(isKept)
  return saved
}

/**
 * Sends corrections of a document, one request after the other. A cell that is accepted counts as accepted at once; cells that
 * are accepted one after the other go into one request. `message` is what came of the last ones.
 */
export function useSending(view: DocumentView, onView: (view: DocumentView) => void) {
  const { w } = useWords()
  const { who } = useContext(RoomContext)
  const [message, setMessage] = useState('')
  const [isSaving, setSaving] = useState(false)
  const progress = useRef<Progress>({ kept: view, sent: [], waiting: [], struck: 0, running: null }).current
  useStaying(progress)
  const sendAll = async (): Promise<void> => {
    const before = brokenIn(progress.kept)
    setSaving(true)
    let said = ''
    while (progress.waiting.length > 0) {
      await pause(progress)
      const saved = await sendNext(progress, who, onView)
      const more = brokenIn(progress.kept) - before
      if (saved.kind === 'failed') said = w('failed') + saved.error
      else said = saved.kind === 'changed' ? w('changed') : more > 0 ? `${w('nowBroken')} ${more}` : ''
    }
    progress.running = null
    setMessage(said)
    setSaving(false)
    dispatchEvent(new Event('corrected'))
  }
  const send: Send = corrections =>
    new Promise(told => {
      progress.waiting.push({ corrections, told })
      progress.struck = performance.now()
      onView(shown(progress))
      progress.running ??= sendAll()
    })
  /** The document as it is kept once nothing waits. */
  const kept = async (): Promise<DocumentView> => {
    progress.struck = 0
    await progress.running
    return progress.kept
  }
  return { message, isSaving, send, kept }
}
