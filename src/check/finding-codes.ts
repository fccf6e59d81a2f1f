import type { Severity } from '../finding.ts'

/** Every code that reading and checking a budget may give, with how much it matters. */
export const CODES = {
  'identity-broken': 'error',
  'identity-published': 'warning',
  'identity-unexplained': 'info',
  'identity-rounding': 'info',
  'last-place': 'info',
  'share-plugged': 'info',
  'year-wrong': 'warning',
  'words-differ': 'info',
  'basis-differs': 'info',
  'growth-from-nothing': 'info',
  'name-obsolete': 'info',
  'name-unusual': 'info',
  'code-unusual': 'info',
  'rows-shifted': 'warning',
  'subject-unlisted': 'info',
  'office-other': 'info',
  'tree-doubtful': 'warning',
  'sangong-unread': 'warning',
  'sangong-count-doubtful': 'info',
  'goals-unread': 'warning',
  'unit-contradiction': 'error',
  'unit-doubtful': 'warning',
  'unit-missing': 'info',
  'several-offices': 'warning',
  'table-twice': 'info',
  'column-unknown': 'info',
  'title-of-other-year': 'info',
  'amount-unreadable': 'warning',
  'rows-unnamed': 'warning',
} as const satisfies Readonly<Record<string, Severity>>

export type FindingCode = keyof typeof CODES
