import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DocumentView } from '../wire.ts'
import { Crop } from './crop.tsx'
import type { CropLimits } from './crop-size.ts'
import { type Found, nameOf } from './reading.ts'
import { useWords } from './room.tsx'
import { figureLink } from './route.ts'

/** The cell large, with enough of what stands around it to know its place. */
const LIMITS: CropLimits = { around: 8, widest: 520, tallest: 130, scale: 3.2 }

export interface CardProps {
  readonly view: DocumentView
  readonly found: Found
  readonly editing: boolean
  readonly onEdit: (editing: boolean) => void
  readonly onSay: (action: 'text' | 'accept' | 'uncertain' | 'published', text: string, why: string) => void
}

/** A cell large beside its value, to be found right or corrected. */
export function CellCard({ view, found, editing, onEdit, onSay }: CardProps) {
  const { w, named } = useWords()
  const { cell } = found
  const [text, setText] = useState(cell.text)
  const [why, setWhy] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => setText(cell.text), [cell])
  // Before the next key: who types on at once writes into the field.
  useLayoutEffect(() => {
    if (editing) field.current?.select()
  }, [editing])
  const save = (): void => {
    onSay(text === cell.text ? 'accept' : 'text', text, why)
    onEdit(false)
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      setText(cell.text)
      onEdit(false)
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    save()
  }
  const link = figureLink(view.name, { table: found.table.id, row: cell.row, column: cell.column })
  return (
    <section class="card" aria-label={w('value')}>
      <p class="card-name">
        {nameOf(found)} <a href={link}>#</a>
      </p>
      <div class="card-row">
        <Crop view={view} cell={cell} limits={LIMITS} />
        {editing ? (
          <div class="card-edit">
            <textarea
              ref={field}
              class="value"
              rows={1}
              aria-label={w('value')}
              value={text}
              onInput={event => setText(event.currentTarget.value)}
              onKeyDown={keys}
            />
            <input
              aria-label={w('why')}
              placeholder={w('why')}
              value={why}
              onInput={event => setWhy(event.currentTarget.value)}
              onKeyDown={keys}
            />
          </div>
        ) : (
          <output class="value">{cell.text || '∅'}</output>
        )}
      </div>
      <p class="card-facts">
        {w('source')} {cell.source === 'reviewed' ? w('reviewed') : named(cell.source)} · {w('confidence')}{' '}
        {cell.confidence.toFixed(2)}
        {cell.amount ? ` · ${cell.amount.value} ${cell.amount.unit}` : ''}
        {cell.firstReading !== undefined && cell.firstReading !== cell.text
          ? ` · ${w('firstReading')} ${cell.firstReading}`
          : ''}
      </p>
      <div class="buttons">
        {editing ? (
          <>
            <button type="button" class="main" onClick={save}>
              {w('save')} ⏎
            </button>
            <button type="button" onClick={() => onEdit(false)}>
              {w('cancel')} Esc
            </button>
          </>
        ) : (
          <>
            <button type="button" class="main" onClick={() => onSay('accept', cell.text, why)}>
              {w('accept')} ⏎
            </button>
            <button type="button" onClick={() => onEdit(true)}>
              {w('edit')} E
            </button>
            <button type="button" onClick={() => onSay('uncertain', cell.text, why)}>
              {w('uncertain')} X
            </button>
            <button type="button" onClick={() => onSay('published', cell.text, why)}>
              {w('published')} W
            </button>
          </>
        )}
      </div>
    </section>
  )
}
