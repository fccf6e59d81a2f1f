import { percentOf, type Row } from './relation.ts'

/** How the total of a row of 三公 changed from the year before, in 分 and in per cent; null where nothing tells it. */
export interface SangongGrowth {
  readonly change: bigint | null
  readonly percent: string | null
}

/** What has the same text is of one department, scope, kind and measure: over the years a line. */
export const sangongSubject = ({ region, department, scope, kind, measure }: Row): string =>
  [region, department, scope, kind, measure].map(part => part ?? '').join('\u0000')

/** Rows of all funds with their change: against the document of the year before, else as the document itself prints it. */
export function withSangongGrowth<T extends { readonly row: Row }>(all: readonly T[]): (T & SangongGrowth)[] {
  const offices = Map.groupBy(all, ({ row }) => sangongSubject(row))
  return all.map(one => {
    const { total, change_computed, change: printed, department, fiscal_year } = one.row
    const before = offices
      .get(sangongSubject(one.row))
      ?.find(({ row }) => department !== null && row['fiscal_year'] === Number(fiscal_year) - 1)?.row['total']
    const computed = typeof before === 'bigint' && typeof total === 'bigint' ? total - before : change_computed
    const change = computed ?? printed
    if (typeof change !== 'bigint' || typeof total !== 'bigint') return { ...one, change: null, percent: null }
    return { ...one, change, percent: percentOf(change, total - change) }
  })
}
