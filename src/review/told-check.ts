import { isSameBox } from '../geometry.ts'
import type { DocumentJson } from '../write/document/document.ts'

type FindingJson = DocumentJson['findings'][number]

const pair = (a: string | null, b: string | null): string => [a, b].sort().join(' ')

const stands = ({ left, right }: DocumentJson['checks'][number], { page, box }: FindingJson): boolean =>
  [...left.terms, ...right.terms].some(term => term.page === page && box !== null && isSameBox(term.box, box))

/**
 * The identity whose sentence a finding is, as its index: one that does not hold and has the two values of the finding, of several the one at
 * its place. A finding that stands for several identities of one cause tells of one. Null when it tells of none.
 */
export function toldCheck({ checks }: DocumentJson, finding: FindingJson): number | null {
  const { expected, actual } = finding
  if (expected === null || actual === null) return null
  const wanted = pair(expected, actual)
  const told = checks.flatMap(({ outcome, left, right }, at) =>
    outcome !== 'holds' && pair(left.value, right.value) === wanted ? [at] : [],
  )
  return told.find(at => checks[at] && stands(checks[at], finding)) ?? told[0] ?? null
}
