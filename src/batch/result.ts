import type { ExtractOptions } from '../options.ts'
import type { DocumentJson } from '../write/document.ts'
import { type Outcome, severities, verdictOf } from './outcome.ts'

/** What a user chose about every document of a run; plain data. */
export type DocumentOptions = Readonly<Omit<ExtractOptions, 'file'>>

/** What a worker needs to know about one document; plain data. */
export interface Job {
  readonly path: string
  /** What the user calls it. */
  readonly file: string
  /** Folder of the output, or null when the document is wanted back instead. */
  readonly folder: string | null
  readonly options: DocumentOptions
  /** Where the corrections of people are, which are replayed on the reading. */
  readonly corrections?: string
}

/** The part of an outcome that the worker knows. */
export type Result = Pick<
  Outcome,
  'status' | 'message' | 'pages' | 'tables' | 'findings' | 'identities' | 'coverage' | 'subject' | 'modified' | 'sha256'
> & {
  /** Only where no folder was given. */
  readonly document?: DocumentJson
}

/** The result of a document that gave nothing. */
export const nothingOf = (verdict: Pick<Outcome, 'status' | 'message'>, sha256: string | null = null): Result => ({
  ...verdict,
  pages: 0,
  tables: 0,
  findings: { error: 0, warning: 0, info: 0 },
  identities: null,
  coverage: null,
  subject: null,
  modified: null,
  sha256,
})

/** How the accounting identities of a document came out, or null when none was tried. */
function identitiesOf({ checks }: DocumentJson): Outcome['identities'] {
  if (checks.length === 0) return null
  const count = (wanted: DocumentJson['checks'][number]['outcome']): number =>
    checks.filter(({ outcome }) => outcome === wanted).length
  return {
    held: count('holds'),
    rounding: count('rounding'),
    broken: count('broken'),
    notEvaluable: count('not-evaluable'),
  }
}

/** Share of the figures of standard tables that at least one identity guards, or null when there is no such figure. */
const guardedShare = ({ coverage: { figures, guarded: good } }: DocumentJson): Outcome['coverage'] =>
  figures === 0 ? null : Math.round((good / figures) * 1000) / 1000

/** What an outcome tells of a document that was read. */
export const resultOf = (document: DocumentJson): Omit<Result, 'modified'> => {
  const { department, region, fiscalYear, kind, scope } = document.document
  return {
    ...verdictOf(document),
    pages: document.source.pages,
    tables: document.tables.length,
    findings: severities(document.findings),
    identities: identitiesOf(document),
    coverage: guardedShare(document),
    subject: { department, region, fiscalYear, kind, scope },
    sha256: document.source.sha256,
  }
}
