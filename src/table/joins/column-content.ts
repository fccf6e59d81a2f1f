import { isDashes } from '../../dashes.ts'
import { itemAt, neighbours } from '../../geometry.ts'
import { onceEach } from '../../once.ts'
import type { Headed } from '../headers/headed.ts'
import { isAmount, isNil, squash } from '../words.ts'

/** For each row, and for the end, how many cells of each column are filled from there on, and how many of them print an amount or a mark for none. */
interface Counted {
  readonly filled: readonly (readonly number[])[]
  readonly amounts: readonly (readonly number[])[]
}

/** Rows are counted once: all depths of a header and all tables that a page may go on with ask for them. */
const counted = onceEach((rows: Headed['rows']): Counted => {
  const none = (rows[0] ?? []).map(() => 0)
  const [filled, amounts] = [[none], [none]]
  for (const row of rows.toReversed()) {
    const texts = row.map(cell => cell?.text ?? '')
    filled.push((filled.at(-1) ?? none).map((count, column) => count + Number(texts[column] !== '')))
    amounts.push((amounts.at(-1) ?? none).map((count, column) => count + Number(printsAmount(texts[column] ?? ''))))
  }
  return { filled: filled.reverse(), amounts: amounts.reverse() }
})

/** Whether a cell prints an amount or a mark for none. */
export const printsAmount = (text: string): boolean => text !== '' && (isAmount(text) || isNil(text))

/** For each column the share of its filled cells from the row `from` on that print an amount or a mark for none; NaN where none is filled. */
export function amountShares(rows: Headed['rows'], from: number): number[] {
  const { filled, amounts } = counted(rows)
  const below = from < rows.length ? (filled[from] ?? []) : []
  return below.map((count, column) => itemAt(itemAt(amounts, from), column) / count)
}

/** Columns count as amount columns when this share of their filled body cells are amounts. */
export const MOSTLY = 0.6

/** The columns of a piece whose body holds amounts. */
export function amountColumns({ rows, headerRows }: { readonly rows: Headed['rows']; readonly headerRows: number }): number[] {
  return amountShares(rows, headerRows).flatMap((share, column) => (share >= MOSTLY ? [column] : []))
}

/** The short whole numbers of a column, top to bottom; what begins with a nought is the part of a code (款 01). */
export const numbersIn = (rows: Headed['rows'], column: number): number[] =>
  rows
    .map(row => squash(row[column]?.text ?? ''))
    .filter(text => /^[1-9]\d{0,3}$/.test(text))
    .map(Number)

/** Whether numbers count rows: most follow each other. */
export const counts = (numbers: readonly number[]): boolean =>
  numbers.length > 2 &&
  neighbours(numbers).filter(([number, next]) => next === number + 1).length >= MOSTLY * (numbers.length - 1)

/** What heads a row of column numbers. */
const HEAD_OF_NUMBERS = /^(?:栏次|行次|公式)$/
const NO_NUMBER = /^(?:栏次|行次|公式|\*+|[甲乙丙丁])$/
/** Whether a text may stand in the label columns of a row of column numbers. */
const isNoNumber = (text: string): boolean => NO_NUMBER.test(text) || isDashes(text)
/** Numbers of columns, and how one is worked out of others: `1`, `3=1+2`, `A=B+C`, `3栏`. */
const NUMBERS = /^[\dA-Z=＝+＋\-－()（）栏]+$/

/**
 * Whether a row counts the columns: 栏次 1 2 3 … of final accounts, 公式 A=B+C B C of debts, ** 1 2 3, 甲 乙 1 2. Its numbers follow each other, and
 * what stands before them is no label of a row.
 */
export function isOrdinals(row: readonly { readonly text: string }[]): boolean {
  const texts = row.map(({ text }) => squash(text)).filter(text => text !== '')
  // 行次 beside words only heads the column of row numbers.
  if (texts.some(text => HEAD_OF_NUMBERS.test(text))) return texts.every(text => isNoNumber(text) || NUMBERS.test(text))
  const numbers = texts.filter(text => /^\d{1,3}$/.test(text)).map(Number)
  // One column of figures is counted by one number, and only ** beside it tells that it is no amount.
  const least = texts.some(text => /^\*+$/.test(text)) ? 1 : 2
  const isCount = numbers.length >= least && neighbours(numbers).every(([number, next]) => next === number + 1)
  return isCount && numbers.length < texts.length && texts.every(text => /^\d{1,3}$/.test(text) || isNoNumber(text))
}
