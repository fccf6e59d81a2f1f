import type { Correction, Replayed } from '../corrections/correction.ts'
import type { Words } from '../finding.ts'
import type { DocumentJson } from '../write/document/document.ts'

/** What the page and its server say to each other; plain data that JSON carries. */

/** A sentence of a document that does not add up, as the lists show it. */
export interface Claim extends Words {
  readonly document: string
  /** Place in `findings` of its document.json. */
  readonly finding: number
  readonly verdict: string
  readonly page: number | null
  /** Difference in 分, without sign; null where it is not one of money. */
  readonly fen: string | null
}

/** A figure of 三公 with what is beside it, amounts in 元 as text. */
export type SangongRow = Readonly<Record<string, string | number | boolean | null>>

/** One line of the archive. */
export interface Entry {
  readonly name: string
  readonly file: string
  readonly status: string
  readonly message: string
  readonly department: string | null
  readonly region: string | null
  readonly year: number | null
  readonly kind: string | null
  readonly scope: string | null
  readonly pages: number
  /** The page that the document is opened at; null for one that was not read. */
  readonly opens: number | null
  readonly current: boolean
  readonly held: number
  readonly rounding: number
  readonly broken: number
  /** Cells whose reading nothing vouches for and nobody has looked at. */
  readonly doubtful: number
  readonly reviewed: number
  readonly misfits: number
  readonly missing: string
  readonly empty: string
  readonly scans: string
  readonly claims: readonly Claim[]
  readonly sangong: readonly SangongRow[]
}

/** Lines of the archive that go in one answer: thousands of documents have tens of megabytes of claims, and the first lines are wanted at once. */
export const LINES_AT_ONCE = 500

/** A part of the archive as far as it is read; lines that were read stay where they stand. */
export interface ArchiveView {
  readonly who: string
  readonly read: number
  readonly total: number
  /** Those from the line on that was asked for. */
  readonly entries: readonly Entry[]
}

/** A correction with what became of it. */
export type CorrectionView = Omit<Correction, 'box' | 'sha256' | 'file'> & Pick<Replayed, 'state' | 'because'>

/** A document as the page shows it. */
export interface DocumentView {
  readonly name: string
  /** Changes with every correction, so that two windows notice each other. */
  readonly version: string
  /** Whether the PDF was found, so that its pages can be drawn. */
  readonly pictures: boolean
  readonly document: DocumentJson
  readonly corrections: readonly CorrectionView[]
  /** What the identities tried in it say, by id. */
  readonly identityNames: Readonly<Record<string, Words>>
  readonly kinds: readonly (Words & { readonly id: string })[]
}

/** What came of corrections; whether the PDF is there the page knows. */
export type CorrectedView = Omit<DocumentView, 'pictures'>

/** Corrections that a request may have in all its strokes: each is replayed over all cells of the document. */
export const AT_ONCE = 500

/** A correction as the page asks for it; the server adds who says it, when, and of which document. */
export type CorrectionRequest = Omit<Correction, 'id' | 'when' | 'who' | 'file' | 'sha256'>

/** Corrections of a document as the page sends them: those of one stroke together, so that they can be taken back by one. */
export interface CorrectionsRequest {
  readonly name: string
  /** The version that the reader sees. */
  readonly version: string
  readonly who: string
  readonly strokes: readonly (readonly CorrectionRequest[])[]
}
