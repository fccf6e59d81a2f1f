import { CHECKS, checkRows } from './checks.ts'
import type { DocumentJson } from './document.ts'
import { FACTS, factRows } from './facts.ts'
import { INDICATORS, indicatorRows } from './indicators.ts'
import { NARRATIVE, narrativeRows } from './narrative.ts'
import type { Relation, Row } from './relation.ts'
import { csvHead, csvRows } from './rows.ts'
import { SANGONG, sangongRows } from './sangong.ts'

/** A relation with how its rows come out of a document. */
export interface RecordPart {
  readonly relation: Relation
  readonly rowsOf: (document: { readonly name: string; readonly document: DocumentJson }) => readonly Row[]
}

/** What the meaning of a document comes to as rows: amounts, goals, 三公, figures of the running text, checks. */
export const RECORDS: readonly RecordPart[] = [
  { relation: FACTS, rowsOf: factRows },
  { relation: INDICATORS, rowsOf: indicatorRows },
  { relation: SANGONG, rowsOf: sangongRows },
  { relation: NARRATIVE, rowsOf: narrativeRows },
  { relation: CHECKS, rowsOf: checkRows },
]

/** The rows of a relation of one document as the text of its CSV; null where there are none. */
export function recordText({ relation, rowsOf }: RecordPart, name: string, document: DocumentJson): string | null {
  const rows = rowsOf({ name, document })
  return rows.length === 0 ? null : csvHead(relation) + csvRows(relation, rows)
}
