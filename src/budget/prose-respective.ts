import { isOneOfSeveral, type ProseFact } from './prose.ts'

/** What joins figures that are told together: 6571.4亿元、11155.2亿元和3343.9亿元. */
const JOINED = /^[、和与及]?$/

/** Whether words between two percentages make the second a share as the first is: 占总规模的31.2%、52.9%和15.9%. */
export const goesOnSharing = (words: string, unit: string | undefined, last: ProseFact | undefined): boolean =>
  unit === '%' && last?.kind === 'share' && words !== '' && JOINED.test(words)

/** Whether a share is told together with the one before it. */
const isJoined = (share: ProseFact, last: ProseFact | undefined): boolean =>
  share.kind === 'share' &&
  goesOnSharing(share.before.slice((last?.before.length ?? 0) + (last?.text.length ?? 0)), share.unit, last)

/** Whether amounts are all parts of one list, each with its own name, and a share behind it begins theirs: 教育支出600万元,卫生健康支出400万元,占比分别为60%和40%. */
const isListOf = (amounts: readonly ProseFact[], share: ProseFact | undefined, before: ProseFact | undefined): boolean =>
  share !== undefined &&
  /分别/.test(share.label) &&
  amounts.every(({ kind, whole }) => kind === 'amount' && whole === amounts[0]?.whole) &&
  !(before?.kind === 'amount' && before.whole === amounts[0]?.whole)

/**
 * The figures of a sentence with as many shares told together as amounts before them: each is of its own amount. Where they are not as
 * many nobody knows whose they are, but of the first. `first` is the place of the first figure among all facts.
 */
export function respective(figures: readonly ProseFact[], first: number): ProseFact[] {
  const found: ProseFact[] = []
  while (found.length < figures.length) {
    const at = found.length
    const rest = figures.slice(at + 1).findIndex((share, behind) => !isJoined(share, figures[at + behind]))
    const shares = figures.slice(at, rest < 0 ? undefined : at + 1 + rest)
    const from = at - shares.length
    const amounts = figures.slice(Math.max(0, from), at)
    const isPaired =
      amounts.length === shares.length &&
      (amounts.every((fact, one) => fact.kind === 'amount' && (one === 0 || isOneOfSeveral(fact))) ||
        isListOf(amounts, shares[0], figures[from - 1]))
    const of = (one: number): number | null => (isPaired ? first + from + one : null)
    found.push(
      ...shares.map((share, one) => (shares.length === 1 || (one === 0 && !isPaired) ? share : { ...share, of: of(one) })),
    )
  }
  return found
}
