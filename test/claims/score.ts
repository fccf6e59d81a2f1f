import { existsSync, readFileSync } from 'node:fs'
import type { Dataset } from '../../src/budget/dataset.ts'
import { type Checked, placeName } from '../../src/check/check.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import type { Finding } from '../../src/finding.ts'
import { isClaim } from '../verdicts/register.ts'
import { misreadingsOf } from './misread.ts'
import { type Misprint, misprintsOf } from './printed.ts'
import { random } from './random.ts'
import type { Reading } from './reading.ts'

/** How often each result came out, by kind. */
export type Tally = Map<string, Map<string, number>>

/** Count one result of a kind. */
export function tallied(tally: Tally, kind: string, result: string): void {
  for (const name of [kind, 'ALL']) {
    const results = tally.get(name) ?? new Map<string, number>()
    results.set(result, (results.get(result) ?? 0) + 1)
    tally.set(name, results)
  }
}

/** One figure or place that was changed, and what came of it. */
export interface Scored {
  readonly kind: string
  readonly result: string
  /** What a developer wants to read of it. */
  readonly told: string
}

interface Sample {
  readonly each: number
  readonly seed: number
  readonly planted: readonly string[]
}

const isTold = ({ verdict }: Finding): boolean => /published|suspect|unexplained|rounding/.test(verdict)

/** Figures that are known to be printed wrong in the document as it is; claims that quote one are no news. */
export const plantedIn = (file: string): readonly string[] =>
  existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')).planted as { printed: string }[]).map(({ printed }) =>
        printed.replace(/^.*占/, ''),
      )
    : []

const quotes = ({ message, actual }: Finding, planted: readonly string[]): boolean =>
  planted.some(figure => `${message.zh} ${actual}`.includes(figure))

const digitsOf = (text: string): string => text.replaceAll(/[^\d.]/g, '')

/** What a finding says, as far as it stays the same when something elsewhere is changed. */
const nameOf = ({ code, verdict, actual, expected }: Finding): string => `${code} ${verdict} ${actual} ${expected}`

const fresh = ({ findings }: Checked, before: ReadonlySet<string>): Finding[] =>
  findings.filter(finding => isTold(finding) && !before.has(nameOf(finding)))

/** Whether relations of amounts or percentages go through a figure and each holds to its last digit: nothing proves that it is wrong. */
function isHeldBy({ checks }: Checked, { at }: Misprint): boolean {
  const through = checks.filter(
    ({ left, right, from, unit }) =>
      unit !== '' && [left.terms, right.terms, from?.part ?? [], from?.whole ?? []].flat().some(term => placeName(term) === at),
  )
  return through.length > 0 && through.every(({ outcome }) => outcome === 'holds')
}

const touches = ({ cells, message }: Finding, { amount, is }: Misprint): boolean =>
  amount === null
    ? message.zh.includes(is)
    : cells.some(({ table, row, column }) => table === amount.table && row === amount.row && column === amount.column)

/** Print figures otherwise, one at a time: each should be claimed, or at least be told of; a claim about another figure is false. */
export function misprintScore(reading: Reading, dataset: Dataset, { each, seed, planted }: Sample): Scored[] {
  const before = new Set(checkDataset(dataset).findings.filter(isTold).map(nameOf))
  const misprints = misprintsOf(reading, dataset, { count: each, next: random(seed) })
  // A figure that is wrong already proves nothing when it is changed again.
  const right = misprints.filter(({ was }) => !planted.some(figure => digitsOf(figure) === digitsOf(was)))
  return right.map(misprint => {
    const checked = checkDataset(misprint.print())
    const found = fresh(checked, before).filter(finding => touches(finding, misprint) || !quotes(finding, planted))
    const claims = found.filter(isClaim)
    const wrong = claims.filter(claim => !touches(claim, misprint))
    const told = `p.${misprint.page} ${misprint.was} as ${misprint.is} ${(wrong[0] ?? found[0])?.message.zh ?? ''}`
    const result =
      wrong.length > 0
        ? 'false claim'
        : claims.length > 0
          ? 'claimed'
          : found.length > 0
            ? `only ${found[0]?.verdict}`
            : isHeldBy(checked, misprint)
              ? 'not provable'
              : 'silent'
    return { kind: misprint.kind, result, told: result === 'claimed' ? '' : told }
  })
}

/** Damage the reading, in one place at a time: what is claimed then is false; any other finding tells a reader to look. */
export function misreadScore(reading: Reading, dataset: Dataset, { each, seed, planted }: Sample): Scored[] {
  const whole = checkDataset(dataset)
  const before = new Set(whole.findings.map(nameOf))
  return misreadingsOf(reading, dataset, { count: each, next: random(seed) }).map(({ kind, where, read }) => {
    const { findings, coverage } = checkDataset(read())
    const found = findings.filter(finding => !before.has(nameOf(finding)) && !quotes(finding, planted))
    const claims = found.filter(isClaim)
    const isLessVouched = coverage.guarded < whole.coverage.guarded
    const result =
      claims.length > 0 ? 'false claim' : found.length > 0 ? 'told' : isLessVouched ? 'fewer figures vouched for' : 'silent'
    return { kind, result, told: claims.length > 0 ? `${where} ${claims[0]?.message.zh}` : '' }
  })
}
