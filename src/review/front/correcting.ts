import { useContext, useState } from 'preact/hooks'
import type { CorrectionRequest, CorrectionView, DocumentView } from '../wire.ts'
import * as api from './api.ts'
import type { CardProps } from './cell-card.tsx'
import { doubtsOn, type Found, keyOf, nextOf, type Reading } from './reading.ts'
import { RoomContext, useWords } from './room.tsx'
import { samePlace } from './route.ts'
import type { Stand } from './stand.ts'

const brokenIn = ({ document: { checks } }: DocumentView): number => checks.filter(({ outcome }) => outcome === 'broken').length

/** Corrections that a request may have; a page of more doubts is accepted in several strokes. */
const AT_ONCE = 500

const NOWHERE: CorrectionRequest['box'] = [0, 0, 0, 0]

/** What is said of a cell, as a correction without a reason. */
export const requestOf = (action: string, { table, cell }: Found, text: string): CorrectionRequest => ({
  ...{ action, table: table.id, page: cell.page, box: cell.box },
  ...{ old: cell.text, new: text, why: '' },
})

/** Sends corrections of a document; `message` is what came of the last one. */
function useSend(view: DocumentView, onView: (view: DocumentView) => void) {
  const { w } = useWords()
  const { who } = useContext(RoomContext)
  const [message, setMessage] = useState('')
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
  return { message, send }
}

/** What a reader can say of the figure they stand at, and take back. */
export function useCorrecting(view: DocumentView, onView: (view: DocumentView) => void, reading: Reading, stand: Stand) {
  const { message, send } = useSend(view, onView)
  const { found, selected, select } = stand
  const say: CardProps['onSay'] = async (action, text, why) => {
    if (!found) return
    const next = nextOf(reading.doubtful, place => samePlace(place, selected), 1)
    const wasDoubtful = reading.doubtful.some(place => samePlace(place, selected))
    const isKept = await send([{ ...requestOf(action, found, text), why }])
    if (isKept && wasDoubtful && action !== 'text' && !samePlace(next, selected)) select(next)
  }
  const acceptPage = async (): Promise<void> => {
    const requests = doubtsOn(reading, stand.page).map(({ table, cell }) => requestOf('accept', { table, cell }, cell.text))
    if (requests.length === 0 || !(await send(requests.slice(0, AT_ONCE)))) return
    const next = reading.doubtful.find(place => reading.byKey.get(keyOf(place))?.cell.page !== stand.page)
    if (next) select(next)
  }
  const undo = (...all: readonly CorrectionView[]): void => {
    void send(all.map(({ id, table, page }) => ({ action: 'undo', table, page, box: NOWHERE, old: id, new: '', why: '' })))
  }
  return { message, send, say, acceptPage, undo }
}

export type Correcting = ReturnType<typeof useCorrecting>
