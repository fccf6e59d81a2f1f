import type { Dataset } from '../budget/dataset.ts'
import { contained, containedEach } from '../contained.ts'
import type { Finding } from '../finding.ts'
import { type Check, type Checked, placeName } from './check.ts'
import { completenessFindings } from './completeness.ts'
import { coverageOf } from './guarded.ts'
import { IDENTITIES } from './identities.ts'
import { directionOf } from './judged/kin.ts'
import { sceneOf } from './judged/scene.ts'
import { judgedAgain, shiftedIn } from './judged/shifted.ts'
import { judged } from './judged/verdict.ts'
import { relationsOf } from './relations/relations.ts'
import { countDoubts } from './sangong/counts.ts'
import { sangongOf } from './sangong/sangong.ts'
import { shareDoubts } from './sangong/share-base.ts'
import { nameFindings } from './subject-names.ts'
import { causesOf } from './told/cause.ts'
import { findingOf } from './told/findings.ts'
import { fromNothingFindings } from './told/from-nothing.ts'
import { goalUnitFindings } from './told/goal-units.ts'
import { goalYearFindings } from './told/goal-years.ts'
import { leftInPrint } from './told/left-in-print.ts'
import { otherOfficeFindings } from './told/office-other.ts'
import { misnamedFindings } from './told/own-name.ts'
import { unitlessFindings } from './told/unitless.ts'
import { unlistedFindings } from './told/unlisted.ts'
import { vouchedFor } from './vouched.ts'

const NOTHING_GUARDED: Checked['coverage'] = { figures: 0, guarded: 0, unguarded: [] }
const NOTHING_VOUCHED: Checked['vouched'] = new Map()

/** Try every identity on a document, say who is at fault where one is broken, and which figures nothing vouches for. */
export function checkDataset(dataset: Dataset): Checked {
  // Each by itself: what fails costs itself.
  const drafts = containedEach(
    IDENTITIES,
    ({ id }) => ({ stage: `check ${id}` }),
    identity => relationsOf(dataset, identity),
  )
  // Without a scene nobody can be accused: no check is better than one without a verdict.
  const verdicts = contained({ stage: 'verdicts' }, () => verdictsOf(dataset, distinct(drafts.value)), {
    checks: [],
    findings: [],
  })
  const { checks } = verdicts.value
  const complete = contained({ stage: 'completeness' }, () => completenessFindings(dataset), [])
  const names = contained({ stage: 'names of subjects' }, () => [...nameFindings(dataset), ...toldOfText(dataset)], [])
  const coverage = contained({ stage: 'coverage' }, () => coverageOf(dataset, checks), NOTHING_GUARDED)
  const vouched = contained({ stage: 'vouching' }, () => vouchedFor(checks), NOTHING_VOUCHED)
  const sangong = contained({ stage: '三公' }, () => sangongOf(dataset), [])
  const counts = contained(
    { stage: 'counts of 三公' },
    () => [...countDoubts(dataset, sangong.value), ...shareDoubts(dataset)],
    [],
  )
  const faults = [drafts, verdicts, complete, names, coverage, vouched, sangong, counts].flatMap(part => part.faults)
  return {
    checks,
    findings: [...dataset.findings, ...faults, ...complete.value, ...names.value, ...counts.value, ...verdicts.value.findings],
    coverage: coverage.value,
    vouched: vouched.value,
    sangong: sangong.value,
  }
}

/** What is told of the text itself, whatever its figures make. */
const toldOfText = (dataset: Dataset): Finding[] =>
  [unitlessFindings, leftInPrint, goalUnitFindings, goalYearFindings, misnamedFindings, otherOfficeFindings].flatMap(findings =>
    findings(dataset),
  )

/** The printed figures a check goes through, side by side. */
const relationOf = (check: Check): string =>
  [check.left, check.right]
    .map(({ terms }) =>
      terms
        .filter(({ step }) => step > 0n)
        .map(placeName)
        .sort()
        .join('+'),
    )
    .join('=')

/** A sum down a table that two identities try, by the meaning of its words and by its tree, is one: the first that can be judged is kept. */
function distinct(checks: readonly Check[]): Check[] {
  const down = checks.filter(check => directionOf(check) === 'down')
  const again = [...Map.groupBy(down, relationOf).values()].flatMap(same => {
    const kept = same.find(({ outcome }) => outcome !== 'not-evaluable') ?? same[0]
    return same.filter(check => check !== kept)
  })
  const isAgain = new Set(again)
  return checks.filter(check => !isAgain.has(check))
}

/** The checks with their verdicts, and one finding for each cause of those that are broken. */
function verdictsOf(dataset: Dataset, drafts: readonly Check[]): { readonly checks: Check[]; readonly findings: Finding[] } {
  const shifted = shiftedIn(dataset, drafts)
  const again = judgedAgain(drafts, shifted)
  const scene = sceneOf(dataset, again, shifted)
  const { checks, judgements } = judged(again, scene)
  const causes = causesOf(checks, judgements).map(cause => findingOf(cause, scene))
  return { checks: [...checks], findings: [...causes, ...fromNothingFindings(checks), ...unlistedFindings(checks)] }
}
