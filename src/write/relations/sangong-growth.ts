import { OF_ANY_PLACE } from '../../budget/words.ts'
import { percentOf, type Row } from './relation.ts'

/** How the total of a row of 三公 changed from the year before, in 分 and in per cent; null where nothing tells it. */
export interface SangongGrowth {
  readonly change: bigint | null
  readonly percent: string | null
}

/** What has the same text is of one department, scope, kind and measure: over the years a line; a document that tells no place of an office whose name many have stands for itself. */
export function sangongSubject({ region, department, scope, kind, measure, document }: Row): string {
  const isOfAny = (region ?? null) === null && OF_ANY_PLACE.test(`${department ?? ''}`)
  return [region, department, scope, kind, measure, isOfAny ? document : null].map(part => part ?? '').join('\u0000')
}

/** Whether a row is of another year than its document, which tells it in passing. */
export const isOfOtherYear = ({ fiscal_year, document_year }: Row): boolean =>
  (document_year ?? null) !== null && fiscal_year !== document_year

const givenIn = (row: Row): number => Object.values(row).filter(value => value !== null).length

/**
 * Rows without those that another part of the same publication prints too: what only sentences tell where a table of another
 * document has it, what is told in passing where a document of that year tells it, and the same total told again, by that which tells less. Rows of documents that name no department stand for themselves.
 */
export function withoutRepeats<T extends { readonly row: Row }>(all: readonly T[]): T[] {
  const placeOf = ({ row }: T): string => [sangongSubject(row), row['fiscal_year'], row['fund']].join('\u0000')
  const places = Map.groupBy(all, placeOf)
  return all.filter(one => {
    const { department, document, source, total } = one.row
    const own = places.get(placeOf(one)) ?? []
    const others = own.filter(({ row }) => row['document'] !== document)
    if ((department ?? null) === null) return true
    if (isOfOtherYear(one.row) && others.some(({ row }) => !isOfOtherYear(row))) return false
    if (
      source === 'narrative' &&
      others.some(({ row }) => row['source'] === 'table' && isOfOtherYear(row) === isOfOtherYear(one.row))
    )
      return false
    const isSame = ({ row }: T): boolean => row['source'] === source && row['total'] === total
    const less = (other: T): number => givenIn(other.row) - givenIn(one.row) || own.indexOf(one) - own.indexOf(other)
    return !others.some(other => isSame(other) && less(other) > 0)
  })
}

/** The total that rows of one subject print for a year, those of its documents before what others tell in passing; null where they print none, or several differ. */
export function totalOfYear(rows: readonly Row[], year: number): bigint | null {
  const all = rows.filter(row => row['fiscal_year'] === year)
  const own = all.filter(row => !isOfOtherYear(row))
  const totals = new Set((own.length > 0 ? own : all).map(({ total }) => total))
  const [only] = totals
  return totals.size === 1 && typeof only === 'bigint' ? only : null
}

/** Rows of all funds with their change: against the document of the year before, else as the document itself prints it. */
export function withSangongGrowth<T extends { readonly row: Row }>(all: readonly T[]): (T & SangongGrowth)[] {
  const offices = Map.groupBy(
    all.map(({ row }) => row),
    sangongSubject,
  )
  return all.map(one => {
    const { total, change_computed, change: printed, department, fiscal_year } = one.row
    const own = department === null ? [] : (offices.get(sangongSubject(one.row)) ?? [])
    const before = totalOfYear(own, Number(fiscal_year) - 1)
    const computed = before !== null && typeof total === 'bigint' ? total - before : change_computed
    const change = computed ?? printed
    if (typeof change !== 'bigint' || typeof total !== 'bigint') return { ...one, change: null, percent: null }
    return { ...one, change, percent: percentOf(change, total - change) }
  })
}
