import type { Check } from '../check.ts'
import { unproven } from './compare.ts'

/**
 * The checks as they are when at least half of the rows they are about hold, or there are no more than `few` of them; else
 * the broken ones are not evaluable: the table does not mean what the identity says.
 */
export function ifMostHold(checks: readonly Check[], note: string, few = 1): Check[] {
  const rows = [...Map.groupBy(checks, check => check.left.terms[0]?.place?.row ?? check.instance).values()]
  const held = rows.filter(group => group.every(check => check.outcome !== 'broken')).length
  if (rows.length <= few || 2 * held >= rows.length) return [...checks]
  return checks.map(check => unproven(check, note))
}
