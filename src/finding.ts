import type { Box } from './geometry.ts'

/** How much a finding matters: `error` a figure is wrong or missing, `warning` it may be, `info` worth knowing. */
export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Who is at fault, as far as it can be told. */
export const VERDICTS = [
  'extraction-suspect',
  'published-inconsistency',
  'unexplained',
  'rounding',
  'not-evaluable',
  'structure',
  'holds',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** Words in both languages. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** A place in the tables of a document. */
export interface CellPlace {
  readonly table: string
  readonly row: number
  readonly column: number
}

/** The places of some cells of a table. */
export const placesIn = (table: string, cells: readonly Omit<CellPlace, 'table'>[]): CellPlace[] =>
  cells.map(({ row, column }) => ({ table, row, column }))

/** The place of a cell in its table, as a key. */
export const placeKey = ({ row, column }: Omit<CellPlace, 'table'>): string => `${row},${column}`

/** Something a reader of the data has to know; plain data, never thrown. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly verdict: Verdict
  /** What relations that fail for one reason share; absent where no relation is told of. */
  readonly cause?: string
  /** Ids of the accounting identities that fail for this cause. */
  readonly identities?: readonly string[]
  /** Table.id, or null when it is about the document. */
  readonly table: string | null
  readonly tables: readonly string[]
  readonly cells: readonly CellPlace[]
  readonly page: number | null
  readonly box: Box | null
  readonly expected: string | null
  readonly actual: string | null
  readonly tolerance: string | null
  readonly message: Words
}

/** What there is to say in a finding: its words, or a message that is there already. */
export type Said = Pick<Finding, 'code'> & Partial<Omit<Finding, 'message'>> & (Words | Pick<Finding, 'message'>)

/** A finding with what there is to say: a warning about structure where it says nothing else; the other fields are null or empty, and one that names its table is about that table. */
export function findingFrom(said: Said): Finding {
  const tables = said.table ? [said.table] : []
  const nothing = { table: null, tables, cells: [], page: null, box: null, expected: null, actual: null, tolerance: null }
  const usual = { ...nothing, severity: 'warning', verdict: 'structure' } as const
  if ('message' in said) return { ...usual, ...said }
  const { zh, en, ...more } = said
  return { ...usual, ...more, message: { zh, en } }
}
