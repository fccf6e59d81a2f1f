import type { Dataset } from '../budget/dataset.ts'
import type { Checked } from './check.ts'
import { completenessFindings } from './completeness.ts'
import { coverageOf } from './coverage.ts'
import { tableChecks } from './evaluate.ts'
import { findingsOf } from './findings.ts'
import { narrativeChecks } from './narrative.ts'
import { performanceChecks } from './performance.ts'
import { sangongOf } from './sangong.ts'
import { sceneOf } from './scene.ts'
import { nameFindings } from './subject-names.ts'
import { judgementsOf } from './verdict.ts'

/** Try every identity on a document, say who is at fault where one is broken, and which figures nothing vouches for. */
export function checkDataset(dataset: Dataset): Checked {
  const drafts = [...tableChecks(dataset), ...narrativeChecks(dataset), ...performanceChecks(dataset)]
  const judgements = judgementsOf(drafts, sceneOf(dataset, drafts))
  const checks = drafts.map(check => ({ ...check, verdict: judgements.get(check)?.verdict ?? check.verdict }))
  return {
    checks,
    findings: [
      ...dataset.findings,
      ...completenessFindings(dataset),
      ...nameFindings(dataset.tables),
      ...checks.flatMap(check => findingsOf(check)),
    ],
    coverage: coverageOf(dataset, checks),
    sangong: sangongOf(dataset),
  }
}
