import type { ArchiveDocument, Relation, Row } from '../../write/relations/relation.ts'

/** Rows of one relation. */
export interface Rows {
  readonly relation: Relation
  readonly rows: readonly Row[]
}

/** A format that a dataset is written in, document by document. */
export interface Sink {
  readonly add: (document: ArchiveDocument, parts: readonly Rows[]) => Promise<void>
  readonly close: () => Promise<void>
}
