import type { CorrectionRequest, DocumentView } from '../wire.ts'

const keyOf = ({ page, box }: Pick<CorrectionRequest, 'page' | 'box'>): string => `${page} ${box}`

/** A document with cells that were just accepted, as a reader goes on with it while the identities are tried again. */
export function withAccepted(view: DocumentView, requests: readonly CorrectionRequest[]): DocumentView {
  const accepted = Map.groupBy(
    requests.filter(({ action }) => action === 'accept'),
    ({ table }) => table,
  )
  if (accepted.size === 0) return view
  const tables = view.document.tables.map(table => {
    const own = new Set(accepted.get(table.id)?.map(keyOf))
    if (own.size === 0) return table
    const cells = table.cells.map(cell =>
      own.has(keyOf(cell)) ? { ...cell, source: 'reviewed' as const, confidence: 1 } : cell,
    )
    return { ...table, cells }
  })
  return { ...view, document: { ...view.document, tables } }
}
