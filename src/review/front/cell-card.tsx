import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Opened } from './correcting.ts'
import { Crop } from './crop.tsx'
import type { CropLimits } from './crop-size.ts'
import { type Cell, type Found, nameOf, placeOf } from './reading.ts'
import { figureLink } from './route.ts'
import { useWords, type Word } from './words.ts'

/** The cell large, with enough of what stands around it to know its place. */
const CARD: CropLimits = { around: 8, widest: 520, tallest: 130, scale: 3.2 }

interface Props extends Pick<Opened, 'view' | 'stand' | 'correcting'> {
  readonly found: Found
}

/** The text of a cell to be written over, and why. */
function Fields({ text, why, onText, onWhy, onKey }: ReturnType<typeof useWriting>['fields']) {
  const { w } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  // Before the next key: who types on at once writes into the field.
  useLayoutEffect(() => field.current?.select(), [])
  const write = (event: { readonly currentTarget: HTMLTextAreaElement }): void => onText(event.currentTarget.value)
  const reason = (event: { readonly currentTarget: HTMLInputElement }): void => onWhy(event.currentTarget.value)
  return (
    <div class="card-edit">
      <textarea ref={field} class="value" rows={1} aria-label={w('value')} value={text} onInput={write} onKeyDown={onKey} />
      <input aria-label={w('why')} placeholder={w('why')} value={why} onInput={reason} onKeyDown={onKey} />
    </div>
  )
}

/** Where the value of a cell is from, how sure it is, how many relations vouch for it, and what it was first read as. */
function Facts({ cell }: { readonly cell: Cell }) {
  const { w, named } = useWords()
  const { source, confidence, amount, vouchedBy, firstReading, text } = cell
  return (
    <p class="card-facts">
      {w('source')} {source === 'reviewed' ? w('reviewed') : named(source)} · {w('confidence')} {confidence.toFixed(2)}
      {vouchedBy === undefined ? '' : ` · ${w('vouched')} ${vouchedBy}`}
      {amount ? ` · ${amount.value} ${amount.unit}` : ''}
      {firstReading !== undefined && firstReading !== text ? ` · ${w('firstReading')} ${firstReading}` : ''}
    </p>
  )
}

/** What can be done with a cell: a word, the key that does it too, and the act. */
type Way = readonly [word: Word, key: string, act: () => void]

/** What can be done with a cell as buttons, the usual one first. */
function Ways({ ways }: { readonly ways: readonly Way[] }) {
  const { w } = useWords()
  return (
    <div class="buttons">
      {ways.map(([word, key, act], at) => (
        <button type="button" key={word} class={at === 0 ? 'main' : undefined} onClick={act}>
          {w(word)} {key}
        </button>
      ))}
    </div>
  )
}

/** What is written of a cell before it is said, and the ways to say it. */
function useWriting({ found: { cell }, stand, correcting }: Props) {
  const [text, setText] = useState(cell.text)
  const [why, setWhy] = useState('')
  useEffect(() => setText(cell.text), [cell])
  const save = (): void => {
    void correcting.say(text === cell.text ? 'accept' : 'text', text, why)
    stand.see({ editing: false })
  }
  const leave = (): void => {
    setText(cell.text)
    stand.see({ editing: false })
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Escape') leave()
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    save()
  }
  const say = (action: 'accept' | 'uncertain' | 'published', key: string): Way => [
    ...([action, key] as const),
    () => void correcting.say(action, cell.text, why),
  ]
  const whileEditing: readonly Way[] = [
    ['save', '⏎', save],
    ['cancel', 'Esc', leave],
  ]
  const otherwise = [
    say('accept', '⏎'),
    ['edit', 'E', () => stand.see({ editing: true })] as const,
    say('uncertain', 'X'),
    say('published', 'W'),
  ]
  return { fields: { text, why, onText: setText, onWhy: setWhy, onKey: keys }, whileEditing, otherwise }
}

/** A cell large beside its value, to be found right or corrected. */
export function CellCard(props: Props) {
  const { w } = useWords()
  const { view, found, stand } = props
  const { cell } = found
  const { fields, whileEditing, otherwise } = useWriting(props)
  return (
    <section class="card" aria-label={w('value')}>
      <p class="card-name">
        {nameOf(found)} <a href={figureLink(view.name, placeOf(found))}>#</a>
      </p>
      <div class="card-row">
        <Crop view={view} cell={cell} limits={CARD} />
        {stand.editing ? <Fields {...fields} /> : <output class="value">{cell.text || '∅'}</output>}
      </div>
      <Facts cell={cell} />
      <Ways ways={stand.editing ? whileEditing : otherwise} />
    </section>
  )
}
