import { inUnit } from '../budget/amount.ts'
import type { Finding, Verdict } from '../finding.ts'
import type { Check, Side, Term } from './check.ts'
import { sumOf } from './check.ts'
import { CODES, type FindingCode } from './codes.ts'
import { IDENTITIES } from './identities.ts'
import { percentText } from './ratio-checks.ts'

const NAMES = new Map(IDENTITIES.map(identity => [identity.id, identity.name]))

/** Name of an identity in both languages. */
export const nameOf = (id: string): { readonly zh: string; readonly en: string } => NAMES.get(id) ?? { zh: id, en: id }

/** A figure in the unit of its check. */
export function shown(fen: bigint, unit: string): string {
  if (unit === '%') return percentText(fen)
  return unit.endsWith('元') ? inUnit(fen, unit) : `${fen}`
}

const PRINTED = 6

/** The figures of a side as printed, with their pages: `675.65 + 332.80 (p.17)`. */
export function printedSide(side: Side): string {
  const terms = side.terms.filter(term => term.step > 0n)
  const texts = terms.slice(0, PRINTED).map((term, at) => `${term.sign < 0n ? '− ' : at > 0 ? '+ ' : ''}${term.text}`)
  const pages = [...new Set(terms.map(term => term.page))].map(page => `p.${page}`).join(', ')
  return terms.length === 0 ? '—' : `${texts.join(' ')}${terms.length > PRINTED ? ' …' : ''} (${pages})`
}

function codeOf(check: Check): FindingCode {
  if (check.note === 'plugged') return 'share-plugged'
  if (check.verdict === 'rounding') return 'identity-rounding'
  if (check.verdict === 'unexplained') return 'identity-unexplained'
  if (check.identity === 'N6') return 'year-wrong'
  if (check.identity === 'N16') return 'name-obsolete'
  if (check.note?.startsWith('basis')) return 'basis-differs'
  return check.verdict === 'published-inconsistency' ? 'identity-published' : 'identity-broken'
}

const VERDICTS: Readonly<Partial<Record<Verdict, { readonly zh: string; readonly en: string }>>> = {
  'published-inconsistency': { zh: '公开文件如此', en: 'printed so in the document' },
  'extraction-suspect': { zh: '读取存疑', en: 'the reading is suspect' },
  rounding: { zh: '四舍五入', en: 'rounding' },
}

/** The figure of a year, a name or a statement is said in words. */
function sideText(check: Check, side: Side): string {
  return side.terms.length === 0
    ? side.label
    : check.unit === ''
      ? `${side.label} ${printedSide(side)}`
      : `${side.label} ${printedSide(side)}${side.terms.length > 1 ? ` = ${shown(sumOf(side), check.unit)}` : ''}`
}

const placed = (terms: readonly Term[]): Finding['cells'] => terms.flatMap(term => (term.place ? [term.place] : []))

/** The finding of a check that does not simply hold. */
export function findingsOf(check: Check): Finding[] {
  if (check.outcome === 'holds' || check.outcome === 'not-evaluable') return []
  const code = codeOf(check)
  const terms = [...check.left.terms, ...check.right.terms]
  const [first] = terms
  const name = nameOf(check.identity)
  const [left, right] = [sideText(check, check.left), sideText(check, check.right)]
  const difference = check.difference === null ? '' : shown(check.difference, check.unit)
  const verdict = VERDICTS[check.verdict]
  const unit = check.unit === '%' ? '' : check.unit
  return [
    {
      code,
      severity: CODES[code].severity,
      verdict: check.verdict,
      table: check.left.terms.find(term => term.place)?.place?.table ?? check.tables[0] ?? null,
      tables: check.tables,
      cells: placed(terms),
      page: first?.page ?? null,
      box: first?.box ?? null,
      expected: check.right.terms.length === 0 ? check.right.label : shown(sumOf(check.right), check.unit),
      actual: check.unit === '' ? (first?.text ?? null) : shown(sumOf(check.left), check.unit),
      tolerance: check.unit === '' ? null : shown(check.tolerance, check.unit),
      message: {
        zh: `${check.identity} ${name.zh}：${left} ≠ ${right}${difference && `，差 ${difference}${unit}`}（${verdict?.zh ?? ''}）`,
        en: `${check.identity} ${name.en}: ${left} ≠ ${right}${difference && `, difference ${difference}${unit && ` ${unit}`}`} (${verdict?.en ?? ''})`,
      },
    },
  ]
}
