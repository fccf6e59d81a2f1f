import type { CorrectionRequest, CorrectionView, DocumentView } from '../wire.ts'
import { type Found, nextOf, type Reading } from './reading.ts'
import { samePlace } from './route.ts'
import { useSending } from './sending.ts'
import type { Stand } from './stand.ts'

const NOWHERE: CorrectionRequest['box'] = [0, 0, 0, 0]

/** What is said of a cell, as a correction without a reason. */
export const requestOf = (action: CorrectionRequest['action'], { table, cell }: Found, text: string): CorrectionRequest => ({
  ...{ action, table: table.id, page: cell.page, box: cell.box },
  ...{ old: cell.text, new: text, why: '' },
})

/** What a reader can say of the figure they stand at, and take back. */
export function useCorrecting(view: DocumentView, onView: (view: DocumentView) => void, reading: Reading, stand: Stand) {
  const { message, isSaving, send, kept } = useSending(view, onView)
  const { found, selected, select } = stand
  const say = async (action: 'text' | 'accept' | 'uncertain' | 'published', text: string, why: string): Promise<void> => {
    if (!found) return
    const next = nextOf(reading.doubtful, place => samePlace(place, selected), 1)
    const wasDoubtful = reading.doubtful.some(place => samePlace(place, selected))
    const isKept = send([{ ...requestOf(action, found, text), why }])
    if (action !== 'accept' && !(await isKept)) return
    if (wasDoubtful && action !== 'text' && !samePlace(next, selected)) select(next)
  }
  const undo = (...all: readonly CorrectionView[]): Promise<boolean> =>
    send(all.map(({ id, table, page }) => ({ action: 'undo', table, page, box: NOWHERE, old: id, new: '', why: '' })))
  /** Take back what was said last, at once or by one stroke. */
  const undoLast = async (): Promise<void> => {
    const standing = (await kept()).corrections.filter(({ state }) => state !== 'undone')
    const last = standing.at(-1)
    if (last) await undo(...standing.filter(({ when, who }) => when === last.when && who === last.who))
  }
  return { message, isSaving, send, say, undo, undoLast }
}

export type Correcting = ReturnType<typeof useCorrecting>

/** A document that is looked at: what it says, where the reader stands in it, and what they say of it. */
export interface Opened {
  readonly view: DocumentView
  readonly reading: Reading
  readonly stand: Stand
  readonly correcting: Correcting
}
