import type { Layout } from './layout.ts'
import { kindsOf, type Reading } from './read.ts'

/** Layouts of a kind, and how many of them came out whole; of the others, how many were told to be doubtful. */
export interface Count {
  readonly layouts: number
  readonly whole: number
  readonly told: number
}

/** Counts by kind; the kind `all` counts every layout, `alone` those with a single kind. */
export type Tally = Readonly<Record<string, Count>>

const NONE: Count = { layouts: 0, whole: 0, told: 0 }

/** A tally with one layout more. */
export function counted(tally: Tally, layout: Layout, { faults, told }: Pick<Reading, 'faults' | 'told'>): Tally {
  const kinds = kindsOf(layout)
  const isWhole = faults.length === 0
  const added = ['all', ...(kinds.length === 1 ? ['alone'] : []), ...kinds].map((kind): [string, Count] => {
    const { layouts, whole, told: before } = tally[kind] ?? NONE
    return [kind, { layouts: layouts + 1, whole: whole + (isWhole ? 1 : 0), told: before + (!isWhole && told ? 1 : 0) }]
  })
  return { ...tally, ...Object.fromEntries(added) }
}

/** Lines of a table: the kinds with the smallest share of whole layouts first. */
export function tallyLines(tally: Tally): string[] {
  const share = ({ layouts, whole }: Count): number => whole / layouts
  const rows = Object.entries(tally).sort(([, a], [, b]) => share(a) - share(b))
  return rows.map(
    ([kind, count]) =>
      `${`${(100 * share(count)).toFixed(0)} %`.padStart(5)} whole ${`${count.whole}`.padStart(5)} of ${`${count.layouts}`.padStart(5)}, ${`${count.layouts - count.whole - count.told}`.padStart(4)} in silence  ${kind}`,
  )
}
