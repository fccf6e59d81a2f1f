import type { Table } from '../../table/table.ts'
import type { ColumnRole } from '../dataset.ts'
import { plain } from '../label.ts'
import { moneyOf, printedAmount } from '../money/amount.ts'
import { NO_MONEY_COLUMN } from '../words.ts'

/** Rows in which a total is the sum of what stands beside it; one alone may be so by chance. */
const LEAST_ROWS = 2
/** Rows in which it is for each in which it is not: a misprint does not make the others words. */
const HOLDING = 3

/** What is known of a column: its header path, and what it was taken for. */
interface Taken {
  readonly path: readonly string[]
  readonly role: ColumnRole
  readonly isTotal: boolean
}

/**
 * The roles of columns in which those of figures under unknown heads are amounts where they make up a total: `合计` is the sum
 * of the counties to its right in nearly every row (转移支付 by county), whatever these are called.
 */
export function withProvedColumns(table: Table, columns: readonly Taken[]): ColumnRole[] {
  const roles = columns.map(({ role }) => role)
  const isOpen = columns.map(({ path, role }) => role === 'text' && !path.some(text => NO_MONEY_COLUMN.test(plain(text))))
  if (!columns.some(({ isTotal }) => isTotal) || !isOpen.includes(true)) return roles
  const rows = figuresByRow(table)
  const isCandidate = (at: number): boolean => isOpen[at] === true && roles[at] === 'text' && isOfFigures(rows, at)
  columns.forEach(({ isTotal }, total) => {
    if (!isTotal) return
    let end = total + 1
    while (roles[end] === 'amount' || isCandidate(end)) end++
    const parts = Array.from({ length: end - total - 1 }, (_, at) => total + 1 + at)
    if (parts.some(isCandidate) && isSumOf(rows, total, parts)) for (const part of parts) roles[part] = 'amount'
  })
  return roles
}

/** Figures of the body by row and column, in hundredths; null where a cell holds other text. */
type Figures = readonly (readonly (bigint | null)[])[]

function figuresByRow({ cells, headerRows, rowCount, columns }: Table): Figures {
  const rows = Array.from({ length: rowCount - headerRows }, () => new Array<bigint | null>(columns.length).fill(0n))
  for (const { row, column, text } of cells) {
    const printed = printedAmount(text)
    const money = printed === null ? null : (moneyOf(printed.text, '元')?.fen ?? 0n)
    const figures = rows[row - headerRows]
    if (figures && text !== '') figures[column] = money
  }
  return rows
}

const isOfFigures = (rows: Figures, column: number): boolean =>
  rows.every(row => row[column] !== null && row[column] !== undefined) && rows.some(row => (row[column] ?? 0n) !== 0n)

/** Whether a column is the sum of others in nearly every row, and in enough of them that have several parts. */
function isSumOf(rows: Figures, total: number, parts: readonly number[]): boolean {
  const isSum = (row: Figures[number]): boolean => row[total] === parts.reduce((sum, part) => sum + (row[part] ?? 0n), 0n)
  const several = rows.filter(row => parts.filter(part => (row[part] ?? 0n) !== 0n).length > 1)
  const held = several.filter(isSum).length
  return held >= LEAST_ROWS && rows.filter(row => !isSum(row)).length * HOLDING <= held
}
