import type { Check, Term } from './check.ts'

/** The name of a cell among terms; null for a figure of the prose. */
export const placeName = (term: Term): string | null =>
  term.place ? `${term.place.table}\u0000${term.place.row}\u0000${term.place.column}` : null

const termsOf = (check: Check): readonly Term[] => [...check.left.terms, ...check.right.terms]

/** Checks through each cell. */
export function checksByCell(checks: readonly Check[]): ReadonlyMap<string, readonly Check[]> {
  const found = new Map<string, Check[]>()
  for (const check of checks) {
    if (check.outcome === 'not-evaluable') continue
    for (const name of new Set(termsOf(check).flatMap(term => placeName(term) ?? []))) {
      const list = found.get(name)
      if (list) list.push(check)
      else found.set(name, [check])
    }
  }
  return found
}

/** What the evidence about figures is, besides the arithmetic. */
export interface Witnesses {
  /** Figures on the pages of a table that stand in no cell, in 分, by table. */
  readonly stray: (table: string) => ReadonlySet<bigint>
  /** Whether a table has no figure at all. */
  readonly isEmpty: (table: string) => boolean
}

/** Whether one figure could be a misreading of another: one digit different, lost or added, or two swapped. */
export function couldBeMisread(a: string, b: string): boolean {
  const [x, y] = [a, b].map(text => text.replaceAll(/[^\d]/g, '').replace(/^0+/, '')) as [string, string]
  if (x === y) return true
  if (x.length === y.length) {
    const different = [...x].flatMap((digit, at) => (digit === y[at] ? [] : [at]))
    const [first, second] = different
    if (different.length === 1) return true
    return (
      different.length === 2 && first !== undefined && second === first + 1 && x[first] === y[second] && x[second] === y[first]
    )
  }
  const [long, short] = x.length > y.length ? [x, y] : [y, x]
  return (
    long.length === short.length + 1 &&
    short.length > 1 &&
    [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  )
}

/** A cell is vouched for by an identity that holds exactly through it; one that no other identity goes through, by the text layer. */
function isVouched(term: Term, check: Check, through: ReadonlyMap<string, readonly Check[]>): boolean {
  const name = placeName(term)
  if (name === null) return term.certain
  const others = (through.get(name) ?? []).filter(other => other !== check)
  if (others.some(other => other.outcome === 'holds')) return true
  if (others.length === 0) return term.certain
  return others.every(other => other.outcome !== 'broken') && term.certain
}

/** What the figure would have to be for the identity to hold. */
const wanted = (check: Check, term: Term): bigint | null => {
  if (check.difference === null) return null
  const onLeft = check.left.terms.includes(term)
  return term.fen + (onLeft ? -check.difference : check.difference) * term.sign
}

/** The digits of 分, for comparison with what is printed. */
const digitsAs = (term: Term, fen: bigint): string => `${(fen < 0n ? -fen : fen) / (term.step === 0n ? 1n : term.step)}`

/**
 * A figure that nothing vouches for is the document's own when the text layer is certain of it, all identities that break
 * through it alone want the same other figure, and that figure is neither a misreading of the printed one nor printed outside the cells.
 */
function isOwnSlip(term: Term, through: ReadonlyMap<string, readonly Check[]>, { stray, isEmpty }: Witnesses): boolean {
  const name = placeName(term)
  if (name === null || !term.certain || !term.place) return false
  if (isEmpty(term.place.table)) return true
  if (term.step === 0n) return false
  const doubtful = (check: Check): number => termsOf(check).filter(other => !isVouched(other, check, through)).length
  const broken = (through.get(name) ?? []).filter(other => other.outcome === 'broken' && doubtful(other) === 1)
  const wants = new Set(
    broken.flatMap(check =>
      termsOf(check)
        .filter(other => placeName(other) === name)
        .flatMap(other => wanted(check, other) ?? []),
    ),
  )
  const [want] = wants
  if (wants.size !== 1 || want === undefined) return false
  return !couldBeMisread(digitsAs(term, term.fen), digitsAs(term, want)) && !stray(term.place.table).has(want)
}

/** Whether the difference is, but for rounding, a figure that is printed outside the cells: a row was lost in reading. */
function isLost({ difference, tolerance }: Check, stray: ReadonlySet<bigint>): boolean {
  if (difference === null) return false
  const missing = difference < 0n ? -difference : difference
  return [...stray].some(figure => figure > 0n && (figure > missing ? figure - missing : missing - figure) <= tolerance)
}

/**
 * Say who is at fault where an identity is broken. The document is, when every figure in it is vouched for: by other
 * identities through the same cell, or by the text layer. A difference that is printed on the page outside all cells points
 * to a row that was lost in reading. In all other cases the reading is suspect.
 */
export function withVerdicts(checks: readonly Check[], witnesses: Witnesses): Check[] {
  const through = checksByCell(checks)
  return checks.map(check => {
    if (check.outcome !== 'broken') return check
    const lost = check.tables.some(table => isLost(check, witnesses.stray(table)))
    const doubtful = termsOf(check).filter(term => !isVouched(term, check, through))
    const own = !lost && doubtful.every(term => isOwnSlip(term, through, witnesses))
    return { ...check, verdict: own ? 'published-inconsistency' : 'extraction-suspect' }
  })
}
