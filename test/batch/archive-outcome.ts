import type { Outcome } from '../../src/index.ts'

const WHOLE: Outcome = {
  ...{ file: '', name: '', status: 'ok', message: '', pages: 1, tables: 1, ms: 1, peakMemory: null, version: '' },
  ...{ findings: { error: 0, warning: 0, info: 0 }, identities: null, coverage: null, subject: null, holds: [] },
  ...{ modified: null, sha256: null, key: null, duplicateOf: null, replacedBy: null },
}

/** How a document ended that says whose it is: 2024 budget of a whole department, where nothing else is given. */
export const outcomeOf = (
  name: string,
  subject: Partial<NonNullable<Outcome['subject']>>,
  more: Partial<Outcome> = {},
): Outcome => ({
  ...{ ...WHOLE, name, file: `${name}.pdf`, ...more },
  subject: { department: null, region: null, fiscalYear: 2024, kind: 'budget', scope: 'department', ...subject },
})
