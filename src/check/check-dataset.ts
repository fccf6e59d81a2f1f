import type { Dataset } from '../budget/dataset.ts'
import { causesOf } from './cause.ts'
import type { Checked } from './check.ts'
import { completenessFindings } from './completeness.ts'
import { coverageOf } from './coverage.ts'
import { tableChecks } from './evaluate.ts'
import { findingOf } from './findings.ts'
import { narrativeChecks } from './narrative.ts'
import { performanceChecks } from './performance.ts'
import { sangongOf } from './sangong.ts'
import { sceneOf } from './scene.ts'
import { nameFindings } from './subject-names.ts'
import { judged } from './verdict.ts'

/** Try every identity on a document, say who is at fault where one is broken, and which figures nothing vouches for. */
export function checkDataset(dataset: Dataset): Checked {
  const drafts = [...tableChecks(dataset), ...narrativeChecks(dataset), ...performanceChecks(dataset)]
  const scene = sceneOf(dataset, drafts)
  const { checks, judgements } = judged(drafts, scene)
  return {
    checks,
    findings: [
      ...dataset.findings,
      ...completenessFindings(dataset),
      ...nameFindings(dataset.tables),
      ...causesOf(checks, judgements).map(cause => findingOf(cause, scene)),
    ],
    coverage: coverageOf(dataset, checks),
    sangong: sangongOf(dataset),
  }
}
