import type { DocumentView } from '../wire.ts'
import { fileUrl } from './api.ts'
import { useWords } from './room.tsx'
import { documentLink } from './route.ts'

interface Props {
  readonly view: DocumentView
  readonly page: number
  readonly doubts: number
  /** Those of the page. */
  readonly doubtsHere: number
  readonly message: string
  /** Whether something is not kept yet. */
  readonly saving: boolean
  readonly onPage: (page: number) => void
  readonly onZoom: (by: 1 | -1) => void
  readonly onAcceptPage: () => void
}

/** The line above a document: its name, the page, the zoom, the doubts left and what was said last. */
export function DocumentTools({ view, page, doubts, doubtsHere, message, saving, onPage, onZoom, onAcceptPage }: Props) {
  const { w } = useWords()
  const { department, fiscalYear } = view.document.document
  const { name } = view
  const { pages } = view.document.source
  const goTo = (wanted: number): void => {
    if (view.document.pages.some(one => one.page === wanted)) onPage(wanted)
  }
  return (
    <div class="tools">
      <h1>
        <a href={documentLink(name)}>{[department ?? name, fiscalYear].filter(Boolean).join(' ')}</a>
      </h1>
      <button type="button" aria-label={w('previous')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ‹
      </button>
      <span>
        <input
          class="page-number"
          type="number"
          min={1}
          max={pages}
          aria-label={w('pageNumber')}
          value={page}
          onChange={({ currentTarget: { value } }) => goTo(Number(value))}
        />{' '}
        {w('of')} {pages}
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
      {view.pictures && view.document.source.file.toLowerCase().endsWith('.pdf') && (
        <a href={fileUrl(name, page)} target="_blank" rel="noopener">
          {w('openPdf')}
        </a>
      )}
      <span class={`count ${doubts > 0 ? 'doubt' : ''}`} aria-live="polite">
        {doubts === 0 ? w('doneAll') : `${w('left1')} ${doubts}`}
        {saving ? ` · ${w('saving')}` : ''}
      </span>
      {doubtsHere > 0 && (
        <button type="button" onClick={onAcceptPage}>
          {w('acceptPage')} {doubtsHere} ⇧⏎
        </button>
      )}
      <span class="fill" role="alert">
        {message || (view.pictures ? '' : w('noPicture'))}
      </span>
    </div>
  )
}
