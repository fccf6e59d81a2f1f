import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { DocumentView } from '../wire.ts'
import type { Opened } from './correcting.ts'
import { Crop } from './crop.tsx'
import { useSheetKeys } from './doubt-keys.ts'
import { type Sheet, useSheet } from './doubt-stand.ts'
import { type Found, keyOf, nameOf, placeOf } from './reading.ts'
import { figureLink, pageLink } from './route.ts'
import { limitsOf, lookOf } from './sheet-blocks.ts'
import { useWords } from './words.ts'

interface CellProps {
  readonly view: DocumentView
  readonly found: Found
  readonly sheet: Sheet
}

/** The field in which a reading is corrected; it is kept with every key, and with the whole block. */
function Field({ found, sheet }: Omit<CellProps, 'view'>) {
  const { w } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const key = keyOf(placeOf(found))
  // Before the next key: who types on at once writes into the field.
  useLayoutEffect(() => {
    field.current?.focus()
    if (!sheet.said.has(key)) field.current?.select()
  }, [])
  const keys = (event: KeyboardEvent): void => {
    if (event.isComposing || event.shiftKey || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') sheet.say(found, null)
    sheet.setEditing(false)
    if (event.key === 'Enter') sheet.step(1)
  }
  return (
    <textarea
      ref={field}
      rows={1}
      aria-label={w('value')}
      value={sheet.said.get(key)?.text ?? found.cell.text}
      onInput={event => sheet.say(found, { action: 'text', text: event.currentTarget.value })}
      onKeyDown={keys}
    />
  )
}

/** A doubtful cell as it is printed, and below it what it was read as. */
function DoubtfulCell({ view, found, sheet }: CellProps) {
  const { w } = useWords()
  const { cell } = found
  const key = keyOf(placeOf(found))
  const said = sheet.said.get(key)
  const isNow = sheet.block[sheet.now] === found
  return (
    <li data-cell={key} class={`${isNow ? 'now' : ''} ${said ? 'said' : ''}`} aria-current={isNow} title={nameOf(found)}>
      <Crop view={view} cell={cell} limits={limitsOf(cell)} />
      {isNow && sheet.isEditing ? (
        <Field found={found} sheet={sheet} />
      ) : (
        <output>
          {said ? <s>{cell.text}</s> : cell.text}
          {said && <ins>{said.action === 'uncertain' ? w('uncertain') : said.text || '∅'}</ins>}
        </output>
      )}
    </li>
  )
}

/** Characters of a reading that the heading repeats. */
const SHOWN = 30

/** Which block it is, what Enter says of it, and what the cell is that a reader stands at. */
function Head({ view, sheet }: Omit<CellProps, 'found'>) {
  const { w } = useWords()
  const { block, at, count, now, isReady, accept } = sheet
  const found = block[now]
  return (
    <div class="tools">
      <b>
        {at + 1} {w('of')} {count}
      </b>
      <button type="button" class="main" disabled={!isReady} onClick={() => void accept()}>
        {isReady ? `${block.length} ${w(found && lookOf(found.cell) === 'empty' ? 'allEmpty' : 'allRight')} ⏎` : w('drawing')}
      </button>
      <span class="fill" aria-live="polite">
        {found && (
          <>
            {[found.cell.text.slice(0, SHOWN) || '∅', nameOf(found)].join(' · ')} ·{' '}
            <a href={figureLink(view.name, placeOf(found))}>
              {w('page')} {found.cell.page}
            </a>
          </>
        )}
      </span>
    </div>
  )
}

/** All doubtful cells of a document, block after block: each is looked at beside its reading, and the block is accepted at once. */
export function DoubtSheet({ view, reading, stand, correcting }: Opened) {
  const { w } = useWords()
  const room = useRef<HTMLElement>(null)
  const sheet = useSheet(view, reading, correcting)
  const { block, at, now, setNow, setEditing } = sheet
  useSheetKeys(sheet, room, () => {
    location.hash = pageLink(view.name, stand.page)
  })
  useEffect(() => room.current?.scrollTo(0, 0), [block])
  useEffect(() => room.current?.querySelector('.now')?.scrollIntoView({ block: 'nearest' }), [now])
  if (!view.pictures) return <p class="note">{w('noPicture')}</p>
  if (block.length === 0) return <p class="note">{w(reading.doubtful.length === 0 ? 'doneAll' : 'lookedAll')}</p>
  const click = ({ target }: Event): void => {
    const own = (target as Element).closest('[data-cell]')?.getAttribute('data-cell')
    const to = block.findIndex(found => keyOf(placeOf(found)) === own)
    if (to < 0 || (target as Element).closest('textarea')) return
    setEditing(to === now)
    setNow(to)
  }
  return (
    <div class="doubts">
      <Head view={view} sheet={sheet} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
      <section ref={room} tabIndex={0} aria-label={w('doubtful')}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard moves by arrows, see the keys of the sheet */}
        <ul key={at} onClick={click}>
          {block.map(found => (
            <DoubtfulCell key={keyOf(placeOf(found))} view={view} found={found} sheet={sheet} />
          ))}
        </ul>
      </section>
      <p class="keys">{w('sheetKeys')}</p>
    </div>
  )
}
