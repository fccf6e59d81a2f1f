import type { ArchiveView, CorrectionsRequest, DocumentView } from '../wire.ts'

async function json<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** Lines of the archive from one on. */
export const archive = async (from: number): Promise<ArchiveView> => json(await fetch(`/api/archive?from=${from}`))

export const document = async (name: string): Promise<DocumentView> =>
  json(await fetch(`/api/document?${new URLSearchParams({ name })}`))

/** Where the picture of a page is. */
export const pictureUrl = (name: string, page: number, scale: number): string =>
  `/api/page?${new URLSearchParams({ name, page: `${page}`, scale: `${scale}` })}`

/** Where a PDF can be opened at a page by the browser itself. */
export const fileUrl = (name: string, page: number): string => `/api/file?${new URLSearchParams({ name })}#page=${page}`

/** What came of corrections: the document as it is now, and whether they were kept. */
export type Saved =
  | { readonly kind: 'kept' | 'changed'; readonly view: DocumentView }
  | { readonly kind: 'failed'; readonly error: string }

/** Corrections stroke by stroke, on the version of the document that the reader sees. */
export async function correct(view: DocumentView, who: string, strokes: CorrectionsRequest['strokes']): Promise<Saved> {
  const body = JSON.stringify({ name: view.name, version: view.version, who, strokes } satisfies CorrectionsRequest)
  const headers = { 'content-type': 'application/json' }
  const response = await fetch('/api/corrections', { method: 'POST', headers, body }).catch(String)
  if (typeof response === 'string') return { kind: 'failed', error: response }
  const answer = await response.json().catch(() => ({ error: `${response.status}` }))
  const { pictures } = view
  if (response.ok) return { kind: 'kept', view: { ...answer, pictures } }
  if (answer.error === 'changed') return { kind: 'changed', view: { ...answer.view, pictures } }
  return { kind: 'failed', error: String(answer.error) }
}
