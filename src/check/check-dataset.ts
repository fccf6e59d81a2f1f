import type { Dataset } from '../budget/dataset.ts'
import { contained, containedEach } from '../contained.ts'
import type { Check, Checked } from './check.ts'
import { completenessFindings } from './completeness.ts'
import { coverageOf } from './coverage.ts'
import { identityChecks } from './evaluate.ts'
import { findingsOf } from './findings.ts'
import { IDENTITIES } from './identities.ts'
import { narrativeChecks } from './narrative.ts'
import { performanceChecks } from './performance.ts'
import { sangongOf } from './sangong.ts'
import { nameFindings } from './subject-names.ts'
import { withVerdicts } from './verdict.ts'
import { witnessesOf } from './witnesses.ts'

/** All that is tried on a document, each by itself: what fails costs itself. */
const TRIES: readonly { readonly stage: string; readonly on: (dataset: Dataset) => readonly Check[] }[] = [
  ...IDENTITIES.map(identity => ({ stage: identity.id, on: (dataset: Dataset) => identityChecks(dataset, identity) })),
  { stage: 'narrative', on: narrativeChecks },
  { stage: 'performance goals', on: performanceChecks },
]

const NOTHING_GUARDED: Checked['coverage'] = { figures: 0, guarded: 0, unguarded: [] }

/** Try every identity on a document, say who is at fault where one is broken, and which figures nothing vouches for. */
export function checkDataset(dataset: Dataset): Checked {
  const drafts = containedEach(
    TRIES,
    ({ stage }) => ({ stage: `check ${stage}` }),
    ({ on }) => on(dataset),
  )
  // Without witnesses nobody can be accused: no check is better than one without a verdict.
  const checks = contained({ stage: 'verdicts' }, () => withVerdicts(drafts.value, witnessesOf(dataset)), [])
  const complete = contained({ stage: 'completeness' }, () => completenessFindings(dataset), [])
  const names = contained({ stage: 'names of subjects' }, () => nameFindings(dataset.tables), [])
  const coverage = contained({ stage: 'coverage' }, () => coverageOf(dataset, checks.value), NOTHING_GUARDED)
  const sangong = contained({ stage: '三公' }, () => sangongOf(dataset), [])
  const faults = [drafts, checks, complete, names, coverage, sangong].flatMap(part => part.faults)
  return {
    checks: checks.value,
    findings: [...dataset.findings, ...faults, ...complete.value, ...names.value, ...checks.value.flatMap(findingsOf)],
    coverage: coverage.value,
    sangong: sangong.value,
  }
}
