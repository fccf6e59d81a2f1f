import { z } from 'zod'
import { INTERNAL_FAULT } from '../contained.ts'
import { BudgetError, type ErrorCode, messageOf } from '../errors.ts'
import { runs } from '../geometry.ts'
import { INSTALL_HINT } from '../ocr/engine/engines.ts'
import type { ExtractOptions } from '../options.ts'
import { isUnreadable, PAGES_ABSENT } from '../page/findings.ts'
import { needsOcr } from '../page-content.ts'
import { titlesMissing } from '../table/table.ts'
import { type DocumentJson, documentSchema } from '../write/document/document.ts'
import { index as count, orNull } from '../write/document/meaning-schema.ts'

const identities = z.strictObject({ held: count, rounding: count, broken: count, notEvaluable: count })

/** What a document says about itself, as far as linking and counting need it. */
const subject = documentSchema.shape.document.pick({
  department: true,
  region: true,
  fiscalYear: true,
  kind: true,
  scope: true,
})

/** How one document of a run ended: a line of manifest.jsonl. */
export const outcomeSchema = z.strictObject({
  file: z.string().describe('the PDF as given'),
  name: z.string().describe('folder of its output'),
  status: z.enum(['ok', 'partial', 'needs-ocr', 'encrypted', 'timeout', 'corrupt', 'no-tables', 'failed']),
  message: z.string().describe('one line for a person; empty when all is well'),
  pages: count,
  tables: count,
  findings: z.strictObject({ error: count, warning: count, info: count }),
  identities: orNull(identities).describe('accounting identities by how they came out; null when none was tried'),
  coverage: orNull(z.number().min(0).max(1)).describe('share of the amounts that at least one identity guards'),
  subject: orNull(subject).describe('whose document it is, of which year and kind'),
  holds: z.array(z.string()).describe('the tables it holds, each once: the kinds of standard tables, the titles of others'),
  modified: orNull(z.iso.datetime()).describe('when the PDF says that it was last changed, else the date of the file'),
  ms: count.describe('wall-clock time'),
  peakMemory: orNull(count).describe('most memory of the worker while it did this document, in MB'),
  sha256: orNull(z.string().regex(/^[0-9a-f]{64}$/)).describe('of the PDF; null when it could not be read'),
  version: z.string().describe('of yusuan'),
  key: orNull(z.string()).describe('of sha256, version and options: a later run with the same key need not do it again'),
  duplicateOf: orNull(z.string()).describe('name of the document with the same bytes, which was done instead'),
  replacedBy: orNull(z.string()).describe('name of a later publication of the same department, year and kind'),
})

export type Outcome = z.infer<typeof outcomeSchema>
export type Status = Outcome['status']

/** Whether a document ended with data that can be used. */
export const succeeded = (outcome: Pick<Outcome, 'status'>): boolean => outcome.status === 'ok' || outcome.status === 'partial'

/** Whether a document did not give what is in it; a text without a table has given all. */
export const hasFailed = (outcome: Pick<Outcome, 'status'>): boolean => !succeeded(outcome) && outcome.status !== 'no-tables'

/** Whether a document was read, so that its document.json tells what it holds: tables, sentences alone, or pages that wait for OCR. */
export const isRead = (outcome: Pick<Outcome, 'status'>): boolean =>
  succeeded(outcome) || outcome.status === 'no-tables' || outcome.status === 'needs-ocr'

const STATUS_OF_ERROR: Partial<Record<ErrorCode, Status>> = {
  encrypted: 'encrypted',
  corrupt: 'corrupt',
  empty: 'corrupt',
  'not-a-pdf': 'corrupt',
  'no-pages': 'corrupt',
}

/** What an error says; for a value that breaks the contract the place where it does. */
function complaintOf(error: unknown): string {
  const issue = error instanceof z.ZodError ? error.issues[0] : undefined
  return issue ? `${issue.path.join('.')} breaks the contract: ${issue.message}` : messageOf(error)
}

