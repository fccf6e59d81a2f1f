import type { DocumentView } from '../wire.ts'
import { useWords } from './room.tsx'
import { documentLink } from './route.ts'

interface Props {
  readonly view: DocumentView
  readonly page: number
  readonly doubts: number
  readonly message: string
  readonly onPage: (page: number) => void
  readonly onZoom: (by: 1 | -1) => void
}

/** The line above a document: its name, the page, the zoom, the doubts left and what was said last. */
export function DocumentTools({ view, page, doubts, message, onPage, onZoom }: Props) {
  const { w } = useWords()
  const { department, fiscalYear } = view.document.document
  const { name } = view
  const { pages } = view.document.source
  return (
    <div class="tools">
      <h1>
        <a href={documentLink(name)}>{[department ?? name, fiscalYear].filter(Boolean).join(' ')}</a>
      </h1>
      <button type="button" aria-label={w('previous')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ‹
      </button>
      <span>
        p.{page} {w('of')} {pages}
      </span>
      <button type="button" aria-label={w('next')} disabled={page >= pages} onClick={() => onPage(page + 1)}>
        ›
      </button>
      <button type="button" aria-label={w('zoomOut')} onClick={() => onZoom(-1)}>
        −
      </button>
      <button type="button" aria-label={w('zoomIn')} onClick={() => onZoom(1)}>
        +
      </button>
      <span class={`count ${doubts > 0 ? 'doubt' : ''}`} aria-live="polite">
        {doubts === 0 ? w('doneAll') : `${w('left1')} ${doubts}`}
      </span>
      <span class="fill" role="alert">
        {message || (view.pictures ? '' : w('noPicture'))}
      </span>
    </div>
  )
}
