import { recheckDocument } from '../pipeline.ts'
import type { DocumentJson } from '../write/document/document.ts'
import type { Correction, Replayed } from './correction.ts'
import { replay } from './replay.ts'

/** A document as people corrected it. */
export interface Corrected {
  readonly document: DocumentJson
  readonly replayed: readonly Replayed[]
}

/** The first reading of a document with its corrections replayed, its meaning worked out and every identity tried again. */
export function correctDocument(first: DocumentJson, corrections: readonly Correction[]): Corrected {
  const own = corrections.filter(({ sha256 }) => sha256 === first.source.sha256)
  if (own.length === 0) return { document: first, replayed: [] }
  const { document, replayed } = replay(first, own)
  return { document: recheckDocument(document), replayed }
}