/** Status and message of a document that threw. */
export function verdictOfError(error: unknown): Pick<Outcome, 'status' | 'message'> {
  const message = complaintOf(error).replaceAll(/\s+/g, ' ')
  if (error instanceof BudgetError) return { status: STATUS_OF_ERROR[error.code] ?? 'failed', message }
  return { status: 'failed', message: `internal error: ${message}` }
}

/** Status and message of a document that was read: what it holds, and what of it is out of reach. */
export function verdictOf({ pages, tables, findings }: DocumentJson): Pick<Outcome, 'status' | 'message'> {
  const unread = pages.filter(needsOcr).map(page => page.page)
  const missing = titlesMissing(findings).length
  const faults = findings.filter(finding => finding.code === INTERNAL_FAULT)
  const damaged = findings.filter(isUnreadable)
  const hint = findings.find(({ code }) => code === 'needs-ocr')?.message.en.replace(/^.*; /, '; ') ?? ''
  const scans = unread.length > 0 ? `no usable text on page ${runs(unread)}${hint.startsWith('; ') ? hint : ''}` : ''
  const absent = findings.find(({ code }) => code === PAGES_ABSENT)
  const withNote = (message: string): string => [message, absent?.message.en, engineNote(pages)].filter(Boolean).join('; ')
  const [worst] = [...faults, ...damaged]
  if (tables.length === 0 && worst !== undefined)
    return {
      status: pages.every(page => isLost(page, [...faults, ...damaged])) ? 'corrupt' : 'partial',
      message: worst.message.en,
    }
  if (tables.length === 0)
    return scans ? { status: 'needs-ocr', message: scans } : { status: 'no-tables', message: withNote('no table found') }
  const lost = missing > 0 ? `${missing} listed table${missing === 1 ? '' : 's'} not found` : ''
  const ours = faults.length > 0 ? `${faults.length} mistake${faults.length === 1 ? '' : 's'} of ours, the rest is whole` : ''
  const gone = damaged.length > 0 ? `damaged page ${runs(damaged.flatMap(({ page }) => page ?? []))} not read` : ''
  const message = [scans, gone, lost, ours].filter(Boolean).join('; ')
  return { status: message ? 'partial' : 'ok', message: withNote(message) }
}

/** Which pages the weaker engine has read, and how to have the better one; it is taken by itself where that is not installed. */
function engineNote(pages: DocumentJson['pages']): string {
  const weakly = pages.filter(({ ocr }) => ocr === 'tesseract').map(({ page }) => page)
  return weakly.length === 0 ? '' : `page ${runs(weakly)} read by tesseract; paddle reads better: ${INSTALL_HINT}`
}

/** Whether nothing of a page was read: it is damaged, or a mistake of ours kept us from it. */
const isLost = ({ page, width }: DocumentJson['pages'][number], faults: DocumentJson['findings']): boolean =>
  width === 0 && faults.some(fault => fault.page === page)

/** Findings counted by severity. */
function severities(findings: DocumentJson['findings']): Outcome['findings'] {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** What a user chose about every document of a run; plain data. */
export type DocumentOptions = Readonly<Omit<ExtractOptions, 'file' | 'threads'>>

/** What a worker needs to know about one document; plain data. */
export interface Job {
  readonly path: string
  /** What the user calls it. */
  readonly file: string
  /** Folder of the output, or null when the document is wanted back instead. */
  readonly folder: string | null
  readonly options: DocumentOptions
  /** Its share of the processors. */
  readonly threads: number
  /** Where the corrections of people are, which are replayed on the reading. */
  readonly corrections?: string
}

/** The part of an outcome that the worker knows. */
export type Result = Omit<Outcome, 'file' | 'name' | 'ms' | 'peakMemory' | 'version' | 'key' | 'duplicateOf' | 'replacedBy'> & {
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
  holds: [],
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
    holds: [...new Set(document.tables.flatMap(table => table.kind ?? table.title ?? []))],
    sha256: document.source.sha256,
  }
}
