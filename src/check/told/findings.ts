import type { Finding } from '../../finding.ts'
import { type Check, fromOf, LAST_PLACE, placeName, sumOf } from '../check.ts'
import { CODES, type FindingCode } from '../finding-codes.ts'
import { identityOf, termsOf } from '../judged/kin.ts'
import type { Scene } from '../judged/rivals/rival.ts'
import { exampleOf, type Shifted } from '../judged/shifted.ts'
import { cellTerm } from '../relations/compare.ts'
import type { Cause } from './cause.ts'
import { sentenceOf, shown } from './sentence.ts'

const BY_VERDICT: Readonly<Partial<Record<Check['verdict'], FindingCode>>> = {
  rounding: 'identity-rounding',
  'published-inconsistency': 'identity-published',
  'extraction-suspect': 'identity-broken',
}

function codeOf({ lead: check, judgement }: Cause): FindingCode {
  if (check.verdict === 'unexplained' && judgement?.rival?.code) return judgement.rival.code
  if (check.note === 'plugged') return 'share-plugged'
  if (check.note === LAST_PLACE && check.verdict === 'rounding') return 'last-place'
  const code = identityOf(check).code
  if (code !== undefined && check.verdict === 'published-inconsistency') return code
  if (check.note?.startsWith('basis')) return 'basis-differs'
  return BY_VERDICT[check.verdict] ?? 'identity-unexplained'
}

/** Where amounts slipped: all of their cells, and the first row that shows it. */
function slippedCells(shift: Shifted): Partial<Finding> {
  const cells = shift.amounts.map(({ table, row, column }) => ({ table, row, column }))
  const example = exampleOf(shift)
  if (example === null) return { cells }
  const [{ page, box, fen, unit }, wanted] = [cellTerm(example.printed), cellTerm(example.wanted)]
  return { cells, table: example.printed.table, page, box, expected: shown(wanted.fen, unit), actual: shown(fen, unit) }
}

/** The finding of a cause: where its wrong figure stands, or else the first figure of the relation that says most. */
export function findingOf(cause: Cause, scene: Scene): Finding {
  const { lead, checks, judgement, id } = cause
  const code = codeOf(cause)
  const terms = checks.flatMap(check => [...termsOf(check), ...fromOf(check)])
  const cells = new Map(terms.flatMap(term => (term.place ? [[placeName(term), term.place]] : [])))
  const first = judgement?.culprit?.term ?? termsOf(lead)[0]
  return {
    code,
    severity: CODES[code],
    verdict: lead.verdict,
    cause: id,
    identities: [...new Set(checks.map(({ identity }) => identity))],
    table: first?.place?.table ?? lead.left.terms.find(({ place }) => place)?.place?.table ?? lead.tables[0] ?? null,
    tables: [...new Set(checks.flatMap(({ tables }) => tables))],
    cells: [...cells.values()],
    page: first?.page ?? null,
    box: first?.box ?? null,
    expected: lead.right.terms.length === 0 ? lead.right.label : shown(sumOf(lead.right), lead.unit),
    actual: lead.unit === '' ? (termsOf(lead)[0]?.text ?? null) : shown(sumOf(lead.left), lead.unit),
    tolerance: lead.unit === '' ? null : shown(lead.tolerance, lead.unit),
    message: sentenceOf(cause, scene),
    ...(judgement?.shift && slippedCells(judgement.shift)),
  }
}
