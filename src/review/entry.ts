import type { Outcome } from '../batch/outcome.ts'
import { isMoneyUnit, magnitude, moneyOf } from '../budget/money/amount.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { isDoubtful } from '../write/document/doubtful.ts'
import { coverageRow } from '../write/relations/coverage.ts'
import { jsonlRows } from '../write/relations/relation.ts'
import { SANGONG, sangongRows } from '../write/relations/sangong.ts'
import { opensAt } from './opens-at.ts'
import { toldCheck } from './told-check.ts'
import type { Claim, Entry, SangongRow } from './wire.ts'

type FindingJson = DocumentJson['findings'][number]

/** Findings that say that figures do not agree, whoever is at fault. */
const VERDICTS = new Set(['published-inconsistency', 'extraction-suspect', 'unexplained', 'rounding'])
const isClaim = ({ verdict, code }: FindingJson): boolean => VERDICTS.has(verdict) && !code.startsWith('reviewed-')

function differenceOf(document: DocumentJson, finding: FindingJson): string | null {
  const told = toldCheck(document, finding)
  const unit = told === null ? null : document.checks[told]?.unit
  if (!unit || !isMoneyUnit(unit) || finding.expected === null || finding.actual === null) return null
  const [expected, actual] = [moneyOf(finding.expected, unit), moneyOf(finding.actual, unit)]
  if (expected === null || actual === null) return null
  return `${magnitude(expected.fen - actual.fen)}`
}

const claimsOf = (name: string, document: DocumentJson): Claim[] =>
  document.findings.flatMap((finding, at) => {
    if (!isClaim(finding)) return []
    const { verdict, page, message } = finding
    return [{ document: name, finding: at, verdict, ...message, page, fen: differenceOf(document, finding) }]
  })

const sangongOf = (name: string, document: DocumentJson): SangongRow[] =>
  jsonlRows(SANGONG, sangongRows({ name, document }))
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

/** A line of the archive for a document that was not read. */
export function lostEntry({ name, file, status, message, subject, pages }: Outcome): Entry {
  const { fiscalYear: year, ...whose } = subject ?? NOBODY
  return {
    ...{ name, file, status, message, ...whose, year, pages, opens: null },
    ...{ current: false, held: 0, rounding: 0, broken: 0, doubtful: 0, reviewed: 0, misfits: 0 },
    ...{ missing: '', empty: '', scans: '', claims: [], sangong: [] },
  }
}

const NOBODY: NonNullable<Outcome['subject']> = { department: null, region: null, fiscalYear: null, kind: null, scope: null }

/** A line of the archive for a document that was read. */
export function entryOf(outcome: Outcome, document: DocumentJson): Entry {
  const { name, file, status, message, replacedBy } = outcome
  const { department, region, fiscalYear, kind, scope } = outcome.subject ?? document.document
  const current = replacedBy === null
  const row = coverageRow({ ...outcome, current, document })
  const outcomes = document.checks.map(check => check.outcome)
  const count = (wanted: string): number => outcomes.filter(one => one === wanted).length
  const cells = document.tables.flatMap(table => table.cells)
  return {
    ...{ name, file, status, message, department, region, year: fiscalYear, kind, scope, current },
    pages: document.source.pages,
    opens: opensAt(document),
    held: count('holds'),
    rounding: count('rounding'),
    broken: count('broken'),
    doubtful: cells.filter(isDoubtful).length,
    reviewed: cells.filter(({ source }) => source === 'reviewed').length,
    misfits: document.findings.filter(({ code }) => code === 'correction-misfit').length,
    missing: String(row['missing_tables'] ?? ''),
    empty: String(row['empty_tables'] ?? ''),
    scans: String(row['scanned_pages'] ?? ''),
    claims: claimsOf(name, document),
    sangong: sangongOf(name, document),
  }
}
