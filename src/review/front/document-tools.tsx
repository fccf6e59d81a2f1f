import type { ComponentChildren } from 'preact'
import type { DocumentView } from '../wire.ts'
import { fileUrl } from './api.ts'
import { useWords } from './room.tsx'
import { documentLink } from './route.ts'

interface PageProps {
  readonly view: DocumentView
  readonly page: number
  readonly onPage: (page: number) => void
  readonly onZoom: (by: 1 | -1) => void
}

/** Which page is looked at, and how large. */
export function PageTools({ view, page, onPage, onZoom }: PageProps) {
  const { w } = useWords()
  const { pages } = view.document.source
  const goTo = (wanted: number): void => {
    if (view.document.pages.some(one => one.page === wanted)) onPage(wanted)
  }
  return (
    <>
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
        <a href={fileUrl(view.name, page)} target="_blank" rel="noopener">
          {w('openPdf')}
        </a>
      )}
    </>
  )
}

interface Props {
  readonly view: DocumentView
  readonly doubts: number
  readonly message: string
  /** Whether something is not kept yet. */
  readonly saving: boolean
  /** Tools of what is shown of it, and the way to the rest. */
  readonly children: ComponentChildren
}

/** The line above a document: its name, what of it is shown, the doubts left and what was said last. */
export function DocumentTools({ view, doubts, message, saving, children }: Props) {
  const { w } = useWords()
  const { department, fiscalYear } = view.document.document
  return (
    <div class="tools">
      <h1>
        <a href={documentLink(view.name)}>{[department ?? view.name, fiscalYear].filter(Boolean).join(' ')}</a>
      </h1>
      {children}
      <span class={`count ${doubts > 0 ? 'doubt' : ''}`} aria-live="polite">
        {doubts === 0 ? w('doneAll') : `${w('left1')} ${doubts}`}
        {saving ? ` · ${w('saving')}` : ''}
      </span>
      <span class="fill" role="alert">
        {message || (view.pictures ? '' : w('noPicture'))}
      </span>
    </div>
  )
}
