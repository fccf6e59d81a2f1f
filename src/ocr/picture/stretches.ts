import { runsOf } from '../../geometry.ts'

/** Places side by side in a row: from the first on, to before the last. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretches of a row that are of one kind, each as long as it goes. */
export function stretchesOf<T>(row: ArrayLike<T>, isOne: (thing: T) => boolean): Stretch[] {
  const stretches: { from: number; to: number }[] = []
  for (let at = 0; at < row.length; at++) {
    if (!isOne(row[at] as T)) continue
    const last = stretches.at(-1)
    if (last?.to === at) last.to = at + 1
    else stretches.push({ from: at, to: at + 1 })
  }
  return stretches
}

/** Stretches with those as one that are no further apart than `gap`. */
export const withoutGaps = (stretches: readonly Stretch[], gap: number): Stretch[] =>
  runsOf(stretches, (next, last) => next.from - last.to <= gap).map(run => ({
    from: Math.min(...run.map(({ from }) => from)),
    to: Math.max(...run.map(({ to }) => to)),
  }))
