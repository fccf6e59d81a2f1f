import { recheckDocument } from '../pipeline.ts'
import type { DocumentJson } from '../write/document.ts'
import type { Correction, Replayed } from './correction.ts'
import { tableAt } from './place.ts'
import { replay } from './replay.ts'

/** A document as people corrected it. */
export interface Corrected {
  readonly document: DocumentJson
  readonly replayed: readonly Replayed[]
}

/** The standard tables that people said tables are, by the id of the table; null where it is none. */
const toldKinds = (document: DocumentJson, replayed: readonly Replayed[]): ReadonlyMap<string, string | null> =>
  new Map(
    replayed.flatMap(({ correction, state }) => {
      const table = state === 'applied' && correction.action === 'kind' ? tableAt(document, correction) : null
      return table ? [[table.id, correction.new || null]] : []
    }),
  )

/** The first reading of a document with its corrections replayed, its meaning worked out and every identity tried again. */
export function correctDocument(first: DocumentJson, corrections: readonly Correction[]): Corrected {
  const own = corrections.filter(({ sha256 }) => sha256 === first.source.sha256)
  if (own.length === 0) return { document: first, replayed: [] }
  const { document, replayed } = replay(first, own)
  return { document: recheckDocument(document, toldKinds(document, replayed)), replayed }
}
