import type { ComponentChildren } from 'preact'
import { fileUrl } from './api.ts'
import type { Opened } from './correcting.ts'
import type { Steered } from './document-keys.ts'
import { documentLink } from './route.ts'
import { useWords } from './words.ts'

/** Which page is looked at, and how large. */
export function PageTools({ view, stand: { page, turnTo }, zoomBy }: Steered) {
  const { w } = useWords()
  const { pages } = view.document.source
  const goTo = (wanted: number): void => {
    if (view.document.pages.some(one => one.page === wanted)) turnTo(wanted)
  }
  return (
    <>
      <button type="button" aria-label={w('previous')} disabled={page <= 1} onClick={() => turnTo(page - 1)}>
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
      <button type="button" aria-label={w('next')} disabled={page >= pages} onClick={() => turnTo(page + 1)}>
        ›
      </button>
      <button type="button" aria-label={w('zoomOut')} onClick={() => zoomBy(-1)}>
        −
      </button>
      <button type="button" aria-label={w('zoomIn')} onClick={() => zoomBy(1)}>
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

interface Props extends Opened {
  /** Tools of what is shown of it, and the way to the rest. */
  readonly children: ComponentChildren
}

/** The line above a document: its name, what of it is shown, the doubts left and what was said last. */
export function DocumentTools({ view, reading, correcting: { message, isSaving }, children }: Props) {
  const { w } = useWords()
  const doubts = reading.doubtful.length
  const { department, fiscalYear } = view.document.document
  return (
    <div class="tools">
      <h1>
        <a href={documentLink(view.name)}>{[department ?? view.name, fiscalYear].filter(Boolean).join(' ')}</a>
      </h1>
      {children}
      <span class={`count ${doubts > 0 ? 'doubt' : ''}`} aria-live="polite">
        {doubts === 0 ? w('doneAll') : `${w('left1')} ${doubts}`}
        {isSaving ? ` · ${w('saving')}` : ''}
      </span>
      <span class="fill" role="alert">
        {message || (view.pictures ? '' : w('noPicture'))}
      </span>
    </div>
  )
}
