import type { GridCell } from '../../grid/grid.ts'
import { amountOf, isCarry, isTotal, isWords, squash } from '../words.ts'

/**
 * Sums of the rows of a table so far, kept by the look of a row (which label columns it fills, how long its code is), so
 * that rows of one level add up among themselves, and the total that the table prints. Needs no knowledge of budgets.
 */
export interface Tally {
  /** Printed totals by column, in millionths; null until a total row was seen. */
  readonly total: ReadonlyMap<number, bigint> | null
  /** Sums by look of row and column. */
  readonly sums: ReadonlyMap<string, bigint>
}

export const NO_TALLY: Tally = { total: null, sums: new Map() }

/** A total of fewer digits is met by chance; one of this many is a proof. */
const PROOF_DIGITS = 6

/** The tally of the rows of a page; `rows` hold for each column the cell that covers it. */
export function tallyOf(rows: readonly (readonly (GridCell | undefined)[])[]): Tally {
  const sums = new Map<string, bigint>()
  let total: Map<number, bigint> | null = null
  for (const row of rows) {
    const cells = [...new Set(row)].filter(cell => cell !== undefined)
    // A line that carries a sum over the break is no row: it would count the rows above it twice.
    if (cells.some(({ text }) => isCarry(text))) continue
    const amounts = cells.flatMap(cell => {
      const value = amountOf(cell.text)
      return value === null || isCode(cell.text) ? [] : [[cell.column, value] as const]
    })
    if (cells.some(({ text }) => isTotal(text))) {
      total ??= new Map(amounts)
      continue
    }
    const look = lookOf(cells)
    for (const [column, value] of amounts) {
      const key = `${look} ${column}`
      sums.set(key, (sums.get(key) ?? 0n) + value)
    }
  }
  return { total, sums }
}

/** Two tallies together; the total is the first that was printed. */
export function tallyOfBoth(tally: Tally, more: Tally): Tally {
  const sums = new Map(tally.sums)
  for (const [key, sum] of more.sums) sums.set(key, (sums.get(key) ?? 0n) + sum)
  return { total: tally.total ?? more.total, sums }
}

/**
 * Whether more rows made a total come out: 1 when rows of one look add up to it only with them, -1 when they did so before
 * and do no more, 0 where nothing is proved. Weighed by the digits that had to agree.
 */
export function provedBy(before: Tally, after: Tally): number {
  const total = after.total ?? before.total
  if (total === null) return 0
  let strength = 0
  for (const [column, value] of total) {
    const share = Math.min(1, `${value / 10_000n}`.replace(/[-0]+$|^-/g, '').length / PROOF_DIGITS)
    if (value === 0n) continue
    for (const [key, sum] of after.sums) {
      if (!key.endsWith(` ${column}`)) continue
      const earlier = before.sums.get(key) ?? 0n
      if (sum === earlier && before.total !== null) continue
      const holds = sum === value
      const held = before.total !== null && earlier === value
      if (holds !== held && (holds || earlier !== 0n)) strength = strongest(strength, holds ? share : -share)
    }
  }
  return strength
}

const strongest = (a: number, b: number): number => (Math.abs(b) > Math.abs(a) ? b : a)

const isCode = (text: string): boolean => /^\d{3}(\d{2}){0,2}$/.test(squash(text))

/** Which columns of a row hold words or a code, and how long the code is. */
const lookOf = (cells: readonly GridCell[]): string =>
  cells
    .filter(({ text }) => isWords(text) || isCode(text))
    .map(({ column, text }) => `${column}${isCode(text) ? `:${squash(text).length}` : ''}`)
    .join(',')
