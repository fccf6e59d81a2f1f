import type { ComponentChildren } from 'preact'
import { useWords, type Word } from './words.ts'

interface Props {
  readonly title: Word
  readonly class: string
  readonly search: string
  readonly onSearch: (search: string) => void
  /** Tools before and behind the search. */
  readonly before?: ComponentChildren
  readonly after?: ComponentChildren
  readonly children: ComponentChildren
}

/** The frame of a list over all documents: its heading, and the search between its other tools. */
export function ListFrame({ title, search, onSearch, before, after, children, ...frame }: Props) {
  const { w } = useWords()
  return (
    <div class={frame.class}>
      <h1 class="hidden">{w(title)}</h1>
      <div class="tools">
        {before}
        <input
          type="search"
          aria-label={w('search')}
          placeholder={w('search')}
          value={search}
          onInput={event => onSearch(event.currentTarget.value)}
        />
        {after}
      </div>
      {children}
    </div>
  )
}
